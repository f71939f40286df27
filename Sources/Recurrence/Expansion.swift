/// From rules to dates: walks the days asked for, and no others.

extension Schedule {
    /// The meetings from one day to another, both included, in order of day and time. Empty unless the dates are known.
    package func occurrences(from first: Day, to last: Day) -> [Occurrence] {
        guard hasDates, first <= last else { return [] }
        var list: [Occurrence] = []
        var day = first
        while day <= last {
            append(DayFacts(day), to: &list)
            day = day + 1
        }
        return list
    }

    /// The next meeting on or after a day, if there is one within so many days.
    package func next(onOrAfter day: Day, within days: Int = 400) -> Occurrence? {
        guard hasDates else { return nil }
        var list: [Occurrence] = []
        for offset in 0...max(0, days) {
            append(DayFacts(day + offset), to: &list)
            if let first = list.first { return first }
        }
        return nil
    }

    private func append(_ facts: DayFacts, to list: inout [Occurrence]) {
        let calendar = defaults.calendar
        var matching: [Rule] = []
        for rule in rules where rule.selection.contains(facts, calendar) { matching.append(rule) }
        if matching.isEmpty || isClosed(facts, calendar) { return }
        let needsConfirmation =
            isSilentAboutNewYear && defaults.newYearDays.contains(MonthDay(facts.month, facts.dayOfMonth))
        let sessions = sessions(of: matching, facts, calendar)
        for (span, label) in sessions {
            list.append(
                Occurrence(
                    day: facts.day, start: span.start, end: span.end, remarks: (label.map { [$0] } ?? []) + remarks,
                    needsConfirmation: needsConfirmation))
        }
    }

    private func isClosed(_ facts: DayFacts, _ calendar: HolidayCalendar) -> Bool {
        exclusions.contains { $0.selection.contains(facts, calendar) }
            || closedByDefault.contains { $0.contains(facts, calendar) }
    }

    /// The day's sessions. Where two rules claim the same hours, the more particular one wins, then the later one;
    /// a rule without times says no more than that the day is one.
    private func sessions(
        of rules: [Rule], _ facts: DayFacts, _ calendar: HolidayCalendar
    ) -> [(TimeSpan, String?)] {
        if rules.count == 1 {
            let times = rules[0].sessions(on: facts, calendar)
            return times.map { ($0, rules[0].label) }
        }
        var chosen: [(span: TimeSpan, label: String?)] = []
        let ranked = rules.enumerated().sorted { ($0.element.rank, $0.offset) > ($1.element.rank, $1.offset) }
        for (_, rule) in ranked {
            let times = rule.sessions(on: facts, calendar).filter { $0 != .unsaid }
            if times.contains(where: { time in chosen.contains { $0.span.overlaps(time) } }) { continue }
            chosen += times.map { ($0, rule.label) }
        }
        if chosen.isEmpty { return [(.unsaid, rules[0].label)] }
        return chosen.sorted { ($0.span.start ?? .midnight) < ($1.span.start ?? .midnight) }
    }
}

extension Rule {
    /// The spans of one of its days; one unsaid span where the time is not known.
    func sessions(on facts: DayFacts, _ calendar: HolidayCalendar) -> [TimeSpan] {
        var spans = times
        for adjustment in adjustments where adjustment.selection.contains(facts, calendar) {
            spans = adjustment.applied(to: spans)
            // Hours taken away to the last: closed on that day.
            if spans.isEmpty, !times.isEmpty { return [] }
        }
        return spans.isEmpty ? [.unsaid] : spans
    }

    /// How particular the days are: every day, weekdays, nth weekday, holiday or date.
    fileprivate var rank: Int {
        selection.any.map { days in
            if days.holiday == true || !days.dates.isEmpty || days.monthDays != 0 { return 3 }
            if days.weeks != 0 { return 2 }
            return days.weekdays == 0 ? 0 : 1
        }.max() ?? 0
    }
}
