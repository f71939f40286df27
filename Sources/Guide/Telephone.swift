/// Telephone numbers in texts: found by their digits, however they are written.

enum Telephone {
    /// The ASCII digits of a number.
    typealias Digits = [UInt8]

    /// The digits of a number up to an extension (内線, ext).
    static func digits(_ number: String) -> Digits {
        var digits: Digits = []
        for scalar in Numeral.halfWidth(number).unicodeScalars {
            if scalar == "内" || scalar == "e" || scalar == "E" { break }
            if let digit = digit(scalar) { digits.append(digit) }
        }
        return digits
    }

    /// Numbers of at least nine digits in a text, half- or full-width, with hyphens, brackets and spaces between.
    static func numbers(in text: String) -> [(text: String, digits: Digits)] {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "0") || $0 == 0xEF }) else { return [] }
        var numbers: [(String, Digits)] = []
        let scalars = text.unicodeScalars
        var digits: Digits = []
        var start = scalars.startIndex
        var end = start
        func finish() {
            if digits.count >= 9 { numbers.append((String(text[start..<end]), digits)) }
        }
        for index in scalars.indices {
            if let digit = digit(scalars[index]) {
                if digits.isEmpty { start = index }
                digits.append(digit)
                end = scalars.index(after: index)
            } else if !digits.isEmpty, !separators.contains(scalars[index]) {
                finish()
                digits = []
            }
        }
        finish()
        return numbers
    }

    private static let separators: Set<Unicode.Scalar> = ["-", "(", ")", " ", "　", "ー", "－", "（", "）", "‐", "−", "–"]

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x30...0x39: UInt8(scalar.value)
        case 0xFF10...0xFF19: UInt8(scalar.value - 0xFF10 + 0x30)
        default: nil
        }
    }
}
