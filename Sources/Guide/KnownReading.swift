/// What reading a guide came to the last time: of files that are as they were then, it need not be found again.

import FrontMatter
import Messages

/// What is known of a guide from the reading before. (A class: it is asked about every record.)
final class KnownReading: Sendable {
    let guide: Guidebook
    /// Of each place, its number in that reading, if its file is as it was.
    let places: [Int?]
    /// Areas are named and stand to one another as they did, and layers of the map are as they were.
    let hasSameAreas: Bool
    /// Every place stands where it stood, and has the name that it had.
    let hasSameNames: Bool
    /// And the number.
    let hasSameNumbers: Bool
    /// The same names, and whether they may be told.
    let hasSameConsent: Bool
    /// Files that were read anew, and files that are gone: of them nothing is known.
    private let others: Set<String>

    /// - Parameters:
    ///   - previous: in the same language.
    ///   - guide: with its records read.
    ///   - reread: its files that were read anew.
    init(of previous: Guidebook, for guide: Guidebook, except reread: Set<String>) {
        self.guide = previous
        let places = numbers(of: guide.places, in: previous.places)
        self.places = places
        hasSameAreas = guide.hasAreas(of: previous)
        let changed = places.indices.filter { places[$0] != $0 }.map { place in
            (new: guide.places[place], old: place < previous.places.count ? previous.places[place] : nil)
        }
        let hasSameNames =
            places.count == previous.places.count && changed.allSatisfy { $0.new.isNamed(like: $0.old) }
        self.hasSameNames = hasSameNames
        hasSameNumbers =
            hasSameNames && changed.allSatisfy { $0.new.record.number?.value == $0.old?.record.number?.value }
        hasSameConsent = hasSameNames && changed.allSatisfy { $0.new.record.isPublished == $0.old?.record.isPublished }
        // These are read each time.
        let readAlways = [GuideFolder.guideFile, GuideFolder.holidayFile]
        let gone =
            guide.listing.paths == previous.listing.paths
            ? [] : Set(previous.listing.paths).subtracting(guide.listing.paths)
        others = reread.union(readAlways).union(gone)
    }

    func isAsItWas(_ path: String) -> Bool { !others.contains(path) }
}

/// Of each record its number in an earlier reading, if its file has not been read anew since. Both stand in the order of
/// their paths.
func numbers<Record>(of records: [Filed<Record>], in previous: [Filed<Record>]) -> [Int?] {
    var next = 0
    return records.map { record in
        while next < previous.count, previous[next] !== record, previous[next].path.stands(before: record.path) {
            next += 1
        }
        guard next < previous.count, previous[next] === record else { return nil }
        next += 1
        return next - 1
    }
}

extension Guidebook {
    /// Whether no area is otherwise named or related, and no layer of the map has been read anew, come or gone since.
    fileprivate func hasAreas(of previous: Guidebook) -> Bool {
        areas.elementsEqual(previous.areas) { $0 === $1 || $0.isRelated(like: $1) }
            && layers.elementsEqual(previous.layers, by: ===)
    }

    /// Whether every place stands where it stood, and all that others go by is as it was.
    func hasTies(of previous: Guidebook) -> Bool {
        places.elementsEqual(previous.places) {
            $0 === $1 || $0.isNamed(like: $1) && Ties(of: $0.record) == Ties(of: $1.record)
        }
    }
}

extension Filed<Place> {
    fileprivate func isNamed(like other: Filed<Place>?) -> Bool {
        guard let other else { return false }
        return path == other.path && ExactText(record.name.value) == ExactText(other.record.name.value)
    }
}

extension Filed<Area> {
    /// Whether all that relates areas, and places to them, stands where it stood.
    fileprivate func isRelated(like other: Filed<Area>) -> Bool {
        path == other.path && record.id == other.record.id
            && record.name.range == other.record.name.range
            && ExactText(record.name.value) == ExactText(other.record.name.value)
            && record.layer == other.record.layer && record.parents == other.record.parents
            && record.boundary == other.record.boundary
    }
}

/// The faults that came up when files were compared, worded.
struct ToldFaults: Sendable {
    private var byPath: [String: Told] = [:]

    private struct Told: Sendable {
        var faults: [Fault]
        var diagnostics: [Diagnostic]
    }

    init() {}

    /// - Parameter known: the same faults of a file that is as it was have the same words.
    init(_ faults: [Fault], in folder: GuideFolder, _ language: MessageLanguage, _ known: KnownReading?) {
        var new: [Fault] = []
        for (path, faults) in Dictionary(grouping: faults, by: \.path) {
            if let known, known.isAsItWas(path), let told = known.guide.told.byPath[path], told.faults == faults {
                byPath[path] = told
            } else {
                new += faults
                byPath[path] = Told(faults: faults, diagnostics: [])
            }
        }
        for (path, diagnostics) in folder.diagnostics(for: new, language) { byPath[path]?.diagnostics = diagnostics }
    }

    /// Of one file other faults than before.
    mutating func replace(_ path: String, _ faults: [Fault], in folder: GuideFolder, _ language: MessageLanguage) {
        byPath[path] = nil
        for (path, diagnostics) in folder.diagnostics(for: faults, language) {
            byPath[path] = Told(faults: faults, diagnostics: diagnostics)
        }
    }

    var diagnostics: [Diagnostic] { byPath.values.flatMap(\.diagnostics) }

    func diagnostics(of path: String) -> [Diagnostic] { byPath[path]?.diagnostics ?? [] }
}
