/// The lines of the calendar's months. A year has ten thousands of them, and few different ones: each schedule is followed
/// through the year once, and each place's line rendered once for each of its hours.

import Publication
import Recurrence
import Templates

/// A place and hours at which it meets, on all days of the calendar's months on which it does so.
struct CalendarLine: Sendable {
    var html: HTML
    /// By the number of the month.
    var days: [[Day]]
}

/// The meetings of a timetable in the months that the calendar shows.
private struct CalendarYear {
    struct Hours: Hashable {
        var start: Time?
        var end: Time?
        var needsConfirmation: Bool
    }

    /// The days of each of the hours, by the number of the month.
    private(set) var days: [(hours: Hours, days: [[Day]])] = []

    init(_ schedule: Schedule, _ months: [Month]) {
        let none = [[Day]](repeating: [], count: months.count)
        for (number, month) in months.enumerated() {
            for occurrence in schedule.occurrences(from: month.first, to: month.last) {
                let hours = Hours(
                    start: occurrence.start, end: occurrence.end, needsConfirmation: occurrence.needsConfirmation)
                let known = days.firstIndex { $0.hours == hours }
                if known == nil { days.append((hours, none)) }
                days[known ?? days.count - 1].days[number].append(occurrence.day)
            }
        }
    }
}

extension PageWriter {
    /// A month's lines by day, the first day's first; each day's by time.
    func calendarSlots(in month: Int) -> [[HTML]] {
        let first = Month.all(from: publication.today)[month].first
        var days = [[HTML]](repeating: [], count: 31)
        for line in calendarLines.withLock({ lines in lines ?? made(&lines) }) {
            for day in line.days[month] { days[day - first].append(line.html) }
        }
        return days
    }

    /// By time, and then as the places follow one another.
    private func made(_ lines: inout [CalendarLine]?) -> [CalendarLine] {
        let months = Month.all(from: publication.today)
        let years = agenda.timetables.map { CalendarYear($0.schedule, months) }
        var made: [(start: Int, line: CalendarLine)] = []
        for place in publication.places.indices {
            for number in agenda.numbers(of: place) {
                for (hours, days) in years[number].days {
                    let line = CalendarLine(html: rendered(place, hours), days: days)
                    made.append((hours.start?.minutes ?? 1440, line))
                }
            }
        }
        let order = made.indices.sorted { (made[$0].start, $0) < (made[$1].start, $1) }
        let sorted = order.map { made[$0].line }
        lines = sorted
        return sorted
    }

    private func rendered(_ index: PlaceIndex, _ hours: CalendarYear.Hours) -> HTML {
        let entry = entry(index, root: "../")
        let time = phrases.time(from: hours.start, to: hours.end)
        var slot = WeekSlot(
            time: time.isEmpty ? phrases("calendar.anyTime") : time, href: entry.href, number: entry.number,
            name: entry.name, when: "", colourClass: entry.colourClass)
        if hours.needsConfirmation { slot.check = phrases("calendar.check") }
        return templates.slot.render(slot)
    }
}
