/// Productions for months, seasons, dates and bounds.
///
///     period  = [season name] (months | dates) | season name | 年末年始 | お盆
///     months  = 奇数月 | 偶数月 | n {sep n} 月 [dash n 月]
///     dates   = date {sep date | dash date}
///     date    = [year] (n 月 n 日 | n "/" n | n "-" n "-" n) ["(" weekday ")"]
///     bounds  = date から | date まで

extension Grammar {
    mutating func period() -> DaysPhrase? {
        if let named = attempt({ $0.namedPeriod() }) { return named }
        if let bounds = attempt({ $0.bounds() }) { return bounds }
        if let dates = attempt({ $0.dates() }) { return dates }
        if let months = attempt({ $0.months() }) { return DaysPhrase(any: [Days(months: months)]) }
        return nil
    }

    private mutating func namedPeriod() -> DaysPhrase? {
        let start = at
        guard let name = word else { return nil }
        let named: DaysPhrase.NamedPeriod
        switch name {
        case .newYear: named = .newYear
        case .yearEnd: named = .yearEnd
        case .newYearStart: named = .newYearStart
        case .obon: named = .obon
        case .seasonName: named = .season
        default: return nil
        }
        at += 1
        guard standsFree(from: start, to: at) else { return nil }
        _ = take(.duringPeriod)
        // 夏季7月〜9月, 冬期は11月〜4月: the months say what the name means.
        let explicit = attempt { grammar -> DaysPhrase? in
            _ = grammar.take(.of) || grammar.take(.topic)
            grammar.skipSpaces()
            let isBracketed = grammar.take(kind: .open)
            guard let period = grammar.explicitPeriod(), !isBracketed || grammar.take(kind: .close) else { return nil }
            return period
        }
        if var explicit {
            explicit.named = named == .season ? nil : named
            explicit.lacksYear = false
            return explicit
        }
        return DaysPhrase(any: [], named: named)
    }

    private mutating func explicitPeriod() -> DaysPhrase? {
        if let dates = attempt({ $0.dates() }) { return dates.any.contains { $0.season == nil } ? nil : dates }
        return attempt { $0.months() }.map { DaysPhrase(any: [Days(months: $0)]) }
    }

    // MARK: Months

    mutating func months() -> UInt16? {
        if take(.oddMonths) { return endOfMonths(0b0_1010_1010_1010) }
        if take(.evenMonths) { return endOfMonths(0b1_0101_0101_0100) }
        if let bits = attempt({ $0.englishMonths() }) { return bits }
        var bits: UInt16 = 0
        var previous: Int?
        while let month = takeNumber(in: 1...12) {
            bits |= 1 << UInt16(month)
            previous = month
            let hasUnit = take(.monthOrMonday)
            let mark = at
            if take(kind: .dash) || hasUnit && take(.from) {
                _ = take(.nextYear)
                guard let first = previous, let last = takeNumber(in: 1...12), take(.monthOrMonday) else {
                    if hasUnit { return nil }
                    return nil
                }
                var month = first
                while month != last {
                    bits |= 1 << UInt16(month)
                    month = month % 12 + 1
                }
                bits |= 1 << UInt16(last)
                _ = take(.until)
                let next = at
                if take(kind: .middleDot) || take(kind: .comma), isMonthAhead { continue }
                at = next
                return endOfMonths(bits)
            }
            let separated = take(kind: .middleDot) || take(kind: .comma) || take(kind: .dot) || take(.and)
            skipSpaces()
            if separated || hasUnit, isMonthAhead { continue }
            at = mark
            guard hasUnit else { return nil }
            return endOfMonths(bits)
        }
        return nil
    }

    private mutating func englishMonths() -> UInt16? {
        var bits: UInt16 = 0
        repeat {
            guard case .monthName(let month) = word else { return nil }
            at += 1
            bits |= 1 << UInt16(month)
        } while take(kind: .slash)
        return bits
    }

