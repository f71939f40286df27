/// From rules to dates: walks the days asked for, and no others.

extension Schedule {
    /// The meetings from one day to another, both included, in order of day and time. Empty unless the dates are known.
    package func occurrences(from first: Day, to last: Day) -> [Occurrence] {
        guard hasDates, first <= last else { return [] }
        var list: [Occurrence] = []
        let expansion = Expansion(self)
        if rules.allSatisfy({ $0.selection.any.allSatisfy { $0.weeks == 0 && $0.weekdays != 0 } }) {
            list.reserveCapacity(min(last - first, 4000) / 7 * expansion.reach.nonzeroBitCount + 7)
        }
        var facts = DayFacts(first)
        while facts.day <= last {
            expansion.append(facts, to: &list)
            facts = facts.next
        }
        return list
    }

    /// The next meeting on or after a day, if there is one within so many days.
    package func next(onOrAfter day: Day, within days: Int = 400) -> Occurrence? {
        guard hasDates, days >= 0 else { return nil }
        var list: [Occurrence] = []
        let expansion = Expansion(self)
        var facts = DayFacts(day)
        while list.isEmpty, facts.day <= day + days {
            expansion.append(facts, to: &list)
            facts = facts.next
        }
        return list.first
    }
}

/// A schedule made ready to be asked day by day.
private struct Expansion {
    let rules: [Rule]
    let exclusions: [Selection]
    let calendar: HolidayCalendar
    let remarks: [String]
    /// Asked first in those days, where the text is silent about them.
    let unconfirmed: Season?
    /// The weekdays on which any rule can fall; most days are passed over by it.
    let reach: UInt8

    init(_ schedule: Schedule) {
        rules = schedule.rules
        exclusions = schedule.exclusions.map(\.selection) + schedule.closedByDefault.map { Selection([$0]) }
        calendar = schedule.defaults.calendar
        remarks = schedule.remarks
        unconfirmed = schedule.isSilentAboutNewYear ? schedule.defaults.newYearDays : nil
        reach = schedule.rules.reduce(0) { $0 | $1.selection.reach }
    }

    func append(_ facts: DayFacts, to list: inout [Occurrence]) {
        guard facts.weekdayBit & reach != 0 else { return }
        if rules.count == 1 {
            guard rules[0].selection.contains(facts, calendar), !isClosed(facts) else { return }
            return append(facts, rules[0], to: &list)
        }
        var matching = 0
        var only = 0
        for index in rules.indices where rules[index].selection.contains(facts, calendar) {
            matching += 1
            only = index
        }
        guard matching > 0, !isClosed(facts) else { return }
        if matching > 1 {
            let all = rules.filter { $0.selection.contains(facts, calendar) }
            for (span, label) in sessions(of: all, facts) { append(facts, span, label, to: &list) }
        } else {
            append(facts, rules[only], to: &list)
        }
    }

    private func isClosed(_ facts: DayFacts) -> Bool {
        for exclusion in exclusions where exclusion.contains(facts, calendar) { return true }
        return false
    }

    private func append(_ facts: DayFacts, _ rule: Rule, to list: inout [Occurrence]) {
        if rule.adjustments.isEmpty, rule.times.count == 1 {
            append(facts, rule.times[0], rule.label, to: &list)
        } else {
            for span in rule.sessions(on: facts, calendar) { append(facts, span, rule.label, to: &list) }
        }
    }

    private func append(_ facts: DayFacts, _ span: TimeSpan, _ label: String?, to list: inout [Occurrence]) {
        list.append(
            Occurrence(
                day: facts.day, start: span.start, end: span.end, remarks: label.map { [$0] + remarks } ?? remarks,
                needsConfirmation: unconfirmed?.contains(MonthDay(facts.month, facts.dayOfMonth)) ?? false))
    }

    /// The day's sessions. Where two rules claim the same hours, the more particular one wins, then the later one;
    /// a rule without times says no more than that the day is one.
    private func sessions(of rules: [Rule], _ facts: DayFacts) -> [(TimeSpan, String?)] {
        var chosen: [(span: TimeSpan, label: String?)] = []
        var isMeeting = false
        let ranked = rules.enumerated().sorted { ($0.element.rank, $0.offset) > ($1.element.rank, $1.offset) }
        for (_, rule) in ranked {
            let sessions = rule.sessions(on: facts, calendar)
            isMeeting = isMeeting || !sessions.isEmpty
            let times = sessions.filter { $0 != .unsaid }
            if times.contains(where: { time in chosen.contains { $0.span.overlaps(time) } }) { continue }
            chosen += times.map { ($0, rule.label) }
        }
        if chosen.isEmpty { return isMeeting ? [(.unsaid, rules[0].label)] : [] }
        return chosen.sorted { ($0.span.start ?? .midnight) < ($1.span.start ?? .midnight) }
    }
}

extension Rule {
    /// The spans of one of its days; one unsaid span where the time is not known.
    fileprivate func sessions(on facts: DayFacts, _ calendar: HolidayCalendar) -> [TimeSpan] {
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

extension Selection {
    /// The weekdays that its days can have.
    fileprivate var reach: UInt8 {
        if move != nil { return Days.allWeekdays }
        return any.reduce(0) { $0 | ($1.weekdays == 0 || $1.offset != 0 ? Days.allWeekdays : $1.weekdays) }
    }
}
