/// The indexes of a guidebook: by kana, by activity, by the way in, by weekday. Places are indexes; the pages on which they
/// stand are known to the typesetter alone.

import Encoding
import Publication
import Recurrence

struct Indexes: Sendable {
    let publication: Publication

    /// Rows あ, か, さ …, then what has no reading.
    var kana: JSON {
        let keyed = publication.places.enumerated()
            .map { (key: Syllabary.key($1.reading.isEmpty ? $1.name : $1.reading), place: $0) }
            .sorted { ($0.key, $0.place) < ($1.key, $1.place) }
        var rows: [(letter: String, places: [PlaceIndex])] = []
        var others: [PlaceIndex] = []
        for (key, place) in keyed {
            guard let letter = Syllabary.row(of: key) else {
                others.append(place)
                continue
            }
            if rows.last?.letter != letter { rows.append((letter, [])) }
            rows[rows.count - 1].places.append(place)
        }
        if !others.isEmpty { rows.append(("", others)) }
        return .array(rows.map { ["letter": .string($0.letter), "places": JSON($0.places)] })
    }

    /// The guide's groups with the activities that somebody does.
    var activities: JSON {
        let guide = publication.guide
        let grouped = Set(guide.activityGroups.flatMap(\.activities))
        let rest = guide.activities.indices.filter { !grouped.contains($0) }
        let groups = guide.activityGroups.map { ($0.name, $0.activities) } + (rest.isEmpty ? [] : [("", rest)])
        return .array(
            groups.compactMap { name, activities in
                let used = activities.filter { !guide.activities[$0].places.isEmpty }
                guard !used.isEmpty else { return nil }
                return [
                    "name": .string(name),
                    "entries": .array(
                        used.map {
                            [
                                "name": .string(guide.activities[$0].name),
                                "pictogram": .string(guide.activities[$0].pictogram),
                                "places": JSON(guide.activities[$0].places),
                            ]
                        }),
                ]
            })
    }

    /// Every word of 設備 with its places, the most frequent first.
    var access: JSON {
        var places: [String: [PlaceIndex]] = [:]
        for (index, place) in publication.places.enumerated() {
            for word in Set(place.access) { places[word, default: []].append(index) }
        }
        let words = places.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return .array(words.map { ["name": .string($0.key), "places": JSON($0.value)] })
    }

    /// Of each weekday from Monday, the sessions by time; places that meet on five weekdays or more, once; and those that no
    /// weekday can be told of.
    var week: JSON {
        var days = [[(slot: WeekdaySlot, place: PlaceIndex)]](repeating: [], count: 8)
        var often: [PlaceIndex] = []
        var undated: [PlaceIndex] = []
        for (index, place) in publication.places.enumerated() {
            let slots = Set(place.gatherings.flatMap { $0.schedule?.weekdaySlots ?? [] })
            if slots.isEmpty { undated.append(index) }
            guard Set(slots.filter(\.isEveryWeek).map(\.weekday)).count < 5 else {
                often.append(index)
                continue
            }
            for slot in slots { days[slot.weekday.rawValue].append((slot, index)) }
        }
        let sorted = days.dropFirst().map { day in
            day.sorted { $0.slot.key($0.place).lexicographicallyPrecedes($1.slot.key($1.place)) }
        }
        return [
            "often": JSON(often),
            "days": .array(
                sorted.map { day in
                    .array(day.map { ["slot": BookData.slot($0.slot), "place": .integer($0.place)] })
                }),
            "undated": JSON(undated),
        ]
    }
}

extension WeekdaySlot {
    fileprivate func key(_ place: PlaceIndex) -> [Int] {
        [start?.minutes ?? 1440, place, end?.minutes ?? 1440, isAlternate ? 1 : 0] + weeks
    }
}
