/// A guide that was read and related. What may be published of it depends on no check: both can be done at once.

import FrontMatter
import Messages
import Recurrence

struct UncheckedGuide: Sendable {
    let guide: Guidebook
    private let folder: GuideFolder
    /// What was found and worded so far.
    private var faults: [Fault] = []
    private var messages: [Diagnostic] = []
    private var before: KnownReading?

    init(
        contentsOf folder: GuideFolder, on today: Day, messages language: MessageLanguage?,
        rereading previous: Guidebook?, saved: Set<String>?, opened: ([String]) -> Void = { _ in }
    ) throws(MachineError) {
        self.folder = folder
        guide = try Guidebook(
            reading: folder, on: today, messages: language, rereading: previous, saved: saved, opened: opened, &faults,
            &messages, &before)
    }

    func checked() -> Guidebook {
        var (guide, faults) = (guide, faults)
        guide.texts = CheckedTexts(of: guide, before)
        faults += guide.texts.faults
        guide.check(before, &faults)
        guide.told = ToldFaults(faults, in: folder, guide.language, before)
        guide.found = (messages + guide.told.diagnostics).sorted(by: Diagnostic.precedes)
        return guide
    }
}
