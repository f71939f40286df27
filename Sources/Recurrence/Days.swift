/// Sets of days as a few words name them (第1・3火曜日, 8月, 祝日), and whether a day is in one.

/// The days that satisfy every condition stated; what is not stated does not restrict.
package struct Days: Sendable, Hashable {
    /// Bit n: ISO weekday n. 0: any.
    package var weekdays: UInt8 = 0
    /// Bits 1–5: the 1st … 5th such weekday of the month; bit 6: the last. 0: any.
    package var weeks: UInt8 = 0
    /// Bits 1–31: the day of the month; bit 0: the month's last day. 0: any.
    package var monthDays: UInt32 = 0
    /// Bits 1–12. 0: any.
    package var months: UInt16 = 0
    package var season: Season?
    /// True: only national holidays; false: only days that are none.
    package var holiday: Bool?
    /// Only these very days, in order. Empty: any.
    package var dates: [Day] = []
    /// The first and last day, where the text bounds the days.
    package var from: Day?
    package var until: Day?
    /// Every other week counted from this day's week (Monday first): 隔週.
    package var everyOtherWeekFrom: Day?
    /// The days meant lie so many days after those that satisfy the conditions (第3火曜日の2日後).
    package var offset = 0

    package static let every = Days()
    static let holidays = Days(holiday: true)
    /// Monday to Friday save national holidays (平日).
    static let business = Days(weekdays: 0b0011_1110, holiday: false)

    init(
        weekdays: UInt8 = 0, weeks: UInt8 = 0, monthDays: UInt32 = 0, months: UInt16 = 0, season: Season? = nil,
        holiday: Bool? = nil, dates: [Day] = []
    ) {
        self.weekdays = weekdays
        self.weeks = weeks
        self.monthDays = monthDays
        self.months = months
        self.season = season
        self.holiday = holiday
        self.dates = dates
    }

    static let lastWeek: UInt8 = 1 << 6
    static let allWeekdays: UInt8 = 0b1111_1110
    static let weekend: UInt8 = 0b1100_0000

    static func bit(_ weekday: Weekday) -> UInt8 { 1 << UInt8(weekday.rawValue) }

    /// The weekdays named, in order; empty where none is.
    package var weekdayList: [Weekday] { Weekday.allCases.filter { weekdays & Days.bit($0) != 0 } }

    /// Says only in which part of the year: 8月, 4月〜9月, 12月29日〜1月3日.
    var isPeriod: Bool {
        (months != 0 || season != nil || from != nil || until != nil) && hasNoDayConditions
    }

    private var hasNoDayConditions: Bool {
        weekdays == 0 && weeks == 0 && monthDays == 0 && holiday == nil && dates.isEmpty && everyOtherWeekFrom == nil
            && offset == 0
    }

    /// Weekdays and weeks are what it stands on: 月曜, 第3日曜.
    var isWeekly: Bool { weekdays != 0 && dates.isEmpty && monthDays == 0 && season == nil }

    func contains(_ facts: DayFacts, _ calendar: HolidayCalendar) -> Bool {
        if offset != 0 {
            var base = self
            base.offset = 0
            return base.contains(DayFacts(facts.day - offset), calendar)
        }
        if weekdays != 0, weekdays & facts.weekdayBit == 0 { return false }
        if weeks != 0, weeks & facts.weekBits == 0 { return false }
        if monthDays != 0, monthDays & facts.monthDayBits == 0 { return false }
        if months != 0, months >> UInt16(facts.month) & 1 == 0 { return false }
        if let season, !season.contains(MonthDay(facts.month, facts.dayOfMonth)) { return false }
        if let holiday, calendar.contains(facts.day) != holiday { return false }
        if !dates.isEmpty, !dates.contains(facts.day) { return false }
        if let from, facts.day < from { return false }
        if let until, facts.day > until { return false }
        if let anchor = everyOtherWeekFrom {
            let monday = anchor - (anchor.weekday.rawValue - 1)
            if facts.day < anchor || ((facts.day - monday) / 7) % 2 != 0 { return false }
        }
        return true
    }

    /// Both conditions at once; nil where the two cannot be said in one (or name no day).
    func intersection(_ other: Days) -> Days? {
        guard offset == 0, other.offset == 0 else { return nil }
        var both = self
        func meet<Bits: FixedWidthInteger>(_ left: Bits, _ right: Bits) -> Bits? {
            if left == 0 || right == 0 { return left | right }
            return left & right == 0 ? nil : left & right
        }
        guard let weekdays = meet(weekdays, other.weekdays), let months = meet(months, other.months),
            let monthDays = meet(monthDays, other.monthDays), let weeks = meet(weeks, other.weeks)
        else { return nil }
        both.weekdays = weekdays
        both.weeks = weeks
        both.months = months
        both.monthDays = monthDays
        func either<Value: Equatable>(_ left: Value?, _ right: Value?) -> Value?? {
            guard let left, let right else { return .some(left ?? right) }
            return left == right ? .some(left) : nil
        }
        guard let season = either(season, other.season), let holiday = either(holiday, other.holiday),
            let anchor = either(everyOtherWeekFrom, other.everyOtherWeekFrom)
        else { return nil }
        both.season = season
        both.holiday = holiday
        both.everyOtherWeekFrom = anchor
        if !dates.isEmpty, !other.dates.isEmpty { return nil }
        both.dates = dates + other.dates
        both.from = [from, other.from].compactMap { $0 }.max()
        both.until = [until, other.until].compactMap { $0 }.min()
        return both.isSayable ? both : nil
    }

    /// Whether the canonical sentence has words for these conditions together.
    private var isSayable: Bool {
        if months != 0, season != nil { return false }
        if holiday != nil, weeks != 0 || everyOtherWeekFrom != nil { return false }
        if holiday == false, weekdays != Days.business.weekdays { return false }
        if monthDays != 0, weekdays != 0 || weeks != 0 || holiday != nil { return false }
        if everyOtherWeekFrom != nil, weeks != 0 || months != 0 { return false }
        return dates.isEmpty || self == Days(dates: dates)
    }
}

