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
            placeJSON(index).write(into: &output)
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
                JSON.object([
                    ("type", .string("Feature")),
                    (
                        "geometry",
                        .object([
                            ("type", .string("Point")), ("coordinates", Self.position(coordinate, first: \.longitude)),
                        ])
                    ),
                    (
                        "properties",
                        .object([
                            ("number", .integer(place.number)), ("name", .string(place.name)),
                            ("reading", .text(place.reading)), ("venue", .text(venue(gathering.venue))),
                            ("schedule", .text(gathering.schedule?.text ?? "")),
                            ("approximate", gathering.location == .exact(coordinate) ? nil : .bool(true)),
                            ("url", .string(guide.url + Address.place(place.number))),
                        ])
                    ),
                ]).write(into: &output)
            }
        }
        output += Array("\n]}\n".utf8)
        return output
    }

    private func placeJSON(_ index: PlaceIndex) -> JSON {
        let place = publication.places[index]
        return .object([
            ("number", .integer(place.number)),
            ("name", .string(place.name)),
            ("reading", .text(place.reading)),
            ("areas", .texts(place.areas.map { publication.areas[$0].id })),
            ("kind", .text(place.kind)),
            ("nature", .string(place.nature.rawValue)),
            ("runBy", .string(place.runBy.rawValue)),
            ("activities", .texts(place.activities.map { publication.guide.activities[$0].name })),
            ("for", .text(place.audience)),
            ("capacity", .text(place.capacity)),
            ("fee", .text(place.fee.text)),
            ("yen", place.fee.yen.map(JSON.integer)),
            ("booking", .text(place.booking)),
            ("bring", .text(place.bring)),
            ("access", .texts(place.access)),
            ("support", .texts(place.supportGiven)),
            (
                "gatherings",
                .array(
                    place.gatherings.enumerated().map {
                        gatheringJSON(
                            $1, agenda.next(of: index, gathering: $0),
                            agenda.timetable(of: index, gathering: $0)?.rules ?? [])
                    })
            ),
            ("contacts", place.contacts.isEmpty ? nil : .array(place.contacts.map(Self.contactJSON))),
            ("verified", place.verified.map { .string($0.iso) }),
            ("url", .string(publication.guide.url + Address.place(place.number))),
        ])
    }

    private func gatheringJSON(_ gathering: PublishedGathering, _ next: Agenda.Meeting?, _ rules: [String]) -> JSON {
        .object([
            ("venue", .text(gathering.venue == .unknown ? "" : venue(gathering.venue))),
            ("address", .text(gathering.address)),
            ("position", gathering.location.coordinate.map { Self.position($0, first: \.latitude) }),
            ("positionShown", .string(Self.precision(gathering.location))),
            (
                "schedule",
                gathering.schedule.map { schedule in
                    .object([
                        ("text", .string(schedule.text)),
                        ("status", .string(schedule.status.rawValue)),
                        ("rules", .texts(rules)),
                        ("next", next.map { .string($0.day.iso) }),
                        ("start", next?.start.map { .string($0.text) }),
                        ("end", next?.end.map { .string($0.text) }),
                    ])
                }
            ),
        ])
    }

    private static func precision(_ location: PublishedLocation) -> String {
        switch location {
        case .exact: "exact"
        case .approximate: "approximate"
        case .areaOnly: "area"
        case .unmarked: "none"
        }
    }

    /// Six decimals are a hand's breadth; more would only look exact.
    static func position(_ coordinate: Coordinate, first: KeyPath<Coordinate, Double>) -> JSON {
        let second: KeyPath<Coordinate, Double> = first == \.latitude ? \.longitude : \.latitude
        return .array([first, second].map { .number((coordinate[keyPath: $0] * 1_000_000).rounded() / 1_000_000) })
    }

    private static func contactJSON(_ contact: PublishedContact) -> JSON {
        .object([
            ("name", .text(contact.name)), ("telephone", .text(contact.telephone)), ("fax", .text(contact.fax)),
            ("mail", .text(contact.mail)), ("url", .text(contact.url)),
        ])
    }
}
