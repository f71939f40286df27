/// data/search.js: what the pages' scripts know of every place. A script and not a JSON file, because pages that were
/// opened from a folder may load scripts and nothing else; by columns, because like beside like compresses best.

import Encoding
import Geography
import Publication
import Recurrence

extension PageWriter {
    func searchData() -> [UInt8] {
        let places = publication.places
        var sets = SetTable()
        // Few places have words of their own for whom they are.
        var audiences: [String: [Int]] = [:]
        var accessIndexes = [Int?](repeating: nil, count: relations.access.count)
        for (index, access) in accessByFrequency.enumerated() { accessIndexes[access] = index }
        // By index and field: a place is large, and to hand it around whole would take longer than what is done with it.
        var columns: [UInt8] = []
        columns.appendObject {
            $0.put("number", each: places.indices) { .integer(places[$0].number) }
            $0.put("name", each: places.indices) { .string(nameWithReading($0)) }
            $0.put("when", each: places.indices) { .string(sentences(of: $0).uniqued().joined(separator: "／")) }
            $0.put("where", each: places.indices) { index in
                let venues = places[index].gatherings.map { venue($0.venue) }.uniqued()
                return .string(
                    venues.count == 1 && venues[0] == places[index].name ? "" : venues.joined(separator: "・"))
            }
            $0.put("area", each: places.indices) {
                sets.index(of: (places[$0].relations.areas + places[$0].relations.belongsTo).uniqued())
            }
            $0.put("week", each: places.indices) { .string(week(of: $0)) }
            $0.put("activities", each: places.indices) { sets.index(of: places[$0].relations.activities) }
            $0.put("access", each: places.indices) {
                sets.index(of: relations.accessOfPlaces[$0].compactMap { accessIndexes[$0] })
            }
            $0.put("audience", each: places.indices) { index in
                let words = places[index].audience
                if let groups = audiences[words] { return sets.index(of: groups) }
                let groups = Audience.groups(in: words)
                audiences[words] = groups
                return sets.index(of: groups)
            }
            $0.put("flags", each: places.indices) {
                .integer((Self.isFree(places[$0].fee) ? 1 : 0) + (Self.needsNoBooking(places[$0].booking) ? 2 : 0))
            }
            $0.put("spot", each: places.indices) { Self.spot(places[$0].gatherings) }
        }
        return script("search") {
            $0.put("words", .object(Self.scriptWords.map { ($0, .string(phrases($0))) }))
            $0.put("areas", each: publication.areas) { area in
                let words = [area.name, area.reading, area.latinName].map(Folding.fold).uniqued()
                return [.string(area.name), .integer(area.colour + 1), .string(words.joined(separator: " "))]
            }
            $0.put("activities", each: publication.guide.activities) {
                [.string(activityName($0)), .string(searchWords(of: $0))]
            }
            $0.put("synonyms", each: synonyms()) { JSON($0) }
            $0.put("sets", each: sets.all) { JSON($0) }
            $0.put("places", .written(columns))
        }
    }

    /// What scripts say, with places for their own numbers.
    private static let scriptWords =
        (1...7).map { "weekday.short.\($0)" } + [
            "number", "find.count", "find.count.one", "find.metres", "find.kilometres", "find.drop", "find.dropAll",
            "find.undated",
            "find.locating", "find.located", "find.nowhere", "day.short", "home.nothingToday", "home.moreToday",
            "place.next",
            "my.remove",
        ]

    /// data/text.js: what only a search for words asks for, folded and in the order of the places.
    func searchText() -> [UInt8] {
        var output = Array("kayoi.take(\"text\",[".utf8)
        var folded: [UInt8] = []
        output.append(each: publication.places.indices) { index, output in
            if index > 0 { output.append(UInt8(ascii: ",")) }
            folded.removeAll(keepingCapacity: true)
            fold(publication.places[index], into: &folded)
            JSON.write(utf8: folded, into: &output)
        }
        output += Array("]);\n".utf8)
        return output
    }

