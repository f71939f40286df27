/// A month as a calendar: which places meet on which day, and honestly apart those of which nobody can know.

import Publication
import Recurrence
import Templates

/// A month of a year (年月).
struct Month: Sendable, Equatable {
    var first: Day

    init(of day: Day) { first = day - (day.dayOfMonth - 1) }

    var next: Month { Month(of: first + 31) }
    var last: Day { next.first - 1 }
    /// 2026-12
    var name: String { String(first.iso.prefix(7)) }
    var address: String { "calendar/\(name).html" }
    var days: [Day] { (0...(last - first)).map { first + $0 } }

    /// The months that a site built on a day has: that of the day and a year's more.
    static func all(from day: Day) -> [Month] {
        var months = [Month(of: day)]
        while months.count < 13 { months.append(months[months.count - 1].next) }
        return months
    }
}

struct CalendarPage: Sendable {
    var page: Shell
    var title: String
    var months: [MonthLink]
    var previous: MonthLink?
    var next: MonthLink?
    var weekdays: [String]
    var weeks: [CalendarWeek]
    var days: [CalendarDay]
    /// Places that the days leave out.
    var often: [HTML]
    var undated: [KanaEntry]
    var isTooLong: Bool
    var calendar: String

    static let shape = Shape<CalendarPage>("calendar") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("title") { $0.title }
        page.list("months", MonthLink.shape) { $0.months }
        page.record("previous", MonthLink.shape) { $0.previous }
        page.record("next", MonthLink.shape) { $0.next }
        page.list("weekdays") { $0.weekdays }
        page.list("weeks", CalendarWeek.shape) { $0.weeks }
        page.list("days", CalendarDay.shape) { $0.days }
        page.list("often") { $0.often }
        page.list("undated", KanaEntry.shape) { $0.undated }
        page.flag("isTooLong") { $0.isTooLong }
        page.text("calendar") { $0.calendar }
    }
}

struct MonthLink: Sendable {
    var href: String
    var name: String
    var isCurrent = false

    static let shape = Shape<MonthLink>("month") { link in
        link.text("href") { $0.href }
        link.text("name") { $0.name }
        link.flag("isCurrent") { $0.isCurrent }
    }
}

struct CalendarWeek: Sendable {
    var cells: [CalendarCell]

    static let shape = Shape<CalendarWeek>("week") { week in week.list("cells", CalendarCell.shape) { $0.cells } }
}

/// A day in the grid of a month; days of other months are empty.
struct CalendarCell: Sendable {
    var day = ""
    var href = ""
    var label = ""
    var kind = ""

    static let shape = Shape<CalendarCell>("cell") { cell in
        cell.text("day") { $0.day }
        cell.text("href") { $0.href }
        cell.text("label") { $0.label }
        cell.text("kind") { $0.kind }
    }
}

struct CalendarDay: Sendable {
    var id: String
    var name: String
    var holiday: String
    var kind: String
    /// Lines of the table, as slot.mustache shows them.
    var slots: [HTML]
    /// How many of the places that meet on most days do so on this one; empty for none.
    var often: String
    /// Of places.
    var count: Int

    static let shape = Shape<CalendarDay>("day") { day in
        day.text("id") { $0.id }
        day.text("name") { $0.name }
        day.text("holiday") { $0.holiday }
        day.text("kind") { $0.kind }
        day.list("slots") { $0.slots }
        day.text("often") { $0.often }
    }
}

extension PageWriter {
    func calendarPage(_ month: Month) -> CalendarPage {
        let months = Month.all(from: publication.today)
        let here = months.firstIndex(of: month) ?? 0
        let meetings = isLarge ? CalendarMeetings() : calendarMeetings(in: here)
        let days = month.days.enumerated().map { number, day in
            let (slots, often) = (meetings.slots[number], meetings.oftenByDay[number])
            return CalendarDay(
                id: "day-\(day.dayOfMonth)", name: phrases.shortDay(day),
                holiday: HolidayCalendar.japan.name(of: day) ?? "",
                kind: Self.kind(of: day), slots: slots,
                often: often > 0 ? phrases("calendar.oftenThatDay", ["count": phrases.count(often)]) : "",
                count: meetings.placesByDay[number])
        }
        let undated = isLarge ? [] : publication.places.indices.filter { !agenda.hasDates($0) }
        return CalendarPage(
            page: shell(at: month.address, title: phrases("calendar.title", ["month": name(of: month)])),
            title: phrases("calendar.title", ["month": name(of: month)]),
            months: months.map { MonthLink(href: "\($0.name).html", name: name(of: $0), isCurrent: $0 == month) },
            previous: here > 0 ? link(to: months[here - 1]) : nil,
            next: here + 1 < months.count ? link(to: months[here + 1]) : nil,
            weekdays: (0..<7).map { phrases.shortWeekday((Self.sunday + $0).weekday) },
            weeks: weeks(of: days, in: month),
            days: days.filter { $0.count > 0 }, often: meetings.often.map(row),
            undated: undated.map { entry($0, root: "../") },
            isTooLong: isLarge, calendar: site(from: "../") + "calendar.ics")
    }

    func name(of month: Month) -> String {
        let civil = month.first.civil
        return phrases("month", ["year": String(civil.year), "month": String(civil.month)])
    }

    private func link(to month: Month) -> MonthLink { MonthLink(href: "\(month.name).html", name: name(of: month)) }

    /// 1970-01-04
    private static let sunday = Day(number: 3)

    private static func kind(of day: Day) -> String {
        if day.weekday == .sunday || HolidayCalendar.japan.contains(day) { return "holiday" }
        return day.weekday == .saturday ? "saturday" : ""
    }

    /// The grid, Sunday first as wall calendars have it.
    private func weeks(of days: [CalendarDay], in month: Month) -> [CalendarWeek] {
        let lead = month.first.weekday.rawValue % 7
        var cells = [CalendarCell](repeating: CalendarCell(), count: lead)
        for (number, day) in days.enumerated() {
            cells.append(
                CalendarCell(
                    day: String(number + 1), href: day.count > 0 ? "#\(day.id)" : "",
                    label: day.count > 0 ? phrases.count(day.count) : "",
                    kind: day.kind))
        }
        while cells.count % 7 != 0 { cells.append(CalendarCell()) }
        return stride(from: 0, to: cells.count, by: 7).map { CalendarWeek(cells: Array(cells[$0..<$0 + 7])) }
    }
}
