/// How 連絡先 becomes a `Contact`: private unless its people said otherwise.

import FrontMatter
import Publication

extension Contact {
    private static let keys = KeySet([
        .name, .affiliation, .telephone, .fax, .mail, .url, .shown, .introduction, .address, .hours,
    ])

    static func list(_ fields: Fields, _ key: Key, _ findings: inout Findings) -> [Contact] {
        fields.records(key, keys, &findings).map { Contact(reading: $0, &findings) }
    }

    init(reading fields: Fields, _ findings: inout Findings) {
        name = fields.text(.name, &findings)
        affiliation = fields.text(.affiliation, &findings)
        telephone = Self.number(fields, .telephone, &findings)
        fax = Self.number(fields, .fax, &findings)
        mail = fields.text(.mail, &findings)
        if let placed = fields.placed(.mail, &findings), !Self.looksLikeMail(placed.value) {
            findings.add(.notAMailAddress(found: placed.value), at: placed.range)
            mail = ""
        }
        url = fields.text(.url, &findings)
        if let placed = fields.placed(.url, &findings), !Self.looksLikeURL(placed.value) {
            findings.add(.notAWebAddress(found: placed.value), at: placed.range)
            url = ""
        }
        isPublic = fields.yes(.shown, &findings) ?? false
        introduction = fields.text(.introduction, &findings)
    }

    /// A number of the telephone, half-width; a wrong count of digits is said, the number kept.
    private static func number(_ fields: Fields, _ key: Key, _ findings: inout Findings) -> String {
        guard let placed = fields.placed(key, &findings) else { return "" }
        let number = Numeral.halfWidth(placed.value)
        let digits = Telephone.digits(number)
        // National: 0 and 9 or 10 more, and special numbers of three (#8000, 110); +81 has two more.
        let allowed =
            number.utf8.first == UInt8(ascii: "+") ? 11...13 : digits.beginsWithZero ? 10...11 : 3...4
        if !allowed.contains(digits.count) {
            findings.add(.telephoneDigits(found: placed.value, digits: digits.count), at: placed.range)
        }
        return number
    }

    private static func looksLikeMail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && !text.contains { $0.isWhitespace || "<>\"".contains($0) }
    }

    static func looksLikeURL(_ text: String) -> Bool {
        let lower = text.lowercased()
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return false }
        return !text.unicodeScalars.contains { $0.value <= 0x20 || "<>\"'`".unicodeScalars.contains($0) }
    }
}
