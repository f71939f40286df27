// The string that a scalar stands for: folding, chomping and escapes, as libyaml does them.

extension Record {
    /// The value of a scalar; empty for a collection.
    func string(in text: UnsafeBufferPointer<UInt8>) -> String {
        if isVerbatim { return String(part: content, of: text) }
        switch kind {
        case .plain: return String(decoding: folded(text, content, escapes: nil), as: UTF8.self)
        case .singleQuoted: return String(decoding: folded(text, content, escapes: ASCII.apostrophe), as: UTF8.self)
        case .doubleQuoted: return String(decoding: folded(text, content, escapes: ASCII.backslash), as: UTF8.self)
        case .literal, .folded: return String(decoding: blockValue(text), as: UTF8.self)
        default: return ""
        }
    }

    // MARK: Flow scalars

    /// Joins lines: one break is a space, further ones stay; blanks around breaks go. Resolves the escapes that begin with `escapes`.
    private func folded(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, escapes: UInt8?) -> [UInt8] {
        var value: [UInt8] = []
        value.reserveCapacity(range.count)
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = text[at]
            if byte == escapes {
                at = byte == ASCII.apostrophe ? at + 1 : escape(text, at, to: range.upperBound, into: &value)
                if byte == ASCII.apostrophe {
                    value.append(ASCII.apostrophe)
                    at += 1
                }
            } else if isBlank(byte) || isBreak(byte) {
                at = whiteSpace(text, at, to: range.upperBound, into: &value)
            } else {
                value.append(byte)
                at += 1
            }
        }
        return value
    }

    /// Blanks within a line stay as they are, breaks are folded.
    private func whiteSpace(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, to limit: Int, into value: inout [UInt8]
    ) -> Int {
        var at = start
        while at < limit, isBlank(text[at]) { at += 1 }
        guard at < limit, isBreak(text[at]) else {
            value.append(contentsOf: text[start..<at])
            return at
        }
        let breaks = skipBreaks(text, &at, to: limit)
        value.append(contentsOf: repeatElement(breaks == 1 ? ASCII.space : ASCII.newline, count: max(breaks - 1, 1)))
        return at
    }

    /// Over line breaks and the blanks after each; returns how many breaks there were.
    private func skipBreaks(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int, to limit: Int) -> Int {
        var breaks = 0
        while at < limit {
            if isBreak(text[at]) {
                at += text[at] == ASCII.carriageReturn && at + 1 < limit && text[at + 1] == ASCII.newline ? 2 : 1
                breaks += 1
                if kind == .plain {
                    while at + 2 < limit, text[at] == 0xE3, text[at + 1] == 0x80, text[at + 2] == 0x80 { at += 3 }
                }
            } else if isBlank(text[at]) {
                at += 1
            } else {
                break
            }
        }
        return breaks
    }

    /// Appends what the escape at `start` stands for; returns the offset after it.
    private func escape(
        _ text: UnsafeBufferPointer<UInt8>, _ start: Int, to limit: Int, into value: inout [UInt8]
    ) -> Int {
        guard start + 1 < limit else { return limit }
        let letter = text[start + 1]
        if isBreak(letter) {
            var at = start + 1
            let breaks = skipBreaks(text, &at, to: limit)
            value.append(contentsOf: repeatElement(ASCII.newline, count: breaks - 1))
            return at
        }
        if let scalar = simpleEscape(letter) {
            value.append(contentsOf: UTF8.encode(scalar) ?? .init())
            return start + 2
        }
        guard let digits = escapeDigits(letter),
            let scalar = hexadecimal(start + 2..<start + 2 + digits, in: text, before: limit)
        else {
            value.append(ASCII.backslash)
            return start + 1
        }
        value.append(contentsOf: UTF8.encode(scalar) ?? .init())
        return start + 2 + digits
    }

    // MARK: Block scalars

    private func blockValue(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        guard let header = BlockHeader(text, from: start, to: end) else { return [] }
        var value: [UInt8] = []
        value.reserveCapacity(end - start)
        var at = header.end
        while at < end, !isBreak(text[at]) { at += 1 }
        var isFirst = true
        var previousIsIndented = false
        /// Line breaks since the last line with content.
        var breaks = 0
        while at < end {
            at += text[at] == ASCII.carriageReturn && at + 1 < end && text[at + 1] == ASCII.newline ? 2 : 1
            let limit = min(at + Int(indent), end)
            while at < limit, text[at] == ASCII.space { at += 1 }
            let line = at
            while at < end, !isBreak(text[at]) { at += 1 }
            guard at > line else {
                breaks += 1
                continue
            }
            let isIndented = isBlank(text[line])
            if isFirst {
                value.append(contentsOf: repeatElement(ASCII.newline, count: breaks))
            } else if kind == .literal || isIndented || previousIsIndented {
                value.append(contentsOf: repeatElement(ASCII.newline, count: breaks + 1))
            } else {
                value.append(
                    contentsOf: repeatElement(breaks == 0 ? ASCII.space : ASCII.newline, count: max(breaks, 1)))
            }
            value.append(contentsOf: text[line..<at])
            isFirst = false
            previousIsIndented = isIndented
            breaks = 0
        }
        switch header.chomping {
        case .strip: break
        case .clip: if !isFirst { value.append(ASCII.newline) }
        case .keep: value.append(contentsOf: repeatElement(ASCII.newline, count: isFirst ? breaks : breaks + 1))
        }
        return value
    }
}

// MARK: - Escapes

/// What a one-letter escape stands for.
func simpleEscape(_ letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "0"): "\0"
    case UInt8(ascii: "a"): "\u{7}"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "t"), ASCII.tab: "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{B}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case UInt8(ascii: " "): " "
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    default: nil
    }
}

/// How many hexadecimal digits follow `\x`, `\u` or `\U`.
func escapeDigits(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: nil
    }
}

/// The character with this hexadecimal number; nil for other digits, surrogates and numbers beyond Unicode.
func hexadecimal(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, before limit: Int) -> Unicode.Scalar? {
    guard range.upperBound <= limit else { return nil }
    var number: UInt32 = 0
    for offset in range {
        guard let digit = Character(Unicode.Scalar(text[offset])).hexDigitValue, number < 1 << 28 else { return nil }
        number = number << 4 | UInt32(digit)
    }
    return Unicode.Scalar(number)
}