/// Where a day falls when its own day will not do (振替): 祝日の場合は翌平日.
package struct Move: Sendable, Hashable {
    package enum Destination: Sendable, Hashable {
        /// It does not take place at all.
        case nowhere
        case days(Int)
        case nextBusinessDay
        case previousBusinessDay
        case next(Weekday)
        /// The day of the same month that these words name (第1火曜日).
        case sameMonth(Days)
    }
    /// The days that will not do.
    package var when: [Days]
    package var to: Destination
}

/// The days that one part of a text names, less those it excepts, with what is moved (毎週土曜（第3土曜除く）).
package struct Selection: Sendable, Hashable {
    package var any: [Days]
    package var except: [Selection] = []
    package var move: Move?

    init(_ any: [Days], except: [Selection] = [], move: Move? = nil) {
        self.any = any
        self.except = except
        self.move = move
    }

    func contains(_ facts: DayFacts, _ calendar: HolidayCalendar) -> Bool {
        guard let move else { return containsUnmoved(facts, calendar) }
        let isUnfit = move.when.contains { $0.contains(facts, calendar) }
        if !isUnfit, containsUnmoved(facts, calendar) { return true }
        return sources(of: facts, by: move, calendar).contains { source in
            source.day != facts.day && move.when.contains { $0.contains(source, calendar) }
                && containsUnmoved(source, calendar)
        }
    }

    private func containsUnmoved(_ facts: DayFacts, _ calendar: HolidayCalendar) -> Bool {
        any.contains { $0.contains(facts, calendar) } && !except.contains { $0.contains(facts, calendar) }
    }

    /// The days from which a move would lead to this day.
    private func sources(of facts: DayFacts, by move: Move, _ calendar: HolidayCalendar) -> [DayFacts] {
        switch move.to {
        case .nowhere: []
        case .days(let count): [DayFacts(facts.day - count)]
        case .next(let weekday):
            facts.day.weekday == weekday ? (1...7).map { DayFacts(facts.day - $0) } : []
        case .nextBusinessDay: run(of: facts, step: -1, calendar)
        case .previousBusinessDay: run(of: facts, step: 1, calendar)
        case .sameMonth(let days):
            days.contains(facts, calendar)
                ? (1...facts.lengthOfMonth).map { DayFacts(facts.day + ($0 - facts.dayOfMonth)) } : []
        }
    }

    /// The free days that touch a business day on one side, and whatever day comes after them.
    private func run(of facts: DayFacts, step: Int, _ calendar: HolidayCalendar) -> [DayFacts] {
        guard Days.business.contains(facts, calendar) else { return [] }
        var list: [DayFacts] = []
        var next = DayFacts(facts.day + step)
        while list.count < 31, !Days.business.contains(next, calendar) {
            list.append(next)
            next = DayFacts(next.day + step)
        }
        return list + [next]
    }
}

/// A day with what the conditions ask of it, worked out once.
struct DayFacts {
    let day: Day
    let year: Int
    let month: Int
    let dayOfMonth: Int
    let lengthOfMonth: Int
    let weekdayBit: UInt8

    init(_ day: Day) {
        self.day = day
        (year, month, dayOfMonth) = day.civil
        lengthOfMonth = Day.length(ofMonth: month, in: year)
        weekdayBit = Days.bit(day.weekday)
    }

    private init(after facts: DayFacts) {
        day = facts.day + 1
        year = facts.year
        month = facts.month
        dayOfMonth = facts.dayOfMonth + 1
        lengthOfMonth = facts.lengthOfMonth
        // Bit 7 is Sunday's; Monday's bit 1 follows it.
        weekdayBit = facts.weekdayBit == 1 << 7 ? 1 << 1 : facts.weekdayBit << 1
    }

    /// From one day to another, both included.
    static func run(from first: Day, to last: Day) -> [DayFacts] {
        var run: [DayFacts] = []
        run.reserveCapacity(last - first + 1)
        var facts = DayFacts(first)
        while facts.day <= last {
            run.append(facts)
            facts = facts.next
        }
        return run
    }

    /// The day after, without working out the calendar but once a month.
    var next: DayFacts { dayOfMonth < lengthOfMonth ? DayFacts(after: self) : DayFacts(day + 1) }

    var weekBits: UInt8 {
        let nth = UInt8(1) << UInt8((dayOfMonth - 1) / 7 + 1)
        return dayOfMonth + 7 > lengthOfMonth ? nth | Days.lastWeek : nth
    }

    var monthDayBits: UInt32 {
        let day = UInt32(1) << UInt32(dayOfMonth)
        return dayOfMonth == lengthOfMonth ? day | 1 : day
    }
}
