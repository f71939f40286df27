/// Telephone numbers in texts: found by their digits, however they are written.

import FrontMatter
import Glibc

enum Telephone {
    /// The digits of a number, to compare with others.
    struct Digits: Hashable {
        private(set) var count = 0
        /// As a decimal number; beyond 19 digits its lowest 64 bits.
        private var number: UInt64 = 0
        private(set) var beginsWithZero = false

        mutating func append(_ digit: UInt8) {
            if count == 0 { beginsWithZero = digit == 0 }
            count += 1
            number = number &* 10 &+ UInt64(digit)
        }

        /// Shorter ones are not taken for a whole number.
        var isWhole: Bool { count >= 9 }
    }

    /// The digits of a number up to an extension (内線, ext).
    static func digits(_ number: String) -> Digits {
        Numeral.halfWidth(number).withBytes { number in
            var digits = Digits()
            for (offset, byte) in number.enumerated() {
                switch byte {
                case 0x30...0x39: digits.append(byte - 0x30)
                case UInt8(ascii: "e"), UInt8(ascii: "E"): return digits
                case 0xE5 where number[offset...].starts(with: "内".utf8): return digits
                default: break
                }
            }
            return digits
        }
    }

    /// Whole numbers in a text, half- or full-width, with hyphens, brackets and spaces between.
    static func numbers(in text: UnsafeBufferPointer<UInt8>) -> [(text: Range<Int>, digits: Digits)] {
        guard let start = text.baseAddress, memchr(start, 0x30, text.count) ?? memchr(start, 0xEF, text.count) != nil
        else { return [] }
        var numbers: [(Range<Int>, Digits)] = []
        var digits = Digits()
        var range = 0..<0
        var at = 0
        while at < text.count {
            let (sign, length) = sign(in: text, at)
            switch sign {
            case .digit(let digit):
                range = (digits.count == 0 ? at : range.lowerBound)..<at + length
                digits.append(digit)
            case .separator: break
            case .other:
                if digits.isWhole { numbers.append((range, digits)) }
                if digits.count > 0 { digits = Digits() }
            }
            at += length
        }
        if digits.isWhole { numbers.append((range, digits)) }
        return numbers
    }

    private enum Sign {
        case digit(UInt8)
        case separator, other
    }

    /// What stands at an offset, and its length in bytes; of other characters a byte at a time.
    private static func sign(in text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Sign, length: Int) {
        let byte = text[at]
        if byte < 0x80 {
            switch byte {
            case 0x30...0x39: return (.digit(byte - 0x30), 1)
            case UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: " "): return (.separator, 1)
            default: return (.other, 1)
            }
        }
        guard byte == 0xE2 || byte == 0xE3 || byte == 0xEF, at + 2 < text.count else { return (.other, 1) }
        switch (byte, text[at + 1], text[at + 2]) {
        case (0xEF, 0xBC, 0x90...0x99): return (.digit(text[at + 2] - 0x90), 3)
        // （ ） －
        case (0xEF, 0xBC, 0x88), (0xEF, 0xBC, 0x89), (0xEF, 0xBC, 0x8D): return (.separator, 3)
        // The full-width space, ー
        case (0xE3, 0x80, 0x80), (0xE3, 0x83, 0xBC): return (.separator, 3)
        // ‐ – −
        case (0xE2, 0x80, 0x90), (0xE2, 0x80, 0x93), (0xE2, 0x88, 0x92): return (.separator, 3)
        default: return (.other, 3)
        }
    }
}
