/// What reading a guide as a whole came to the last time: of files that are as they were then, it need not be found again.

import FrontMatter
import Messages

struct KnownReading: Sendable {
    let guide: Guidebook
    /// Areas are named and stand to one another as they did, and layers of the map are as they were.
    let hasSameAreas: Bool
    /// Every place is as it was.
    let hasSamePlaces: Bool
    /// Files that were read anew, and files that are gone: of them nothing is known.
    private let others: Set<String>

    /// - Parameters:
    ///   - previous: in the same language.
    ///   - guide: with its records read.
    ///   - reread: its files that were read anew.
    init(of previous: Guidebook, for guide: Guidebook, except reread: Set<String>) {
        self.guide = previous
        hasSameAreas = guide.hasAreas(of: previous)
        hasSamePlaces = guide.hasPlaces(of: previous)
        // These are read each time.
        let readAlways = [GuideFolder.guideFile, GuideFolder.holidayFile]
        let gone =
            guide.listing.paths == previous.listing.paths
            ? [] : Set(previous.listing.paths).subtracting(guide.listing.paths)
        others = reread.union(readAlways).union(gone)
    }

    func isAsItWas(_ path: String) -> Bool { !others.contains(path) }
}

extension Guidebook {
    /// Whether no area is otherwise named or related, and no layer of the map has been read anew, come or gone since.
    func hasAreas(of previous: Guidebook) -> Bool {
        areas.elementsEqual(previous.areas) { $0 === $1 || $0.isRelated(like: $1) }
            && layers.elementsEqual(previous.layers, by: ===)
    }

    /// Whether no place has been read anew, come or gone since.
    func hasPlaces(of previous: Guidebook) -> Bool { places.elementsEqual(previous.places, by: ===) }
}

extension Filed<Area> {
    /// Whether all that relates areas, and places to them, stands where it stood, and their order and colours are the same.
    fileprivate func isRelated(like other: Filed<Area>) -> Bool {
        path == other.path && record.id == other.record.id
            && record.name.range == other.record.name.range
            && ExactText(record.name.value) == ExactText(other.record.name.value)
            && ExactText(record.reading) == ExactText(other.record.reading)
            && record.layer == other.record.layer && record.colour == other.record.colour
            && record.parents == other.record.parents
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

    /// Of one file other faults than before, or in other lines.
    mutating func replace(_ path: String, _ faults: [Fault], in folder: GuideFolder, _ language: MessageLanguage) {
        guard !faults.isEmpty || byPath[path] != nil else { return }
        byPath[path] = nil
        for (path, diagnostics) in folder.diagnostics(for: faults, language) {
            byPath[path] = Told(faults: faults, diagnostics: diagnostics)
        }
    }

    var diagnostics: [Diagnostic] { byPath.values.flatMap(\.diagnostics) }

    func faults(of path: String) -> [Fault] { byPath[path]?.faults ?? [] }

    func diagnostics(of path: String) -> [Diagnostic] { byPath[path]?.diagnostics ?? [] }

    /// Whether what was meant was looked for wherever something is not known.
    var guessesAreFew: Bool {
        byPath.values.reduce(0) { $0 + $1.faults.count(where: \.kind.asksForAGuess) } < [Fault].mostGuesses
    }

    /// Files that name places which nobody knows, or several by one name.
    var pathsWithoutPlaces: [String] {
        byPath.filter { $0.value.faults.contains { $0.kind.isOfNoPlace } }.map(\.key)
    }
}
