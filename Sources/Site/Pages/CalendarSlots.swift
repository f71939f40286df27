/// The lines of the calendar's months. A year has ten thousands of them, and few different ones: each schedule is followed
/// through the year once, and each place's line rendered once for each of its hours.

import Publication
import Recurrence
import Templates

/// The meetings of a timetable in the months that the calendar shows.
struct CalendarYear: Sendable {
    struct Hours: Hashable, Sendable {
        var start: Time?
        var end: Time?
        var needsConfirmation: Bool
    }

    struct Meeting: Sendable {
        var day: Day
        /// Which of the hours.
        var hours: Int
    }

    let hours: [Hours]
    /// By the number of the month.
    private(set) var months: [[Meeting]]
    /// Of each month the days with a meeting, a bit for each.
    private(set) var daysMet: [UInt32]

    /// - Parameter shown: months that follow one another; at least one.
    init(_ schedule: Schedule, _ shown: [Month]) {
        months = [[Meeting]](repeating: [], count: shown.count)
        daysMet = [UInt32](repeating: 0, count: shown.count)
        var hours = Distinct<Hours>()
        var month = 0
        for occurrence in schedule.occurrences(from: shown[0].first, to: shown[shown.count - 1].last) {
            let number = hours.number(
                of: Hours(
                    start: occurrence.start, end: occurrence.end, needsConfirmation: occurrence.needsConfirmation))
            while occurrence.day > shown[month].last { month += 1 }
            months[month].append(Meeting(day: occurrence.day, hours: number))
            daysMet[month] |= 1 << UInt32(occurrence.day - shown[month].first)
        }
        self.hours = hours.values
    }
}

/// What meets in a month.
struct CalendarMeetings: Sendable {
    /// By day, the first day's first; each day's by time.
    var slots = [[HTML]](repeating: [], count: 31)
    /// What meets on more than half of the days stands once: thirty times it would hide all else.
    var often: [PlaceIndex] = []
    /// How many of those meet on each day, and of all places.
    var oftenByDay = [Int](repeating: 0, count: 31)
    var placesByDay = [Int](repeating: 0, count: 31)
}

extension PageWriter {
    /// - Parameter month: its number among those that the calendar shows.
    func calendarMeetings(in month: Int) -> CalendarMeetings {
        let dates = Month.all(from: publication.today)[month].days
        var found = CalendarMeetings()
        var lines: [HTML] = []
        // Of each day its lines, as numbers that sort by time and then as the places follow one another.
        var days = [[Int]](repeating: [], count: 31)
        for place in publication.places.indices {
            let years = agenda.numbers(of: place).map(calendarYear)
            let daysMet = years.reduce(0) { $0 | $1.daysMet[month] }
            let isOften = 2 * daysMet.nonzeroBitCount > dates.count
            for day in dates.indices where daysMet >> day & 1 == 1 {
                found.placesByDay[day] += 1
                if isOften { found.oftenByDay[day] += 1 }
            }
            if isOften {
                found.often.append(place)
                continue
            }
            let byTimetable = calendarLines.value(place) { years.map { rendered(place, $0) } }
            for (year, own) in zip(years, byTimetable) {
                for meeting in year.months[month] {
                    let start = year.hours[meeting.hours].start?.minutes ?? 1440
                    days[meeting.day - dates[0]].append(start << 32 | lines.count + meeting.hours)
                }
                lines += own
            }
        }
        found.slots = days.map { day in day.sorted().map { lines[$0 & 0xFFFF_FFFF] } }
        return found
    }

    private func calendarYear(_ timetable: Int) -> CalendarYear {
        calendarYears.value(timetable) {
            CalendarYear(agenda.timetables[timetable].schedule, Month.all(from: publication.today))
        }
    }

    /// One for each of the hours.
    private func rendered(_ index: PlaceIndex, _ year: CalendarYear) -> [HTML] {
        let entry = entry(index, root: "../")
        return year.hours.map { hours in
            let time = phrases.time(from: hours.start, to: hours.end)
            var slot = WeekSlot(
                time: time.isEmpty ? phrases("calendar.anyTime") : time, href: entry.href, number: entry.number,
                name: entry.name, when: "", colourClass: entry.colourClass)
            if hours.needsConfirmation { slot.check = phrases("calendar.check") }
            return templates.slot.render(slot)
        }
    }
}
