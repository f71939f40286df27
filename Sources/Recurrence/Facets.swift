/// What a search asks of a schedule: on which weekdays, at what time of day.

/// Parts of a day as people look for them (午前, 午後, 夕方から).
package enum PartOfDay: String, Sendable, CaseIterable {
    case morning, afternoon, evening

    init(_ time: Time) {
        self = time < .noon ? .morning : time.hour < 17 ? .afternoon : .evening
    }
}

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

    /// When in the day its sessions begin; empty where the times are not said.
    package var partsOfDay: Set<PartOfDay> {
        guard hasDates else { return [] }
        return Set(rules.flatMap(\.times).compactMap { $0.start.map(PartOfDay.init) })
    }
}
