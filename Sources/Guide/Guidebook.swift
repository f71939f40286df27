/// A whole guide as its editors wrote it, read and checked.

import FrontMatter
import Geography
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
    var photos: Set<String> = []
    var relations = Relations()
    /// All problems of all files, in file order.
    package private(set) var diagnostics: [Diagnostic] = []

    /// A record and the file from which it came.
    struct Filed<Record: Sendable>: Sendable {
        var path: String
        var record: Record
    }

    /// The language in which it speaks to its editors.
    package private(set) var language = MessageLanguage.japanese
    package var placeCount: Int { places.count }

    /// Whether anything stops publishing.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Reads and checks a guide.
    ///
    /// - Parameter language: of the messages; nil for the guide's own.
    /// - Throws: `MachineError` where the folder cannot be read.
    package init(contentsOf folder: GuideFolder, on today: Day, messages language: MessageLanguage? = nil)
        throws(MachineError)
    {
        let listing = try folder.list()
        photos = listing.photos
        var findings = listing.faults
        var messages: [Diagnostic] = []

        let holidays = folder.holidays(in: listing)
        if let fault = holidays.fault { findings.append(fault) }
        let guideFile = RecordReader(folder: folder, defaults: ScheduleDefaults(), language: language ?? .japanese)
            .readGuide(holidays: holidays.calendar, isPresent: listing.paths.contains(GuideFolder.guideFile))
        facts = guideFile.facts
        let language = language ?? (facts.published.languages.first == "en" ? .english : .japanese)
        self.language = language
        findings += guideFile.faults
        messages += guideFile.diagnostics(language)

        let reader = RecordReader(folder: folder, defaults: facts.defaults, language: language)
        let paths = listing.paths.filter { $0 != GuideFolder.guideFile }
        for result in paths.parallelMap({ reader.read($0) }) {
            add(result.record, from: result.path)
            findings += result.faults
            messages += result.diagnostics
        }

        relations = Relations(of: self, &findings)
        check(on: today, &findings)
        messages += folder.diagnostics(for: findings, language)
        diagnostics = messages.sorted(by: Diagnostic.precedes)
    }

    private mutating func add(_ record: RecordReader.Record, from path: String) {
        switch record {
        case .place(let place): places.append(Filed(path: path, record: place))
        case .area(let area): areas.append(Filed(path: path, record: area))
        case .story(let story): stories.append(Filed(path: path, record: story))
        case .support(let support): supports.append(Filed(path: path, record: support))
        case .event(let event): events.append(Filed(path: path, record: event))
        case .page(let page): pages.append(Filed(path: path, record: page))
        case .layer(let layer): features += layer
        case .nothing: break
        }
    }
}
