/// Reads one content file into the record that its folder says it is.

import FrontMatter
import Geography
import Markdown
import Recurrence

struct RecordReader: Sendable {
    let folder: GuideFolder
    let schedules: ScheduleReader
    let language: MessageLanguage

    enum Record: Sendable {
        case place(Guidebook.Filed<Place>)
        case area(Guidebook.Filed<Area>)
        case story(Guidebook.Filed<Story>)
        case support(Guidebook.Filed<Support>)
        case event(Guidebook.Filed<Event>)
        case page(Guidebook.Filed<FreePage>)
        case layer([Feature])
        case nothing
    }

    struct Result: Sendable {
        var path: String
        var record = Record.nothing
        /// Of the file as a whole.
        var faults: [Fault] = []
        /// Of places in the file, worded while its text is at hand.
        var diagnostics: [Diagnostic] = []
    }

    func read(_ path: String) -> Result {
        var result = Result(path: path)
        guard let kind = Self.kind(of: path) else {
            result.faults = [Fault(.unexpectedFile, in: path)]
            return result
        }
        switch folder.read(path) {
        case .failure(let fault): result.faults = [fault]
        case .success(let bytes):
            if kind == .geo {
                readLayer(bytes, into: &result)
            } else {
                readRecord(bytes, kind, into: &result)
            }
        }
        return result
    }

    private enum Folder: String { case places, areas, stories, support, events, pages, geo }

    private static func kind(of path: String) -> Folder? {
        let parts = path.split(separator: "/", maxSplits: 2)
        guard parts.count == 3, let folder = Folder(rawValue: String(parts[1])) else { return nil }
        return path.hasSuffix(folder == .geo ? ".geojson" : ".md") ? folder : nil
    }

    private func readLayer(_ bytes: [UInt8], into result: inout Result) {
        let layer = GeoJSON(bytes)
        result.record = .layer(layer.features)
        result.diagnostics = layer.faults.map { Diagnostic($0, in: result.path, language) }
    }

    private func readRecord(_ bytes: [UInt8], _ kind: Folder, into result: inout Result) {
        let source = SourceText(file: result.path, bytes: bytes)
        let file = RecordFile(path: result.path, document: Document(parsing: source, knownKeys: Self.keyNames))
        var findings = Findings(path: result.path)
        // Without front matter there is nothing to check but that.
        if !file.document.root.contains(where: { _ in true }), !file.document.faults.isEmpty {
            result.diagnostics = file.document.diagnostics(language)
            return
        }
        func filed<Record>(_ record: Record) -> Guidebook.Filed<Record> { Guidebook.Filed(record, path: file.path) }
        switch kind {
        case .places: result.record = .place(filed(Place(reading: file, schedules, &findings)))
        case .areas: result.record = .area(filed(Area(reading: file, &findings)))
        case .stories: result.record = .story(filed(Story(reading: file, &findings)))
        case .support: result.record = .support(filed(Support(reading: file, &findings)))
        case .events: result.record = .event(filed(Event(reading: file, schedules, &findings)))
        case .pages: result.record = .page(filed(FreePage(reading: file, &findings)))
        case .geo: break
        }
        result.diagnostics = file.document.diagnostics(language) + findings.diagnostics(in: source, language)
    }

    private static let keyNames = KeySet(Key.allCases).names
}

extension RecordReader {
    /// guide.md, read before all else: its settings decide how the others are read, and its language how one speaks.
    struct GuideFile {
        var facts = GuideFacts()
        var faults: [Fault] = []
        var document: Document?
        fileprivate var findings: [Fault] = []

        func diagnostics(_ language: MessageLanguage) -> [Diagnostic] {
            guard let document else { return [] }
            return document.diagnostics(language) + findings.map { Diagnostic($0, in: document.source, language) }
        }
    }

    func readGuide(holidays: HolidayCalendar, isPresent: Bool) -> GuideFile {
        let path = GuideFolder.guideFile
        var file = GuideFile()
        guard isPresent else {
            file.faults = [Fault(.missingGuideFile, in: path)]
            return file
        }
        switch folder.read(path) {
        case .failure(let fault): file.faults = [fault]
        case .success(let bytes):
            let document = Document(
                parsing: SourceText(file: path, bytes: bytes), knownKeys: Self.keyNames)
            var findings = Findings(path: path)
            file.facts = GuideFacts(
                reading: RecordFile(path: path, document: document), holidays: holidays, &findings)
            file.findings = findings.faults
            file.document = document
        }
        return file
    }
}
