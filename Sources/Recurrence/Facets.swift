/// What a search asks of a schedule: on which weekdays.

extension Schedule {
    /// The weekdays on which it takes place in some week, holidays aside; empty where the text gives no days.
    package var weekdays: [Weekday] {
        guard hasDates else { return [] }
        func weekly(_ any: [Days]) -> UInt8 {
            any.reduce(0) { bits, days in
                if days.weekdays != 0 { return bits | days.weekdays }
                if !days.dates.isEmpty { return days.dates.reduce(bits) { $0 | Days.bit($1.weekday) } }
                return days.holiday == true ? bits : bits | Days.allWeekdays
            }
        }
        let open = rules.reduce(UInt8(0)) { $0 | weekly($1.selection.any) }
        // Closed every week of the year, not only in some.
        let closed = exclusions.filter { $0.selection.move == nil && $0.selection.except.isEmpty }.flatMap(
            \.selection.any
        )
        .filter { $0 == Days(weekdays: $0.weekdays) }.reduce(UInt8(0)) { $0 | $1.weekdays }
        return Days(weekdays: open & ~closed).weekdayList
    }
}
