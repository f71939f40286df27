/// How 連絡先 becomes a `Contact`: private unless its people said otherwise.

import Encoding
import FrontMatter
import Messages
import Publication

extension Contact {
    static let keys = KeySet([
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
        if let typed = fields.placed(.mail, &findings) {
            if Self.looksLikeMail(typed.value) {
                mail = typed.value
            } else {
                findings.add(.notAMailAddress(found: typed.value), at: typed.range)
            }
        }
        if let typed = fields.placed(.url, &findings) {
            if Self.looksLikeURL(typed.value) {
                url = typed.value
            } else {
                findings.add(.notAWebAddress(found: typed.value), at: typed.range)
            }
        }
        isPublic = fields.yes(.shown, &findings) ?? false
        introduction = fields.text(.introduction, &findings)
    }

    /// A number of the telephone, half-width; a wrong count of digits is said, the number kept.
    private static func number(_ fields: Fields, _ key: Key, _ findings: inout Findings) -> String {
        guard let placed = fields.placed(key, &findings) else { return "" }
        let typed = withoutMarks(placed.value)
        if typed != placed.value { findings.add(.marksInNumber, at: placed.range) }
        let number = Numeral.halfWidth(typed)
        let digits = Telephone.digits(number)
        // National: 0 and 9 or 10 more, and special numbers of three (#8000, 110); +81 has two more.
        // Twice as many are two numbers.
        let allowed =
            number.utf8.first == UInt8(ascii: "+") ? 11...13 : digits.beginsWithZero ? 10...11 : 3...4
        if digits.count >= 18 {
            findings.add(.severalTelephones(key), at: placed.range)
        } else if !allowed.contains(digits.count) {
            findings.add(.telephoneDigits(found: placed.value, digits: digits.count), at: placed.range)
        }
        return number
    }

    /// Spreadsheets and address books copy a number with marks around it that keep it from left to right, as it stands
    /// anyhow. Those that would turn it stay, and are errors.
    private static func withoutMarks(_ number: String) -> String {
        guard number.withBytes({ $0.contains(0xE2) }) else { return number }
        let kept = number.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x200E, 0x202A, 0x202C, 0x202D, 0x2066, 0x2068, 0x2069: false
            default: true
            }
        }
        return kept.contains(where: \.isNeverShown) ? number : String(kept).trimmed
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

extension Document {
    /// What is wrong with the document, but for marks in telephone numbers, of which these findings tell.
    func diagnostics(_ language: MessageLanguage, besides findings: [Fault]) -> [Diagnostic] {
        let numbers = findings.filter { $0.kind == .marksInNumber }.compactMap(\.range)
        return faults.filter { fault in
            guard case .forbiddenCharacter = fault.kind else { return true }
            return !numbers.contains { $0.contains(fault.range.lowerBound) }
        }.map { $0.diagnostic(in: source, language) }
    }
}
