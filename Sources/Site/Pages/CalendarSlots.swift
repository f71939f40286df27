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

    private(set) var hours: [Hours] = []
    /// By the number of the month.
    private(set) var months: [[Meeting]] = []

    init(_ schedule: Schedule, _ months: [Month]) {
        var numbers: [Hours: Int] = [:]
        for month in months {
            self.months.append(
                schedule.occurrences(from: month.first, to: month.last).map { occurrence in
                    let own = Hours(
                        start: occurrence.start, end: occurrence.end, needsConfirmation: occurrence.needsConfirmation)
                    let number = numbers[own] ?? hours.count
                    if number == hours.count {
                        numbers[own] = number
                        hours.append(own)
                    }
                    return Meeting(day: occurrence.day, hours: number)
                })
        }
    }
}

extension PageWriter {
    /// A month's lines by day, the first day's first; each day's by time.
    func calendarSlots(in month: Int) -> [[HTML]] {
        let first = Month.all(from: publication.today)[month].first
        var lines: [HTML] = []
        // Of each day its lines, as numbers that sort by time and then as the places follow one another.
        var days = [[Int]](repeating: [], count: 31)
        for place in publication.places.indices {
            let numbers = agenda.numbers(of: place)
            let byTimetable = calendarLines.value(place) { numbers.map { rendered(place, calendarYear($0)) } }
            for (number, own) in zip(numbers, byTimetable) {
                let year = calendarYear(number)
                for meeting in year.months[month] {
                    let start = year.hours[meeting.hours].start?.minutes ?? 1440
                    days[meeting.day - first].append(start << 32 | lines.count + meeting.hours)
                }
                lines += own
            }
        }
        return days.map { day in day.sorted().map { lines[$0 & 0xFFFF_FFFF] } }
    }

    private func calendarYear(_ timetable: Int) -> CalendarYear {
        calendarYears.value(timetable) {
            CalendarYear(agenda.timetables[timetable].schedule, Month.all(from: publication.today))
        }
    }

    /// One for each of the hours.
    private func rendered(_ index: PlaceIndex, _ year: CalendarYear) -> [HTML] {
        let place = publication.places[index]
        return year.hours.map { hours in
            let time = phrases.time(from: hours.start, to: hours.end)
            var slot = WeekSlot(
                time: time.isEmpty ? phrases("calendar.anyTime") : time, href: "../" + Address.place(place.number),
                number: String(place.number), name: placeName(index), when: "", colourClass: colourClass(of: place))
            if hours.needsConfirmation { slot.check = phrases("calendar.check") }
            return templates.slot.render(slot)
        }
    }
}