    /// 8月中 is all August; 8月上旬, 8月末, 8月10日 and 1月曜 are not months.
    private mutating func endOfMonths(_ bits: UInt16) -> UInt16? {
        if take(.duringPeriod) { return bits }
        switch kind {
        case .number: return number(1) == nil && word(1) == .dayOrSunday ? nil : bits
        case .word(.hazard), .word(.lastDay), .word(.roughly), .word(.starts), .word(.ends): return nil
        case .other: return nil
        default: return bits
        }
    }

    /// Numbers and separators up to 月 that is no date.
    private var isMonthAhead: Bool {
        var index = at
        while index < lookAhead {
            switch tokens[index].kind {
            case .number(let value, _): if !(1...12).contains(value) { return false }
            case .middleDot, .comma, .dot, .dash: break
            case .word(.monthOrMonday):
                guard index > at, case .number = tokens[index - 1].kind else { return false }
                if index + 1 < tokens.count, case .number = tokens[index + 1].kind { return false }
                return true
            default: return false
            }
            index += 1
        }
        return false
    }

    // MARK: Dates

    private struct DateRead {
        var year: Int?
        var month: Int
        var day: Int
        var weekday: Weekday?

        /// The one day, or without a year that day of every year.
        var days: Days {
            if let year, let date = Day(year: year, month: month, day: day) { return Days(dates: [date]) }
            return Days(season: Season(from: MonthDay(month, day), to: MonthDay(month, day)))
        }
    }

    // dates = date {sep date | dash date}
    private mutating func dates() -> DaysPhrase? {
        guard let first = attempt({ $0.date(after: nil) }) else { return nil }
        var phrase = DaysPhrase(any: [])
        var last = first
        phrase.append(first.days, first.weekday)
        while true {
            let start = at
            skipSpaces()
            if take(kind: .dash) || take(.from) {
                skipSpaces()
                let isNextYear = take(.nextYear)
                if var end = attempt({ $0.date(after: last) }) {
                    _ = take(.until)
                    if isNextYear, let year = last.year { end.year = year + 1 }
                    phrase.any.removeLast()
                    guard let range = DaysPhrase.range(from: last.days, to: end.days) else { return nil }
                    phrase.append(range, nil)
                    if let weekday = end.weekday { phrase.statedWeekdays.append((phrase.any.count - 1, weekday, true)) }
                    last = end
                    continue
                }
                at = start
                break
            }
            let separated = take(kind: .middleDot) || take(kind: .comma) || take(.and)
            skipSpaces()
            guard separated || at > start, let next = attempt({ $0.date(after: last) }) else {
                at = start
                break
            }
            phrase.append(next.days, next.weekday)
            last = next
        }
        phrase.lacksYear = phrase.any.contains { $0.season != nil }
        return phrase
    }

    // date = [year] (n 月 n 日 | n "/" n | n "-" n "-" n) ["(" weekday ")"]
    private mutating func date(after previous: DateRead?) -> DateRead? {
        // The day of a year that has none such (2026年2月29日) is no other year's.
        if word(-1) == .year || kind(-1) == .space && word(-2) == .year { return nil }
        let year = attempt { $0.year() }
        skipSpaces()
        guard var date = attempt({ $0.monthAndDay(year: year, after: previous) }) else { return nil }
        guard (1...12).contains(date.month), date.day >= 1,
            date.day <= Day.length(ofMonth: date.month, in: date.year ?? 2000)
        else { return nil }
        date.weekday = attempt { grammar in
            grammar.skipSpaces()
            guard grammar.take(kind: .open), let days = grammar.weekdays(), grammar.take(kind: .close),
                let weekday = days.any.first?.weekdayList.first, days.any.count == 1
            else { return nil }
            return weekday
        }
        return date
    }

