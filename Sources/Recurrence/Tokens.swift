/// The text cut into tokens that keep their place: widths folded, numerals in any script read, words of Vocabulary found.

struct Token {
    enum Kind: Hashable {
        case number(Int, digits: Int)
        /// 1st, 2nd.
        case englishOrdinal(Int)
        /// ① and the like.
        case circled(Int)
        case word(Word)
        /// 〜 － - and what stands for them between numbers.
        case dash
        case colon
        case dot
        case slash
        case comma
        case middleDot
        /// 。 ; ※ and line ends: what follows is another statement.
        case stop
        case space
        case open
        case close
        case other
    }
    var kind: Kind
    /// Positions in `FoldedText.scalars`.
    var range: Range<Int>
}

/// A text's scalars, one for one with the source, with width and script variants folded.
struct FoldedText {
    private(set) var scalars: [UInt32] = []
    /// The UTF-8 offset of each scalar in the source, and of the end.
    private(set) var offsets: [Int] = []

    init(_ text: String) {
        scalars.reserveCapacity(text.utf8.count)
        offsets.reserveCapacity(text.utf8.count + 1)
        var offset = 0
        for scalar in text.unicodeScalars {
            scalars.append(FoldedText.fold(scalar.value))
            offsets.append(offset)
            offset += scalar.utf8.count
        }
        offsets.append(offset)
    }

    private static func fold(_ value: UInt32) -> UInt32 {
        switch value {
        case 0xFF01...0xFF5E where value != 0xFF5E: value - 0xFEE0
        case 0x3000, 0xA0, 0x09: 0x20
        case 0x0D, 0x2028: 0x0A
        case 0x301C, 0xFF5E, 0x223C, 0x02DC: 0x7E
        case 0x2010...0x2015, 0x2212, 0x2500, 0x2043: 0x2D
        case 0x3001, 0xFF64, 0x060C: 0x2C
        case 0xFF61: 0x3002
        case 0xFF65, 0x00B7, 0x2022, 0x2027: 0x30FB
        case 0x322A...0x3230: kanjiWeekdays[Int(value - 0x322A)]
        case 0x328A...0x3290: kanjiWeekdays[Int(value - 0x328A)]
        case 0x3297: 0x795D
        case 0x2F49: 0x6708
        case 0x2F47: 0x65E5
        default: value
        }
    }

    private static let kanjiWeekdays = "月火水木金土日".unicodeScalars.map(\.value)
}

/// Cuts the whole text; every scalar belongs to exactly one token. Linear in the length of the text.
func tokens(of text: FoldedText) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(text.scalars.count)
    var at = 0
    while at < text.scalars.count {
        let token = Tokenizer.next(in: text.scalars, at: at, after: tokens.last)
        at = token.range.upperBound
        if token.kind == .other || token.kind == .space, let last = tokens.last, last.kind == token.kind {
            tokens[tokens.count - 1].range = last.range.lowerBound..<at
        } else {
            tokens.append(token)
        }
    }
    return tokens
}

private enum Tokenizer {
    static func next(in scalars: [UInt32], at: Int, after last: Token?) -> Token {
        let scalar = scalars[at]
        if isDigit(scalar) { return digits(in: scalars, at: at) }
        if let kind = punctuation(scalar, scalars, at, last) { return Token(kind: kind, range: at..<at + 1) }
        if let token = kanjiNumber(in: scalars, at: at, after: last) { return token }
        if 0x2460...0x2473 ~= scalar { return Token(kind: .circled(Int(scalar - 0x245F)), range: at..<at + 1) }
        if let (word, length) = Vocabulary.word(in: scalars, at: at) {
            return Token(kind: .word(word), range: at..<at + length)
        }
        return Token(kind: .other, range: at..<at + 1)
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { 0x30...0x39 ~= scalar }

    private static func digits(in scalars: [UInt32], at: Int) -> Token {
        var end = at
        var value = 0
        while end < scalars.count, isDigit(scalars[end]) {
            value = min(value * 10 + Int(scalars[end] - 0x30), 1_000_000)
            end += 1
        }
        if end + 2 <= scalars.count, englishEndings.contains([scalars[end], scalars[end + 1]]),
            end + 2 == scalars.count || !(0x61...0x7A ~= scalars[end + 2] | 0x20)
        {
            return Token(kind: .englishOrdinal(value), range: at..<end + 2)
        }
        return Token(kind: .number(value, digits: end - at), range: at..<end)
    }

    private static let englishEndings = Set(["st", "nd", "rd", "th"].map { $0.unicodeScalars.map(\.value) })

    private static func punctuation(
        _ scalar: UInt32, _ scalars: [UInt32], _ at: Int, _ last: Token?
    ) -> Token.Kind? {
        switch scalar {
        case 0x20: return .space
        case 0x0A, 0x3002, 0x3B, 0x203B, 0xFF0A, 0x2A, 0x21: return .stop
        case 0x2C: return .comma
        case 0x30FB: return .middleDot
        case 0x2F, 0x7C: return .slash
        case 0x3A: return .colon
        case 0x2E: return .dot
        case 0x7E, 0x2D: return .dash
        case 0x30FC:  // ー is a dash only after a number, a time or a weekday: カラオケー is not.
            return last.map { $0.kind != .other } ?? false ? .dash : nil
        case 0x3F:  // What is left of 〜 in badly converted files.
            let next = at + 1 < scalars.count ? scalars[at + 1] : 0
            if case .number = last?.kind, isDigit(next) { return .dash }
            return .stop
        case 0x28, 0x3010, 0x5B, 0x3014, 0x3008, 0x300A, 0x3C, 0xFF62, 0x300C, 0x300E, 0x7B: return .open
        case 0x29, 0x3011, 0x5D, 0x3015, 0x3009, 0x300B, 0x3E, 0xFF63, 0x300D, 0x300F, 0x7D: return .close
        default: return nil
        }
    }

    /// 第三, 十二日, 二十時: a numeral where a number is expected, not the 一 of 一部.
    private static func kanjiNumber(in scalars: [UInt32], at: Int, after last: Token?) -> Token? {
        var end = at
        var value = 0
        var pending = 0
        while end < scalars.count, let digit = kanjiDigits[scalars[end]] {
            if digit == 10 {
                value += max(pending, 1) * 10
                pending = 0
            } else {
                pending = min(pending * 10 + digit, 100_000)
            }
            end += 1
        }
        guard end > at else { return nil }
        let isCounted = end < scalars.count && kanjiCounters.contains(scalars[end])
        // 第二、四水曜
        let continues =
            [.comma, .middleDot, .dash].contains(last?.kind) && at >= 2 && kanjiDigits[scalars[at - 2]] != nil
        let followsOrdinal = last?.kind == .word(.ordinal) || continues
        guard isCounted && last?.kind != .other || followsOrdinal else { return nil }
        guard scalars[at] != 0x3007 || end > at + 1 else { return nil }
        return Token(kind: .number(value + pending, digits: end - at), range: at..<end)
    }

    private static let kanjiDigits: [UInt32: Int] = {
        var digits: [UInt32: Int] = [:]
        for (value, scalar) in "〇一二三四五六七八九十".unicodeScalars.enumerated() { digits[scalar.value] = value }
        return digits
    }()

    private static let kanjiCounters = Set("月日時回度週分つ年ヶケかカヵ箇".unicodeScalars.map(\.value))
}
