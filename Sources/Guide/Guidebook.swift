/// A whole guide as its editors wrote it, read and checked.

import FrontMatter
import Geography
import Messages
import Parallel
import Publication
import Recurrence

/// Everything under content/, typed and related. It holds what is private too: `publication(on:)` makes from it what
/// may be shown.
package struct Guidebook: Sendable {
    var facts = GuideFacts()
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
    /// All problems of all files, in file order.
    package var diagnostics: [Diagnostic] = []

    /// The language in which it speaks to its editors.
    package private(set) var language = MessageLanguage.japanese
    package var placeCount: Int { places.count }

    /// Whether anything stops publishing.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The files that it was made from, by path.
    var files: [ReadFile]
    let reader: RecordReader
    /// The day on which it was checked.
    let day: Day
    let listing: GuideFolder.Listing
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
    ///   - opened: is told the guide's languages as soon as they are known, so that what needs them can begin.
    /// - Throws: `MachineError` where the folder cannot be read.
    package init(
        contentsOf folder: GuideFolder, on today: Day, messages language: MessageLanguage? = nil,
        rereading previous: Guidebook? = nil, saved: Set<String>? = nil, opened: ([String]) -> Void = { _ in }
    ) throws(MachineError) {
        day = today
        if let known = previous?.listing(after: saved, in: folder) {
            listing = known
        } else {
            listing = try folder.list()
        }
        photos = listing.photos
        var findings = listing.faults
        var messages: [Diagnostic] = []

        let guideFile = GuideFile(in: folder, listing)
        facts = guideFile.facts
        opened(facts.published.languages)
        let language = language ?? (facts.published.languages.first == "en" ? .english : .japanese)
        self.language = language
        findings += guideFile.faults
        messages += guideFile.diagnostics(language)

        let reader = RecordReader(facts.defaults, language, like: previous?.reader)
        self.reader = reader
        let paths = listing.paths.filter { $0 != GuideFolder.guideFile && $0 != GuideFolder.holidayFile }
        let known = previous?.files(at: paths, for: reader) ?? [ReadFile?](repeating: nil, count: paths.count)
        let changed = Self.changed(paths, since: saved, known, in: folder)
        let read = changed.parallelMap { ReadFile(at: paths[$0], in: folder, by: reader) }
        if changed.count == paths.count {
            files = read
        } else {
            var all = known
            for (number, file) in zip(changed, read) { all[number] = file }
            files = all.compactMap(\.self)
        }
        places.reserveCapacity(files.count)
        for file in files {
            add(file)
            findings += file.faults
            messages += file.diagnostics
        }

        let before = previous.flatMap { previous in
            previous.language == language
                ? KnownReading(of: previous, for: self, except: Set(changed.map { paths[$0] })) : nil
        }
        relations = Relations(of: self, before, &findings)
        texts = CheckedTexts(of: self, before)
        findings += texts.faults
        check(before, &findings)
        told = ToldFaults(findings, in: folder, language, before)
        messages += told.diagnostics
        diagnostics = messages.sorted(by: Diagnostic.precedes)
    }

    /// What is known of the files at some paths, which are in the order of their bytes. Nothing where the reader would
    /// read schedules or word messages otherwise than they were.
    private func files(at paths: [String], for reader: RecordReader) -> [ReadFile?] {
        guard reader.language == language, reader.schedules.defaults == facts.defaults else {
            return [ReadFile?](repeating: nil, count: paths.count)
        }
        if paths.count == files.count, paths.elementsEqual(files, by: { $0 == $1.path }) { return files }
        var next = 0
        return paths.map { path in
            while next < files.count, files[next].path.stands(before: path) { next += 1 }
            return next < files.count && files[next].path == path ? files[next] : nil
        }
    }

    /// The numbers of the files that are to be read.
    private static func changed(
        _ paths: [String], since saved: Set<String>?, _ known: [ReadFile?], in folder: GuideFolder
    ) -> [Int] {
        @Sendable func isChanged(_ number: Int) -> Bool {
            known[number].map { !$0.isUnchanged(in: folder, since: saved) } ?? true
        }
        // To look at every file takes both cores; to look at names does not.
        if saved != nil { return paths.indices.filter(isChanged) }
        return zip(paths.indices, paths.indices.parallelMap(isChanged)).filter(\.1).map(\.0)
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
