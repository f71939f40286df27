/// The grammar of schedules: recursive descent over tokens. Each production returns what it read, or nil and stays where it was.
///
///     text      = { phrase | separator }
///     phrase    = group | holidayCase | frequency | days | times | mark | free
///     group     = "(" text ")"

struct Grammar {
    let text: FoldedText
    let tokens: [Token]
    var at = 0

    init(_ text: FoldedText) {
        self.text = text
        tokens = Recurrence.tokens(of: text)
    }

    mutating func phrases() -> [Phrase] {
        phrases(depth: 0)
    }

    // text
    private mutating func phrases(depth: Int) -> [Phrase] {
        var list: [Phrase] = []
        while at < tokens.count {
            let start = at
            if kind == .close {
                at += 1
                if depth > 0 { break }
                list.append(phrase(.separator(.stop), from: start))
                continue
            }
            if let kind = separator() ?? group(depth: depth) ?? sentencePart() {
                list.append(phrase(kind, from: start))
            } else {
                at += 1
                if !isParticle(start, after: list.last) { appendFree(from: start, to: &list) }
            }
        }
        return list
    }

    private func phrase(_ kind: Phrase.Kind, from start: Int) -> Phrase {
        Phrase(kind: kind, range: tokens[start].range.lowerBound..<tokens[at - 1].range.upperBound)
    }

    /// の, に, する and the like between phrases mean nothing by themselves; から behind days would.
    private func isParticle(_ index: Int, after last: Phrase?) -> Bool {
        guard case .word(let word) = tokens[index].kind else { return false }
        switch word {
        case .of: if last?.isDays == true, isBeforeDays { return false }
        case .at, .subject, .object, .filler, .however, .and: break
        case .from, .until: if last?.isDays == true { return false }
        // 1月は祝日のため休み
        case .because: return last?.isTopic == true
        default: return false
        }
        if let last, last.isFree, last.range.upperBound == tokens[index].range.lowerBound { return false }
        return true
    }

    /// Text that no production reads; a piece that may speak of days is marked as a hazard.
    private func appendFree(from start: Int, to list: inout [Phrase]) {
        let isHazard = hazard(at: start) || list.last?.isDays == true && refersBack(start)
        if let last = list.last, case .free(let before) = last.kind,
            last.range.upperBound == tokens[start].range.lowerBound
        {
            list[list.count - 1] = Phrase(
                kind: .free(isHazard: before || isHazard), range: last.range.lowerBound..<tokens[start].range.upperBound
            )
        } else {
            list.append(phrase(.free(isHazard: isHazard), from: start))
        }
    }

    /// 平日の月・水: of the first days only some.
    private var isBeforeDays: Bool {
        var probe = self
        return probe.days() != nil
    }

    /// から, まで, について: they say of the days before them something that was not read.
    private func refersBack(_ index: Int) -> Bool {
        [.word(.from), .word(.until), .word(.about), .word(.of)].contains(tokens[index].kind)
    }

    // group = "(" text ")"
    private mutating func group(depth: Int) -> Phrase.Kind? {
        guard kind == .open, depth < 8 else { return nil }
        at += 1
        return .group(phrases(depth: depth + 1))
    }

    private mutating func separator() -> Phrase.Kind? {
        let separator: Phrase.Separator
        switch kind {
        case .word(.and):
            guard tokens[at].range.count > 1 || standsFree(from: at, to: at + 1) else { return nil }
            separator = .tight
        case .middleDot, .slash, .dot: separator = .tight
        case .comma: separator = .comma
        case .space: separator = .space
        case .stop: separator = .stop
        default: return nil
        }
        at += 1
        return .separator(separator)
    }

    private mutating func sentencePart() -> Phrase.Kind? {
        if let found = holidayCase() { return .holidayCase(found) }
        if let found = frequency() { return .frequency(found) }
        if let found = days() { return .days(found) }
        if let found = times() { return found }
        return mark()
    }

    // MARK: Cursor

    var kind: Token.Kind? { at < tokens.count ? tokens[at].kind : nil }

    func kind(_ offset: Int) -> Token.Kind? {
        tokens.indices.contains(at + offset) ? tokens[at + offset].kind : nil
    }

    var word: Word? { if case .word(let word) = kind { word } else { nil } }

    func word(_ offset: Int) -> Word? { if case .word(let word) = kind(offset) { word } else { nil } }

    var number: Int? { if case .number(let value, _) = kind { value } else { nil } }

    func number(_ offset: Int) -> Int? { if case .number(let value, _) = kind(offset) { value } else { nil } }

    /// Steps over the word where it stands here.
    mutating func take(_ words: Word...) -> Bool {
        guard let word, words.contains(word) else { return false }
        at += 1
        return true
    }

    mutating func take(kind wanted: Token.Kind) -> Bool {
        guard kind == wanted else { return false }
        at += 1
        return true
    }

    mutating func takeNumber(in range: ClosedRange<Int>) -> Int? {
        guard let number, range.contains(number) else { return nil }
        at += 1
        return number
    }

    mutating func skipSpaces() { if kind == .space { at += 1 } }

    mutating func skipSpaces(before wanted: Word) {
        if kind == .space, word(1) == wanted { at += 1 }
    }

    /// Runs a production; where it fails the cursor goes back.
    mutating func attempt<Value>(_ production: (inout Grammar) -> Value?) -> Value? {
        let start = at
        if let value = production(&self) { return value }
        at = start
        return nil
    }

    /// How far a production may look before it decides: no text of people is longer, and reading stays linear.
    var lookAhead: Int { min(tokens.count, at + 64) }

    /// A token stands free where no unknown text touches it: 火 in 火・木 and not in 火災.
    func standsFree(from start: Int, to end: Int) -> Bool {
        (start == 0 || tokens[start - 1].kind != .other) && (end >= tokens.count || tokens[end].kind != .other)
    }
}
