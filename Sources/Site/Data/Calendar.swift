/// Calendars to subscribe to (RFC 5545): of everything, of an area, of a place.

import Encoding
import Publication
import Recurrence

extension PageWriter {
    /// A calendar of places: an entry for each venue and each time of meeting.
    func calendar(named name: String, of places: [PlaceIndex], withEvents: Bool = false) -> [UInt8] {
        var calendar = emptyCalendar
        calendar.begin(name: name)
        calendar.add(eventsOf: places) { place in meetings.value(place) { events(of: place) } }
        if withEvents {
            for event in publication.events { add(event, to: &calendar) }
        }
        calendar.end()
        return calendar.output
    }

    /// The meetings of a place, as they stand in its own calendar and in those of its areas.
    private func events(of index: PlaceIndex) -> [UInt8] {
        var calendar = emptyCalendar
        calendar.reserve(512)
        let number = publication.places[index].number
        let name = publication.places[index].name
        let url = publication.guide.url.isEmpty ? "" : publication.guide.url + Address.place(number)
        for (part, gathering) in publication.places[index].gatherings.enumerated() {
            guard let timetable = agenda.timetable(of: index, gathering: part) else { continue }
            let (hall, address) = (venue(gathering.venue), gathering.address)
            let whereabouts = hall + (hall.isEmpty || address.isEmpty ? "" : " ") + address
            for (set, dates) in timetable.calendarLines.enumerated() {
                calendar.event(
                    uid: "place-\(number)-\(part)-\(set)", dates, title: name,
                    place: whereabouts, description: timetable.schedule.written, url: url)
            }
        }
        return calendar.output
    }

    private func add(_ event: PublishedEvent, to calendar: inout CalendarWriter) {
        guard let schedule = event.schedule else { return }
        let url = publication.guide.url.isEmpty ? "" : publication.guide.url + Address.event(event)
        let today = publication.today
        for (part, dates) in schedule.recurrenceSets(from: today, to: today + Agenda.reach).enumerated() {
            calendar.event(
                uid: "event-\(event.id)-\(part)", CalendarWriter.lines(dates), title: event.title,
                place: venue(event.gathering.venue), description: event.when, url: url)
        }
    }
}

/// Writes content lines: escaped, folded at 75 bytes, ended with CRLF.
struct CalendarWriter {
    /// Stands in identifiers.
    let host: String
    /// The day of the build.
    private let stamp: String
    private(set) var output: [UInt8] = []

    init(host: String, on day: Day) {
        self.host = host
        stamp = "DTSTAMP:\(day.compact())T000000Z"
    }

    /// Makes room for so many bytes.
    mutating func reserve(_ count: Int) { output.reserveCapacity(count) }

    mutating func begin(name: String) {
        output += Self.beginning
        line("X-WR-CALNAME", escaping: name)
        output += Self.zone
    }

    private static let beginning = lines(
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kayoi//kayoi//JA", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")

    /// Japan has had no summer time since 1951, so one rule describes its zone.
    private static let zone = lines(
        "X-WR-TIMEZONE:Asia/Tokyo", "BEGIN:VTIMEZONE", "TZID:Asia/Tokyo", "BEGIN:STANDARD", "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "TZNAME:JST", "END:STANDARD", "END:VTIMEZONE")

    private static func lines(_ lines: String...) -> [UInt8] { lines.flatMap { Array($0.utf8) + [0x0D, 0x0A] } }

    mutating func end() { line("END:VCALENDAR") }

    /// Events of places, as `events` gives them.
    mutating func add(eventsOf places: [PlaceIndex], _ events: (PlaceIndex) -> [UInt8]) {
        output.append(each: places) { place, output in output += events(place) }
    }

    /// - Parameter dates: what `lines` wrote.
    mutating func event(
        uid: String, _ dates: [UInt8], title: String, place: String, description: String, url: String
    ) {
        line("BEGIN:VEVENT")
        line("UID", escaping: "\(uid)@\(host)")
        line(stamp)
        output += dates
        line("SUMMARY", escaping: title)
        if !place.isEmpty { line("LOCATION", escaping: place) }
        if !description.isEmpty { line("DESCRIPTION", escaping: description) }
        if !url.isEmpty { line("URL:\(url)") }
        line("END:VEVENT")
    }

    /// The lines that say when. Days without a known time are whole days.
    static func lines(_ dates: RecurrenceSet) -> [UInt8] {
        guard let first = dates.days.first else { return [] }
        var writer = CalendarWriter(host: "", on: first)
        let kind = dates.start == nil ? ";VALUE=DATE:" : ";TZID=Asia/Tokyo:"
        writer.line("DTSTART" + kind + first.compact(at: dates.start))
        if let start = dates.start, let end = dates.end, end > start {
            writer.line("DTEND" + kind + first.compact(at: end))
        }
        if let rule = dates.rule {
            // Where the dates have times, the end must be a time in UTC (RFC 5545, 3.3.10): of its last day in Japan.
            writer.line("RRULE:\(rule);UNTIL=\(dates.until.compact())" + (dates.start == nil ? "" : "T145959Z"))
        }
        for (name, days) in [("EXDATE", dates.exdates), ("RDATE", dates.rdates)] where !days.isEmpty {
            writer.line(name + kind + days.map { $0.compact(at: dates.start) }.joined(separator: ","))
        }
        return writer.output
    }

    private mutating func line(_ name: String, escaping value: String) {
        let start = output.count
        output.append(run: name)
        output.append(UInt8(ascii: ":"))
        value.withBytes {
            output.append($0, suspects: Self.suspects) { base, offset, _ in
                switch base[offset] {
                case UInt8(ascii: ","): (1, "\\,")
                case UInt8(ascii: ";"): (1, "\\;")
                case UInt8(ascii: "\\"): (1, "\\\\")
                case UInt8(ascii: "\n"): (1, "\\n")
                default: (1, " ")
                }
            }
        }
        endLine(from: start)
    }

    /// What cannot stand in a value as it is: controls, and the marks , ; \.
    private static func suspects(in text: ByteScan.Block) -> ByteScan.Block.Marks {
        text.controls .| text.marks(0x2C) .| text.marks(0x3B) .| text.marks(0x5C)
    }

    private mutating func line(_ content: String) {
        let start = output.count
        output.append(run: content)
        endLine(from: start)
    }

    /// At most 75 bytes a line, never through a character.
    private mutating func endLine(from start: Int) {
        if output.count - start > 75 {
            let line = Array(output[start...])
            output.removeSubrange(start...)
            var from = 0
            var room = 75
            while line.count - from > room {
                var end = from + room
                while line[end] & 0xC0 == 0x80 { end -= 1 }
                output += line[from..<end]
                output += [0x0D, 0x0A, 0x20]
                from = end
                room = 74
            }
            output += line[from...]
        }
        output += [0x0D, 0x0A]
    }
}
