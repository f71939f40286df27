/// What did not agree to be public must not stand in texts that are published: telephone numbers, which is an error, and
/// names of places, which may be words that mean something else.

import FrontMatter
import Markdown
import Parallel
import Publication

extension Guidebook {
    func checkTexts(_ faults: inout [Fault]) {
        let secrets = Secrets(of: self)
        guard !secrets.isEmpty else { return }
        func check<Record: FreelyWritten>(_ records: [Filed<Record>], _ faults: inout [Fault]) {
            for found in records.parallelMap({ secrets.told(by: $0.record, in: $0.path) }) { faults += found }
        }
        check(places, &faults)
        check(areas, &faults)
        check(stories, &faults)
        check(supports, &faults)
        check(events, &faults)
        check(pages, &faults)
        faults += secrets.told(by: facts, in: GuideFolder.guideFile)
    }
}

extension Guidebook {
    /// The names that no place has which may be named.
    fileprivate var unpublishedNames: Set<ExactText> {
        let isPublished = places.map(\.record.isPublished)
        return Set(
            places.indices.lazy.filter { !isPublished[$0] }.map { places[$0].record.name.value }
                .filter { name in !relations.placeNames.byName.numbers(named: name).contains { isPublished[$0] } }
                .map(ExactText.init))
    }
}

/// What people of a guide did not agree to tell.
private struct Secrets: Sendable {
    private var telephones: Set<Telephone.Digits> = []
    private let names: UnpublishedNames

    var isEmpty: Bool { telephones.isEmpty && names.isEmpty }

    init(of guide: Guidebook) {
        names = UnpublishedNames(guide.unpublishedNames)
        var shown: Set<Telephone.Digits> = [Telephone.digits(guide.facts.published.office.contact.telephone)]
        var hidden: Set<Telephone.Digits> = []
        func sort(_ contacts: [Contact], isPublished: Bool) {
            for contact in contacts {
                for number in [contact.telephone, contact.fax] where !number.isEmpty {
                    let digits = Telephone.digits(number)
                    guard digits.isWhole else { continue }
                    if contact.isPublic && isPublished { shown.insert(digits) } else { hidden.insert(digits) }
                }
            }
        }
        for place in guide.places { sort(place.record.contacts, isPublished: place.record.isPublished) }
        for area in guide.areas { sort(area.record.coordinators, isPublished: true) }
        for support in guide.supports { sort(support.record.contacts, isPublished: true) }
        for event in guide.events { sort(event.record.contacts, isPublished: true) }
        telephones = hidden.subtracting(shown)
    }

    /// What a record that will be published tells of them.
    func told(by record: some FreelyWritten, in path: String) -> [Fault] {
        var faults: [Fault] = []
        record.forEachText { text in
            text.withBytes { bytes in
                if !telephones.isEmpty {
                    for number in Telephone.numbers(in: bytes) where telephones.contains(number.digits) {
                        let words = String(decoding: bytes[number.text], as: UTF8.self)
                        faults.append(Fault(.privateTelephoneInText(words), in: path))
                    }
                }
                faults += names.found(in: bytes).map { Fault(.unpublishedNameInText($0), in: path) }
            }
        }
        return faults
    }
}

/// A record with texts that people write freely.
private protocol FreelyWritten: Sendable {
    /// Those of them that will be published.
    func forEachText(_ visit: (String) -> Void)
}

extension Place: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        guard isPublished else { return }
        visit(body.plainText())
        visit(audience)
        visit(capacity)
        visit(booking)
        visit(bring)
        visit(fee.text)
        visit(name.value)
        voices.forEach(visit)
        for gathering in gatherings {
            if let schedule = gathering.schedule { visit(schedule.text) }
            visit(gathering.venue)
        }
    }
}

extension Area: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        visit(body.plainText())
        if let council {
            visit(council.meets)
            visit(council.venue)
            visit(council.introduction)
        }
        for contact in coordinators { visit(contact.introduction) }
    }
}

extension Story: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        visit(body.plainText())
        features.forEach(visit)
    }
}

extension Support: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        visit(body.plainText())
        for grant in grants { visit(grant.description) }
        visit(audience)
    }
}

extension Event: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        visit(body.plainText())
        visit(booking)
        visit(venue)
    }
}

extension FreePage: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) { visit(body.plainText()) }
}

extension GuideFacts: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) { visit(published.foreword.plainText()) }
}
