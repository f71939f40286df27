/// Numbers and days as people type them: half- or full-width, with separators, in the Western or the Japanese calendar.

import Recurrence

enum Numeral {
    /// "１２" and "12,000" are numbers; "12人" is not.
    static func integer(_ text: String) -> Int? {
        let folded = halfWidth(text).filter { $0 != "," }
        guard !folded.isEmpty, folded.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(folded)
    }

    /// The first number in the text and what stands around it.
    static func amount(in text: String) -> (value: Int, before: String, after: String)? {
        let folded = halfWidth(text)
        guard let start = folded.firstIndex(where: isDigit) else { return nil }
        let digits = folded[start...].prefix { isDigit($0) || $0 == "," }
        guard let value = Int(digits.filter { $0 != "," }) else { return nil }
        return (value, String(folded[..<start]), String(folded[digits.endIndex...]))
    }

    /// 2026-10-01, 2026/10/1, 2026.10.1, 2026年10月1日, 令和8年10月1日, R8.10.1
    static func day(_ text: String) -> Day? {
        let folded = halfWidth(text)
        let numbers = folded.split(whereSeparator: { !isDigit($0) }).compactMap { Int($0) }
        let words = String(folded.filter { !isDigit($0) && !$0.isWhitespace })
        guard numbers.count == 3 else {
            guard numbers.count == 2, words == "令和元年月日" else { return nil }
            return Day(year: 2019, month: numbers[0], day: numbers[1])
        }
        switch words {
        case "--", "//", "..", "年月日": return Day(year: numbers[0], month: numbers[1], day: numbers[2])
        case "令和年月日", "R..", "R//", "R--": return Day(year: 2018 + numbers[0], month: numbers[1], day: numbers[2])
        case "平成年月日", "H..", "H//", "H--": return Day(year: 1988 + numbers[0], month: numbers[1], day: numbers[2])
        default: return nil
        }
    }

    /// "34.5768, 133.8290", also with full-width digits, 、 or a space between.
    static func pair(_ text: String) -> (Double, Double)? {
        let folded = halfWidth(text)
        let parts = folded.split { ",、 　()（）[]".contains($0) }
        guard parts.count == 2, let first = decimal(parts[0]), let second = decimal(parts[1]) else { return nil }
        return (first, second)
    }

    private static func decimal(_ text: Substring) -> Double? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B }) else {
            return nil
        }
        return Double(text)
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    /// Full-width letters, digits and signs as their half-width forms.
    static func halfWidth(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xEF }) || text.utf8.contains(0xE2) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x2010...0x2015, 0x2212: result.append("-")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
