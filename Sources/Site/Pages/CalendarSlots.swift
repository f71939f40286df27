/// The lines of the calendar's months. A year has ten thousands of them, and few different ones: each schedule is followed
/// through the year once, and each place's line rendered once for each of its hours.

import Publication
import Recurrence
import Templates

/// The meetings of a schedule in months that follow one another.
struct CalendarYear: Sendable {
    let hours: [DistinctHours.Hours]
    /// By the number of the month, of each of the hours the days with a meeting.
    let months: [[DaysOfMonth]]
    /// Of each month the days with any.
    let daysMet: [DaysOfMonth]

    /// - Parameters:
    ///   - occurrences: from the first day of the months on, by day; what comes after them is left out.
    ///   - shown: at least one month.
    init(_ occurrences: [Occurrence], _ shown: [Month]) {
        var months = [[DaysOfMonth]](repeating: [], count: shown.count)
        var hours = DistinctHours()
        var (month, last) = (0, shown[0].last)
        for occurrence in occurrences {
            while occurrence.day > last, month + 1 < shown.count {
                month += 1
                last = shown[month].last
            }
            if occurrence.day > last { break }
            let number = hours.number(of: occurrence)
            while months[month].count <= number { months[month].append(DaysOfMonth()) }
            months[month][number].insert(occurrence.day - shown[month].first)
        }
        self.hours = hours.values
        self.months = months
        daysMet = months.map { $0.reduce(into: DaysOfMonth()) { $0.formUnion($1) } }
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
        let met = agenda.timetables.map { $0.calendar.daysMet[month] }
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
            let byVenue = calendarLines.value(place) { venues.map { $0.map { calendarLines(of: place, $0) } ?? [] } }
            for case (let timetable?, let own) in zip(venues, byVenue) {
                let calendar = agenda.timetables[timetable].calendar
                for (hours, days) in calendar.months[month].enumerated() where !days.isEmpty {
                    order.append((calendar.hours[hours].start?.minutes ?? 1440) << 32 | lines.count)
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

    /// One for each of a timetable's hours.
    private func calendarLines(of index: PlaceIndex, _ timetable: Int) -> [HTML] {
        let entry = entry(index, root: "../")
        let words = calendarHours.value(timetable) {
            agenda.timetables[timetable].calendar.hours.map { hours in
                let time = phrases.time(from: hours.start, to: hours.end)
                return CalendarHours(
                    time: time.isEmpty ? phrases("calendar.anyTime") : time,
                    check: hours.needsConfirmation ? phrases("calendar.check") : "")
            }
        }
        return words.map {
            templates.slot.render(WeekSlot(place: index, entry: entry, time: $0.time, check: $0.check))
        }
    }
}

/// As a line of the calendar says them.
struct CalendarHours: Sendable {
    var time: String
    /// Says that the day has to be asked for.
    var check: String
}
