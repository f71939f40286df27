// Reads JSON byte by byte, forwards, without building a tree: what a map needs of a file is mostly numbers.

/// Where and why reading stopped.
enum JSONBreak: Error {
    case truncated(Int)
    case unexpected(Int)
    case tooDeep(Int)
}

/// A place in the bytes of a JSON text. Every read is checked against the end; the bytes outlive the cursor, which
/// never leaves the closure that lent them.
struct JSONCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset: Int
    /// Whether some string of the text was not UTF-8.
    var sawBrokenText = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    /// The next byte that is not white space, not taken; nil at the end.
    mutating func peek() -> UInt8? {
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            offset += 1
        }
        return nil
    }

    mutating func next() throws(JSONBreak) -> UInt8 {
        guard let byte = peek() else { throw .truncated(offset) }
        return byte
    }

    mutating func expect(_ byte: UInt8) throws(JSONBreak) {
        guard try next() == byte else { throw .unexpected(offset) }
        offset += 1
    }

    /// Takes the byte if it is the next.
    mutating func take(_ byte: UInt8) throws(JSONBreak) -> Bool {
        guard try next() == byte else { return false }
        offset += 1
        return true
    }

    /// Calls `member` with each key of an object; it must take the value.
    mutating func object(_ member: (inout JSONCursor, String) throws(JSONBreak) -> Void) throws(JSONBreak) {
        try expect(.openBrace)
        if try take(.closeBrace) { return }
        repeat {
            // A comma too many before the end, as typed by hand, does no harm.
            if try take(.closeBrace) { return }
            let key = try string()
            try expect(.colon)
            try member(&self, key)
        } while try take(.comma)
        try expect(.closeBrace)
    }

    /// Calls `element` at each element of an array; it must take the value.
    mutating func array(_ element: (inout JSONCursor) throws(JSONBreak) -> Void) throws(JSONBreak) {
        try expect(.openBracket)
        if try take(.closeBracket) { return }
        repeat {
            if try take(.closeBracket) { return }
            try element(&self)
        } while try take(.comma)
        try expect(.closeBracket)
    }

    mutating func string() throws(JSONBreak) -> String {
        try expect(.quote)
        let start = offset
        var plain = true
        while offset < bytes.count, bytes[offset] != .quote {
            if bytes[offset] == .backslash {
                plain = false
                offset += 1
            }
            offset += 1
        }
        guard offset < bytes.count else { throw .truncated(bytes.count) }
        let raw = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        offset += 1
        return plain ? text(raw) : text(Self.unescaped(raw))
    }

    /// A string, or a number as it is written; nil, and the value skipped, for anything else.
    mutating func textValue() throws(JSONBreak) -> String? {
        switch try next() {
        case .quote:
            return try string()
        case .minus, 0x30...0x39:
            let start = offset
            try skipValue()
            return text(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
        default:
            try skipValue()
            return nil
        }
    }

    /// Takes a number. nil, and nothing taken, when there is none.
    ///
    /// Exact to the last digit for up to 15 significant digits, which is a thousandth of a millimetre on the ground.
    mutating func number() -> Double? {
        var i = offset
        var negative = false
        if i < bytes.count, bytes[i] == .minus || bytes[i] == 0x2B {
            negative = bytes[i] == .minus
            i += 1
        }
        var digits: UInt64 = 0
        var exponent = 0
        let begin = i
        while i < bytes.count, case let digit = bytes[i] &- 0x30, digit < 10 {
            if digits < 100_000_000_000_000_000 { digits = digits * 10 + UInt64(digit) } else { exponent += 1 }
            i += 1
        }
        var count = i - begin
        if i < bytes.count, bytes[i] == .point {
            i += 1
            let fraction = i
            while i < bytes.count, case let digit = bytes[i] &- 0x30, digit < 10 {
                if digits < 100_000_000_000_000_000 {
                    digits = digits * 10 + UInt64(digit)
                    exponent -= 1
                }
                i += 1
            }
            count += i - fraction
        }
        guard count > 0 else { return nil }
        if i < bytes.count, bytes[i] | 0x20 == 0x65 { exponent += readExponent(&i) }
        offset = i
        let value = Self.scaled(Double(digits), by: exponent)
        return negative ? -value : value
    }

    /// Passes over a value of any depth without recursion.
    mutating func skipValue() throws(JSONBreak) {
        var depth = 0
        repeat {
            switch try next() {
            case .openBrace, .openBracket:
                depth += 1
                offset += 1
            case .closeBrace, .closeBracket:
                guard depth > 0 else { throw .unexpected(offset) }
                depth -= 1
                offset += 1
            case .comma, .colon:
                guard depth > 0 else { throw .unexpected(offset) }
                offset += 1
            case .quote:
                try skipString()
            default:
                let start = offset
                while offset < bytes.count, Self.isWord(bytes[offset]) { offset += 1 }
                guard offset > start else { throw .unexpected(offset) }
            }
        } while depth > 0
    }

    private mutating func skipString() throws(JSONBreak) {
        offset += 1
        while offset < bytes.count, bytes[offset] != .quote { offset += bytes[offset] == .backslash ? 2 : 1 }
        guard offset < bytes.count else { throw .truncated(bytes.count) }
        offset += 1
    }

    private mutating func text(_ raw: some Collection<UInt8>) -> String {
        if let text = String(validating: raw, as: UTF8.self) { return text }
        sawBrokenText = true
        return String(decoding: raw, as: UTF8.self)
    }

    private func readExponent(_ i: inout Int) -> Int {
        var j = i + 1
        var negative = false
        if j < bytes.count, bytes[j] == .minus || bytes[j] == 0x2B {
            negative = bytes[j] == .minus
            j += 1
        }
        var value = 0
        let start = j
        while j < bytes.count, case let digit = bytes[j] &- 0x30, digit < 10 {
            value = min(value * 10 + Int(digit), 10_000)
            j += 1
        }
        guard j > start else { return 0 }
        i = j
        return negative ? -value : value
    }

    /// Letters, digits, signs: what `true`, `null`, `NaN` and numbers are made of.
    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, .minus, .point, 0x2B: true
        default: false
        }
    }

    private static func scaled(_ value: Double, by exponent: Int) -> Double {
        switch exponent {
        case 0: value
        case -22..<0: value / powersOfTen[-exponent]
        case 1...22: value * powersOfTen[exponent]
        case ..<0: exponent < -340 ? 0 : scaled(value / 1e22, by: exponent + 22)
        default: exponent > 340 ? .infinity : scaled(value * 1e22, by: exponent - 22)
        }
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    private static func unescaped(_ raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var i = 0
        while i < raw.count {
            guard raw[i] == .backslash, i + 1 < raw.count else {
                result.append(raw[i])
                i += 1
                continue
            }
            i += 2
            switch raw[i - 1] {
            case 0x62: result.append(0x08)
            case 0x66: result.append(0x0C)
            case 0x6E: result.append(0x0A)
            case 0x72: result.append(0x0D)
            case 0x74: result.append(0x09)
            case 0x75: result.append(contentsOf: unicode(raw, &i))
            case let other: result.append(other)
            }
        }
        return result
    }

    /// The character of `\uXXXX`, of which `i` stands at the first X; two of them may make a pair.
    private static func unicode(_ raw: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> [UInt8] {
        func unit(at start: Int) -> UInt16? {
            guard start + 4 <= raw.count else { return nil }
            return UInt16(String(decoding: raw[start..<start + 4], as: UTF8.self), radix: 16)
        }
        guard let first = unit(at: i) else { return [] }
        i += 4
        var units = [first]
        if UTF16.isLeadSurrogate(first), i + 1 < raw.count, raw[i] == .backslash, raw[i + 1] == 0x75,
            let second = unit(at: i + 2)
        {
            units.append(second)
            i += 6
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

extension UInt8 {
    static let quote: UInt8 = 0x22
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let point: UInt8 = 0x2E
    static let colon: UInt8 = 0x3A
    static let openBracket: UInt8 = 0x5B
    static let backslash: UInt8 = 0x5C
    static let closeBracket: UInt8 = 0x5D
    static let openBrace: UInt8 = 0x7B
    static let closeBrace: UInt8 = 0x7D
}
