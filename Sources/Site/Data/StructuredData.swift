/// JSON-LD in the pages (schema.org), so that search engines read places and dates as their people meant them.

import Encoding
import Publication
import Recurrence
import Templates

enum StructuredData {
    static func place(_ index: PlaceIndex, in writer: PageWriter) -> HTML {
        let place = writer.publication.places[index]
        return script { event in
            begin(&event, place.name)
            event.put("eventStatus", "https://schema.org/EventScheduled")
            if place.gatherings.count == 1 {
                event.put("location") { put(place.gatherings[0], into: &$0, writer) }
            } else {
                event.put("location", each: place.gatherings) { gathering, output in
                    output.appendObject { put(gathering, into: &$0, writer) }
                }
            }
            event.put("startDate", writer.agenda.next(of: index).map { .string($0.day.iso) })
            let schedules = place.gatherings.indices.lazy.compactMap {
                writer.agenda.timetable(of: index, gathering: $0)?.structuredData
            }.filter { !$0.isEmpty }
            if !schedules.isEmpty { event.put("eventSchedule", each: schedules) { .written($0) } }
            event.put("isAccessibleForFree", place.fee.yen.map { .bool($0 == 0) })
        }
    }

    static func event(_ published: PublishedEvent, in writer: PageWriter) -> HTML {
        let next = published.schedule?.next(onOrAfter: writer.publication.today)
        return script { event in
            begin(&event, published.title)
            event.put("location") { put(published.gathering, into: &$0, writer) }
            event.put(
                "startDate", next.map { .string($0.day.iso + ($0.start.map { "T\($0.text):00+09:00" } ?? "")) })
            event.put("description", .text(published.when))
        }
    }

    private static func begin(_ event: inout ObjectWriter, _ name: String) {
        event.put("@context", "https://schema.org")
        event.put("@type", "Event")
        event.put("name", .string(name))
    }

    private static func put(_ gathering: PublishedGathering, into place: inout ObjectWriter, _ writer: PageWriter) {
        place.put("@type", "Place")
        place.put("name", .string(writer.venue(gathering.venue)))
        place.put("address", .text(gathering.address))
        if case .exact(let coordinate) = gathering.location {
            place.put("geo") {
                $0.put("@type", "GeoCoordinates")
                $0.put("latitude", .number(coordinate.latitude))
                $0.put("longitude", .number(coordinate.longitude))
            }
        }
    }

    /// The elements of an array.
    static func schedules(_ schedules: [SchemaOrgSchedule]) -> [UInt8] {
        let elements = JSON.array(
            schedules.map { schedule in
                .object([
                    ("@type", .string("Schedule")),
                    ("repeatFrequency", .text(schedule.repeatFrequency)),
                    ("byDay", .texts(schedule.byDay)),
                    ("byMonth", numbers(schedule.byMonth)),
                    ("byMonthDay", numbers(schedule.byMonthDay)),
                    ("byMonthWeek", numbers(schedule.byMonthWeek)),
                    ("startTime", schedule.startTime.map(JSON.string)),
                    ("endTime", schedule.endTime.map(JSON.string)),
                    ("exceptDate", .texts(schedule.exceptDate)),
                    ("startDate", .text(schedule.startDate)),
                    ("endDate", .text(schedule.endDate)),
                    ("scheduleTimezone", .string(schedule.scheduleTimezone)),
                ])
            })
        return Array(elements.bytes.dropFirst().dropLast())
    }

    /// Search engines look a season ahead; exceptions further on would only make pages long.
    static let window = 100

    private static func numbers(_ numbers: [Int]) -> JSON? { numbers.isEmpty ? nil : .array(numbers.map(JSON.integer)) }

    private static func script(_ fields: (inout ObjectWriter) -> Void) -> HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 << 10)
        bytes += "<script type=\"application/ld+json\">".utf8
        bytes.appendObject(fields)
        bytes += Array("</script>".utf8)
        return HTML(trusted: bytes)
    }
}
