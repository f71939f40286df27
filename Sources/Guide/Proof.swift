/// A guide as it was read, with what may be published of it: to be looked at while somebody writes, and made anew with
/// every save.

import FrontMatter
import Messages
import Parallel
import Publication
import Recurrence

package struct Proof: Sendable {
    package let guidebook: Guidebook
    package let publication: Publication
    /// The publication's places that may be other than in the proof before, all else being the same but the places that
    /// areas and activities list; nil where anything may be other.
    package let changedPlaces: [PlaceIndex]?
    private let maker: PublicationMaker

    /// - Parameters:
    ///   - language: of the messages; nil for the guide's own.
    ///   - previous: the proof before, of the same folder. What comes of it is the same as without.
    ///   - saved: the files that may have changed since then; nil where that is not known.
    ///   - opened: is told the guide's languages as soon as they are known, so that what needs them can begin.
    /// - Throws: `MachineError` where the folder cannot be read.
    package init(
        of folder: GuideFolder, on day: Day, messages language: MessageLanguage? = nil, after previous: Proof? = nil,
        saved: Set<String>? = nil, opened: ([String]) -> Void = { _ in }
    ) throws(MachineError) {
        if let previous, let saved, let revision = Revision(of: previous.guidebook, saved, in: folder, on: day) {
            guidebook = revision.guide
            maker = PublicationMaker(revision, after: previous.maker)
            (publication, changedPlaces) = maker.revise(previous.publication, by: previous.maker, revision)
        } else {
            let read = try UncheckedGuide(
                contentsOf: folder, on: day, messages: language, rereading: previous?.guidebook, saved: saved,
                opened: opened)
            let maker = PublicationMaker(guide: read.guide)
            self.maker = maker
            (guidebook, publication) = concurrently(
                { read.checked() },
                { maker.make(on: day, previous.flatMap { maker.places(after: ($0.maker, $0.publication)) }) })
            changedPlaces = nil
        }
    }
}
