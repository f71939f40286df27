/// What follows for a schedule from the guide's defaults alone.

extension Schedule {
    /// The days of the guide's defaults on which nothing takes place although the text does not say so; of seasons only
    /// those in which it might.
    package var closedUnsaid: (holidays: Bool, newYear: Bool, obon: Bool) {
        func isClosed(_ season: Season) -> Bool {
            closedByDefault.contains(Days(season: season)) && mayMeet(in: season)
        }
        guard hasDates else { return (false, false, false) }
        return (closedByDefault.contains(.holidays), isClosed(defaults.newYearDays), isClosed(defaults.obonDays))
    }

    /// Whether dates around the New Year are given only to be asked about (`needsConfirmation`).
    package var leavesNewYearOpen: Bool {
        hasDates && isSilentAboutNewYear && !closedByDefault.contains(Days(season: defaults.newYearDays))
            && mayMeet(in: defaults.newYearDays)
    }

    /// Not where its rules name other dates or other parts of the year.
    private func mayMeet(in season: Season) -> Bool {
        rules.contains { rule in
            rule.selection.move != nil
                || rule.selection.any.contains { days in
                    if days.offset != 0 { return true }
                    if !days.dates.isEmpty || days.season != nil { return days.touches(season) }
                    return days.months == 0
                        || (1...12).contains { days.months >> $0 & 1 == 1 && season.isIn(month: $0) }
                }
        }
    }
}

extension Season {
    fileprivate func isIn(month: Int) -> Bool {
        from.month == month || to.month == month || contains(MonthDay(month, 1))
    }
}
