/// How a file under places/ becomes a `Place`.

import FrontMatter
import Geography
import Markdown
import Publication
import Recurrence

extension Place {
    static let keys = KeySet([
        .number, .name, .reading, .area, .kind, .runBy, .venue, .address, .position, .positionShown, .schedule, .closed,
        .audience, .capacity, .fee, .booking, .bring, .activities, .supportGiven, .access, .contact, .photos, .publish,
        .verified, .foundThrough, .linked, .voices, .privateNotes,
    ])

    init(reading file: RecordFile, _ schedules: ScheduleReader, _ findings: inout Findings) {
        let fields = file.fields(Self.keys, &findings)
        name = fields.required(.name, &findings)
        number = fields.integer(.number, &findings)
        isNumbered = fields.node(.number) != nil || findings.losesFields
        reading = fields.reading(&findings)
        areas = fields.list(.area, &findings)
        if areas.isEmpty { fields.miss(.area, &findings) }
        (kind, nature) = Kind.read(fields.texts(.kind, &findings))
        runBy = fields.choice(.runBy, Words.operators, &findings)?.value ?? .residents
        positionShown = fields.positionShown(&findings)
        gatherings = Gathering.list(fields, schedules, &findings)
        audience = fields.text(.audience, &findings)
        capacity = fields.text(.capacity, &findings)
        fee = Fee(reading: fields.text(.fee, &findings))
        booking = fields.text(.booking, &findings)
        bring = fields.text(.bring, &findings)
        activities = fields.list(.activities, &findings)
        supportGiven = fields.texts(.supportGiven, &findings)
        access = fields.texts(.access, &findings)
        contacts = Contact.list(fields, .contact, &findings)
        photos = Photo.list(fields, &findings)
        consent = Consent(reading: fields, &findings)
        verified = fields.day(.verified, &findings)
        foundThrough = fields.list(.foundThrough, &findings)
        linked = fields.list(.linked, &findings)
        voices = fields.texts(.voices, separated: false, &findings)
        body = findings.body(of: file)
    }
}

/// The words of fields that allow only some.
private enum Words {
    static let operators = Choices<Operator>([
        (.residents, ["住民", "residents", "住民主体", "地域住民", "ボランティア"]),
        (.professionals, ["専門機関", "professionals", "専門職", "事業所"]),
        (.government, ["行政", "government", "市", "町", "村"]),
        (.business, ["企業", "business", "民間", "会社"]),
    ])
    static let positionShown = Choices<PositionShown>([
        (.exact, ["正確", "exact"]),
        (.approximate, ["およそ", "approximate", "おおよそ", "だいたい"]),
        (.areaOnly, ["地区", "area", "地区のみ", "地区だけ"]),
        (.none, ["なし", "none", "非公開", "無し"]),
    ])
    static let consent = Choices<Consent.State>([
        (.agreed, ["可", "yes", "agreed", "はい", "○", "〇", "掲載可"]),
        (.refused, ["不可", "no", "refused", "いいえ", "×", "掲載不可"]),
        (.pending, ["保留", "pending", "未定", "確認中", "△"]),
        (.ended, ["終了", "ended", "休止", "解散"]),
    ])
}

/// 種類: the kind in the editors' words, and which part of the tree it belongs to.
private enum Kind {
    private static let natures = Choices<Nature>([
        (.natural, ["自然", "ナチュラル", "natural"]),
        (.informal, ["住民活動", "インフォーマル", "informal"]),
        (.formal, ["制度", "フォーマル", "formal"]),
    ])

    static func read(_ words: [String]) -> (kind: String, nature: Nature) {
        var nature: Nature?
        var own: [String] = []
        for word in words {
            for piece in word.pieces(separatedBy: { $0 == "・" || $0 == "／" || $0 == "/" }) {
                if let known = natures[piece] { nature = known } else { own.append(piece) }
            }
        }
        // The words as typed, where none of them was one of ours.
        return ((nature == nil ? words : own).joined(separator: "・"), nature ?? .informal)
    }
}

extension Fields {
    /// よみ, checked to be kana.
    func reading(_ findings: inout Findings) -> String {
        guard let placed = placed(.reading, &findings) else {
            miss(.reading, as: .missingReading, &findings)
            return ""
        }
        if !Kana.isKana(placed.value) { findings.add(.readingNotKana(found: placed.value), at: placed.range) }
        return placed.value
    }

    func positionShown(_ findings: inout Findings) -> Placed<PositionShown>? {
        choice(.positionShown, Words.positionShown, &findings)
    }

