/// Questions that the interpreter asks of phrases.

extension Phrase {
    var isTopic: Bool { if case .topic = kind { true } else { false } }
    var isColon: Bool { if case .colon = kind { true } else { false } }
    var isDays: Bool { if case .days = kind { true } else { false } }
    var isTimes: Bool { if case .times = kind { true } else { false } }
    var isFree: Bool { if case .free = kind { true } else { false } }
    var isRemark: Bool { if case .remark = kind { true } else { false } }
    var isGroup: Bool { if case .group = kind { true } else { false } }
    var isAdditional: Bool { if case .additional = kind { true } else { false } }
    var isHoursLabel: Bool { if case .hoursLabel = kind { true } else { false } }
    var isClosedLabel: Bool { if case .closedLabel = kind { true } else { false } }
    var isFrequency: Bool { if case .frequency = kind { true } else { false } }
    var isSeparator: Bool { if case .separator = kind { true } else { false } }
    var isSpace: Bool { if case .separator(.space) = kind { true } else { false } }
    var isOnly: Bool { if case .only = kind { true } else { false } }
    var isAlso: Bool { if case .also = kind { true } else { false } }
    var isExcept: Bool { if case .except = kind { true } else { false } }
    var isTight: Bool { if case .separator(let separator) = kind { separator < .space } else { false } }
    var isClosed: Bool { if case .closed = kind { true } else { false } }
    var isIrregular: Bool {
        switch kind {
        case .irregular, .irregularClosing: true
        default: false
        }
    }
    /// 昼, あります: said within a remark it is a part of it.
    var isWordOfRemarks: Bool {
        switch kind {
        case .part, .session, .open: true
        default: false
        }
    }
    var isStop: Bool { if case .separator(.stop) = kind { true } else { false } }
    var isFiller: Bool { if case .part = kind { true } else { false } }
    var isDaysGroup: Bool { soleDays != nil }

    /// 定休, 休館: said of fixed days of the week, unlike 休み.
    func isFixedClosing(_ text: FoldedText) -> Bool {
        text.scalars[range].first == 0x5B9A
    }

    /// The days that a bracket consists of, and nothing else.
    var soleDays: DaysPhrase? { if case .group(let inner) = kind { inner.soleDays } else { nil } }

    /// A bracket that tells what happens to closings: （祝日の場合は翌日休）.
    var saysClosed: Bool {
        guard case .group(let inner) = kind else { return false }
        return inner.contains { phrase in
            guard case .holidayCase(let found) = phrase.kind, case .move(_, isClosing: true) = found.consequence else {
                return false
            }
            return true
        }
    }
}

extension [Phrase] {
    /// （定休日）, 【開館時間】, (1): a heading in a bracket.
    var isLabel: Bool {
        let rest = filter { !$0.isSeparator && !$0.isColon }
        guard rest.count == 1, let only = rest.first else { return false }
        switch only.kind {
        case .closedLabel, .openLabel, .hoursLabel, .session, .part, .open: return true
        case .free: return only.range.count <= 1
        default: return false
        }
    }

    /// The days that it consists of, and nothing else.
    var soleDays: DaysPhrase? {
        var result: DaysPhrase?
        for phrase in self {
            switch phrase.kind {
            case .days(let days):
                guard var found = result else {
                    if !days.overridesPeriod.isEmpty { return nil }
                    result = days
                    continue
                }
                found.any += days.any
                if !days.overridesPeriod.isEmpty || found.named != nil || days.named != nil
                    || found.lacksWeekday != days.lacksWeekday || days.following != nil
                {
                    return nil
                }
                result = found
            case .separator(let separator) where separator < .stop: continue
            default: return nil
            }
        }
        return result
    }

    /// A bracket that may stand inside a list of days and says more about the days before it.
    var elaborates: Bool {
        if soleDays != nil { return true }
        return allSatisfy { phrase in
            switch phrase.kind {
            case .holidayCase, .separator, .frequency: true
            default: false
            }
        }
    }
}

extension ArraySlice<Phrase> {
    func next(_ index: Int) -> Phrase? {
        self[(index + 1)...].first { !$0.isSpace }
    }

    func previous(_ index: Int) -> Phrase? {
        self[..<index].last { !$0.isSpace }
    }

