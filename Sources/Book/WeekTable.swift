/// Which weekdays a place meets on, as a week's table can show it.

import Publication
import Recurrence

/// A place's session on a weekday.
struct WeekdaySlot: Hashable, Sendable {
    var weekday: Weekday
    var start: Time?
    var end: Time?
    /// 1–5: only those weeks of the month, 6 the last; empty: every week.
    var weeks: [Int]
    /// Every other week.
    var isAlternate: Bool

    var isEveryWeek: Bool { weeks.isEmpty && !isAlternate }
}

extension Schedule {
    /// The weekdays named by the rules. Meetings on days of the month (毎月18日) have no weekday and are not here.
    var weekdaySlots: [WeekdaySlot] {
        guard hasDates else { return [] }
        var slots: [WeekdaySlot] = []
        for rule in rules {
            for days in rule.selection.any where days.monthDays == 0 && days.dates.isEmpty && days.holiday != true {
                let weeks = (1...6).filter { days.weeks >> UInt8($0) & 1 == 1 }
                for weekday in days.weekdays == 0 ? Weekday.allCases : days.weekdayList {
                    for span in rule.times.isEmpty ? [TimeSpan()] : rule.times {
                        slots.append(
                            WeekdaySlot(
                                weekday: weekday, start: span.start, end: span.end, weeks: weeks,
                                isAlternate: days.everyOtherWeekFrom != nil))
                    }
                }
            }
        }
        var seen: Set<WeekdaySlot> = []
        return slots.filter { seen.insert($0).inserted }
    }
}
