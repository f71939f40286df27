/// Telephone numbers whose people did not agree to be public must not stand in texts that are published.

import FrontMatter
import Markdown

extension Guidebook {
    func checkTelephones(_ faults: inout [Fault]) {
        let contacts =
            places.flatMap { place in place.record.contacts.map { ($0, place.record.isPublished) } }
            + areas.flatMap { area in area.record.coordinators.map { ($0, true) } }
            + supports.flatMap { support in support.record.contacts.map { ($0, true) } }
            + events.flatMap { event in event.record.contacts.map { ($0, true) } }
        var hidden: Set<String> = []
        var shown: Set<String> = [Telephone.digits(facts.published.office.contact.telephone)]
        for (contact, isPublished) in contacts {
            for number in [contact.telephone, contact.fax] {
                let digits = Telephone.digits(number)
                guard digits.count >= 9 else { continue }
                if contact.isPublic && isPublished { shown.insert(digits) } else { hidden.insert(digits) }
            }
        }
        hidden.subtract(shown)
        guard !hidden.isEmpty else { return }

        for place in places where place.record.isPublished {
            let record = place.record
            let texts =
                [record.audience, record.capacity, record.booking, record.bring, record.fee.text, record.name.value]
                + record.voices + record.gatherings.flatMap { [$0.schedule?.text ?? "", $0.venue] }
            check(record.body, texts, hidden, in: place.path, &faults)
        }
        for area in areas {
            let council = area.record.council
            let texts =
                [council?.meets ?? "", council?.venue ?? "", council?.introduction ?? ""]
                + area.record.coordinators.map(\.introduction)
            check(area.record.body, texts, hidden, in: area.path, &faults)
        }
        for story in stories { check(story.record.body, story.record.features, hidden, in: story.path, &faults) }
        for support in supports {
            check(support.record.body, support.record.grants.map(\.description), hidden, in: support.path, &faults)
        }
        for event in events { check(event.record.body, [event.record.booking], hidden, in: event.path, &faults) }
        for page in pages { check(page.record.body, [], hidden, in: page.path, &faults) }
        check(facts.published.foreword, [], hidden, in: GuideFolder.guideFile, &faults)
    }

    private func check(
        _ body: MarkdownText, _ texts: [String], _ hidden: Set<String>, in path: String, _ faults: inout [Fault]
    ) {
        for text in texts + [body.plainText()] {
            for number in Telephone.numbers(in: text) where hidden.contains(Telephone.digits(number)) {
                faults.append(Fault(.privateTelephoneInText(number), in: path))
            }
        }
    }
}

extension Telephone {
    /// Runs of digits with hyphens, brackets and spaces between, of at least nine digits.
    static func numbers(in text: String) -> [String] {
        guard text.utf8.contains(where: { $0 == 0x30 }) || text.utf8.contains(0xEF) else { return [] }
        var numbers: [String] = []
        var run = ""
        for character in Numeral.halfWidth(text) + "." {
            if ("0"..."9").contains(character) || (!run.isEmpty && "-ー() 　".contains(character)) {
                run.append(character)
            } else if !run.isEmpty {
                if digits(run).count >= 9 { numbers.append(run.trimmed) }
                run = ""
            }
        }
        return numbers
    }
}
