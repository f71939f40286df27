/// A whole guide as its editors wrote it, read and checked.

import FrontMatter
import Geography
import Messages
import Parallel
import Publication
import Recurrence
import Synchronization

/// Everything under content/, typed and related. It holds what is private too: `publication(on:)` makes from it what
/// may be shown.
package struct Guidebook: Sendable {
    private(set) var facts = GuideFacts()
    /// What is wrong with guide.md itself, with its words where it is at a place in the text.
    private(set) var guideFileFaults: [Fault] = []
    private(set) var guideFileDiagnostics: [Diagnostic] = []
    var places: [Filed<Place>] = []
    var areas: [Filed<Area>] = []
    var stories: [Filed<Story>] = []
    var supports: [Filed<Support>] = []
    var events: [Filed<Event>] = []
    var pages: [Filed<FreePage>] = []
    package var features: [Feature] = []
    /// The files from which those came.
    var layers: [ReadFile] = []
    var photos: Set<String> = []
    var relations = Relations()
    /// All problems of all files, in file order, with those that only follow from others.
    var found: [Diagnostic] = []

    /// The language in which it speaks to its editors.
    package private(set) var language = MessageLanguage.japanese
    package var placeCount: Int { places.count }

    /// The files that it was made from, by path.
    var files: [ReadFile]
    let reader: RecordReader
    /// The day on which it was checked.
    let day: Day
    var listing: GuideFolder.Listing
    /// What was told of it, kept for the next reading.
    var told = ToldFaults()
    var texts = CheckedTexts()
    /// Of places that do not stand where they should, by file.
    var misplaced: [String: [Fault]] = [:]

    /// Reads and checks a guide.
    ///
    /// - Parameters:
    ///   - language: of the messages; nil for the guide's own.
    ///   - previous: the same folder as it was read before. Files that are as they were then are not read again; what
    ///     comes of it is the same.
    ///   - saved: the files that may have changed since then; nil where that is not known, and each is looked at.
    /// - Throws: `MachineError` where the folder cannot be read.
    package init(
        contentsOf folder: GuideFolder, on today: Day, messages language: MessageLanguage? = nil,
        rereading previous: Guidebook? = nil, saved: Set<String>? = nil
    ) throws(MachineError) {
        self = try UncheckedGuide(
            contentsOf: folder, on: today, messages: language, rereading: previous, saved: saved
        ).checked()
    }

    /// Reads a guide, without a check.
    ///
    /// - Parameters:
    ///   - faults: what has been found so far.
    ///   - messages: what has been worded.
    ///   - before: what is known from the reading before.
    init(
        reading folder: GuideFolder, on today: Day, messages language: MessageLanguage?,
        rereading previous: Guidebook?, saved: Set<String>?, opened: ([String]) -> Void, _ findings: inout [Fault],
        _ messages: inout [Diagnostic], _ before: inout KnownReading?
    ) throws(MachineError) {
        day = today
        if let known = previous?.listing(after: saved, in: folder) {
            listing = known
        } else {
            listing = try folder.list()
        }
        photos = listing.photos
        findings += listing.faults

        let guideFile = GuideFile(in: folder, listing)
        facts = guideFile.facts
        opened(facts.published.languages)
        let language = language ?? (facts.published.languages.first == "en" ? .english : .japanese)
        self.language = language
        guideFileFaults = guideFile.faults
        guideFileDiagnostics = guideFile.diagnostics(language)
        findings += guideFileFaults
        messages += guideFileDiagnostics

        let reader = RecordReader(facts.defaults, language, like: previous?.reader)
        self.reader = reader
        let paths = listing.paths.filter { $0 != GuideFolder.guideFile && $0 != GuideFolder.holidayFile }
        let known = previous?.files(at: paths, in: listing, for: reader)
        let mayHaveChanged = saved.map { saved in
            saved.reduce(into: [Bool](repeating: false, count: paths.count)) { mayHaveChanged, path in
                if let number = paths.position(of: path, \.self) { mayHaveChanged[number] = true }
            }
        }
        let reread = Mutex<Set<String>>([])
        @Sendable func file(_ number: Int) -> ReadFile {
            if let file = known?[number], file.isSettled,
                mayHaveChanged.map({ !$0[number] }) ?? file.isUnchanged(in: folder)
            {
                return file
            }
            let path = paths[number]
            if known != nil { reread.withLock { _ = $0.insert(path) } }
            return ReadFile(at: path, in: folder, by: reader)
        }
        // Where hardly any is to be read, to share the work out would be most of it.
        files = saved == nil ? paths.indices.parallelMap(file) : paths.indices.map(file)
        places.reserveCapacity(files.count)
        for file in files {
            add(file)
            findings += file.faults
            messages += file.diagnostics
        }

        if let previous, previous.language == language {
            before = KnownReading(of: previous, for: self, except: reread.withLock(\.self))
        }
        relations = Relations(of: self, before, &findings)
    }

    /// Reads guide.md again.
    ///
    /// - Returns: false where other files are read, related or checked otherwise by what it says now.
    mutating func rereadGuideFile(in folder: GuideFolder) -> Bool {
        let file = GuideFile(in: folder, listing)
        guard file.faults.isEmpty, guideFileFaults.isEmpty, file.facts.rulesLike(facts) else { return false }
        (facts, guideFileDiagnostics) = (file.facts, file.diagnostics(language))
        return true
    }

    /// What is known of the files at some paths of a listing, which are in the order of their bytes. Nothing where the reader would
    /// read schedules or word messages otherwise than they were.
    private func files(at paths: [String], in listing: GuideFolder.Listing, for reader: RecordReader) -> [ReadFile?] {
        guard reader.language == language, reader.schedules.defaults == facts.defaults else {
            return [ReadFile?](repeating: nil, count: paths.count)
        }
        // (As it stands, the array would be cast file by file.)
        if listing.paths == self.listing.paths { return files.map(Optional.some) }
        var next = 0
        return paths.map { path in
            while next < files.count, files[next].path.stands(before: path) { next += 1 }
            return next < files.count && files[next].path == path ? files[next] : nil
        }
    }

    private mutating func add(_ file: ReadFile) {
        switch file.record {
        case .place(let place): places.append(place)
        case .area(let area): areas.append(area)
        case .story(let story): stories.append(story)
        case .support(let support): supports.append(support)
        case .event(let event): events.append(event)
        case .page(let page): pages.append(page)
        case .layer(let layer):
            features += layer
            layers.append(file)
        case .nothing: break
        }
    }
}
