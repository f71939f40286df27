// The bracketed part of the grammar: `[a, b]` and `{key: value}`, on one line or several.

extension Parser {
    /// The collection at the cursor. After a fault false, with the cursor where it was found.
    mutating func flow() -> Bool {
        depth += 1
        defer { depth -= 1 }
        let start = at
        let isMapping = byte(at) == ASCII.openBrace
        let collection = open(isMapping ? .flowMapping : .flowSequence, at: at)
        guard depth <= maximumDepth else {
            report(.tooDeep, at..<at + 1)
            close(collection, at: at + 1)
            return false
        }
        at += 1
        let isWhole = flowEntries(closing: isMapping ? ASCII.closeBrace : ASCII.closeBracket, start: start)
        close(collection, at: isWhole ? at : max(lastEnd, start + 1))
        if isMapping { readKeys(of: collection) }
        return isWhole
    }

    /// The brackets at the cursor as the value of a block's field or item. Those that run on into the next field are not closed:
    /// that is the fault, not what was found there.
    mutating func flowValue(parent: Int) -> Bool {
        let start = at
        let before = state
        let collection = records.count
        if flow() { return true }
        if runsOn(to: at, from: start, parent: parent) {
            goBack(to: before)
            report(.unclosedBracket(text[start]), start..<start + 1)
            // Later lines are other fields': an edit of this one must not touch them.
            records.removeLast(records.count - collection - 1)
            var stop = lineEnd(from: start)
            while isBlank(text[stop - 1]) { stop -= 1 }
            close(collection, at: stop)
        }
        return false
    }

    /// The fault is at the very end, or on a later line that begins a field or item beside or outside the bracket's.
    private func runsOn(to offset: Int, from start: Int, parent: Int) -> Bool {
        guard offset < end else { return true }
        guard let lineBreak = text[start..<offset].lastIndex(where: isBreak) else { return false }
        var indent = 0
        while byte(lineBreak + 1 + indent) == ASCII.space { indent += 1 }
        return indent <= parent
    }

    private mutating func flowEntries(closing: UInt8, start: Int) -> Bool {
        while true {
            skipFlowSpace()
            guard at < end else {
                report(.unclosedBracket(text[start]), start..<start + 1)
                return false
            }
            if text[at] == closing {
                at += 1
                return true
            }
            guard closing == ASCII.closeBrace ? flowField() : flowValue(inList: true) else { return false }
            skipFlowSpace()
            if byte(at) == ASCII.comma {
                at += 1
            } else if at < end, text[at] != closing {
                report(
                    closing == ASCII.closeBracket && text[at] == ASCII.colon ? .pairInList : .expectedComma, at..<at + 1
                )
                return false
            }
        }
    }

    /// Over blanks, line breaks and comments.
    private mutating func skipFlowSpace() {
        while at < end {
            if isBlank(text[at]) || isBreak(text[at]) {
                at += 1
            } else if text[at] == ASCII.hash {
                at = lineEnd(from: at)
            } else if text[at] == 0xE3, wide(at) == Wide.space {
                report(.fullWidthSpace, at..<at + 3)
                at += 3
            } else {
                return
            }
        }
    }

    // MARK: Fields

    private mutating func flowField() -> Bool {
        guard flowKey() else { return false }
        let place = lastEnd
        let isOnLine = !text[place..<at].contains(where: isBreak)
        guard byte(at) == ASCII.colon || wide(at) == Wide.colon else {
            appendEmpty(at: place)
            return true
        }
        guard isOnLine else {
            report(.complexKey, at..<at + 1)
            appendEmpty(at: place)
            return false
        }
        if byte(at) == ASCII.colon {
            at += 1
        } else {
            report(.fullWidthColon, at..<at + 3)
            at += 3
        }
        let valuePlace = at
        skipFlowSpace()
        if byte(at) == ASCII.comma || byte(at) == ASCII.closeBrace {
            appendEmpty(at: valuePlace)
            return true
        }
        if flowValue(inList: false) { return true }
        if records.last.map({ $0.end <= place }) ?? true { appendEmpty(at: valuePlace) }
        return false
    }

