/// What did not agree to be public must not stand in texts that are published: telephone numbers, which is an error, and
/// names of places, which may be words that mean something else.

import FrontMatter
import Markdown
import Parallel

extension Guidebook {
    func checkTexts(_ faults: inout [Fault]) {
        let contacts =
            places.flatMap { place in place.record.contacts.map { ($0, place.record.isPublished) } }
            + areas.flatMap { area in area.record.coordinators.map { ($0, true) } }
            + supports.flatMap { support in support.record.contacts.map { ($0, true) } }
            + events.flatMap { event in event.record.contacts.map { ($0, true) } }
        var hidden: Set<Telephone.Digits> = []
        var shown: Set<Telephone.Digits> = [Telephone.digits(facts.published.office.contact.telephone)]
        for (contact, isPublished) in contacts {
            for number in [contact.telephone, contact.fax] {
                let digits = Telephone.digits(number)
                guard digits.count >= 9 else { continue }
                if contact.isPublic && isPublished { shown.insert(digits) } else { hidden.insert(digits) }
            }
        }
        hidden.subtract(shown)
        let published = Set(places.filter(\.record.isPublished).map(\.record.name.value))
        let names = UnpublishedNames(
            Set(places.filter { !$0.record.isPublished }.map(\.record.name.value)), published: published)
        guard !hidden.isEmpty || !names.isEmpty else { return }

        faults += publishedTexts().parallelMap { [hidden] text in
            let texts = [text.body.plainText()] + text.others
            return texts.flatMap { words -> [Fault] in
                let telephones = Telephone.numbers(in: words).filter { hidden.contains($0.digits) }
                return telephones.map { Fault(.privateTelephoneInText($0.text), in: text.path) }
                    + names.found(in: words).map { Fault(.unpublishedNameInText($0), in: text.path) }
            }
        }.joined()
    }

    /// Everything that people wrote freely and that will be published.
    private func publishedTexts() -> [FreeText] {
        var texts = places.filter(\.record.isPublished).map { place in
            let record = place.record
            return FreeText(
                path: place.path, body: record.body,
                others: [
                    record.audience, record.capacity, record.booking, record.bring, record.fee.text, record.name.value,
                ]
                    + record.voices + record.gatherings.flatMap { [$0.schedule?.text ?? "", $0.venue] })
        }
        texts += areas.map { area in
            let council = area.record.council
            return FreeText(
                path: area.path, body: area.record.body,
                others: [council?.meets ?? "", council?.venue ?? "", council?.introduction ?? ""]
                    + area.record.coordinators.map(\.introduction))
        }
        texts += stories.map { FreeText(path: $0.path, body: $0.record.body, others: $0.record.features) }
        texts += supports.map {
            FreeText(
                path: $0.path, body: $0.record.body, others: $0.record.grants.map(\.description) + [$0.record.audience])
        }
        texts += events.map {
            FreeText(path: $0.path, body: $0.record.body, others: [$0.record.booking, $0.record.venue])
        }
        texts += pages.map { FreeText(path: $0.path, body: $0.record.body, others: []) }
        return texts + [FreeText(path: GuideFolder.guideFile, body: facts.published.foreword, others: [])]
    }
}

private struct FreeText: Sendable {
    var path: String
    var body: MarkdownText
    var others: [String]
}
