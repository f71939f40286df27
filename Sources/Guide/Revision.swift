/// A guide after some of its files were saved: what these files do not touch is kept as it was; what they say, and what
/// others say of their places, is read, related and checked.

import FrontMatter
import Messages
import Parallel
import Recurrence

struct Revision {
    private(set) var guide: Guidebook
    private(set) var moves: Moves
    private(set) var ties: ChangedTies
    /// The places of the guide that may be shown otherwise than before.
    private(set) var places: Set<Int> = []
    /// Whether all that relates areas is as it was.
    let hasSameAreas: Bool
    /// Whether nothing but those places may be shown otherwise.
    private(set) var isOfPlacesAlone: Bool
    /// Files of which what is wrong with them is told again.
    private var retold: Set<String>

    /// Nil where more may come of it than these files show: then the guide is to be read as a whole.
    init?(of before: Guidebook, _ saved: Set<String>, in folder: GuideFolder, on today: Day) {
        guard today == before.day, saved.count <= 16, before.told.guessesAreFew,
            let listing = before.listing(after: saved, in: folder)
        else { return nil }
        guide = before
        guide.listing = listing
        if saved.contains(GuideFolder.guideFile) {
            guard guide.rereadGuideFile(in: folder) else { return nil }
        }
        guard let files = guide.reread(saved.subtracting([GuideFolder.guideFile]), in: folder) else { return nil }
        ties = ChangedTies(retired: guide.facts.retiredNumbers.symmetricDifference(before.facts.retiredNumbers))
        retold = saved
        let changed = ChangedPlace.all(of: files, before.places, guide.places)
        moves = Moves(changed, before: before.places.count)
        for place in changed { ties.add(place) }
        hasSameAreas = guide.hasAreas(of: before)
        places = guide.relate(changed, moves, hasSameAreas: hasSameAreas)
        isOfPlacesAlone =
            changed.count == saved.count && ties.isEmpty && guide.relations.activities == before.relations.activities
        if !ties.isEmpty { places.formUnion(referrers()) }
        guide.relations.resolve(places, in: guide)
        if !isOfPlacesAlone { guide.relations.relateWorks(guide) }
        retold.formUnion(guide.texts.revise(files, ties, guide))
        tell(in: folder)
        guard guide.told.guessesAreFew else { return nil }
    }

    /// The places that name one of those whose ties changed, or have its name or number, and those of which something is
    /// told that goes by all names or numbers.
    private func referrers() -> [Int] {
        let names = guide.relations.placeNames
        let doubtful = guide.told.pathsWithoutPlaces.compactMap { guide.places.position(of: $0, \.path) }
        let namesakes = ties.names.flatMap { names.byName.numbers(named: $0.text) }
        let mayName = guide.places.indices.parallelMap { [guide, ties] number -> Bool in
            let place = guide.places[number]
            return names.numbers[number].map(ties.numbers.contains) ?? true
                || place.record.foundThrough.contains { ties.mayBeMeant(by: $0.value) }
                || place.record.linked.contains { ties.mayBeMeant(by: $0.value) }
                || place.record.body.places.contains { ties.mayBeMeant(by: $0.target) }
        }
        return doubtful + namesakes + mayName.indices.filter { mayName[$0] }
    }

    /// Checks again what may be otherwise than it was.
    private mutating func tell(in folder: GuideFolder) {
        for path in retold { if let place = guide.places.position(of: path, \.path) { places.insert(place) } }
        var found = Dictionary(uniqueKeysWithValues: retold.map { ($0, [Fault]()) })
        let free = guide.nextFreeNumber
        for number in places { found[guide.places[number].path] = guide.faults(ofPlace: number, free: free) }
        // Of other records there are few: where one is touched, all are checked.
        if !isOfPlacesAlone || retold.contains(where: { guide.places.position(of: $0, \.path) == nil }) {
            found.merge(guide.faultsOfWorks) { $1 }
        }
        for (path, faults) in found where retold.contains(path) || faults != guide.told.faults(of: path) {
            guide.told.replace(path, faults, in: folder, guide.language)
            retold.insert(path)
        }
        guide.found.removeAll { retold.contains($0.file) }
        for path in retold {
            if let file = guide.files.position(of: path, \.path) { guide.found += guide.files[file].diagnostics }
            if path == GuideFolder.guideFile { guide.found += guide.guideFileDiagnostics }
            guide.found += guide.told.diagnostics(of: path)
        }
        guide.found.sort(by: Diagnostic.precedes)
    }
}

/// A file that was saved: what it held and what it holds; nothing where there was, or is, none.
struct ChangedFile {
    let path: String
    let before, after: ReadFile.Record
}

/// A place whose file was saved.
struct ChangedPlace {
    /// Where it stands among the places.
    typealias Standing = (number: Int, place: Filed<Place>)

    /// Nil for a place that came.
    let before: Standing?
    /// Nil for one that went.
    let after: Standing?

    /// - Parameters:
    ///   - before: all places as they were.
    ///   - after: all places as they are.
    fileprivate static func all(
        of files: [ChangedFile], _ before: [Filed<Place>], _ after: [Filed<Place>]
    ) -> [ChangedPlace] {
        func standing(_ record: ReadFile.Record, in places: [Filed<Place>]) -> Standing? {
            guard let place: Filed<Place> = record.filed() else { return nil }
            return places.position(of: place.path, \.path).map { ($0, place) }
        }
        return files.map { ChangedPlace(before: standing($0.before, in: before), after: standing($0.after, in: after)) }
            .filter { $0.before != nil || $0.after != nil }
    }
}
