/// A schedule as schema.org describes one (https://schema.org/Schedule), as plain values for JSON-LD.

/// One `Schedule` of an `Event`'s `eventSchedule`.
package struct SchemaOrgSchedule: Sendable, Hashable {
    /// ISO 8601: `P1D`, `P1W`, `P2W`, `P1M`.
    package var repeatFrequency: String
    /// `https://schema.org/Tuesday`.
    package var byDay: [String]
    /// 1 to 12; empty: all.
    package var byMonth: [Int]
    package var byMonthDay: [Int]
    /// 1 to 5, -1 for the last week.
    package var byMonthWeek: [Int]
    /// `13:30`, `15:30`.
    package var startTime: String?
    package var endTime: String?
    /// The days within the window that the rule gives and that do not take place.
    package var exceptDate: [String]
    package var startDate: String
    package var endDate: String
    package let scheduleTimezone = "Asia/Tokyo"
}

extension Schedule {
    /// One entry per rule and session; rules that schema.org has no words for are left out.
    package func schemaOrg(from first: Day, to last: Day) -> [SchemaOrgSchedule] {
        schemaOrg(of: occurrences(from: first, to: last), from: first, to: last)
    }

    /// The same, of its meetings from the first day on.
    package func schemaOrg(of occurrences: [Occurrence], from first: Day, to last: Day) -> [SchemaOrgSchedule] {
        let meetings = Set(occurrences.prefix { $0.day <= last }.filter { !$0.needsConfirmation }.map(\.day))
        return rules.flatMap { rule in
            rule.selection.any.flatMap { days -> [SchemaOrgSchedule] in
                guard let frequency = days.schemaFrequency else { return [] }
                let except = (0...max(0, last - first)).map { first + $0 }.filter {
                    days.contains(DayFacts($0), defaults.calendar) && !meetings.contains($0)
                }
                return (rule.times.isEmpty ? [.unsaid] : rule.times).map { span in
                    SchemaOrgSchedule(
                        repeatFrequency: frequency,
                        byDay: days.weekdayList.map { "https://schema.org/" + $0.name(in: .english) },
                        byMonth: (1...12).filter { days.months >> UInt16($0) & 1 == 1 },
                        byMonthDay: (1...31).filter { days.monthDays & 1 << UInt32($0) != 0 },
                        byMonthWeek: (1...5).filter { days.weeks & 1 << UInt8($0) != 0 }
                            + (days.weeks & Days.lastWeek != 0 ? [-1] : []),
                        startTime: span.start?.ofDay.text, endTime: span.end?.ofDay.text, exceptDate: except.map(\.iso),
                        startDate: (days.from.map { max($0, first) } ?? first).iso,
                        endDate: (days.until.map { min($0, last) } ?? last).iso)
                }
            }
        }
    }
}

extension Days {
    fileprivate var schemaFrequency: String? {
        guard dates.isEmpty, season == nil, offset == 0, holiday != true, monthDays & 1 == 0 else { return nil }
        if everyOtherWeekFrom != nil { return "P2W" }
        if weeks != 0 || monthDays != 0 { return "P1M" }
        return weekdays == 0 ? "P1D" : "P1W"
    }
}
