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

    /// - Parameter known: texts of places that are as they were tell the same of the same secrets.
    init(of guide: Guidebook, _ known: KnownReading?) {
        let before = known.flatMap { $0.hasSamePlaces ? $0.guide : nil }
        secrets = Secrets(of: guide, after: before)
        guard !secrets.isEmpty else { return }
        if let before, before.texts.secrets.areTheSame(as: secrets) {
            byPath = before.texts.byPath.filter { guide.places.position(of: $0.key, \.path) != nil }
        } else {
            look(at: guide.places) { [secrets] in secrets.told(by: $0.record, in: $0.path) }
        }
        lookAtWorks(of: guide) { [secrets] in secrets.told(by: $0, in: $1) }
        set(secrets.told(by: guide.facts, in: GuideFolder.guideFile), of: GuideFolder.guideFile)
    }

    /// The same after some files were saved.
    ///
    /// - Returns: the files of which something else is told.
    mutating func revise(_ files: [ChangedFile], _ ties: ChangedTies, _ guide: Guidebook) -> Set<String> {
        let (before, old) = (secrets, byPath)
        secrets.revise(files, ties, guide)
        for file in files { set(file.after.text.map { secrets.told(by: $0, in: file.path) } ?? [], of: file.path) }
        set(secrets.told(by: guide.facts, in: GuideFolder.guideFile), of: GuideFolder.guideFile)
        if !secrets.areTheSame(as: before) {
            // What told nothing before can only tell of new ones.
            let (secrets, new) = (secrets, secrets.new(since: before))
            let telling = Set(byPath.keys)
            @Sendable func told(by record: some FreelyWritten, in path: String) -> [Fault] {
                telling.contains(path) || !new.told(by: record, in: path).isEmpty
                    ? secrets.told(by: record, in: path) : []
            }
            byPath = [:]
            look(at: guide.places) { told(by: $0.record, in: $0.path) }
            lookAtWorks(of: guide) { told(by: $0, in: $1) }
            set(told(by: guide.facts, in: GuideFolder.guideFile), of: GuideFolder.guideFile)
        }
        return Set(old.keys).union(byPath.keys).filter { old[$0] != byPath[$0] }
    }

    private mutating func look<Record: FreelyWritten>(
        at records: [Filed<Record>], _ told: @Sendable (Filed<Record>) -> [Fault]
    ) {
        for (record, faults) in zip(records, records.parallelMap(told)) where !faults.isEmpty {
            byPath[record.path] = faults
        }
    }

    private mutating func lookAtWorks(
        of guide: Guidebook, _ told: @Sendable (any FreelyWritten, String) -> [Fault]
    ) {
        look(at: guide.areas) { told($0.record, $0.path) }
        look(at: guide.stories) { told($0.record, $0.path) }
        look(at: guide.supports) { told($0.record, $0.path) }
        look(at: guide.events) { told($0.record, $0.path) }
        look(at: guide.pages) { told($0.record, $0.path) }
    }

    private mutating func set(_ faults: [Fault], of path: String) {
        if !faults.isEmpty || byPath[path] != nil { byPath[path] = faults.isEmpty ? nil : faults }
    }

    var faults: [Fault] { byPath.values.flatMap(\.self) }

    func faults(of path: String) -> [Fault] { byPath[path] ?? [] }
}

extension ReadFile.Record {
    /// Whose texts are published.
    fileprivate var text: (any FreelyWritten)? {
        switch self {
        case .place(let filed): filed.record
        case .area(let filed): filed.record
        case .story(let filed): filed.record
        case .support(let filed): filed.record
        case .event(let filed): filed.record
        case .page(let filed): filed.record
        case .layer, .nothing: nil
        }
    }

