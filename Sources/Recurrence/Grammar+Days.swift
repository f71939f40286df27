/// Productions for days: weekdays, nth weekdays, days of the month, months and seasons, dates, holidays.
///
///     days        = following | bounds | [period ["の"]] (monthly | weekly | nth | last | holiday | 毎日) | period
///     nth         = "第" n {[sep] ["第"] n} ["週"] ["の"] weekdays
///     weekdays    = weekday {[sep] weekday | dash weekday | sep holiday}
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
        at += 1
        // 祝日又は振替休日, 祝・休日: one thing in two words.
        _ = attempt { grammar -> Bool? in
            guard grammar.take(.alternative, .and) || grammar.take(kind: .middleDot) else { return nil }
            return grammar.take(.holiday, .restDay) ? true : nil
        }
        return true
    }

    /// 休日：月曜, and 休日 at the end of 月曜日　休日.
    var restDayIsLabel: Bool {
        var next = 1
        while kind(next) == .space { next += 1 }
        if kind(next) == .colon { return true }
        if kind(1) == .space && next == 2 && (at == 0 || kind(-1) != .middleDot) { return true }
        return kind(-1) == .space && kind(1) == nil || isWeekday(at - 1) && kind(1) == nil
    }

    // MARK: Weekdays

    // weekdays = weekday {[sep] weekday | dash weekday | sep holiday}
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
                if isPartOfDayAhead {
                    at = start
                    break
                }
                bits |= more
                continue
            } else if !withHolidays, !(isSure && isAtComma), hasSeparator || !isSure || word == .holiday, holidayWord(),
                word != .eve && word != .morrow && (inCase || word != .inCase) && !isWeekdayOfHolidays
            {
                withHolidays = true
                continue
            }
            at = start
            break
        }
        var phrase = DaysPhrase(any: [Days(weekdays: bits)])
        if withHolidays { phrase.any.append(.holidays) }
        phrase.isAmbiguous = isAmbiguous
        return phrase
    }

    private func isEnglish(_ index: Int) -> Bool {
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
    private mutating func bracketedWeekdays() -> DaysPhrase? {
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

    private mutating func weekday() -> Weekday? {
        guard let weekday = weekdayHere else { return nil }
        at += 1
        return weekday
    }

    private var weekdayHere: Weekday? {
        switch word {
        case .weekday(let weekday): return weekday
        case .weekdayLetter(let weekday): return standsFree(from: at, to: at + 1) ? weekday : nil
        case .monthOrMonday:
            return standsFree(from: at, to: at + 1) && !isCountedMonth ? .monday : nil
        case .dayOrSunday:
            return standsFree(from: at, to: at + 1) && (number(-1) == nil || isNthNumber(at - 1))
                && word(1) != .multipleOf
                ? .sunday : nil
        default: return nil
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

    private func isSureWeekday(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), case .word(.weekday) = tokens[index].kind else { return false }
        return true
    }

    private func isWeekday(_ index: Int) -> Bool { isSureWeekday(index) }

    // MARK: Nth weekdays

    // nth = "第" n {[sep] ["第"] n} ["週"] ["の"] weekdays
    private mutating func nth() -> DaysPhrase? {
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

    private mutating func last() -> DaysPhrase? {
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

    // MARK: Days of the month

    // monthDays = 毎月 n {sep n} 日 | n のつく日 | 毎月末日
    private mutating func monthDays() -> DaysPhrase? {
        if let bits = attempt({ $0.englishMonthDays() }) {
            return DaysPhrase(any: [Days(monthDays: bits)], isRegular: true)
        }
        let isMonthly =
            take(.everyMonth) || word == .monthOrMonday && number(1) != nil && attempt { $0.monthBeforeDays() } != nil
        skipSpaces()
        if take(.lastDay) { return DaysPhrase(any: [Days(monthDays: 1)], isRegular: true) }
        if take(.endOfMonth) {
            guard take(.dayOrSunday) else { return nil }
            return DaysPhrase(any: [Days(monthDays: 1)], isRegular: true)
        }
        var bits: UInt32 = 0
        while let day = takeNumber(in: 0...31) {
            if take(.multipleOf) {
                guard day < 10 else { return nil }
                _ = take(.dayOrSunday)
                for value in 1...31 where value % 10 == day { bits |= 1 << UInt32(value) }
                return DaysPhrase(any: [Days(monthDays: bits)], isRegular: true)
            }
            guard day > 0 else { return nil }
            bits |= 1 << UInt32(day)
            let hasUnit = take(.dayOrSunday)
            if hasUnit, word == .weekday(.sunday) || !isMonthly { return nil }
            let mark = at
            let separated = take(kind: .middleDot) || take(kind: .comma) || take(kind: .dot) || take(.and)
            skipSpaces()
            if separated, number != nil, isDayOfMonthAhead { continue }
            if separated, word == .lastDay || word == .endOfMonth {
                at += 1
                _ = take(.dayOrSunday)
                return isMonthly ? DaysPhrase(any: [Days(monthDays: bits | 1)], isRegular: true) : nil
            }
            at = mark
            guard hasUnit, isMonthly else { return nil }
            return DaysPhrase(any: [Days(monthDays: bits)], isRegular: true)
        }
        return nil
    }

    /// day 5 & 15 & last of the month
    private mutating func englishMonthDays() -> UInt32? {
        guard take(.dayOfMonth) else { return nil }
        var bits: UInt32 = 0
        repeat {
            skipSpaces()
            if take(.last) {
                bits |= 1
            } else if let day = takeNumber(in: 1...31) {
                bits |= 1 << UInt32(day)
            } else {
                return nil
            }
            skipSpaces()
        } while take(.and)
        return take(.ofTheMonth) ? bits : nil
    }

    /// 偶数月の5日・15日
    private mutating func bareMonthDays() -> UInt32? {
        var bits: UInt32 = 0
        repeat {
            guard let day = takeNumber(in: 1...31) else { return nil }
            bits |= 1 << UInt32(day)
            _ = take(.dayOrSunday)
        } while take(kind: .middleDot) || take(kind: .comma)
        return tokens[at - 1].kind == .word(.dayOrSunday) && word != .weekday(.sunday) ? bits : nil
    }

    private mutating func monthBeforeDays() -> Bool? {
        at += 1
        return isDayOfMonthAhead ? true : nil
    }

    /// Numbers and separators up to 日.
    private var isDayOfMonthAhead: Bool {
        var index = at
        while index < lookAhead {
            switch tokens[index].kind {
            case .number, .middleDot, .comma, .dot: index += 1
            case .word(.dayOrSunday): return true
            default: return false
            }
        }
        return false
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