    private func fold(_ place: PublishedPlace, into folded: inout [UInt8]) {
        func add(_ text: String) { Folding.fold(text, into: &folded) }
        for text in [place.kind, place.audience, place.bring, place.fee.text] { add(text) }
        place.supportGiven.forEach(add)
        place.access.forEach(add)
        if !phrases.isJapanese {
            add(feeText(place.fee))
            for name in place.access { add(phrases.accessName(name)) }
        }
        for gathering in place.gatherings { add(gathering.address) }
        place.voices.forEach(add)
        add(place.body.plainText)
    }

    /// A data file that calls the pages' script with its contents.
    func script(_ name: String, _ fields: (inout ObjectWriter) -> Void) -> [UInt8] {
        var output = Array("kayoi.take(\"\(name)\",".utf8)
        output.appendObject(fields)
        output += Array(");\n".utf8)
        return output
    }

    /// The numbers of what is known of the way in, the most frequent first; without what hinders.
    var accessByFrequency: [Int] {
        let names = relations.access
        var counts = [Int](repeating: 0, count: names.count)
        for number in relations.accessOfPlaces.joined() { counts[number] += 1 }
        return names.indices.filter { !names[$0].contains("段差") }
            .sorted { (counts[$1], names[$0]) < (counts[$0], names[$1]) }
    }

    /// 本町お茶の間 as `[本町|ほんまち]お[茶|ちゃ]の[間|ま]`.
    func nameWithReading(_ index: PlaceIndex) -> String {
        guard !publication.places[index].reading.isEmpty else { return publication.places[index].name }
        return relations.furigana(of: index, publication).reduce(into: "") { name, segment in
            name += segment.reading.isEmpty ? segment.base : "[\(segment.base)|\(segment.reading)]"
        }
    }

    /// Seven letters, one a weekday: `-`, or the times of day as bits of `@`+, as `Timetable` has them.
    private func week(of place: PlaceIndex) -> String {
        var days = SIMD8<UInt8>()
        for case let number? in agenda.venues(of: place) { days |= agenda.timetables[number].timesOfDay }
        let letters = (days | 64).replacing(with: UInt8(ascii: "-"), where: days .== 0)
        return String(decoding: (0..<7).map { letters[$0] }, as: UTF8.self)
    }

    /// 「無料（買い物は自費）」 is free too.
    private static func isFree(_ fee: Fee) -> Bool { fee.yen == 0 || fee.text.utf8.starts(with: "無料".utf8) }

    private static func needsNoBooking(_ booking: String) -> Bool {
        ["不要", "いりません", "いらない", "自由"].contains { booking.utf8.starts(with: $0.utf8) }
    }

    /// Ten-thousandths of a degree, latitude and longitude, of the first venue that is shown; 0 where none is.
    private static func spot(_ gatherings: [PublishedGathering]) -> JSON {
        guard let coordinate = gatherings.lazy.compactMap(\.location.coordinate).first else { return .integer(0) }
        return .array([coordinate.latitude, coordinate.longitude].map { .integer(Int(($0 * 10_000).rounded())) })
    }

    private func searchWords(of activity: Activity) -> String {
        ([activity.name, activity.latinName] + activity.synonyms).map(Folding.fold).filter { !$0.isEmpty }.uniqued()
            .joined(separator: " ")
    }

    /// The guide's synonyms and an activity's other names, folded, without groups that folding has already made one.
    private func synonyms() -> [[String]] {
        publication.guide.synonyms.map { $0.map(Folding.fold).uniqued() }.filter { $0.count > 1 }
    }
}

/// Sets of small numbers, each written once: places share few different ones.
private struct SetTable {
    private(set) var all: [[Int]] = []
    private var indexes: [[Int]: Int] = [:]

    mutating func index(of set: [Int]) -> JSON {
        if let known = indexes[set] { return .integer(known) }
        indexes[set] = all.count
        all.append(set)
        return .integer(all.count - 1)
    }
}