    /// Whom it names, and whether they may be shown.
    fileprivate var contacts: (all: [Contact], arePublished: Bool) {
        switch self {
        case .place(let filed): (filed.record.contacts, filed.record.isPublished)
        case .area(let filed): (filed.record.coordinators, true)
        case .support(let filed): (filed.record.contacts, true)
        case .event(let filed): (filed.record.contacts, true)
        case .story, .page, .layer, .nothing: ([], true)
        }
    }
}

extension Guidebook {
    /// The names that no place has which may be named.
    fileprivate var unpublishedNames: Set<ExactText> {
        Set(places.lazy.filter { !$0.record.isPublished }.map { ExactText($0.record.name.value) }.filter(isUnpublished))
    }

    private func isUnpublished(_ name: ExactText) -> Bool {
        !relations.placeNames.byName.numbers(named: name.text).contains { places[$0].record.isPublished }
    }

    /// Of some names, those that places have, and none that may be named.
    fileprivate func unpublished(of names: Set<ExactText>) -> Set<ExactText> {
        names.filter { relations.placeNames.byName.contains($0.text) && isUnpublished($0) }
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

    /// - Parameter before: those of a guide with the same places.
    init(of guide: Guidebook, after before: Guidebook?) {
        if let before {
            self = before.texts.secrets
            count(before.files.filter { !$0.record.isPlace }, of: before.facts, by: -1)
            count(guide.files.filter { !$0.record.isPlace }, of: guide.facts)
        } else {
            names = UnpublishedNames(guide.unpublishedNames)
            count(guide.files, of: guide.facts)
        }
    }

    private mutating func count(_ files: [ReadFile], of facts: GuideFacts, by step: Int = 1) {
        count(facts.published.office.contact.telephone, isShown: true, by: step)
        count(facts.published.office.contact.fax, isShown: true, by: step)
        for file in files {
            let (contacts, arePublished) = file.record.contacts
            count(contacts, isPublished: arePublished, by: step)
        }
    }

    mutating func revise(_ files: [ChangedFile], _ ties: ChangedTies, _ guide: Guidebook) {
        for file in files where file.before.contacts != file.after.contacts {
            count(file.before.contacts.all, isPublished: file.before.contacts.arePublished, by: -1)
            count(file.after.contacts.all, isPublished: file.after.contacts.arePublished)
        }
        guard !ties.isEmpty else { return }
        names =
            guide.relations.placeNames.byName.goesByBytes
            ? names.replacing(ties.names, by: guide.unpublished(of: ties.names))
            : UnpublishedNames(guide.unpublishedNames)
    }

    private mutating func count(_ contacts: [Contact], isPublished: Bool, by step: Int = 1) {
        for contact in contacts {
            count(contact.telephone, isShown: contact.isPublic && isPublished, by: step)
            count(contact.fax, isShown: contact.isPublic && isPublished, by: step)
        }
    }

    private mutating func count(_ number: String, isShown: Bool, by step: Int = 1) {
        guard !number.isEmpty else { return }
        for digits in Telephone.numbers(ofField: number) where digits.isWhole {
            count(digits, isShown: isShown, by: step)
        }
    }

    private mutating func count(_ digits: Telephone.Digits, isShown: Bool, by step: Int) {
        var use = uses[digits] ?? (0, 0)
        let wasSecret = use.shown == 0 && use.hidden > 0
        if isShown { use.shown += step } else { use.hidden += step }
        uses[digits] = use == (0, 0) ? nil : use
        let isSecret = use.shown == 0 && use.hidden > 0
        guard isSecret != wasSecret else { return }
        if isSecret { telephones.insert(digits) } else { telephones.remove(digits) }
    }

    /// What a record that will be published tells of them.
    func told(by record: some FreelyWritten, in path: String) -> [Fault] {
        guard !isEmpty else { return [] }
        var faults: [Fault] = []
        record.forEachText { text in
            text.withBytes { bytes in
                if !telephones.isEmpty {
                    for place in Telephone.places(of: telephones, in: bytes) {
                        let words = String(decoding: bytes[place], as: UTF8.self)
                        faults.append(Fault(.privateTelephoneInText(words), in: path))
                    }
                }
                for name in names.found(in: bytes) { faults.append(Fault(.unpublishedNameInText(name), in: path)) }
            }
        }
        return faults
    }
}

/// A record with texts that people write freely.
private protocol FreelyWritten: Sendable {
    /// All of them that will be published: what is not visited here is not looked at.
    func forEachText(_ visit: (String) -> Void)
}

extension Place: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        guard isPublished else { return }
        body.forEachText(visit)
        for text in [name.value, reading, kind, audience, capacity, fee.text, booking, bring] { visit(text) }
        for activity in activities { visit(activity.value) }
        supportGiven.forEach(visit)
        access.forEach(visit)
        voices.forEach(visit)
        contacts.forEachText(visit)
        photos.forEachText(visit)
        for gathering in gatherings {
            if let schedule = gathering.schedule { visit(schedule.text) }
            visit(gathering.venue)
            visit(gathering.address(shown: positionShown?.value))
        }
    }
}

