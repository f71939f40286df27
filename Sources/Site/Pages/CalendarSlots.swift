/// The lines of the calendar's months. A year has ten thousands of them, and few different ones: each schedule is followed
/// through the year once, and each place's line rendered once for each of its hours.

import Publication
import Recurrence
import Templates

/// The meetings of a timetable in the months that the calendar shows.
final class CalendarYear: Sendable {
    /// From when to when people meet, as a line of the calendar says it.
    struct Hours: Sendable {
        /// In minutes; where none is known, after all others.
        var start: Int
        var time: String
        /// Says that the day has to be asked for.
        var check: String
    }

    let hours: [Hours]
    /// By the number of the month, of each of the hours the days with a meeting.
    let months: [[DaysOfMonth]]
    /// Of each month the days with any.
    let daysMet: [DaysOfMonth]

    /// - Parameter shown: months that follow one another; at least one.
    init(_ schedule: Schedule, _ shown: [Month], _ phrases: Phrasebook) {
        var months = [[DaysOfMonth]](repeating: [], count: shown.count)
        var hours = Distinct<Key>()
        var month = 0
        for occurrence in schedule.occurrences(from: shown[0].first, to: shown[shown.count - 1].last) {
            let number = hours.number(
                of: Key(start: occurrence.start, end: occurrence.end, needsConfirmation: occurrence.needsConfirmation))
            while occurrence.day > shown[month].last { month += 1 }
            while months[month].count <= number { months[month].append(DaysOfMonth()) }
            months[month][number].insert(occurrence.day - shown[month].first)
        }
        self.hours = hours.values.map { key in
            let time = phrases.time(from: key.start, to: key.end)
            return Hours(
                start: key.start?.minutes ?? 1440, time: time.isEmpty ? phrases("calendar.anyTime") : time,
                check: key.needsConfirmation ? phrases("calendar.check") : "")
        }
        self.months = months
        daysMet = months.map { $0.reduce(into: DaysOfMonth()) { $0.formUnion($1) } }
    }

    private struct Key: Hashable {
        var start: Time?
        var end: Time?
        var needsConfirmation: Bool
    }
}

/// Days of a month by their numbers, the first day's is 0; a bit each.
struct DaysOfMonth: Sendable, Swift.Sequence, IteratorProtocol {
    private var bits: UInt32 = 0

    var isEmpty: Bool { bits == 0 }
    var count: Int { bits.nonzeroBitCount }
    mutating func insert(_ day: Int) { bits |= 1 << UInt32(day) }
    mutating func formUnion(_ other: Self) { bits |= other.bits }

    mutating func next() -> Int? {
        guard bits != 0 else { return nil }
        defer { bits &= bits - 1 }
        return bits.trailingZeroBitCount
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
        let length = Month.all(from: publication.today)[month].days.count
        let years = agenda.timetables.indices.map(calendarYear)
        let met = years.map { $0.daysMet[month] }
        var found = CalendarMeetings()
        var lines: [(days: DaysOfMonth, html: HTML)] = []
        // The numbers of the lines, so that they sort by time and then as the places follow one another.
        var order: [Int] = []
        for place in publication.places.indices {
            let venues = agenda.venues(of: place)
            var daysMet = DaysOfMonth()
            for case let timetable? in venues { daysMet.formUnion(met[timetable]) }
            for day in daysMet { found.placesByDay[day] += 1 }
            if 2 * daysMet.count > length {
                for day in daysMet { found.oftenByDay[day] += 1 }
                found.often.append(place)
                continue
            }
            if daysMet.isEmpty { continue }
            let byVenue = calendarLines.value(place) {
                venues.map { $0.map { rendered(place, years[$0]) } ?? [] }
            }
            for case (let timetable?, let own) in zip(venues, byVenue) {
                let year = years[timetable]
                for (hours, days) in year.months[month].enumerated() where !days.isEmpty {
                    order.append(year.hours[hours].start << 32 | lines.count)
                    lines.append((days, own[hours]))
                }
            }
        }
        for number in order.sorted() {
            let line = lines[number & 0xFFFF_FFFF]
            for day in line.days { found.slots[day].append(line.html) }
        }
        return found
    }

    private func calendarYear(_ timetable: Int) -> CalendarYear {
        calendarYears.value(timetable) {
            CalendarYear(agenda.timetables[timetable].schedule, Month.all(from: publication.today), phrases)
        }
    }

    /// One for each of the hours.
    private func rendered(_ index: PlaceIndex, _ year: CalendarYear) -> [HTML] {
        let entry = entry(index, root: "../")
        return year.hours.map { hours in
            templates.slot.render(
                WeekSlot(place: index, entry: entry, time: hours.time, check: hours.check))
        }
    }
}
