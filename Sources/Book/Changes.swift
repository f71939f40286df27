/// What is new in a guide since it was published before. Both sides are publications: of a place that is no longer published
/// nothing but its number is said.

import Encoding
import Publication

struct Changes {
    var found: [PlaceIndex] = []
    /// With the names of what is different: keys of the string tables.
    var changed: [(place: PlaceIndex, facts: [String])] = []
    /// Numbers.
    var ended: [Int] = []

    init(from earlier: Publication, to now: Publication) {
        let before = Dictionary(earlier.places.map { ($0.number, $0) }) { first, _ in first }
        for (index, place) in now.places.enumerated() {
            guard let old = before[place.number] else {
                found.append(index)
                continue
            }
            let facts = Self.facts(of: place, in: now)
            let different = zip(facts, Self.facts(of: old, in: earlier)).filter { $0.text != $1.text }.map(\.0.name)
            if !different.isEmpty { changed.append((index, different)) }
        }
        let numbers = Set(now.places.map(\.number))
        ended = earlier.places.map(\.number).filter { !numbers.contains($0) }
    }

    /// What people go by: not the texts around it.
    private static func facts(of place: PublishedPlace, in publication: Publication) -> [(name: String, text: String)] {
        let venues = place.gatherings.map { gathering in
            if case .named(let name) = gathering.venue { name + gathering.address } else { gathering.address }
        }
        return [
            ("book.name", place.name),
            ("place.when", place.gatherings.map { $0.schedule?.written ?? "" }.joined(separator: "/")),
            ("place.where", venues.joined(separator: "/")), ("book.audience", place.audience),
            ("book.fee", place.fee.text),
            ("book.booking", place.booking),
            (
                "book.activities",
                place.relations.activities.map { publication.guide.activities[$0].name }.joined(separator: "/")
            ),
            ("book.access", place.access.joined(separator: "/")),
            ("place.call", place.contacts.map { $0.name + $0.telephone + $0.fax + $0.mail }.joined(separator: "/")),
        ]
    }

    var data: JSON {
        [
            "found": JSON(found),
            "changed": .array(changed.map { ["place": .integer($0.place), "facts": JSON($0.facts)] }),
            "ended": JSON(ended),
        ]
    }
}
