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

        /// Longer than any number; two that somebody wrote side by side are not.
        fileprivate var isTooLong: Bool { count > 24 }

        /// As dialled within the country: with 0 in place of Japan's code, 81.
        var national: Digits {
            guard (11...13).contains(count), !beginsWithZero else { return self }
            var power: UInt64 = 1
            for _ in 2..<count { power *= 10 }
            guard number / power == 81 else { return self }
            var national = Digits()
            national.number = number % power
            national.beginsWithZero = true
            // Some leave the 0 after the code.
            national.count = national.number < power / 10 ? count - 2 : count - 1
            return national
        }
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

    /// The numbers of a field as dialled within the country: one, but some write two side by side.
    static func numbers(ofField field: String) -> [Digits] {
        let all = digits(field).national
        guard all.count > 13 else { return [all] }
        return [all] + field.split { $0.isWhitespace || "、，,／/・;；".contains($0) }.map { digits(String($0)).national }
    }

    /// Where some numbers stand in a text, half- or full-width, with any signs and spaces between their digits.
    ///
    /// Nobody can tell where a number begins that stands beside others (9:00〜17:00 0865-55-1234), so it may begin with
    /// each group of digits and end with each.
    static func places(of numbers: Set<Digits>, in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        guard mayHoldNumbers(text) else { return [] }
        var places: [Range<Int>] = []
        /// What the digits since the beginning of each group come to, the longest first: never more than a few.
        var open: [(start: Int, digits: Digits)] = []
        var isInGroup = false
        var at = 0
        while at < text.count {
            let (sign, length) = sign(in: text, at)
            if case .digit(let digit) = sign {
                if !isInGroup { open.append((at, Digits())) }
                isInGroup = true
                for index in open.indices { open[index].digits.append(digit) }
                if let longest = open.first, longest.digits.isTooLong { open.removeFirst() }
            } else {
                if isInGroup { close(&open, at, numbers, &places) }
                isInGroup = false
                if case .other = sign, !open.isEmpty { open.removeAll(keepingCapacity: true) }
            }
            at += length
        }
        if isInGroup { close(&open, at, numbers, &places) }
        return places
    }

    /// Ends a group of digits: if a number ends with it, what follows is another.
    private static func close(
        _ open: inout [(start: Int, digits: Digits)], _ end: Int, _ numbers: Set<Digits>, _ places: inout [Range<Int>]
    ) {
        guard let found = open.first(where: { $0.digits.isWhole && numbers.contains($0.digits.national) }) else {
            return
        }
        places.append(found.start..<end)
        open.removeAll(keepingCapacity: true)
    }

    /// Whether a text holds a 0, as every number within the country does, the 8 of 81, or what may be full-width digits.
    private static func mayHoldNumbers(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = text.baseAddress else { return false }
        return [0x30, 0x38, 0xEF].contains { memchr(start, $0, text.count) != nil }
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
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): return (.other, 1)
            default: return (.separator, 1)
            }
        }
        // No-break spaces, soft hyphens, ·
        if byte == 0xC2 { return (.separator, 2) }
        guard byte == 0xE2 || byte == 0xE3 || byte == 0xEF, at + 2 < text.count else { return (.other, 1) }
        let scalar = UInt32(byte & 0x0F) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
        switch scalar {
        case 0xFF10...0xFF19: return (.digit(UInt8(scalar - 0xFF10)), 3)
        // Hyphens, dashes, dots, thin spaces, marks that are not seen; the frames of keys; −; lines
        case 0x2000...0x206F, 0x20D0...0x20FF, 0x2212, 0x2500...0x2501: return (.separator, 3)
        // The full-width space, brackets, 〜, 〰, ・, ー
        case 0x3000, 0x3008...0x3011, 0x3014...0x301C, 0x3030, 0x30FB, 0x30FC: return (.separator, 3)
        // Forms of signs: upright, small, full- and half-width
        case 0xFE00...0xFE6F, 0xFEFF, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFF70:
            return (.separator, 3)
        default: return (.other, 3)
        }
    }
}
