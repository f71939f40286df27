/// What a guide says once for all its schedules (guide.md, 日程).

/// How schedules are read where their text is silent.
package struct ScheduleDefaults: Sendable, Hashable {
    /// Whether gatherings meet on days of a kind when their text does not say.
    package enum Policy: Sendable, Hashable { case unstated, open, closed }

    /// On national holidays (祝日).
    package var holidays: Policy = .unstated
    /// Around the New Year (年末年始). `unstated`: dates in it are given, each marked `needsConfirmation`.
    package var newYear: Policy = .unstated
    /// In the days of お盆.
    package var obon: Policy = .unstated
    /// Which days 年末年始 are.
    package var newYearDays = Season(from: MonthDay(12, 29), to: MonthDay(1, 3))
    /// Which days お盆 are.
    package var obonDays = Season(from: MonthDay(8, 13), to: MonthDay(8, 16))
    /// A date without a year (10/3) is the first such day on or after this one. Nil: such dates are not known.
    package var editionStart: Day?
    package var calendar = HolidayCalendar.japan

    package init(editionStart: Day? = nil) { self.editionStart = editionStart }

    /// The edition of a calendar year.
    package init(editionYear: Int) { editionStart = Day(year: editionYear, month: 1, day: 1) }
}

/// A day of any year (月日). 2/29 is the last of February where a year has none.
package struct MonthDay: Sendable, Hashable, Comparable {
    package var month: Int
    package var day: Int

    /// The caller has checked that some year has such a day.
    package init(_ month: Int, _ day: Int) {
        self.month = month
        self.day = day
    }

    package static func < (left: MonthDay, right: MonthDay) -> Bool {
        (left.month, left.day) < (right.month, right.day)
    }
}

/// From a day to a day of every year, both included; it may lie across the year's end.
package struct Season: Sendable, Hashable {
    package var from: MonthDay
    package var to: MonthDay

    package init(from: MonthDay, to: MonthDay) {
        self.from = from
        self.to = to
    }

    func contains(_ day: MonthDay) -> Bool {
        from <= to ? from <= day && day <= to : from <= day || day <= to
    }
}