    /// Another span behind a separator: 10:00〜12:00、13:00〜15:00.
    func moreTimes(at index: Int) -> (TimeSpan, Int)? {
        var index = index
        while index < endIndex, self[index].isSeparator, !self[index].isStop { index += 1 }
        guard index < endIndex, case .times(let span) = self[index].kind else { return nil }
        return (span, index)
    }
}

extension HolidayCase {
    /// Not where every one of the days will not do (毎週土曜（土日祝の場合は翌平日）), nor where the next day after a Saturday,
    /// or the one before a Sunday, will not do either.
    func isSound(for selection: Selection) -> Bool {
        let unfit = when.reduce(UInt8(0)) { $1 == Days(weekdays: $1.weekdays) ? $0 | $1.weekdays : $0 }
        guard unfit != 0 else { return true }
        if selection.any.allSatisfy({ $0.weekdays != 0 && $0.weekdays & ~unfit == 0 }) { return false }
        guard case .move(.days(let count), _) = consequence, abs(count) == 1 else { return true }
        return unfit & Days.weekend != Days.weekend
    }
}

extension DaysPhrase {
    /// Every part of it is a weekday or an nth weekday.
    var isWeekly: Bool { named == nil && !any.isEmpty && any.allSatisfy(\.isWeekly) }
}

extension Days {
    init(from: Day) {
        self.init()
        self.from = from
    }

    /// The same weekdays in the same weeks, or some of them.
    func isWithin(_ other: Days) -> Bool {
        weekdays != 0 && weekdays & other.weekdays != 0 && (weeks == other.weeks || other.weeks == 0)
    }

    /// Weekdays that the other has already named, or all days: 第3火曜 of 火曜.
    func isPart(of other: Days) -> Bool {
        if other == .every { return isWeekly && offset == 0 }
        return weekdays != 0 && weekdays & ~other.weekdays == 0
            && (other.weeks == 0 || weeks != 0 && weeks & ~other.weeks == 0)
            && (other.months == 0 || months != 0 && months & ~other.months == 0)
            && (other.holiday == nil || holiday == other.holiday || other.holiday == false && holiday == nil)
            && other.hasWeekdaysAlone && hasWeekdaysAlone
    }

    /// Nothing but weekdays, their weeks and months, and holidays or none.
    private var hasWeekdaysAlone: Bool {
        self == Days(weekdays: weekdays, weeks: weeks, months: months, holiday: holiday)
    }

    /// Some of its days may lie in the period.
    func mayMeet(_ period: [Days]) -> Bool {
        months == 0 || period.contains { $0.months == 0 || $0.months & months != 0 }
    }

    /// Every day of a span of one year: 2027年3月1日〜5日.
    var isSpan: Bool { isPeriod && from != nil && until != nil }

    /// A day of some year without its year: the first one on or after a day.
    func dated(from start: Day) -> Days {
        guard let season else { return self }
        if season.from == season.to {
            // 29 February waits for its year: between leap years there may be eight.
            let days = (start.year...start.year + 8).lazy.compactMap {
                Day(year: $0, month: season.from.month, day: season.from.day)
            }
            guard let day = days.first(where: { $0 >= start }) else { return self }
            var dated = self
            (dated.season, dated.dates) = (nil, [day])
            return dated
        }
        func date(_ monthDay: MonthDay, onOrAfter start: Day) -> Day? {
            [start.year, start.year + 1].lazy.compactMap {
                Day(
                    year: $0, month: monthDay.month,
                    day: Swift.min(monthDay.day, Day.length(ofMonth: monthDay.month, in: $0)))
            }.first { $0 >= start }
        }
        guard let from = date(season.from, onOrAfter: start), let to = date(season.to, onOrAfter: from) else {
            return self
        }
        var days = self
        (days.season, days.from, days.until) = (nil, from, to)
        return days
    }

    func first(onOrAfter day: Day) -> Day {
        (0..<7).lazy.map { day + $0 }.first { weekdays == 0 || weekdays & Days.bit($0.weekday) != 0 } ?? day
    }

    /// Speaks of the days around the New Year by date.
    func touches(_ newYear: Season) -> Bool {
        guard let season else { return dates.contains { newYear.contains(MonthDay($0.month, $0.dayOfMonth)) } }
        return season.contains(newYear.from) || season.contains(newYear.to) || newYear.contains(season.from)
            || newYear.contains(season.to)
    }
}
