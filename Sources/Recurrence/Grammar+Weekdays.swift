/// Productions for weekdays: one, several, from one to another, with holidays among them.
///
///     weekdays    = weekday {[sep] weekday | dash weekday | sep holiday}

extension Grammar {
    mutating func weekdays(isNth: Bool = false, inCase: Bool = false) -> DaysPhrase? {
        guard var bits = weekdayOrRange() else { return nil }
        var withHolidays = false
        var isAmbiguous = false
        while true {
            let start = at
            let isAtComma = kind == .comma
            let isSure = isSureWeekday(at - 1)
            skipSpaces(before: .and)
            let hasSeparator =
                take(kind: .middleDot) || take(kind: .comma) || take(kind: .slash) || take(kind: .dot)
                || take(.and)
            if hasSeparator { skipSpaces() }
            if isNth {
                if let more = weekdayOrRange() {
                    if isSure && hasSeparator && !isEnglish(at - 1) { isAmbiguous = true }
                    bits |= more
                    continue
                }
            } else if let more = weekdayOrRange() {
                // 月〜金、水曜休み: a day named twice begins something else.
                if isPartOfDayAhead || more & ~bits == 0 {
                    at = start
                    break
                }
                bits |= more
                continue
            } else if !withHolidays, !(isSure && isAtComma) || inCase && bits == Days.weekend,
                hasSeparator || !isSure || word == .holiday, holidayWord(),
                inCase || word != .inCase, !isWeekdayOfHolidays
            {
                if word != .eve && word != .morrow {
                    withHolidays = true
                    continue
                }
                // 土日、祝日の翌日 and 金土祝前日 are plain; 土日祝の翌日 may say the days after Saturdays and Sundays too.
                isAmbiguous = !hasSeparator && text.scalars[tokens[at].range.lowerBound] == 0x306E  // の
            }
            at = start
            break
        }
        var phrase = DaysPhrase(any: [Days(weekdays: bits)])
        if withHolidays { phrase.any.append(.holidays) }
        phrase.isAmbiguous = isAmbiguous
        return phrase
    }

    func isEnglish(_ index: Int) -> Bool {
        text.scalars[tokens[index].range.lowerBound] < 0x80
    }

    /// 祝日 in 祝日の月曜.
    private var isWeekdayOfHolidays: Bool {
        if word == .of, case .weekday = word(1) { return true }
        return word == .of && word(1) == .monthOrMonday
    }

    /// 月曜、木曜の午後: the afternoon is Thursday's alone.
    private var isPartOfDayAhead: Bool {
        let next = word == .of ? 1 : 0
        return [.morning, .afternoon, .evening].contains(word(next)) && number(next + 1) == nil
    }

    /// 毎週（月）（水）
    mutating func bracketedWeekdays() -> DaysPhrase? {
        var bits: UInt8 = 0
        while take(kind: .open) {
            guard let found = weekdays(), found.any.count == 1, take(kind: .close) else { return nil }
            bits |= found.any[0].weekdays
        }
        return bits == 0 ? nil : DaysPhrase(any: [Days(weekdays: bits)], isRegular: true)
    }

    private mutating func weekdayOrRange() -> UInt8? {
        guard let first = weekday() else { return nil }
        let last = attempt { grammar -> Weekday? in
            grammar.skipSpaces()
            let isSaid = grammar.word == .from
            guard grammar.take(kind: .dash) || grammar.take(.from) else { return nil }
            grammar.skipSpaces()
            let last = grammar.weekday()
            _ = isSaid && grammar.take(.until)
            return last
        }
        guard let last else { return Days.bit(first) }
        var bits: UInt8 = 0
        for step in 0...first.daysUntil(last) {
            bits |= Days.bit(Weekday.allCases[(first.rawValue - 1 + step) % 7])
        }
        return bits
    }

    mutating func weekday() -> Weekday? {
        guard let weekday = weekdayHere else { return nil }
        at += 1
        return weekday
    }

    private var weekdayHere: Weekday? {
        switch word {
        case .weekday(let weekday): return weekday
        case .weekdayLetter(let weekday): return standsFree(from: at, to: at + 1) ? weekday : nil
        case .monthOrMonday:
            return standsFree(from: at, to: at + 1) && !isCountedMonth && !isOfSomethingElse ? .monday : nil
        case .dayOrSunday:
            return standsFree(from: at, to: at + 1) && (number(-1) == nil || isNthNumber(at - 1))
                && word(1) != .multipleOf && !isOfSomethingElse
                ? .sunday : nil
        default: return nil
        }
    }

    /// The day of a meeting, of the rubbish, of a holiday with a name (総会の日, ゴミの日, 敬老の日), the month of a feast:
    /// only behind days, as in 平日の月・水, is it a weekday.
    private var isOfSomethingElse: Bool {
        guard word(-1) == .of else { return false }
        switch word(kind(-2) == .space ? -3 : -2) {
        case .weekday, .weekdayLetter, .monthOrMonday, .dayOrSunday, .holiday, .restDay, .businessDay, .everyWeek,
            .everyMonth, .every, .week, .oddMonths, .evenMonths, .oddWeeks, .evenWeeks, .seasonName, .duringPeriod,
            .newYear, .yearEnd, .newYearStart, .obon:
            return false
        default: return true
        }
    }

    /// 月 in 月2回, 月に1回, 月末.
    private var isCountedMonth: Bool {
        if number(1) != nil, word(2) == .times || kind(2) == .dash && word(4) == .times || word(2) == .session {
            return true
        }
        return word(1) == .at && number(2) != nil || word(1) == .ordinal
            || number(-1) != nil && !isNthNumber(at - 1)
    }

    /// The number belongs to 第…: 第2・4月.
    private func isNthNumber(_ index: Int) -> Bool {
        let first = max(0, index - 64)
        var index = index
        while index >= first {
            switch tokens[index].kind {
            case .number, .middleDot, .comma, .dot, .dash, .circled: index -= 1
            case .word(.ordinal): return true
            default: return false
            }
        }
        return false
    }

    func isSureWeekday(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), case .word(.weekday) = tokens[index].kind else { return false }
        return true
    }
}
