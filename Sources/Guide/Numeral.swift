/// Numbers and days as people type them: half- or full-width, with separators, in the Western or the Japanese calendar.

import FrontMatter
import Recurrence

enum Numeral {
    /// "１２" and "12,000" are numbers; "12人" is not.
    static func integer(_ text: String) -> Int? {
        var digits = Digits()
        for byte in halfWidth(text).utf8 where byte != UInt8(ascii: ",") {
            guard digits.take(byte) else { return nil }
        }
        return digits.value
    }

    /// The first number in the text and what stands around it.
    static func amount(in text: String) -> (value: Int, before: String, after: String)? {
        let folded = halfWidth(text)
        let bytes = folded.utf8
        guard let start = bytes.firstIndex(where: isDigit) else { return nil }
        var digits = Digits()
        var end = start
        while end < bytes.endIndex, digits.take(bytes[end]) || bytes[end] == UInt8(ascii: ",") {
            end = bytes.index(after: end)
        }
        return digits.value.map { ($0, String(folded[..<start]), String(folded[end...])) }
    }

    /// 2026-10-01, 2026/10/1, 2026.10.1, 2026年10月1日, 令和8年10月1日, R8.10.1
    static func day(_ text: String) -> Day? {
        if let day = Day(iso: text) { return day }
        var numbers: [Int] = []
        var words = String.UnicodeScalarView()
        var digits = Digits()
        for scalar in halfWidth(text).unicodeScalars {
            if scalar.isASCII, digits.take(UInt8(scalar.value)) { continue }
            if let number = digits.value { numbers.append(number) }
            digits = Digits()
            if !scalar.isBlank { words.append(scalar) }
        }
        if let number = digits.value { numbers.append(number) }
        return day(numbers, String(words))
    }

    private static func day(_ numbers: [Int], _ words: String) -> Day? {
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
        if let pair = text.withBytes(plainPair) { return pair }
        let parts = halfWidth(text).unicodeScalars.split {
            switch $0 {
            case ",", "、", " ", "　", "(", ")", "（", "）", "[", "]": true
            default: false
            }
        }
        guard parts.count == 2, let first = decimal(parts[0]), let second = decimal(parts[1]) else { return nil }
        return (first, second)
    }

    /// Two plain decimals with a comma between, as maps give them.
    private static func plainPair(_ text: UnsafeBufferPointer<UInt8>) -> (Double, Double)? {
        guard let comma = text.firstIndex(of: UInt8(ascii: ",")), let first = plainDecimal(text[..<comma]),
            let second = plainDecimal(text[(comma + 1)...].drop { $0 == UInt8(ascii: " ") })
        else { return nil }
        return (first, second)
    }

    /// Up to fifteen digits with a point among them. Both they and the power of ten by which they are divided are exact, so
    /// the quotient is the nearest number that there is.
    private static func plainDecimal(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
        var digits = 0
        /// 0 before the point.
        var divisor = 0
        for byte in text {
            if isDigit(byte) {
                digits = digits &* 10 &+ Int(byte - 0x30)
                divisor &*= 10
            } else if byte == UInt8(ascii: "."), divisor == 0 {
                divisor = 1
            } else {
                return nil
            }
        }
        return text.count <= 16 && divisor > 1 ? Double(digits) / Double(divisor) : nil
    }

    private static func decimal(_ text: Substring.UnicodeScalarView) -> Double? {
        let text = Substring(text)
        guard text.utf8.allSatisfy({ isDigit($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B }) else { return nil }
        return Double(text)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// A number as it grows digit by digit.
    private struct Digits {
        /// Nil before the first digit, and where the number is too large.
        private(set) var value: Int?
        private var isTooLarge = false

        /// False, and nothing taken, where the byte is no digit.
        mutating func take(_ byte: UInt8) -> Bool {
            guard isDigit(byte) else { return false }
            guard !isTooLarge else { return true }
            let (tens, isOver) = (value ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, isOverToo) = tens.addingReportingOverflow(Int(byte - 0x30))
            // No guide has larger ones, and these can be added and multiplied.
            isTooLarge = isOver || isOverToo || sum > 999_999_999_999
            value = isTooLarge ? nil : sum
            return true
        }
    }

    /// Full-width letters, digits and signs as their half-width forms.
    static func halfWidth(_ text: String) -> String {
        guard text.withBytes({ $0.contains { $0 >= 0xEF || $0 == 0xE2 } }) else { return text }
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
