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
        record.forEachText { text, place in
            text.withBytes { bytes in
                if !telephones.isEmpty {
                    for range in Telephone.places(of: telephones, in: bytes) {
                        let words = String(decoding: bytes[range], as: UTF8.self)
                        faults.append(Fault(.privateTelephoneInText(words, place), in: path))
                    }
                }
                for name in names.found(in: bytes) {
                    faults.append(Fault(.unpublishedNameInText(name, place), in: path))
                }
            }
        }
        return faults
    }
}

/// A record with texts that people write freely.
private protocol FreelyWritten: Sendable {
    /// All of them that will be published, and where they stand in the file: what is not visited here is not looked at.
    func forEachText(_ visit: (String, TextPlace) -> Void)
}

extension Place: FreelyWritten {
    func forEachText(_ visit: (String, TextPlace) -> Void) {
        guard isPublished else { return }
        body.forEachText { visit($0, .body) }
        visit(name.value, .field(.name))
        visit(reading, .field(.reading))
        visit(kind, .field(.kind))
        visit(audience, .field(.audience))
        visit(capacity, .field(.capacity))
        visit(fee.text, .field(.fee))
        visit(booking, .field(.booking))
        visit(bring, .field(.bring))
        for activity in activities { visit(activity.value, .field(.activities)) }
        for support in supportGiven { visit(support, .field(.supportGiven)) }
        for item in access { visit(item, .field(.access)) }
        for voice in voices { visit(voice, .field(.voices)) }
        contacts.forEachText(visit)
        photos.forEachText(visit)
        for gathering in gatherings {
            if let schedule = gathering.schedule { visit(schedule.written, .field(.schedule)) }
            visit(gathering.venue, .field(.venue, below: .schedule))
            visit(gathering.address(shown: positionShown?.value), .field(.address, below: .schedule))
        }
    }
}

extension Area: FreelyWritten {
    func forEachText(_ visit: (String, TextPlace) -> Void) {
        body.forEachText { visit($0, .body) }
        visit(id, .body)
        visit(name.value, .field(.name))
        visit(reading, .field(.reading))
        visit(latinName, .field(.latinName))
        visit(population.residents, .field(.residents))
        visit(population.households, .field(.households))
        visit(population.agedShare, .field(.agedShare))
        visit(population.asOf, .field(.asOf))
        if let council {
            visit(council.name, .field(.name, below: .council))
            visit(council.meets, .field(.schedule, below: .council))
            visit(council.venue, .field(.venue, below: .council))
            visit(council.introduction, .field(.introduction, below: .council))
        }
        coordinators.forEachText(visit, below: .coordinator)
        for coordinator in coordinators where coordinator.isPublic {
            visit(coordinator.affiliation, .field(.affiliation, below: .coordinator))
            visit(coordinator.introduction, .field(.introduction, below: .coordinator))
        }
        for count in helpCounts { visit(count.kind, .field(.help, below: .helpCounts)) }
    }
}

extension Story: FreelyWritten {
    func forEachText(_ visit: (String, TextPlace) -> Void) {
        body.forEachText { visit($0, .body) }
        visit(id, .body)
        visit(title.value, .field(.title))
        visit(issue, .field(.issue))
        visit(author, .field(.author))
        for feature in features { visit(feature, .field(.features)) }
        photos.forEachText(visit)
    }
}

extension Support: FreelyWritten {
    func forEachText(_ visit: (String, TextPlace) -> Void) {
        body.forEachText { visit($0, .body) }
        visit(id, .body)
        visit(name.value, .field(.name))
        visit(reading, .field(.reading))
        visit(audience, .field(.audience))
        for need in needs { visit(need, .field(.needs)) }
        contacts.forEachText(visit)
        for grant in grants {
            visit(grant.name, .field(.name, below: .grants))
            visit(grant.amount, .field(.amount, below: .grants))
            visit(grant.deadline, .field(.deadline, below: .grants))
            visit(grant.description, .field(.description, below: .grants))
        }
    }
}

extension Event: FreelyWritten {
    func forEachText(_ visit: (String, TextPlace) -> Void) {
        body.forEachText { visit($0, .body) }
        visit(id, .body)
        visit(title.value, .field(.title))
        visit(when, .field(.when))
        visit(venue, .field(.venue))
        visit(gathering.address(shown: positionShown?.value), .field(.address))
        visit(booking, .field(.booking))
        visit(fee.text, .field(.fee))
        contacts.forEachText(visit)
    }
}

extension FreePage: FreelyWritten {
    func forEachText(_ visit: (String, TextPlace) -> Void) {
        body.forEachText { visit($0, .body) }
        visit(id, .body)
        visit(title.value, .field(.title))
    }
}

extension GuideFacts: FreelyWritten {
    func forEachText(_ visit: (String, TextPlace) -> Void) {
        let guide = published
        guide.foreword.forEachText { visit($0, .body) }
        visit(guide.title, .field(.title))
        visit(guide.subtitle, .field(.subtitle))
        visit(guide.publisher, .field(.publisher))
        visit(guide.edition, .field(.edition))
        visit(guide.municipality, .field(.municipality))
        visit(guide.url, .field(.url))
        visit(guide.credit, .field(.credit))
        visit(guide.licence, .field(.licence))
        visit(guide.slippyMap?.credit ?? "", .field(.credit, below: .map))
        for (_, notice) in guide.notice.sorted(by: { $0.key < $1.key }) { visit(notice, .field(.notice)) }
        guide.office.contact.forEachText(visit, below: .contact)
        visit(guide.office.address, .field(.address, below: .contact))
        visit(guide.office.hours, .field(.hours, below: .contact))
        for group in guide.activityGroups {
            visit(group.name, .field(.activities))
            visit(group.latinName, .field(.activities))
        }
        for activity in guide.activities {
            visit(activity.name, .field(.activities))
            visit(activity.latinName, .field(.activities))
            for synonym in activity.synonyms { visit(synonym, .field(.activities)) }
        }
        for words in guide.synonyms {
            for word in words { visit(word, .field(.synonyms)) }
        }
    }
}

extension PublishedContact {
    fileprivate func forEachText(_ visit: (String, TextPlace) -> Void, below key: Key) {
        visit(name, .field(.name, below: key))
        visit(telephone, .field(.telephone, below: key))
        visit(fax, .field(.fax, below: key))
        visit(mail, .field(.mail, below: key))
        visit(url, .field(.url, below: key))
    }
}

extension [Contact] {
    fileprivate func forEachText(_ visit: (String, TextPlace) -> Void, below key: Key = .contact) {
        for contact in self where contact.isPublic { contact.published.forEachText(visit, below: key) }
    }
}

extension [Photo] {
    fileprivate func forEachText(_ visit: (String, TextPlace) -> Void) {
        for photo in self where photo.isPublic { visit(photo.description, .field(.description, below: .photos)) }
    }
}
