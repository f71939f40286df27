/// 調査票: of every place what is on record, to be corrected and signed by its people.
///
/// The one work that shows what is not published. It is therefore no `Book`: it is made from a survey, says 部外秘 on every
/// page, and is written only where somebody wants it (`isPublished(_:)`).

import Encoding
import Glibc
import Publication
import Recurrence
import Survey

package struct SurveyForms: Sendable {
    private let survey: Survey
    private let book: Book

    package init(_ survey: Survey, _ look: BookLook, _ options: PrintOptions = PrintOptions()) {
        self.survey = survey
        var publication = Publication(today: survey.today)
        publication.guide = survey.guide
        book = Book(publication, look, options)
    }

    package func materials() throws(WorkFault) -> Materials {
        let template = "templates/book/survey.typ"
        guard book.look.files.contains(where: { $0.path == template }) else { throw .noTemplate(template) }
        return Materials(
            template: template,
            data: .object(book.common("survey") + [("rounds", .array(survey.rounds.map(round)))]),
            files: book.look.files, paper: book.options.paper, isConfidential: true)
    }

    /// Whether a file would lie in a folder that is published: one that kayoi has built, or those from which it builds.
    ///
    /// - Parameter guide: the guide's folder.
    package static func isPublished(_ file: String, guide: String) -> Bool {
        // A link that is there already leads to where the file would be written.
        var folder = WorkingFolder.absolute(WorkingFolder.parent(of: WorkingFolder.absolute(file)))
        let root = WorkingFolder.absolute(guide)
        let published = ["site", "content", "templates"].map { root + "/" + $0 }
        while true {
            if published.contains(folder) || access(folder + "/.kayoi-manifest.json", F_OK) == 0 { return true }
            let parent = WorkingFolder.parent(of: folder)
            if parent == folder { return false }
            folder = parent
        }
    }

    private func round(_ round: SurveyRound) -> JSON {
        [
            "area": .string(round.area), "coordinators": .array(round.coordinators.map(contact)),
            "sheets": .array(round.sheets.map(sheet)),
        ]
    }

    private func sheet(_ sheet: SurveySheet) -> JSON {
        [
            "number": sheet.number.map(JSON.integer) ?? .null, "name": .string(sheet.name),
            "reading": .string(sheet.reading), "ruby": .ruby(sheet.name, sheet.reading),
            "consent": [
                "state": .string(sheet.consent.state.rawValue), "asked": JSON(sheet.consent.asked.map(book.data.day)),
                "by": .string(sheet.consent.by),
            ],
            "gatherings": .array(
                sheet.gatherings.map {
                    [
                        "venue": .string($0.venue), "address": .string($0.address), "when": .string($0.schedule),
                        "position": .string($0.position.rawValue),
                    ]
                }),
            "audience": .string(sheet.audience), "capacity": .string(sheet.capacity), "fee": .string(sheet.fee),
            "booking": .string(sheet.booking), "bring": .string(sheet.bring), "activities": JSON(sheet.activities),
            "access": JSON(sheet.access), "contacts": .array(sheet.contacts.map(contact)),
            "photos": JSON(sheet.photos), "verified": JSON(sheet.verified.map(book.data.day)),
            "code": .code(sheet.address),
        ]
    }

    private func contact(_ contact: SurveyContact) -> JSON {
        [
            "name": .string(contact.name), "telephone": .string(contact.telephone), "fax": .string(contact.fax),
            "mail": .string(contact.mail), "isPublic": .bool(contact.isPublic),
        ]
    }
}
