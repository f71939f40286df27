/// What guide.md says: title, council, vocabulary, schedule defaults, maps, paper.

import FrontMatter
import Markdown
import Publication
import Recurrence

struct GuideFacts: Sendable {
    var published = PublishedGuide()
    var municipality: Placed<String>?
    var retiredNumbers: Set<Int> = []
    var defaults = ScheduleDefaults()

    static let keys = KeySet([
        .title, .subtitle, .publisher, .edition, .languages, .municipality, .url, .contact, .notice, .noticeEnglish,
        .credit, .licence, .activities, .synonyms, .colours, .retiredNumbers, .scheduleDefaults, .map, .book,
        .cards, .privateNotes,
    ])

    init() {}

    init(reading file: RecordFile, holidays: HolidayCalendar, _ findings: inout Findings) {
        let fields = file.fields(Self.keys, &findings)
        published.title = fields.required(.title, &findings).value
        published.subtitle = fields.text(.subtitle, &findings)
        published.publisher = fields.text(.publisher, &findings)
        published.edition = fields.text(.edition, &findings)
        published.languages = languages(fields, &findings)
        municipality = fields.placed(.municipality, &findings)
        published.municipality = municipality?.value ?? ""
        published.url = url(fields, &findings)
        published.office = Office(reading: fields, &findings)
        published.notice["ja"] = fields.text(.notice, &findings)
        published.notice["en"] = fields.text(.noticeEnglish, &findings)
        published.credit = fields.text(.credit, &findings)
        published.licence = fields.text(.licence, &findings)
        published.synonyms = synonyms(fields, &findings)
        (published.activityGroups, published.activities) = Vocabulary.read(fields, &findings)
        retiredNumbers = Set(fields.list(.retiredNumbers, &findings).compactMap { Numeral.integer($0.value) })
        defaults = ScheduleDefaults(reading: fields, edition: published.edition, holidays: holidays, &findings)
        readMap(fields, &findings)
        published.hasCards = fields.yes(.cards, &findings) ?? false
        published.printing = PrintSettings(reading: fields, &findings)
        published.foreword = findings.body(of: file)
    }

    /// Whether all that other files are read, related and checked by is the same, but for retired numbers.
    func rulesLike(_ other: GuideFacts) -> Bool {
        defaults == other.defaults && published.languages == other.published.languages
            && published.activities == other.published.activities
            && municipality?.value == other.municipality?.value
            && published.office.contact.telephone == other.published.office.contact.telephone
    }

    static let knownLanguages = ["ja", "ja-easy", "en"]

    private func languages(_ fields: Fields, _ findings: inout Findings) -> [String] {
        let named = fields.list(.languages, &findings)
        for language in named where !Self.knownLanguages.contains(language.value) {
            findings.add(.unknownLanguage(found: language.value), at: language.range)
        }
        let known = named.map(\.value).filter(Self.knownLanguages.contains)
        return known.isEmpty ? ["ja"] : known
    }

    /// With a slash at its end, so that paths can follow.
    private func url(_ fields: Fields, _ findings: inout Findings) -> String {
        guard let placed = fields.placed(.url, &findings) else { return "" }
        guard Contact.looksLikeURL(placed.value) else {
            findings.add(.notAWebAddress(found: placed.value), at: placed.range)
            return ""
        }
        return placed.value.hasSuffix("/") ? placed.value : placed.value + "/"
    }

    private func synonyms(_ fields: Fields, _ findings: inout Findings) -> [[String]] {
        guard let sequence = fields.node(.synonyms)?.sequence else { return [] }
        return sequence.compactMap { item in
            guard let words = item.sequence else {
                findings.add(.expectedMapping(.synonyms), at: item.range)
                return nil
            }
            return words.compactMap(\.text)
        }
    }

    static let mapKeys = KeySet([.omit, .slippy, .tiles, .credit])

    private mutating func readMap(_ fields: Fields, _ findings: inout Findings) {
        for own in fields.records(.map, Self.mapKeys, &findings).prefix(1) {
            published.omittedLayers = Set(own.texts(.omit, &findings))
            if published.credit.isEmpty { published.credit = own.text(.credit, &findings) }
            if own.yes(.slippy, &findings) == true { published.slippyMap = slippyMap(own, &findings) }
        }
    }

    private func slippyMap(_ own: Fields, _ findings: inout Findings) -> SlippyMap? {
        guard let tiles = own.placed(.tiles, &findings), tiles.value != SlippyMap.gsi.tiles else { return .gsi }
        let credit = own.text(.credit, &findings)
        if credit.isEmpty { findings.add(.tilesWithoutCredit, at: tiles.range) }
        let map = SlippyMap(tiles: tiles.value, credit: credit)
        if map == nil { findings.add(.notATileAddress(found: tiles.value), at: tiles.range) }
        return map
    }
}

extension Office {
    private static let keys = KeySet([
        .name, .affiliation, .telephone, .fax, .mail, .url, .shown, .introduction, .address, .hours,
    ])

    fileprivate init(reading fields: Fields, _ findings: inout Findings) {
        self.init()
        for own in fields.records(.contact, Self.keys, &findings).prefix(1) {
            contact = Contact(reading: own, &findings).published
            address = own.text(.address, &findings)
            hours = own.text(.hours, &findings)
        }
    }
}
