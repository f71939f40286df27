/// Reads the bytes of one content file into the record that its folder says it is.

import FrontMatter
import Geography
import Markdown
import Messages
import Recurrence

/// What a file under content/ holds: the name of the folder in which it stands.
enum ContentKind: String, CaseIterable {
    case places, areas, stories, support, events, pages, geo

    private static let folders = KnownWords(allCases.map(\.rawValue))

    /// How the names of its files end.
    var ending: String { self == .geo ? ".geojson" : ".md" }

    /// Nil for a file that belongs nowhere.
    init?(of path: String) {
        guard let kind = ContentKind(folderOf: path), path.hasSuffix(kind.ending) else { return nil }
        self = kind
    }

    /// The same, however the file's name ends.
    init?(folderOf path: String) {
        let number = path.withBytes { path -> Int? in
            let folder = path.dropFirst("content/".utf8.count).prefix { $0 != UInt8(ascii: "/") }
            return folder.endIndex < path.endIndex
                ? Self.folders.number(of: UnsafeBufferPointer(rebasing: folder)) : nil
        }
        guard let number else { return nil }
        self = Self.allCases[number]
    }
}

struct RecordReader: Sendable {
    let schedules: ScheduleReader
    let language: MessageLanguage

    /// - Parameter other: that has read the same guide before; what it made of schedules is used again.
    init(_ defaults: ScheduleDefaults, _ language: MessageLanguage, like other: RecordReader? = nil) {
        let known = other.flatMap { $0.schedules.defaults == defaults ? $0.schedules : nil }
        (schedules, self.language) = (known ?? ScheduleReader(defaults), language)
    }

    /// What the bytes come to. That depends on nothing but them, the path, the guide's defaults and the language.
    func read(_ bytes: [UInt8], _ kind: ContentKind, at path: String) -> (ReadFile.Record, [Diagnostic]) {
        guard kind != .geo else {
            let layer = GeoJSON(bytes)
            return (.layer(layer.features), layer.faults.map { Diagnostic($0, in: path, language) })
        }
        let source = SourceText(file: path, bytes: bytes)
        let text = RecordFile(path: path, document: Document(parsing: source, knownKeys: KeySet.allNames))
        var findings = Findings(in: text)
        // Without front matter, or without text, there is nothing to check but that.
        if source.encoding == .unknown || !text.document.root.contains(where: { _ in true }),
            !text.document.faults.isEmpty
        {
            return (.nothing, text.document.diagnostics(language))
        }
        let record = record(kind, text, &findings)
        return (
            record,
            text.document.diagnostics(language, besides: findings.faults) + findings.diagnostics(in: source, language)
        )
    }

    private func record(_ kind: ContentKind, _ text: RecordFile, _ findings: inout Findings) -> ReadFile.Record {
        switch kind {
        case .places: .place(Filed(Place(reading: text, schedules, &findings), path: text.path))
        case .areas: .area(Filed(Area(reading: text, &findings), path: text.path))
        case .stories: .story(Filed(Story(reading: text, &findings), path: text.path))
        case .support: .support(Filed(Support(reading: text, &findings), path: text.path))
        case .events: .event(Filed(Event(reading: text, schedules, &findings), path: text.path))
        case .pages: .page(Filed(FreePage(reading: text, &findings), path: text.path))
        case .geo: .nothing
        }
    }
}
