/// Calendars to subscribe to (RFC 5545): of everything, of an area, of a place.

import Publication
import Recurrence

extension PageWriter {
    func calendar(named name: String, of places: [PlaceIndex], withEvents: Bool = false) -> [UInt8] {
        var calendar = CalendarWriter()
        calendar.begin(name: name)
        for index in places { add(index, to: &calendar) }
        if withEvents {
            for event in publication.events { add(event, to: &calendar) }
        }
        calendar.end()
        return calendar.output
    }

    private func add(_ index: PlaceIndex, to calendar: inout CalendarWriter) {
        let place = publication.places[index]
        let url = publication.guide.url.isEmpty ? "" : publication.guide.url + Address.place(place.number)
        for (number, gathering) in place.gatherings.enumerated() {
            guard let schedule = gathering.schedule, schedule.hasDates else { continue }
            for (part, component) in schedule.calendarComponents(from: publication.today).enumerated() {
                calendar.event(
                    uid: "place-\(place.number)-\(number)-\(part)@\(host)", stamp: publication.today, title: place.name,
                    place: [venue(gathering.venue), gathering.address].filter { !$0.isEmpty }.joined(separator: " "),
                    description: schedule.text, url: url, component)
            }
        }
    }

    private func add(_ event: PublishedEvent, to calendar: inout CalendarWriter) {
        guard let schedule = event.schedule, schedule.hasDates else { return }
        let url = publication.guide.url.isEmpty ? "" : publication.guide.url + Address.event(event)
        for (part, component) in schedule.calendarComponents(from: publication.today).enumerated() {
            calendar.event(
                uid: "event-\(event.id)-\(part)@\(host)", stamp: publication.today, title: event.title,
                place: venue(event.gathering.venue), description: event.when, url: url, component)
        }
    }

    /// Makes identifiers the guide's own.
    private var host: String {
        let url = publication.guide.url
        guard let scheme = url.firstRange(of: "://") else { return "kayoi.invalid" }
        return String(url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" })
    }
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
        uid: String, stamp: Day, title: String, place: String, description: String, url: String, _ dates: CalendarComponent
    ) {
        line("BEGIN:VEVENT")
        text("UID", uid)
        line("DTSTAMP:\(stamp.compact)T000000Z")
        for dateLine in dates.lines { line(dateLine) }
        text("SUMMARY", title)
        if !place.isEmpty { text("LOCATION", place) }
        if !description.isEmpty { text("DESCRIPTION", description) }
        if !url.isEmpty { line("URL:\(url)") }
        line("END:VEVENT")
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
