/// What did not agree to be public must not stand in texts that are published: telephone numbers, which is an error, and
/// names of places, which may be words that mean something else.

import FrontMatter
import Markdown
import Parallel
import Publication

/// What the texts of a guide tell that they must not.
struct CheckedTexts: Sendable {
    fileprivate private(set) var secrets = Secrets()
    /// Of files in whose texts something was found.
    private var byPath: [String: [Fault]] = [:]

    init() {}

    /// - Parameter known: texts that are as they were tell the same of the same secrets. What told nothing then can only
    ///   tell of new ones.
    init(of guide: Guidebook, _ known: KnownReading?) {
        let secrets = Secrets(of: guide, known)
        self.secrets = secrets
        guard !secrets.isEmpty else { return }
        let old = known?.guide
        let new = secrets.new(since: old?.texts.secrets ?? Secrets())
        let areTheSame = old?.texts.secrets.areTheSame(as: secrets) ?? false
        if let known { byPath = known.guide.texts.byPath.filter { known.isAsItWas($0.key) } }
        func check<Record: FreelyWritten>(_ records: [Filed<Record>], after previous: [Filed<Record>]?) {
            let before = numbers(of: records, in: previous ?? [])
            let doubtful = records.indices.filter { !areTheSame || before[$0] == nil }
            let found = doubtful.parallelMap { [byPath] number -> [Fault] in
                let (path, record) = (records[number].path, records[number].record)
                if before[number] != nil, byPath[path] == nil, new.told(by: record, in: path).isEmpty { return [] }
                return secrets.told(by: record, in: path)
            }
            for (number, found) in zip(doubtful, found) { replace(records[number].path, found) }
        }
        check(guide.places, after: old?.places)
        check(guide.areas, after: old?.areas)
        check(guide.stories, after: old?.stories)
        check(guide.supports, after: old?.supports)
        check(guide.events, after: old?.events)
        check(guide.pages, after: old?.pages)
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
    private var names = UnpublishedNames([])
    /// How many contacts show a number, and how many hide it.
    private var uses: [Telephone.Digits: (shown: Int, hidden: Int)] = [:]

    init() {}

    var isEmpty: Bool { telephones.isEmpty && names.isEmpty }

    func areTheSame(as other: Secrets) -> Bool { telephones == other.telephones && names == other.names }

    /// What was none of these others.
    func new(since others: Secrets) -> Secrets {
        var new = Secrets()
        new.telephones = telephones == others.telephones ? [] : telephones.subtracting(others.telephones)
        new.names = names == others.names ? UnpublishedNames([]) : names.subtracting(others.names)
        return new
    }

    /// - Parameter known: of what is as it was there, nothing is counted again.
    init(of guide: Guidebook, _ known: KnownReading?) {
        let before = known?.guide
        if let before { self = before.texts.secrets }
        if known?.hasSameConsent != true { names = UnpublishedNames(guide.unpublishedNames) }
        if let before { count(before.facts.published.office.contact.telephone, isShown: true, by: -1) }
        count(guide.facts.published.office.contact.telephone, isShown: true)
        count(guide.places, after: before?.places) { ($0.contacts, $0.isPublished) }
        count(guide.areas, after: before?.areas) { ($0.coordinators, true) }
        count(guide.supports, after: before?.supports) { ($0.contacts, true) }
        count(guide.events, after: before?.events) { ($0.contacts, true) }
    }

    mutating func replaceContacts(of old: Place, by new: Place) -> Bool {
        let digits = (old.contacts + new.contacts).flatMap(\.numbers).map(Telephone.digits)
        let wereSecret = digits.map(telephones.contains)
        count(old.contacts, isPublished: old.isPublished, by: -1)
        count(new.contacts, isPublished: new.isPublished)
        return digits.map(telephones.contains) == wereSecret
    }

    private mutating func count<Record>(
        _ records: [Filed<Record>], after previous: [Filed<Record>]?,
        _ contacts: (Record) -> (all: [Contact], arePublished: Bool)
    ) {
        let previous = previous ?? []
        var gone = [Bool](repeating: true, count: previous.count)
        for (record, old) in zip(records, numbers(of: records, in: previous)) {
            if let old {
                gone[old] = false
            } else {
                let contacts = contacts(record.record)
                count(contacts.all, isPublished: contacts.arePublished)
            }
        }
        for (record, isGone) in zip(previous, gone) where isGone {
            let contacts = contacts(record.record)
            count(contacts.all, isPublished: contacts.arePublished, by: -1)
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
        var use = uses[digits] ?? (0, 0)
        if isShown { use.shown += step } else { use.hidden += step }
        uses[digits] = use == (0, 0) ? nil : use
        if use.shown == 0, use.hidden > 0 { telephones.insert(digits) } else { telephones.remove(digits) }
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