extension Area: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        body.forEachText(visit)
        for text in [id, name.value, reading, latinName] { visit(text) }
        for text in [population.residents, population.households, population.agedShare, population.asOf] { visit(text) }
        if let council {
            for text in [council.name, council.meets, council.venue, council.introduction] { visit(text) }
        }
        coordinators.forEachText(visit)
        for coordinator in coordinators where coordinator.isPublic {
            visit(coordinator.affiliation)
            visit(coordinator.introduction)
        }
        for count in helpCounts { visit(count.kind) }
    }
}

extension Story: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        body.forEachText(visit)
        for text in [id, title.value, issue, author] { visit(text) }
        features.forEach(visit)
        photos.forEachText(visit)
    }
}

extension Support: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        body.forEachText(visit)
        for text in [id, name.value, reading, audience] { visit(text) }
        needs.forEach(visit)
        contacts.forEachText(visit)
        for grant in grants {
            for text in [grant.name, grant.amount, grant.deadline, grant.description] { visit(text) }
        }
    }
}

extension Event: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        body.forEachText(visit)
        for text in [id, title.value, when, venue, booking, fee.text] { visit(text) }
        visit(gathering.address(shown: positionShown?.value))
        contacts.forEachText(visit)
    }
}

extension FreePage: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        body.forEachText(visit)
        for text in [id, title.value] { visit(text) }
    }
}

extension GuideFacts: FreelyWritten {
    func forEachText(_ visit: (String) -> Void) {
        let guide = published
        guide.foreword.forEachText(visit)
        for text in [guide.title, guide.subtitle, guide.publisher, guide.edition, guide.municipality] { visit(text) }
        for text in [guide.url, guide.credit, guide.licence, guide.slippyMap?.credit ?? ""] { visit(text) }
        for (_, notice) in guide.notice.sorted(by: { $0.key < $1.key }) { visit(notice) }
        guide.office.contact.forEachText(visit)
        visit(guide.office.address)
        visit(guide.office.hours)
        for group in guide.activityGroups {
            visit(group.name)
            visit(group.latinName)
        }
        for activity in guide.activities {
            visit(activity.name)
            visit(activity.latinName)
            activity.synonyms.forEach(visit)
        }
        for words in guide.synonyms { words.forEach(visit) }
    }
}

extension PublishedContact {
    fileprivate func forEachText(_ visit: (String) -> Void) {
        for text in [name, telephone, fax, mail, url] { visit(text) }
    }
}

extension [Contact] {
    fileprivate func forEachText(_ visit: (String) -> Void) {
        for contact in self where contact.isPublic { contact.published.forEachText(visit) }
    }
}

extension [Photo] {
    fileprivate func forEachText(_ visit: (String) -> Void) {
        for photo in self where photo.isPublic { visit(photo.description) }
    }
}
