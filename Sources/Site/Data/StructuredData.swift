/// JSON-LD in the pages (schema.org), so that search engines read places and dates as their people meant them.

import Encoding
import Publication
import Recurrence
import Templates

enum StructuredData {
    static func place(_ index: PlaceIndex, in writer: PageWriter) -> HTML {
        let place = writer.publication.places[index]
        let gatherings = place.gatherings.map { location($0, in: writer) }
        return script(
            .object([
                ("@context", .string("https://schema.org")),
                ("@type", .string("Event")),
                ("name", .string(place.name)),
                ("eventStatus", .string("https://schema.org/EventScheduled")),
                ("location", gatherings.count == 1 ? gatherings[0] : .array(gatherings)),
                ("startDate", writer.agenda.next(of: index).map { .string($0.day.iso) }),
                ("eventSchedule", schedules(of: index, in: writer)),
                ("isAccessibleForFree", place.fee.yen.map { .bool($0 == 0) }),
            ]))
    }

    static func event(_ event: PublishedEvent, in writer: PageWriter) -> HTML {
        let next = event.schedule?.next(onOrAfter: writer.publication.today)
        return script(
            .object([
                ("@context", .string("https://schema.org")),
                ("@type", .string("Event")),
                ("name", .string(event.title)),
                ("location", location(event.gathering, in: writer)),
                ("startDate", next.map { .string($0.day.iso + ($0.start.map { "T\($0.text):00+09:00" } ?? "")) }),
                ("description", .text(event.when)),
            ]))
    }

    private static func location(_ gathering: PublishedGathering, in writer: PageWriter) -> JSON {
        var coordinates: JSON?
        if case .exact(let coordinate) = gathering.location {
            coordinates = .object([
                ("@type", .string("GeoCoordinates")), ("latitude", .number(coordinate.latitude)),
                ("longitude", .number(coordinate.longitude)),
            ])
        }
        return .object([
            ("@type", .string("Place")), ("name", .string(writer.venue(gathering.venue))),
            ("address", .text(gathering.address)), ("geo", coordinates),
        ])
    }

    private static func schedules(of place: PlaceIndex, in writer: PageWriter) -> JSON? {
        let written = writer.publication.places[place].gatherings.indices.compactMap {
            writer.agenda.timetable(of: place, gathering: $0)?.structuredData
        }.filter { !$0.isEmpty }
        return written.isEmpty ? nil : .array(written.map(JSON.written))
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

    private static func script(_ json: JSON) -> HTML {
        var bytes = Array("<script type=\"application/ld+json\">".utf8)
        json.write(into: &bytes)
        bytes += Array("</script>".utf8)
        return HTML(trusted: bytes)
    }
}
