// Single values: plain, quoted and block scalars. Here they are only delimited; `ScalarValue` makes their strings when asked.

/// A quoted scalar as found in the text.
struct QuotedToken {
    var kind: Record.Kind
    var range: Range<Int>
    var isVerbatim: Bool
    var isMultiLine: Bool
}

extension Parser {
    /// A value that begins in the middle of a line, or a nested one that is neither a mapping nor a block sequence.
    mutating func inline(parent: Int, onKeyLine: Bool) {
        let (node, before) = (records.count, faults.count)
        read(parent: parent, onKeyLine: onKeyLine)
        if faults.count > before { judge(node, by: faults[before...]) }
    }

    private mutating func read(parent: Int, onKeyLine: Bool) {
        let start = at
        switch byte(at) {
        case ASCII.quote, ASCII.apostrophe:
            let before = state
            guard let quoted = quoted(), !runsOn(over: quoted, parent: parent) else {
                goBack(to: before)
                report(.unclosedQuote, at..<at + 1)
                return restOfLineAsValue(parent: parent)
            }
            append(quoted.kind, quoted.range, isVerbatim: quoted.isVerbatim)
            at = quoted.range.upperBound
            endOfValue(parent: parent)
        case ASCII.openBracket, ASCII.openBrace:
            if flowValue(parent: parent) {
                endOfValue(parent: parent, isCollection: true)
            } else {
                skipDeeper(than: parent)
            }
        case ASCII.pipe, ASCII.greater:
            blockScalar(parent: parent)
        case _ where onKeyLine && listMark() == 1:
            report(.listOnKeyLine, at..<at + 1)
            restOfLineAsValue(parent: parent)
        default:
            if let refused = refusal(at: at) {
                report(refused, start..<start + 1)
                return restOfLineAsValue(parent: parent)
            }
            plain(parent: parent)
        }
    }

    /// Whether what closes a quoted text is the mark of another field: more text follows it, and lines between are not
    /// indented deeper than this one's field.
    private func runsOn(over quoted: QuotedToken, parent: Int) -> Bool {
        var rest = quoted.range.upperBound
        while isBlank(byte(rest)) { rest += 1 }
        guard quoted.isMultiLine, !isLineEnd(rest), byte(rest) != ASCII.hash else { return false }
        var line = lineEnd(from: quoted.range.lowerBound)
        while line < quoted.range.upperBound {
            var start = line
            while isBreak(byte(start)) { start += 1 }
            let first = start
            while byte(start) == ASCII.space { start += 1 }
            if start - first <= parent, !isLineEnd(start) { return true }
            line = lineEnd(from: start)
        }
        return false
    }

    /// After a value only a comment may stand on its line.
    private mutating func endOfValue(parent: Int, isCollection: Bool = false) {
        if finishLine() { return advanceLine() }
        let rest = at..<lineEnd(from: at)
        if byte(at) == ASCII.colon, isBlankOrEnd(at + 1) {
            report(isCollection ? .complexKey : .colonInValue, at..<at + 1)
        } else {
            report(.textAfterValue, rest)
        }
        skipDeeper(than: parent)
    }

    /// Keeps a broken value as it stands, so that its field is there for those who read on.
    private mutating func restOfLineAsValue(parent: Int) {
        valueAsItStands(trimmed(at, lineEnd(from: at)), parent: parent)
    }

    private mutating func valueAsItStands(_ range: Range<Int>, parent: Int) {
        append(range.isEmpty ? .empty : .plain, range, isVerbatim: !text[range].contains(where: isBreak))
        skipDeeper(than: parent)
    }

    // MARK: Plain

    /// A plain scalar, with the deeper lines that continue it.
    private mutating func plain(parent: Int) {
        let start = at
        var range = plainLine()
        if byte(at) == ASCII.colon {
            report(.colonInValue, at..<at + 1)
            return valueAsItStands(start..<trimmed(at, lineEnd(from: at)).upperBound, parent: parent)
        }
        var isMultiLine = false
        while true {
            let endsInComment = byte(at) == ASCII.hash
            advanceLine()
            guard !endsInComment, !passedComment, column > parent else { break }
            let line = at
            let more = plainLine()
            if byte(at) == ASCII.colon {
                report(.wrongIndentation, line..<lineEnd(from: at))
                return valueAsItStands(range, parent: parent)
            }
            isMultiLine = true
            range = start..<more.upperBound
        }
        appendPlain(range, isMultiLine: isMultiLine)
    }

    /// What a plain scalar takes of this line. The cursor stops at the line's end, a comment, or a colon that ends a key.
    private mutating func plainLine() -> Range<Int> {
        let start = at
        line: while true {
            at = next(from: at, plainMarks)
            guard at < end else { break }
            switch text[at] {
            case ASCII.colon where isBlankOrEnd(at + 1): break line
            case ASCII.hash where at > start && isBlank(text[at - 1]): break line
            case ASCII.newline, ASCII.carriageReturn: break line
            default: at += 1
            }
        }
        return trimmed(start, at)
    }

    private mutating func appendPlain(_ range: Range<Int>, isMultiLine: Bool) {
        if !isMultiLine, range.count >= 6, isCurlyQuoted(range) {
            report(.curlyQuotes, range)
            append(.curlyQuoted, range, isVerbatim: true)
        } else {
            append(.plain, range, isVerbatim: !isMultiLine)
        }
    }

