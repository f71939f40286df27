/// Calendars to subscribe to (RFC 5545): of everything, of an area, of a place.

import Publication
import Recurrence

extension PageWriter {
    /// A calendar of places; their entries are the same in each, and were written once.
    func calendar(named name: String, of places: [PlaceIndex], withEvents: Bool = false) -> [UInt8] {
        var calendar = CalendarWriter()
        calendar.begin(name: name)
        for place in places { calendar.append(calendarEntries[place].bytes) }
        if withEvents {
            for event in publication.events { add(event, to: &calendar) }
        }
        calendar.end()
        return calendar.output
    }

    /// The entries of one place: one for each venue and each time of meeting.
    func entries(of index: PlaceIndex) -> CalendarEntries {
        var calendar = CalendarWriter()
        var rules: [[String]] = []
        let place = publication.places[index]
        let url = publication.guide.url.isEmpty ? "" : publication.guide.url + Address.place(place.number)
        for (number, gathering) in place.gatherings.enumerated() {
            let sets = gathering.schedule.map(agenda.recurrence) ?? []
            rules.append(sets.flatMap(\.lines))
            for (part, dates) in sets.enumerated() {
                calendar.event(
                    uid: "place-\(place.number)-\(number)-\(part)@\(host)", stamp: publication.today, title: place.name,
                    place: [venue(gathering.venue), gathering.address].filter { !$0.isEmpty }.joined(separator: " "),
                    description: gathering.schedule?.text ?? "", url: url, dates)
            }
        }
        return CalendarEntries(bytes: calendar.output, rules: rules)
    }

    private func add(_ event: PublishedEvent, to calendar: inout CalendarWriter) {
        guard let schedule = event.schedule else { return }
        let url = publication.guide.url.isEmpty ? "" : publication.guide.url + Address.event(event)
        for (part, dates) in agenda.recurrence(of: schedule).enumerated() {
            calendar.event(
                uid: "event-\(event.id)-\(part)@\(host)", stamp: publication.today, title: event.title,
                place: venue(event.gathering.venue), description: event.when, url: url, dates)
        }
    }

    /// Makes identifiers the guide's own.
    private var host: String {
        let url = publication.guide.url
        guard let scheme = url.firstRange(of: "://") else { return "kayoi.invalid" }
        return String(url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" })
    }
}

/// A place in calendars: worked out once, for its own calendar, its areas', the guide's, and the data.
struct CalendarEntries: Sendable {
    /// Its VEVENTs.
    var bytes: [UInt8]
    /// Of each of its venues, DTSTART, RRULE, EXDATE and RDATE by day.
    var rules: [[String]]
}

/// Writes content lines: escaped, folded at 75 bytes, ended with CRLF.
struct CalendarWriter {
    private(set) var output: [UInt8] = []

    /// Japan has had no summer time since 1951, so one rule describes its zone.
    mutating func begin(name: String) {
        line("BEGIN:VCALENDAR")
        line("VERSION:2.0")
        line("PRODID:-//kayoi//kayoi//JA")
        line("CALSCALE:GREGORIAN")
        line("METHOD:PUBLISH")
        text("X-WR-CALNAME", name)
        line("X-WR-TIMEZONE:Asia/Tokyo")
        line("BEGIN:VTIMEZONE")
        line("TZID:Asia/Tokyo")
        line("BEGIN:STANDARD")
        line("DTSTART:19700101T000000")
        line("TZOFFSETFROM:+0900")
        line("TZOFFSETTO:+0900")
        line("TZNAME:JST")
        line("END:STANDARD")
        line("END:VTIMEZONE")
    }

    mutating func end() { line("END:VCALENDAR") }

    mutating func event(
        uid: String, stamp: Day, title: String, place: String, description: String, url: String, _ dates: RecurrenceSet
    ) {
        line("BEGIN:VEVENT")
        text("UID", uid)
        line("DTSTAMP:\(stamp.compact)T000000Z")
        add(dates)
        text("SUMMARY", title)
        if !place.isEmpty { text("LOCATION", place) }
        if !description.isEmpty { text("DESCRIPTION", description) }
        if !url.isEmpty { line("URL:\(url)") }
        line("END:VEVENT")
    }

    /// A rule whose dates have times must end at a time, in UTC (RFC 5545, 3.3.10): the end of its last day in Japan.
    private static func timed(_ rule: String) -> String {
        guard let until = rule.firstRange(of: ";UNTIL=") else { return rule }
        let day = rule[until.upperBound...].prefix { $0 != ";" }
        return rule[..<until.upperBound] + day + "T145959Z" + rule[day.endIndex...]
    }

    mutating func append(_ entries: [UInt8]) { output += entries }

    /// Days without a known time are whole days.
    private mutating func add(_ dates: RecurrenceSet) {
        guard let first = dates.days.first else { return }
        func value(_ day: Day, _ time: Time?) -> String {
            guard let time else { return day.compact }
            return day.compact + "T" + time.text.filter { $0 != ":" } + "00"
        }
        let kind = dates.start == nil ? ";VALUE=DATE:" : ";TZID=Asia/Tokyo:"
        line("DTSTART" + kind + value(first, dates.start))
        if let start = dates.start, let end = dates.end, end > start { line("DTEND" + kind + value(first, end)) }
        if let rule = dates.rule { line(dates.start == nil ? rule : Self.timed(rule)) }
        func list(_ name: String, _ days: [Day]) {
            guard !days.isEmpty else { return }
            line(name + kind + days.map { value($0, dates.start) }.joined(separator: ","))
        }
        list("EXDATE", dates.exdates)
        list("RDATE", dates.rdates)
    }

    private mutating func text(_ name: String, _ value: String) {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.unicodeScalars.append(contentsOf: ["\\", scalar])
            case "\n": escaped += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        line(name + ":" + escaped)
    }

    /// At most 75 bytes a line, never through a character.
    private mutating func line(_ content: String) {
        guard content.utf8.count > 75 else {
            output += content.utf8
            output += [0x0D, 0x0A]
            return
        }
        var room = 75
        for scalar in content.unicodeScalars {
            let width = UTF8.width(scalar)
            if width > room {
                output += [0x0D, 0x0A, 0x20]
                room = 74
            }
            room -= width
            output += UTF8.encode(scalar).map(Array.init) ?? []
        }
        output += [0x0D, 0x0A]
    }
}

extension Day {
    /// 20261201
    var compact: String { iso.filter { $0 != "-" } }
}
