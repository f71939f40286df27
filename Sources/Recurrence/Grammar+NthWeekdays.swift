/// Productions for weekdays that are counted within a month: the first and third Tuesday, the last Friday.
///
///     nth         = "第" n {[sep] ["第"] n} ["週"] ["の"] weekdays

extension Grammar {
    mutating func nth() -> DaysPhrase? {
        let weeks: UInt8
        if take(.oddWeeks) {
            weeks = 0b10_1010
        } else if take(.evenWeeks) {
            weeks = 0b01_0100
        } else {
            guard let read = nthNumbers() else { return nil }
            weeks = read
        }
        return weekdaysOf(weeks: weeks)
    }

    mutating func last() -> DaysPhrase? {
        if take(.endOfMonth) || take(.last) {
            return weekdaysOf(weeks: Days.lastWeek, needsWeekday: true)
        }
        return nil
    }

    private mutating func weekdaysOf(weeks: UInt8, needsWeekday: Bool = false) -> DaysPhrase? {
        skipSpaces(before: .week)
        let mark = at
        let hasWeek = take(.week)
        _ = take(.of)
        skipSpaces()
        let isBracketed = kind == .open
        if isBracketed { at += 1 }
        let found = weekdays(isNth: true)
        if var found, !isBracketed || kind == .close {
            if isBracketed { at += 1 }
            found.any = found.any.map {
                var days = $0
                days.weeks = weeks
                return days
            }
            found.isRegular = true
            found.isAmbiguous = found.isAmbiguous || isFollowedByBareWeekday
            return found
        }
        if needsWeekday { return nil }
        at = mark
        _ = hasWeek && take(.week)
        return DaysPhrase(any: [Days(weeks: weeks)], isRegular: true, lacksWeekday: true)
    }

    /// 第1火曜、木曜: nobody knows whether every Thursday is meant.
    private var isFollowedByBareWeekday: Bool {
        var probe = self
        let start = probe.at
        while probe.kind == .space || probe.kind == .comma || probe.kind == .middleDot || probe.word == .and {
            probe.at += 1
        }
        return probe.at > start && probe.weekday() != nil && probe.word != .closedLabel && probe.word != .closed
            && probe.kind != .open && probe.word != .morning && probe.word != .afternoon
    }

    private mutating func nthNumbers() -> UInt8? {
        guard word == .ordinal || isEnglishOrdinal || number != nil && nthWithoutOrdinal else { return nil }
        var weeks: UInt8 = 0
        var previous: Int?
        while true {
            let start = at
            if weeks != 0 {
                skipSpaces()
                let separated = take(kind: .middleDot) || take(kind: .comma) || take(kind: .dot) || take(kind: .slash)
                _ = separated && kind == .word(.and) && take(.and)
                if !separated { _ = take(.and) }
                skipSpaces()
                if previous != nil, !separated, take(kind: .dash) || take(.from) {
                    _ = take(.ordinal)
                    if let first = previous, let last = nthNumber(), last > first {
                        for nth in first...last { weeks |= 1 << UInt8(nth) }
                        previous = nil
                        continue
                    }
                    at = start
                    break
                }
                if take(.last) {
                    weeks |= Days.lastWeek
                    previous = nil
                    continue
                }
                if !separated, word != .ordinal, !isEnglishOrdinal, kind(-1) != .word(.and) {
                    at = start
                    break
                }
            }
            _ = take(.ordinal)
            guard let nth = nthNumber() else {
                at = start
                break
            }
            weeks |= 1 << UInt8(nth)
            previous = nth
            // 第1週、3週
            _ = attempt { grammar -> Bool? in
                guard grammar.take(.week) else { return nil }
                switch grammar.kind {
                case .middleDot, .comma, .dot, .dash, .word(.ordinal), .word(.and): return true
                default: return nil
                }
            }
        }
        return weeks == 0 ? nil : weeks
    }

    private var isEnglishOrdinal: Bool { if case .englishOrdinal = kind { true } else { false } }

    /// A number 1–5 that counts weeks: not the 10 of 10時, the 3 of 3回.
    private mutating func nthNumber() -> Int? {
        let value: Int
        switch kind {
        case .number(let number, digits: 1): value = number
        case .circled(let number), .englishOrdinal(let number): value = number
        default: return nil
        }
        guard (1...5).contains(value) else { return nil }
        switch kind(1) {
        case .word(.hour), .word(.minute), .word(.times), .word(.session), .word(.monthsApart), .colon, .other:
            return nil
        case .word(.monthOrMonday) where number(2) != nil && word(3) == .dayOrSunday: return nil
        default: break
        }
        at += 1
        return value
    }

    /// 2・4火曜, 毎月1・3水曜日: without 第, but straight before a sure weekday and not part of a date.
    private var nthWithoutOrdinal: Bool {
        guard at == 0 || word(-1) == .everyMonth || kind(-1) == .space && word(-2) == .everyMonth || word(-1) == .of
        else { return false }
        var index = at
        while index < lookAhead {
            switch tokens[index].kind {
            case .number(_, digits: 1), .middleDot, .comma: index += 1
            case .word(.week):
                // 2週目の水曜
                let next = index + 1 < tokens.count && tokens[index + 1].kind == .word(.of) ? index + 2 : index + 1
                return next < tokens.count && isSureWeekday(next)
            case .word(.weekday): return index > at
            default: return false
            }
        }
        return false
    }
}
