/// A schedule for calendar programs: RRULE, EXDATE and RDATE of RFC 5545 (iCalendar), section 3.8.5.

/// The meetings with the same hours, as one calendar event repeats (RFC 5545: recurrence set).
package struct RecurrenceSet: Sendable, Hashable {
    package var start: Time?
    package var end: Time?
    /// Its days, in order.
    package var days: [Day]
    /// `FREQ=…`, where one rule and its exceptions say it; else every day stands in `rdates`.
    package var rule: String?
    /// The last day of the window: the rule is good up to here, as holidays are known from year to year.
    package var until: Day
    /// Days that the rule gives and that do not take place.
    package var exdates: [Day]
    /// Days that the rule does not give.
    package var rdates: [Day]

    /// `DTSTART`, `RRULE`, `EXDATE`, `RDATE` as content lines that are not folded: local time where the start is known,
    /// else whole days.
    package var lines: [String] { lines(at: start) }

    /// At a time of day (floating local time), or as dates.
    fileprivate func lines(at time: Time?) -> [String] {
        guard let first = days.first else { return [] }
        func line(_ name: String, _ days: [Day]) -> String {
            name + (time == nil ? ";VALUE=DATE:" : ":") + days.map { $0.compact(at: time) }.joined(separator: ",")
        }
        var lines = [line("DTSTART", [first])]
        if let rule { lines.append("RRULE:" + rule + ";UNTIL=" + until.compact(at: time)) }
        if !exdates.isEmpty { lines.append(line("EXDATE", exdates)) }
        if !rdates.isEmpty { lines.append(line("RDATE", rdates)) }
        return lines
    }
}

extension Schedule {
    /// The meetings between two days, grouped by their hours. Days around the New Year that need confirmation
    /// are left out: a calendar cannot say 要確認.
    package func recurrenceSets(from first: Day, to last: Day, withUnconfirmed: Bool = false) -> [RecurrenceSet] {
        recurrenceSets(of: occurrences(from: first, to: last), to: last, withUnconfirmed: withUnconfirmed)
    }

    /// The same, of all its meetings up to a day.
    package func recurrenceSets(
        of occurrences: [Occurrence], to last: Day, withUnconfirmed: Bool = false
    ) -> [RecurrenceSet] {
        var hours = DistinctHours()
        var days: [[Day]] = []
        for var occurrence in occurrences where withUnconfirmed || !occurrence.needsConfirmation {
            occurrence.needsConfirmation = false
            let number = hours.number(of: occurrence)
            if number == days.count { days.append([]) }
            days[number].append(occurrence.day)
        }
        let run = occurrences.first.map { DayFacts.run(from: $0.day, to: max($0.day, last)) } ?? []
        return zip(hours.values, days).map { recurrence($1, TimeSpan(start: $0.start, end: $0.end), in: run, to: last) }
    }

    /// The days of all meetings between two days, as one set: what an RFC 5545 reader expands to the same days, at midnight.
    package func recurrenceRules(from first: Day, to last: Day) -> [String] {
        var days: [Day] = []
        for occurrence in occurrences(from: first, to: last) where days.last != occurrence.day {
            days.append(occurrence.day)
        }
        let run = days.first.map { DayFacts.run(from: $0, to: last) } ?? []
        return recurrence(days, .unsaid, in: run, to: last).lines(at: .midnight)
    }

    /// The rule that needs the fewest exceptions, or the bare dates where those are fewer.
    ///
    /// - Parameter run: all days from the first one or an earlier one to the last.
    private func recurrence(_ days: [Day], _ span: TimeSpan, in run: [DayFacts], to last: Day) -> RecurrenceSet {
        var best = RecurrenceSet(
            start: span.start, end: span.end, days: days, rule: nil, until: last, exdates: [], rdates: days)
        // What begins past midnight stands under the next day, which no rule of these days gives.
        guard let first = days.first, span.start ?? .midnight < .endOfDay else { return best }
        for candidate in candidates() {
            guard let rule = candidate.rfc5545(from: first) else { continue }
            var expanded: [Day] = []
            for facts in run where facts.day >= first && candidate.contains(facts, defaults.calendar) {
                expanded.append(facts.day)
            }
            guard expanded.first == first else { continue }
            let exdates = expanded.without(days)
            let rdates = days.without(expanded)
            guard exdates.count + rdates.count < best.exdates.count + best.rdates.count else {
                continue
            }
            best.rule = rule
            best.exdates = exdates
            best.rdates = rdates
        }
        return best
    }

