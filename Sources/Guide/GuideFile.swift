/// guide.md, read before all else: its settings decide how the others are read, and its language how one speaks.

import FrontMatter
import Messages
import Recurrence

struct GuideFile {
    private(set) var facts = GuideFacts()
    /// Of the file as a whole.
    private(set) var faults: [Fault] = []
    private var document: Document?
    private var findings: [Fault] = []

    init(in folder: GuideFolder, _ listing: GuideFolder.Listing) {
        let path = GuideFolder.guideFile
        guard listing.paths.position(of: path, \.self) != nil else {
            faults = [Fault(.missingGuideFile, in: path)]
            return
        }
        switch folder.read(path) {
        case .failure(let fault): faults = [fault]
        case .success(let bytes):
            let document = Document(
                parsing: SourceText(file: path, bytes: bytes), knownKeys: KeySet.allNames)
            let file = RecordFile(path: path, document: document)
            var findings = Findings(in: file)
            let holidays = folder.holidays(in: listing)
            faults += holidays.faults
            facts = GuideFacts(reading: file, holidays: holidays.calendar, &findings)
            if document.source.encoding != .unknown { self.findings = findings.faults }
            self.document = document
        }
    }

    func diagnostics(_ language: MessageLanguage) -> [Diagnostic] {
        guard let document else { return [] }
        return document.diagnostics(language, besides: findings)
            + findings.map { Diagnostic($0, in: document.source, language) }
    }
}