    private mutating func monthAndDay(year: Int?, after previous: DateRead?) -> DateRead? {
        guard let number = takeNumber(in: 1...31) else { return nil }
        if take(.monthOrMonday) {
            skipSpaces()
            if take(.lastDay) {
                return DateRead(
                    year: year ?? previous?.year, month: number,
                    day: Day.length(ofMonth: min(number, 12), in: year ?? 2001))
            }
            guard let day = takeNumber(in: 1...31), take(.dayOrSunday) || previous != nil else { return nil }
            return DateRead(year: year ?? previous?.year, month: number, day: day)
        }
        if take(kind: .slash) || year != nil && (take(kind: .dot) || take(kind: .dash)) {
            guard let day = takeNumber(in: 1...31), kind != .slash, kind != .colon || self.number(1) == nil,
                word != .monthOrMonday,
                word != .hour
            else {
                return nil
            }
            return DateRead(year: year ?? previous?.year, month: number, day: day)
        }
        guard let previous, year == nil else { return nil }
        if take(.dayOrSunday) { return DateRead(year: previous.year, month: previous.month, day: number) }
        // 8/14～16
        guard kind(-2) == .dash, kind != .colon, word != .hour, kind != .slash else { return nil }
        return DateRead(year: previous.year, month: previous.month, day: number)
    }

    /// 2026年, 令和8年, R8., 2026/, 2026-.
    private mutating func year() -> Int? {
        if take(.era) {
            skipSpaces()
            if take(.firstYear) { return 2019 }
            guard let number = takeNumber(in: 1...99), take(.year) || take(kind: .dot) || take(kind: .slash) else {
                return nil
            }
            return 2018 + number
        }
        guard let number = takeNumber(in: 1900...2200),
            take(.year) || take(kind: .slash) || take(kind: .dot) || take(kind: .dash)
        else { return nil }
        return number
    }

    // MARK: Bounds

    // bounds = date から [date まで] | date まで | year month から
    mutating func bounds() -> DaysPhrase? {
        var days = Days()
        if let english = attempt({ $0.englishBounds() }) { return DaysPhrase(any: [english]) }
        if let from = attempt({ $0.boundary(isEnd: false) }) {
            days.from = from
            skipSpaces()
            if let until = attempt({ $0.boundary(isEnd: true) }) { days.until = until }
        } else if let until = attempt({ $0.boundary(isEnd: true) }) {
            days.until = until
        } else {
            return nil
        }
        return DaysPhrase(any: [days])
    }

    /// from 2026-04-01 until 2026-09-30
    private mutating func englishBounds() -> Days? {
        var days = Days()
        func date(_ grammar: inout Grammar) -> Day? {
            grammar.skipSpaces()
            guard let year = grammar.year(), let read = grammar.monthAndDay(year: year, after: nil) else { return nil }
            return Day(year: year, month: read.month, day: read.day)
        }
        if take(.since) {
            guard let from = date(&self) else { return nil }
            days.from = from
            skipSpaces(before: .till)
        }
        if take(.till) {
            guard let until = date(&self) else { return nil }
            days.until = until
        }
        return days == .every ? nil : days
    }

    private mutating func boundary(isEnd: Bool) -> Day? {
        guard let year = year() else { return nil }
        let day: Day?
        if let read = attempt({ $0.monthAndDay(year: year, after: nil) }) {
            day = Day(year: year, month: read.month, day: read.day)
        } else {
            guard let month = takeNumber(in: 1...12), take(.monthOrMonday) else { return nil }
            day = Day(year: year, month: month, day: isEnd ? Day.length(ofMonth: month, in: year) : 1)
        }
        guard isEnd ? take(.until) : take(.from) || kind == .dash && takeOpenDash() else { return nil }
        _ = take(.starts)
        return day
    }

    /// A dash that nothing follows but the end of a bracket.
    private mutating func takeOpenDash() -> Bool {
        guard kind(1) == nil || kind(1) == .close else { return false }
        at += 1
        return true
    }
}

extension DaysPhrase {
    fileprivate mutating func append(_ days: Days, _ weekday: Weekday?) {
        any.append(days)
        if let weekday { statedWeekdays.append((any.count - 1, weekday, false)) }
    }

    /// From one date to another: bounds where the years are known, else a season.
    fileprivate static func range(from first: Days, to last: Days) -> Days? {
        if let from = first.dates.first, let until = last.dates.first {
            guard from <= until else { return nil }
            var days = Days()
            days.from = from
            days.until = until
            return days
        }
        guard let from = first.season?.from, let to = last.season?.to else { return nil }
        return Days(season: Season(from: from, to: to))
    }
}