    /// Each of the rules' days without exceptions, and all weekdays that any of them names together.
    private func candidates() -> [Days] {
        let all = rules.flatMap(\.selection.any)
        var candidates = all.map { days in
            var plain = days
            plain.holiday = nil
            plain.from = nil
            plain.until = nil
            return plain
        }
        if all.count > 1 {
            let weekly = all.filter {
                $0.weeks == 0 && $0.weekdays != 0 && $0.dates.isEmpty && $0.monthDays == 0 && $0.offset == 0
            }
            candidates.append(Days(weekdays: weekly.reduce(0) { $0 | $1.weekdays }))
            let nth = all.filter { $0.weeks != 0 && $0.weekdays != 0 }
            if let first = nth.first, nth.allSatisfy({ $0.weekdays == first.weekdays }) {
                candidates.append(Days(weekdays: first.weekdays, weeks: nth.reduce(0) { $0 | $1.weeks }))
            }
        }
        return candidates
    }
}

extension Day {
    /// `20261201`, or `20261201T093000`: as calendar files say a day and a time of it. Past midnight it is the next day.
    package func compact(at time: Time? = nil) -> String {
        let minutes = time?.minutes ?? 0
        let (year, month, day) = (self + minutes / 1440).civil
        return String(unsafeUninitializedCapacity: 15) { text in
            var count = 0
            func put(_ value: Int) {
                text[count] = UInt8(ascii: "0") + UInt8(value / 10 % 10)
                text[count + 1] = UInt8(ascii: "0") + UInt8(value % 10)
                count += 2
            }
            put(max(0, year) / 100)
            put(max(0, year))
            put(month)
            put(day)
            guard time != nil else { return count }
            text[count] = UInt8(ascii: "T")
            count += 1
            put(minutes / 60 % 24)
            put(minutes % 60)
            put(0)
            return count
        }
    }
}

extension Days {
    /// `FREQ=MONTHLY;BYDAY=1TU,3TU`; nil where no single rule says it.
    fileprivate func rfc5545(from first: Day) -> String? {
        guard dates.isEmpty, season == nil, offset == 0 else { return nil }
        let names = weekdayList.map { Self.codes[$0.rawValue - 1] }
        let byMonth =
            months == 0
            ? ""
            : ";BYMONTH=" + (1...12).filter { months >> UInt16($0) & 1 == 1 }.map(String.init).joined(separator: ",")
        if monthDays != 0 {
            guard weekdays == 0, weeks == 0 else { return nil }
            let days =
                (1...31).filter { monthDays & 1 << UInt32($0) != 0 }.map(String.init)
                + (monthDays & 1 != 0 ? ["-1"] : [])
            return "FREQ=MONTHLY" + byMonth + ";BYMONTHDAY=" + days.joined(separator: ",")
        }
        if weeks != 0 {
            guard weekdays != 0 else { return nil }
            let nths =
                (1...5).filter { weeks & 1 << UInt8($0) != 0 }.map(String.init)
                + (weeks & Days.lastWeek != 0 ? ["-1"] : [])
            let days = nths.flatMap { nth in names.map { nth + $0 } }
            return "FREQ=MONTHLY" + byMonth + ";BYDAY=" + days.joined(separator: ",")
        }
        if everyOtherWeekFrom != nil {
            // Counted from the week of DTSTART, the first day of the set.
            guard months == 0, !names.isEmpty else { return nil }
            return "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=" + names.joined(separator: ",")
        }
        if names.isEmpty { return "FREQ=DAILY" + byMonth }
        return "FREQ=WEEKLY" + byMonth + ";BYDAY=" + names.joined(separator: ",")
    }

    private static let codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
}

extension [Day] {
    /// Both in order.
    fileprivate func without(_ others: [Day]) -> [Day] {
        var rest = others[...]
        return filter { day in
            while let other = rest.first, other < day { rest.removeFirst() }
            return rest.first != day
        }
    }
}
