/// Productions for days: weekdays, nth weekdays, days of the month, months and seasons, dates, holidays.
///
///     days        = following | bounds | [period ["の"]] (monthly | weekly | nth | last | holiday | 毎日) | period
///     period      = months | dates | named

extension Grammar {
    mutating func days() -> DaysPhrase? {
        attempt { $0.daysOrDaysAfter() }
    }

    private mutating func daysOrDaysAfter() -> DaysPhrase? {
        if let found = attempt({ $0.following() }) { return found }
        let isEve = take(.eveOf)
        if isEve { skipSpaces() }
        guard var found = attempt({ $0.periodThenDays() }) else { return nil }
        if isEve {
            for index in found.any.indices { found.any[index].offset = -1 }
            return found
        }
        if let offset = attempt({ $0.offset() }), !found.any.isEmpty {
            for index in found.any.indices { found.any[index].offset = offset }
        }
        return found
    }

    /// 第3火曜日の2日後, 祝日の前日.
    private mutating func offset() -> Int? {
        if word == .eve, tokens[at].range.count > 1, take(.eve) { return -1 }
        if take(.of) {
            if take(.previousDay) || word == .eve && take(.eve) { return -1 }
            if take(.nextDay) { return 1 }
        } else {
            skipSpaces()
        }
        if at < tokens.count, isEnglish(at) {
            if take(.nextDay) { return 1 }
        }
        if take(.morrow) { return 1 }
        guard let count = takeNumber(in: 1...31) else { return nil }
        if kind == .space { at += 1 }
        return take(.daysAfter) ? count : nil
    }

    private mutating func periodThenDays() -> DaysPhrase? {
        guard let period = attempt({ $0.period() }) else { return attempt { $0.plainDays() } }
        var overrides = false
        let rest = attempt { grammar -> DaysPhrase? in
            overrides = grammar.word == .topic || grammar.word == .only
            let isJoined = grammar.take(.of, .topic, .only) || grammar.take(kind: .colon)
            if period.named != nil, !isJoined { return nil }
            grammar.skipSpaces()
            if isJoined, grammar.take(.because), grammar.take(kind: .comma) { grammar.skipSpaces() }
            if isJoined, period.any.allSatisfy({ $0.season == nil }), let bits = grammar.attempt({ $0.bareMonthDays() })
            {
                return DaysPhrase(any: [Days(monthDays: bits)])
            }
            guard let days = grammar.plainDays(), !days.any.contains(where: { !$0.dates.isEmpty }) else { return nil }
            return days
        }
        guard var rest else { return period }
        if period.any.isEmpty {
            rest.within = period.named
            return rest
        }
        var any: [Days] = []
        for left in period.any {
            for right in rest.any {
                guard let both = left.intersection(right) else { return period }
                any.append(both)
            }
        }
        rest.any = any
        rest.lacksYear = false
        rest.isRegular = true
        rest.overridesPeriod = overrides ? period.any : []
        return rest
    }

    private mutating func plainDays() -> DaysPhrase? {
        if let found = attempt({ $0.monthDays() }) { return found }
        let isMonthly = attempt { $0.everyMonth() } ?? false
        let isWeekly = !isMonthly && take(.everyWeek, .every)
        skipSpaces()
        _ = (isMonthly || isWeekly) && take(.of)
        skipSpaces()
        if let found = attempt({ $0.nth() }) ?? attempt({ $0.last() }) { return found }
        if isMonthly { return nil }
        if isWeekly, let found = attempt({ $0.bracketedWeekdays() }) { return found }
        if var found = attempt({ $0.weekdays() }) {
            skipSpaces(before: .onHolidays)
            if take(.onHolidays) { for index in found.any.indices { found.any[index].holiday = true } }
            found.isRegular = isWeekly
            return found
        }
        if isWeekly { return nil }
        if let days = oneDayWord() { return DaysPhrase(any: [days]) }
        return nil
    }

    /// 毎月, or 月 before 第: every month.
    private mutating func everyMonth() -> Bool? {
        if take(.everyMonth) { return true }
        guard word == .monthOrMonday, number(-1) == nil else { return nil }
        at += 1
        _ = take(.of)
        guard word == .ordinal || word == .last else { return nil }
        return true
    }

    /// 毎日, 平日, 祝日, 祝日の前日.
    private mutating func oneDayWord() -> Days? {
        if take(.everyDay) { return .every }
        if take(.businessDay) { return .business }
        guard holidayWord() else { return nil }
        var days = Days.holidays
        // 祝日の月曜
        if let weekdays = attempt({ $0.take(.of) ? $0.weekdays() : nil }), weekdays.any.count == 1 {
            days.weekdays = weekdays.any[0].weekdays
        }
        if take(.eve) {
            days.offset = -1
        } else if take(.morrow) {
            days.offset = 1
        }
        return days
    }

    /// 祝日, and 休日 where it means the same.
    mutating func holidayWord() -> Bool {
        guard word == .holiday || word == .restDay && !restDayIsLabel else { return false }
        let first = text.scalars[tokens[at].range]
        at += 1
        // 祝日又は振替休日, 祝・休日: one thing in two words; not the same word twice, as in 祝日と祝日の翌日.
        _ = attempt { grammar -> Bool? in
            guard grammar.take(.alternative, .and) || grammar.take(kind: .middleDot) else { return nil }
            guard grammar.take(.holiday, .restDay) else { return nil }
            return grammar.text.scalars[grammar.tokens[grammar.at - 1].range].elementsEqual(first) ? nil : true
        }
        return true
    }

    /// 休日：月曜, and 休日 at the end of 月曜日　休日.
    var restDayIsLabel: Bool {
        var next = 1
        while kind(next) == .space { next += 1 }
        if kind(next) == .colon { return true }
        if kind(1) == .space && next == 2 && (at == 0 || kind(-1) != .middleDot) { return true }
        return kind(-1) == .space && kind(1) == nil || isSureWeekday(at - 1) && kind(1) == nil
    }

    // MARK: After other days

    /// その直後の木曜日, その翌日, その翌週月曜.
    private mutating func following() -> DaysPhrase? {
        var phrase = DaysPhrase(any: [], isRegular: true)
        if word == .nextDay || word == .previousDay, text.scalars[tokens[at].range.lowerBound] == 0x305D {
            phrase.following = .days(word == .nextDay ? 1 : -1)
            at += 1
            return phrase
        }
        if take(.nextWeek) {
            guard let weekday = weekday() else { return nil }
            phrase.following = .nextWeek(weekday)
        } else if take(.following) {
            guard text.scalars[tokens[at - 1].range.lowerBound] != 0x7FCC, let weekday = weekday() else { return nil }
            phrase.following = .next(weekday)
        } else {
            return nil
        }
        return phrase
    }
}
