/// What did not agree to be public must not stand in texts that are published: telephone numbers, which is an error, and
/// names of places, which may be words that mean something else.

import FrontMatter
import Markdown
import Parallel
import Publication

/// What the texts of a guide tell that they must not.
struct CheckedTexts: Sendable {
    private var secrets = Secrets()
    /// Of files in whose texts something was found.
    private var byPath: [String: [Fault]] = [:]

    init() {}

    /// - Parameter known: while the secrets are the same, texts that are as they were tell the same of them.
    init(of guide: Guidebook, _ known: KnownChecks?) {
        let secrets = Secrets(of: guide)
        self.secrets = secrets
        guard !secrets.isEmpty else { return }
        let known = known.flatMap { $0.texts.secrets.areTheSame(as: secrets) ? $0 : nil }
        if let known { byPath = known.texts.byPath.filter { known.isAsItWas($0.key) } }
        func check<Record: FreelyWritten>(_ records: [Filed<Record>]) {
            let records = known.map { known in records.filter { !known.isAsItWas($0.path) } } ?? records
            let found = records.parallelMap { secrets.told(by: $0.record, in: $0.path) }
            for (record, found) in zip(records, found) where !found.isEmpty { byPath[record.path] = found }
        }
        check(guide.places)
        check(guide.areas)
        check(guide.stories)
        check(guide.supports)
        check(guide.events)
        check(guide.pages)
        byPath[GuideFolder.guideFile] = secrets.told(by: guide.facts, in: GuideFolder.guideFile)
    }

    var faults: [Fault] { byPath.values.flatMap(\.self) }

    /// What a place tells, in the text that it has now.
    func faults(of place: Filed<Place>) -> [Fault] { secrets.told(by: place.record, in: place.path) }

    /// Whether the same was found in all files but some.
    func tellsTheSame(as other: CheckedTexts, except paths: Set<String>) -> Bool {
        byPath.filter { !paths.contains($0.key) } == other.byPath.filter { !paths.contains($0.key) }
    }

    /// Another record of a place, of whose contacts alone something may be other.
    ///
    /// - Returns: false where texts must be looked at again, because they must keep other numbers secret.
    mutating func replaceContacts(of old: Place, by new: Place) -> Bool { secrets.replaceContacts(of: old, by: new) }

    mutating func replace(_ path: String, _ faults: [Fault]) { byPath[path] = faults.isEmpty ? nil : faults }
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
    /// How many contacts show a number, and how many hide it.
    private var uses: [Telephone.Digits: (shown: Int, hidden: Int)] = [:]

    init() { names = UnpublishedNames([]) }

    var isEmpty: Bool { telephones.isEmpty && names.isEmpty }

    func areTheSame(as other: Secrets) -> Bool { telephones == other.telephones && names == other.names }

    init(of guide: Guidebook) {
        names = UnpublishedNames(guide.unpublishedNames)
        count(guide.facts.published.office.contact.telephone, isShown: true)
        for place in guide.places { count(place.record.contacts, isPublished: place.record.isPublished) }
        for area in guide.areas { count(area.record.coordinators, isPublished: true) }
        for support in guide.supports { count(support.record.contacts, isPublished: true) }
        for event in guide.events { count(event.record.contacts, isPublished: true) }
        telephones = Set(uses.filter { $0.value.shown == 0 }.keys)
    }

    mutating func replaceContacts(of old: Place, by new: Place) -> Bool {
        count(old.contacts, isPublished: old.isPublished, by: -1)
        count(new.contacts, isPublished: new.isPublished)
        return (old.contacts + new.contacts).flatMap(\.numbers).map(Telephone.digits).allSatisfy { digits in
            let isSecret = uses[digits].map { $0.hidden > 0 && $0.shown == 0 } ?? false
            return isSecret == telephones.contains(digits)
        }
    }

    private mutating func count(_ contacts: [Contact], isPublished: Bool, by step: Int = 1) {
        for contact in contacts {
            for number in contact.numbers { count(number, isShown: contact.isPublic && isPublished, by: step) }
        }
    }

    private mutating func count(_ number: String, isShown: Bool, by step: Int = 1) {
        guard !number.isEmpty else { return }
        let digits = Telephone.digits(number)
        guard digits.isWhole else { return }
        let (shown, hidden) = uses[digits] ?? (0, 0)
        uses[digits] = isShown ? (shown + step, hidden) : (shown, hidden + step)
    }

    /// What a record that will be published tells of them.
    func told(by record: some FreelyWritten, in path: String) -> [Fault] {
        guard !isEmpty else { return [] }
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

extension Contact {
    fileprivate var numbers: [String] { [telephone, fax] }
}
