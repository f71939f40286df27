// The indented part of the grammar: mappings and sequences of lines.

import Encoding

/// A key as found on a line, with where its value may begin.
struct KeyToken {
    var kind: Record.Kind
    var range: Range<Int>
    var isVerbatim: Bool
    /// Just after the colon.
    var valueStart: Int
    var isFullWidth = false
}

extension Parser {
    /// The fields of the document. Lines that fit nowhere are reported and passed over.
    mutating func root() {
        advanceFromStart()
        if column >= 0, byte(at) == ASCII.openBrace {
            inline(parent: -1, onKeyLine: false)
            if column >= 0 { report(.textAfterValue, at..<lineEnd(from: at)) }
            return
        }
        let mapping = open(.blockMapping, at: at)
        while column >= 0 {
            entries(indent: column)
            if column >= 0 { report(.wrongIndentation, at..<lineEnd(from: at)) }
        }
        close(mapping, at: records.count == mapping + 1 ? records[mapping].start : lastEnd)
        readKeys(of: mapping)
    }

    /// The first line has no line break before it.
    private mutating func advanceFromStart() {
        measureIndentation()
        if isLineEnd(at) || byte(at) == ASCII.hash { advanceLine() }
    }

    /// A node that begins at the cursor, first on its line or after a list mark; `column` is its column.
    mutating func block(parent: Int) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= maximumDepth else {
            report(.tooDeep, at..<lineEnd(from: at))
            appendEmpty(at: at)
            return skipDeeper(than: parent)
        }
        if listMark() != nil {
            sequence()
        } else if let key = key(isRequired: false) {
            mapping(first: key)
        } else if isFollowedByField() {
            mapping(first: nil)
        } else {
            inline(parent: parent, onKeyLine: false)
        }
    }

    /// True where this line has no key, but the next one in its column has: then this is no text but a field that lacks
    /// something. To YAML it is an error.
    private mutating func isFollowedByField() -> Bool {
        guard refusal(at: at) == nil, byte(at) != ASCII.quote, byte(at) != ASCII.apostrophe else { return false }
        let start = state
        let indent = column
        defer { goBack(to: start) }
        advanceLine()
        return column == indent && listMark() == nil && key(isRequired: false) != nil
    }

    private mutating func mapping(first: KeyToken?) {
        let mapping = open(.blockMapping, at: at)
        entries(indent: column, first: first)
        close(mapping, at: lastEnd)
        readKeys(of: mapping)
    }

    // MARK: Mappings

    /// The fields whose keys stand in one column.
    private mutating func entries(indent: Int, first: KeyToken? = nil) {
        var next = first
        repeat {
            if let key = next ?? key(isRequired: true) {
                next = nil
                append(key.kind, key.range, isVerbatim: key.isVerbatim)
                if key.isFullWidth { report(.fullWidthColon, key.range.upperBound..<key.valueStart) }
                at = key.valueStart
                value(indent: indent)
            } else {
                reportMissingKey()
                skipDeeper(than: indent)
                while column == indent, listMark() != nil { skipDeeper(than: indent) }
            }
            skipUnexpectedlyDeep(indent)
        } while column == indent
    }

    private mutating func skipUnexpectedlyDeep(_ indent: Int) {
        guard column > indent else { return }
        report(.wrongIndentation, at..<lineEnd(from: at))
        skipDeeper(than: indent)
    }

    /// What follows a key: on its line, or on the next ones.
    private mutating func value(indent: Int) {
        let place = at
        skipBlanksAfterMark()
        guard finishLine() else { return inline(parent: indent, onKeyLine: true) }
        advanceLine()
        if column > indent {
            block(parent: indent)
        } else if column == indent, listMark() != nil {
            sequence()
        } else {
            appendEmpty(at: place)
        }
    }

    /// Over blanks after a colon or a list mark, full-width ones too.
    mutating func skipBlanksAfterMark() {
        skipBlanks()
        guard byte(at) == 0xE3, wide(at) == Wide.space else { return }
        let start = at
        while at < end, isBlank(text[at]) || wide(at) == Wide.space { at += isBlank(text[at]) ? 1 : 3 }
        if !isLineEnd(at) { report(.fullWidthSpace, start..<at) }
    }

    // MARK: Sequences

    /// The length of the list mark at the cursor.
    func listMark() -> Int? {
        if byte(at) == ASCII.dash { return isBlankOrEnd(at + 1) || wide(at + 1) == Wide.space ? 1 : nil }
        return byte(at) == 0xEF && wide(at) == Wide.dash ? 3 : nil
    }

    private mutating func sequence() {
        let indent = column
        let sequence = open(.blockSequence, at: at)
        while column == indent, let mark = listMark() {
            if mark > 1 { report(.fullWidthDash, at..<at + mark) }
            item(mark: mark, indent: indent)
            skipUnexpectedlyDeep(indent)
        }
        close(sequence, at: lastEnd)
    }

    private mutating func item(mark: Int, indent: Int) {
        at += mark
        let place = at
        skipBlanksAfterMark()
        if let tab = text[place..<min(at, end)].firstIndex(of: ASCII.tab), !isLineEnd(at) {
            report(.tabIndentation, tab..<tab + 1)
        }
        let content = at
        if finishLine() {
            advanceLine()
            if column > indent { return block(parent: indent) }
            appendEmpty(at: place)
        } else {
            column = indent + (mark > 1 ? 2 : 1) + columns(place..<content)
            block(parent: indent)
        }
    }

    /// Full-width spaces count two.
    private func columns(_ blanks: Range<Int>) -> Int {
        var count = 0
        for offset in blanks where text[offset] & 0xC0 != 0x80 { count += text[offset] == 0xE3 ? 2 : 1 }
        return count
    }

    // MARK: Keys

    /// The key at the cursor. Where nothing but a key may stand, full-width and forgotten marks are understood.
    private mutating func key(isRequired: Bool) -> KeyToken? {
        switch byte(at) {
        case ASCII.quote, ASCII.apostrophe: return quotedKey()
        case _ where refusal(at: at) != nil || listMark() != nil: return nil
        default: return plainKey(isRequired: isRequired)
        }
    }

    private mutating func quotedKey() -> KeyToken? {
        // If this is no key, it is read again as a value, and its faults are found then.
        let before = state
        guard let quoted = quoted(), !quoted.isMultiLine else {
            goBack(to: before)
            return nil
        }
        var colon = quoted.range.upperBound
        while isBlank(byte(colon)) { colon += 1 }
        if byte(colon) == ASCII.colon, isBlankOrEnd(colon + 1) || wide(colon + 1) == Wide.space {
            return KeyToken(
                kind: quoted.kind, range: quoted.range, isVerbatim: quoted.isVerbatim, valueStart: colon + 1)
        }
        guard wide(colon) == Wide.colon else {
            goBack(to: before)
            return nil
        }
        return KeyToken(
            kind: quoted.kind, range: quoted.range, isVerbatim: quoted.isVerbatim, valueStart: colon + 3,
            isFullWidth: true)
    }

    /// `key: `, or failing that on the same line `key：` or `key:` with a full-width space.
    private func plainKey(isRequired: Bool) -> KeyToken? {
        var keyboard: KeyToken?
        var offset = at
        scan: while true {
            offset = next(from: offset) { plainMarks(in: $0) | ByteScan.zeros($0 ^ ByteScan.all(0xEF)) }
            guard offset < end else { break }
            switch text[offset] {
            case 0xEF where keyboard == nil && offset > at && wide(offset) == Wide.colon:
                keyboard = plainKeyToken(before: offset, valueStart: offset + 3, isFullWidth: true)
            case ASCII.colon:
                if isBlankOrEnd(offset + 1) { return plainKeyToken(before: offset, valueStart: offset + 1) }
                if keyboard == nil, wide(offset + 1) == Wide.space {
                    keyboard = plainKeyToken(before: offset, valueStart: offset + 1)
                }
            case ASCII.hash where isBlank(text[offset - 1]): break scan
            case ASCII.newline, ASCII.carriageReturn: break scan
            default: break
            }
            offset += 1
        }
        guard let keyboard, isRequired || !keyboard.isFullWidth || isKnown(keyboard) else { return nil }
        return keyboard
    }

    private func plainKeyToken(before colon: Int, valueStart: Int, isFullWidth: Bool = false) -> KeyToken {
        KeyToken(
            kind: .plain, range: trimmed(at, colon), isVerbatim: true, valueStart: valueStart, isFullWidth: isFullWidth)
    }

    private func isKnown(_ key: KeyToken) -> Bool {
        knownKeys.contains(String(decoding: text[key.range], as: UTF8.self))
    }

    /// Why no key stands at the cursor.
    private mutating func reportMissingKey() {
        let line = at..<lineEnd(from: at)
        if listMark() != nil {
            report(.unexpectedListItem, line)
        } else if let refused = refusal(at: at) {
            report(refused, at..<min(at + 1, end))
        } else if byte(at) == ASCII.quote || byte(at) == ASCII.apostrophe {
            if quoted() == nil { report(.unclosedQuote, at..<at + 1) } else { report(.expectedKey, line) }
        } else if isDocumentMark() {
            report(.severalDocuments, line)
        } else if let colon = text[line].firstIndex(of: ASCII.colon) {
            report(.missingSpaceAfterColon, colon..<colon + 1)
        } else {
            report(.expectedKey, line)
        }
    }

    private func isDocumentMark() -> Bool {
        guard column == 0, at + 3 <= end, isBlankOrEnd(at + 3) else { return false }
        return text[at..<at + 3].elementsEqual("---".utf8) || text[at..<at + 3].elementsEqual("...".utf8)
    }

    /// What is refused by its first character, outside quotes.
    func refusal(at offset: Int) -> Fault.Kind? {
        switch byte(offset) {
        case UInt8(ascii: "&"): .anchor
        case UInt8(ascii: "*"): .alias
        case UInt8(ascii: "!"): .tag
        case UInt8(ascii: "%"): isBreak(text[offset - 1]) ? .directive : .reservedCharacter(byte(offset))
        case ASCII.question where isBlankOrEnd(offset + 1): .complexKey
        case ASCII.colon where isBlankOrEnd(offset + 1): .emptyKey
        case UInt8(ascii: "@"), UInt8(ascii: "`"), ASCII.comma, ASCII.closeBracket, ASCII.closeBrace:
            .reservedCharacter(byte(offset))
        case ASCII.openBracket, ASCII.openBrace, ASCII.pipe, ASCII.greater: .expectedKey
        default: nil
        }
    }

    // MARK: Names

    /// Notes which keys of a mapping are known ones, and reports the second and later fields of one name.
    mutating func readKeys(of mapping: Int) {
        let end = Int(records[mapping].next)
        // By a bit for each name most keys are told at once to be the first of theirs.
        var seen = InlineArray<8, UInt64>(repeating: 0)
        var mayBeTwice = false
        var key = mapping + 1
        while key < end {
            if records[key].isVerbatim {
                let name = UnsafeBufferPointer(rebasing: text[records[key].content])
                let number = knownKeys.number(of: name)
                records[key].number = Int16(number ?? -1)
                let bit = number ?? Int(truncatingIfNeeded: Fingerprint(UnsafeRawBufferPointer(name)).bits)
                let (word, mask) = (bit >> 6 & 7, 1 << UInt64(bit & 63) as UInt64)
                mayBeTwice = mayBeTwice || seen[word] & mask != 0
                seen[word] |= mask
            } else {
                mayBeTwice = true
            }
            key = Int(records[key + 1].next)
        }
        if mayBeTwice { reportDuplicates(in: mapping) }
    }

    private mutating func reportDuplicates(in mapping: Int) {
        let end = Int(records[mapping].next)
        var names: Set<String> = []
        var key = mapping + 1
        while key < end {
            if !names.insert(records[key].string(in: text)).inserted { reportDuplicate(key) }
            key = Int(records[key + 1].next)
        }
    }
}
