/// data/places.json and data/places.geojson: every published place for programs, no more than the pages show.

import Encoding
import Geography
import Publication
import Recurrence

extension PageWriter {
    func placesJSON() -> [UInt8] {
        var output = Array("[\n".utf8)
        output.append(each: publication.places.indices) { index, output in
            if index > 0 { output += Array(",\n".utf8) }
            output.appendObject { put(index, into: &$0) }
        }
        output += Array("\n]\n".utf8)
        return output
    }

    func placesGeoJSON() -> [UInt8] {
        let guide = publication.guide
        var output = Array("{\"type\":\"FeatureCollection\",".utf8)
        if !guide.licence.isEmpty {
            output += Array("\"license\":".utf8)
            JSON.string(guide.licence).write(into: &output)
            output.append(UInt8(ascii: ","))
        }
        output += Array("\"features\":[\n".utf8)
        var isFirst = true
        output.append(each: publication.places) { place, output in
            for gathering in place.gatherings {
                guard let coordinate = gathering.location.coordinate else { continue }
                if !isFirst { output += Array(",\n".utf8) }
                isFirst = false
                output.appendObject { feature in
                    feature.put("type", "Feature")
                    feature.put("geometry") {
                        $0.put("type", "Point")
                        $0.put(
                            "coordinates",
                            .array([Self.degrees(coordinate.longitude), Self.degrees(coordinate.latitude)]))
                    }
                    feature.put("properties") {
                        $0.put("number", .integer(place.number))
                        $0.put("name", .string(place.name))
                        $0.put("reading", .text(place.reading))
                        $0.put("venue", .text(venue(gathering.venue)))
                        $0.put("schedule", .text(gathering.schedule?.written ?? ""))
                        if gathering.location != .exact(coordinate) { $0.put("approximate", true) }
                        $0.put("url", .string(guide.url + Address.place(place.number)))
                    }
                }
            }
        }
        output += Array("\n]}\n".utf8)
        return output
    }

    private func put(_ index: PlaceIndex, into fields: inout ObjectWriter) {
        let place = publication.places[index]
        fields.put("number", .integer(place.number))
        fields.put("name", .string(place.name))
        fields.put("reading", .text(place.reading))
        fields.put("areas", place.relations.areas.map { publication.areas[$0].id })
        fields.put("kind", .text(place.kind))
        fields.put("nature", .string(place.nature.rawValue))
        fields.put("runBy", .string(place.runBy.rawValue))
        fields.put("activities", place.relations.activities.map { publication.guide.activities[$0].name })
        fields.put("for", .text(place.audience))
        fields.put("capacity", .text(place.capacity))
        fields.put("fee", .text(place.fee.text))
        fields.put("yen", place.fee.yen.map(JSON.integer))
        fields.put("booking", .text(place.booking))
        fields.put("bring", .text(place.bring))
        fields.put("access", place.access)
        fields.put("support", place.supportGiven)
        fields.put("gatherings", each: place.gatherings.indices) { number, output in
            output.appendObject {
                put(
                    place.gatherings[number], agenda.next(of: index, gathering: number),
                    agenda.timetable(of: index, gathering: number)?.rules ?? [], into: &$0)
            }
        }
        if !place.contacts.isEmpty {
            fields.put("contacts", each: place.contacts) { contact, output in
                output.appendObject {
                    $0.put("name", .text(contact.name))
                    $0.put("telephone", .text(contact.telephone))
                    $0.put("fax", .text(contact.fax))
                    $0.put("mail", .text(contact.mail))
                    $0.put("url", .text(contact.url))
                }
            }
        }
        fields.put("verified", place.verified.map { .string($0.iso) })
        fields.put("url", .string(publication.guide.url + Address.place(place.number)))
    }

    private func put(
        _ gathering: PublishedGathering, _ next: Agenda.Meeting?, _ rules: [String], into fields: inout ObjectWriter
    ) {
        if gathering.venue != .unknown { fields.put("venue", .text(venue(gathering.venue))) }
        fields.put("address", .text(gathering.address))
        fields.put("position", gathering.location.coordinate.map(Self.position))
        fields.put("positionShown", .string(Self.precision(gathering.location)))
        guard let schedule = gathering.schedule else { return }
        fields.put("schedule") {
            $0.put("text", .string(schedule.written))
            $0.put("status", .string(schedule.status.rawValue))
            $0.put("rules", rules)
            $0.put("next", next.map { .string($0.day.iso) })
            $0.put("start", next?.start.map { .string($0.text) })
            $0.put("end", next?.end.map { .string($0.text) })
        }
    }

    private static func precision(_ location: PublishedLocation) -> String {
        switch location {
        case .exact: "exact"
        case .approximate: "approximate"
        case .areaOnly: "area"
        case .unmarked: "none"
        }
    }

    /// Latitude, then longitude.
    static func position(_ coordinate: Coordinate) -> JSON {
        .array([degrees(coordinate.latitude), degrees(coordinate.longitude)])
    }

    /// Six decimals are a hand's breadth; more would only look exact.
    private static func degrees(_ degrees: Double) -> JSON { .number((degrees * 1_000_000).rounded() / 1_000_000) }
}