    /// One pair of typographic or full-width quotes around the whole, and none inside.
    private func isCurlyQuoted(_ range: Range<Int>) -> Bool {
        func isQuote(_ offset: Int) -> Bool {
            switch wide(offset) {
            case 0xE2_80_9C...0xE2_80_9F, 0xE2_80_98...0xE2_80_9B, 0xEF_BC_82, 0xEF_BC_87: true
            default: false
            }
        }
        guard text[range.lowerBound] >= 0xE2, isQuote(range.lowerBound), isQuote(range.upperBound - 3) else {
            return false
        }
        return !(range.lowerBound + 3..<range.upperBound - 3).contains(where: isQuote)
    }

    // MARK: Quoted

    /// The quoted scalar at the cursor, which stays; nil where it does not end.
    mutating func quoted() -> QuotedToken? {
        let mark = text[at]
        let isDouble = mark == ASCII.quote
        var offset = at + 1
        var isVerbatim = true
        var isMultiLine = false
        while offset < end {
            let byte = text[offset]
            if byte == mark {
                if isDouble || self.byte(offset + 1) != mark { break }
                isVerbatim = false
                offset += 2
            } else if isDouble, byte == ASCII.backslash {
                isVerbatim = false
                isMultiLine = isMultiLine || isBreak(self.byte(offset + 1))
                offset += escapeLength(at: offset)
            } else {
                if isBreak(byte) { isMultiLine = true }
                offset += 1
            }
        }
        guard offset < end else { return nil }
        return QuotedToken(
            kind: isDouble ? .doubleQuoted : .singleQuoted, range: at..<offset + 1,
            isVerbatim: isVerbatim && !isMultiLine, isMultiLine: isMultiLine)
    }

    /// How many bytes an escape takes; reports an unknown one.
    private mutating func escapeLength(at offset: Int) -> Int {
        let letter = byte(offset + 1)
        if isBreak(letter) {
            return letter == ASCII.carriageReturn && byte(offset + 2) == ASCII.newline ? 3 : 2
        }
        if simpleEscape(letter) != nil { return 2 }
        guard let digits = escapeDigits(letter) else {
            report(.unknownEscape, offset..<min(offset + 2, end))
            return 1
        }
        guard hexadecimal(offset + 2..<offset + 2 + digits, in: text, before: end) != nil else {
            report(.unknownEscape, offset..<min(offset + 2 + digits, lineEnd(from: offset)))
            return 2
        }
        return 2 + digits
    }

    // MARK: Block scalars

    /// `|` or `>` with its marks, and the deeper lines after it.
    private mutating func blockScalar(parent: Int) {
        let start = at
        let kind: Record.Kind = byte(at) == ASCII.pipe ? .literal : .folded
        guard let header = BlockHeader(text, from: at, to: end) else {
            report(.wrongBlockHeader, trimmed(at, lineEnd(from: at)))
            return restOfLineAsValue(parent: parent)
        }
        at = lineEnd(from: at)
        var limit = trimmed(start, header.end).upperBound
        var indent = header.indent.map { max(parent, 0) + $0 } ?? 0
        if indent == 0 { indent = blockIndent(parent: parent) }
        var line = at
        while line < end {
            let lineStart = line + (text[line] == ASCII.carriageReturn && byte(line + 1) == ASCII.newline ? 2 : 1)
            var content = lineStart
            while content < lineStart + indent, byte(content) == ASCII.space { content += 1 }
            line = lineEnd(from: content)
            if content < line, content < lineStart + indent { break }
            if content < line {
                at = line
                limit = line
            } else if header.chomping == .keep, lineStart < end {
                at = line
                limit = lineStart == line ? lineStart : line
            }
        }
        append(kind, start..<limit, indent: indent)
        advanceLine()
    }

    /// The indentation of a block scalar's first line that is not empty, as libyaml finds it.
    private func blockIndent(parent: Int) -> Int {
        var deepest = 0
        var line = at
        while line < end {
            let start = line + (text[line] == ASCII.carriageReturn && byte(line + 1) == ASCII.newline ? 2 : 1)
            var content = start
            while byte(content) == ASCII.space { content += 1 }
            deepest = max(deepest, content - start)
            if !isLineEnd(content) { break }
            line = content
        }
        return max(deepest, parent + 1, 1)
    }
}

/// The marks after `|` or `>`.
struct BlockHeader {
    enum Chomping: String {
        case clip = ""
        case strip = "-"
        case keep = "+"
    }

    var chomping = Chomping.clip
    /// How many columns the lines are indented beyond their parent, where the header says so.
    var indent: Int?
    /// Where the line's comment or break begins.
    var end: Int

    /// Nil where something else stands on the line.
    init?(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) {
        end = start + 1
        marks: while end < limit {
            switch text[end] {
            case UInt8(ascii: "+"): chomping = .keep
            case UInt8(ascii: "-"): chomping = .strip
            case UInt8(ascii: "1")...UInt8(ascii: "9") where indent == nil:
                indent = Int(text[end] - UInt8(ascii: "0"))
            default: break marks
            }
            end += 1
        }
        guard end - start <= (indent == nil ? 2 : 3) else { return nil }
        while end < limit, isBlank(text[end]) { end += 1 }
        guard end >= limit || isBreak(text[end]) || text[end] == ASCII.hash else { return nil }
    }
}