    func position(_ findings: inout Findings) -> Placed<Coordinate>? {
        guard let placed = placed(.position, &findings) else { return nil }
        guard let (first, second) = Numeral.pair(placed.value) else {
            findings.add(.notAPosition(found: placed.value), at: placed.range)
            return nil
        }
        let coordinate = Coordinate(latitude: first, longitude: second)
        if coordinate.swapped.isInJapan, !coordinate.isInJapan {
            findings.add(.swappedPosition(found: placed.value, meant: "\(second), \(first)"), at: placed.range)
            return nil
        }
        guard coordinate.isValid, first != 0 || second != 0 else {
            findings.add(.notAPosition(found: placed.value), at: placed.range)
            return nil
        }
        return Placed(value: coordinate, range: placed.range)
    }
}

extension Gathering {
    private static let keys = KeySet([.venue, .address, .position, .schedule, .closed])

    /// The venues of a place: one, or one a stop where 開催 is a list of {会場, 位置, 開催}.
    static func list(_ fields: Fields, _ schedules: ScheduleReader, _ findings: inout Findings) -> [Gathering] {
        var common = Gathering(fields, &findings)
        let closed = fields.list(.closed, &findings)
        guard let node = fields.node(.schedule) else {
            fields.miss(.schedule, as: .missingSchedule, &findings)
            return [common]
        }
        guard let sequence = node.sequence else {
            if let text = fields.placed(.schedule, &findings) {
                common.schedule = findings.schedule(text, of: .schedule, node: node, closed: closed, schedules)
            }
            return [common]
        }
        return sequence.compactMap { item in
            if let mapping = item.mapping {
                let own = Fields(mapping, keys, &findings)
                var stop = Gathering(own, &findings)
                if let text = own.placed(.schedule, &findings) {
                    stop.schedule = findings.schedule(
                        text, of: .schedule, node: own.node(.schedule), closed: closed + own.list(.closed, &findings),
                        schedules)
                } else {
                    own.miss(.schedule, as: .missingSchedule, &findings)
                }
                return stop
            }
            guard let text = item.text?.trimmed, !text.isEmpty else { return nil }
            var gathering = common
            gathering.schedule = findings.schedule(
                Placed(value: text, range: item.range), of: .schedule, node: item, closed: closed, schedules)
            return gathering
        }
    }

    private init(_ fields: Fields, _ findings: inout Findings) {
        venue = fields.text(.venue, &findings)
        address = fields.text(.address, &findings)
        position = fields.position(&findings)
    }
}

extension Consent {
    static let keys = KeySet([.state, .verified, .by])

    fileprivate init?(reading fields: Fields, _ findings: inout Findings) {
        guard let node = fields.node(.publish) else {
            fields.miss(.publish, as: .missingConsent, &findings)
            return nil
        }
        guard let mapping = node.mapping else {
            guard let state = fields.choice(.publish, Words.consent, &findings) else { return nil }
            self.init(state: state.value)
            return
        }
        let own = Fields(mapping, Self.keys, &findings)
        guard let state = own.choice(.state, Words.consent, &findings) else {
            if own.node(.state) == nil { own.miss(.state, &findings) }
            return nil
        }
        self.init(state: state.value, asked: own.day(.verified, &findings)?.value, by: own.text(.by, &findings))
    }
}

extension Photo {
    static let keys = KeySet([.file, .description, .shown])

    static func list(_ fields: Fields, _ findings: inout Findings) -> [Photo] {
        guard let node = fields.node(.photos) else { return [] }
        let items = node.sequence.map(Array.init) ?? [node]
        return items.compactMap { item in
            if let mapping = item.mapping { return Photo(Fields(mapping, keys, &findings), &findings) }
            guard let name = item.text?.trimmed, !name.isEmpty else { return nil }
            return Photo(file: Placed(value: name, range: item.range)).checked(&findings)
        }
    }

    private init?(_ fields: Fields, _ findings: inout Findings) {
        guard let file = fields.placed(.file, &findings) ?? fields.placed(.name, &findings) else {
            fields.miss(.file, &findings)
            return nil
        }
        self.init(
            file: file, description: fields.text(.description, &findings),
            isPublic: fields.yes(.shown, &findings) ?? true)
        _ = checked(&findings)
    }

    private func checked(_ findings: inout Findings) -> Photo {
        if description.isEmpty, isPublic {
            findings.add(.photoWithoutDescription(file: file.value), at: file.range)
        }
        return self
    }
}

extension Fee {
    private static let words: KnownWords = ["無料", "なし", "無し", "free"]
    private static let occasions: KnownWords = ["", "1回", "一回", "参加費", "毎回"]

    /// A plain number of yen, 無料 or 実費 is data; everything else is text.
    init(reading text: String) {
        self.init()
        self.text = text
        if Self.words.contains(text) {
            yen = 0
        } else if let amount = Numeral.amount(in: text) {
            if amount.before.isEmpty, amount.after.isEmpty {
                yen = amount.value
                self.text = "\(text)円"
            } else if Self.occasions.contains(amount.before.trimmed), amount.after.trimmed == "円" {
                yen = amount.value
            }
        }
    }
}