    /// A scalar on one line; the cursor then stands after the blanks that follow it.
    private mutating func flowKey() -> Bool {
        if byte(at) == ASCII.quote || byte(at) == ASCII.apostrophe {
            guard let quoted = quoted(), !quoted.isMultiLine else {
                report(quoted() == nil ? .unclosedQuote : .complexKey, at..<at + 1)
                return false
            }
            append(quoted.kind, quoted.range, isVerbatim: quoted.isVerbatim)
            at = quoted.range.upperBound
        } else {
            guard mayBeginFlowPlain() else { return false }
            guard let range = flowPlain(isKey: true, inList: false) else { return false }
            append(.plain, range, isVerbatim: true)
        }
        skipFlowSpace()
        return true
    }

    // MARK: Values

    private mutating func flowValue(inList: Bool) -> Bool {
        switch byte(at) {
        case ASCII.openBracket, ASCII.openBrace: return flow()
        case ASCII.quote, ASCII.apostrophe:
            guard let quoted = quoted() else {
                report(.unclosedQuote, at..<at + 1)
                return false
            }
            append(quoted.kind, quoted.range, isVerbatim: quoted.isVerbatim)
            at = quoted.range.upperBound
            return true
        default:
            guard mayBeginFlowPlain(), let range = flowPlain(isKey: false, inList: inList) else { return false }
            append(.plain, range, isVerbatim: !text[range].contains(where: isBreak))
            return true
        }
    }

    /// Reports what cannot begin a plain scalar inside brackets.
    private mutating func mayBeginFlowPlain() -> Bool {
        let refused: Fault.Kind? =
            switch byte(at) {
            case ASCII.question: .complexKey
            case ASCII.colon: .emptyKey
            case ASCII.comma: .expectedComma
            case ASCII.dash where isBlankOrEnd(at + 1): .listOnKeyLine
            case ASCII.pipe, ASCII.greater: .reservedCharacter(byte(at))
            case ASCII.openBracket, ASCII.openBrace: .complexKey
            default: refusal(at: at)
            }
        guard let refused else { return true }
        report(refused, at..<at + 1)
        return false
    }

    /// The last Japanese or full-width comma in a part of the text.
    private func wideComma(_ range: Range<Int>) -> Range<Int>? {
        range.last { [Wide.mark, Wide.comma].contains(wide($0)) }.map { $0..<$0 + 3 }
    }

    /// A plain scalar inside brackets; a key ends at a full-width colon as well, and with its line.
    private mutating func flowPlain(isKey: Bool, inList: Bool) -> Range<Int>? {
        let start = at
        var limit = at
        while at < end {
            let byte = text[at]
            switch byte {
            case ASCII.comma, ASCII.openBracket, ASCII.closeBracket, ASCII.openBrace, ASCII.closeBrace:
                return start..<limit
            case ASCII.colon:
                if isBlankOrEnd(at + 1) {
                    if isKey { return start..<limit }
                    if !inList, let comma = wideComma(start..<at) {
                        report(.wideComma, comma)
                    } else {
                        report(inList ? .pairInList : .colonInValue, at..<at + 1)
                    }
                    return nil
                }
                if "?,[]{}".utf8.contains(text[at + 1]) {
                    report(.missingSpaceAfterColon, at..<at + 1)
                    return nil
                }
            case ASCII.hash where at > start && isBlankOrEnd(at - 1): return start..<limit
            case _ where isBreak(byte) && isKey: return start..<limit
            case 0xEF where isKey && wide(at) == Wide.colon: return start..<limit
            default: break
            }
            at += 1
            if !isBlank(byte), !isBreak(byte) { limit = at }
        }
        return start..<limit
    }
}
