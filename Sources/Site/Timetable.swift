/// A schedule as pages, calendars and data show it: worked out once for all the places that have the same.

import Recurrence

final class Timetable: Sendable {
    let schedule: Schedule
    /// The meetings of the weeks to come; of what meets seldom, the next.
    let meetings: [Occurrence]
    /// Of these, what stands under each weekday: an hour once, however often people meet.
    let slots: [Occurrence]
    /// Of each weekday, Monday's first, at which times of the day people meet: 1 before nine, 2 in the morning, 4 in the
    /// afternoon, 8 from five, 16 whenever it is.
    let timesOfDay: SIMD8<UInt8>
    /// The meetings of the coming thirteen months for calendar programs, a set for each of the day's hours.
    let recurrence: [RecurrenceSet]
    /// DTSTART, RRULE, EXDATE and RDATE of all sets, as data gives them.
    let rules: [String]
    /// The meetings in the months that the calendar shows.
    let calendar: CalendarYear
    /// The lines of each set in a calendar file.
    let calendarLines: [[UInt8]]
    /// What search engines read: the elements of an array, in JSON.
    let structuredData: [UInt8]

    init(_ schedule: Schedule, from today: Day) {
        self.schedule = schedule
        let months = Month.all(from: today)
        let last = max(months[months.count - 1].last, today + Agenda.reach)
        let all = schedule.occurrences(from: months[0].first, to: last)
        calendar = CalendarYear(all, months)
        let year = Array(all.drop { $0.day < today }.prefix { $0.day <= today + Agenda.reach })
        let near = year.prefix { $0.day <= today + Agenda.days }
        meetings = (near.isEmpty ? year.prefix(1) : near).sorted {
            ($0.day, $0.start?.minutes ?? 1440) < ($1.day, $1.start?.minutes ?? 1440)
        }
        var seen: Set<Slot> = []
        slots = meetings.filter { seen.insert(Slot(weekday: $0.day.weekday, start: $0.start)).inserted }
        timesOfDay = meetings.reduce(into: SIMD8<UInt8>()) {
            $0[$1.day.weekday.rawValue - 1] |= 16 | Self.timesOfDay(from: $1.start, to: $1.end)
        }
        recurrence = schedule.recurrenceSets(of: year, to: today + Agenda.reach)
        rules = recurrence.flatMap(\.lines)
        calendarLines = recurrence.map(CalendarWriter.lines)
        structuredData = StructuredData.schedules(
            schedule.schemaOrg(of: year, from: today, to: today + StructuredData.window))
    }

    private static func timesOfDay(from start: Time?, to end: Time?) -> UInt8 {
        guard let start else { return 0 }
        let last = max(start.minutes, (end?.minutes ?? start.minutes + 1) - 1)
        let bounds: [(UInt8, Range<Int>)] = [(1, 0..<540), (2, 540..<720), (4, 720..<1020), (8, 1020..<1801)]
        return bounds.reduce(0) { $0 | ($1.1.overlaps(start.minutes..<last + 1) ? $1.0 : 0) }
    }

    private struct Slot: Hashable {
        var weekday: Weekday
        var start: Time?
    }
}
