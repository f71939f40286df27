/// From rules to dates: looks at the days asked for, and no others.

extension Schedule {
    /// The meetings from one day to another, both included, in order of day and time. Empty unless the dates are known.
    package func occurrences(from first: Day, to last: Day) -> [Occurrence] {
        guard hasDates, first <= last else { return [] }
        return Expansion(self, DayFacts.run(from: first, to: last)).occurrences
    }

    /// The next meeting on or after a day, if there is one within so many days.
    package func next(onOrAfter day: Day, within days: Int = 400) -> Occurrence? {
        guard days >= 0 else { return nil }
        // Most meet within weeks.
        for start in stride(from: 0, through: days, by: 35) {
            let found = occurrences(from: day + start, to: day + min(start + 34, days))
            if let next = found.first { return next }
        }
        return nil
    }
}

/// A schedule in a run of days.
private struct Expansion {
    let run: [DayFacts]
    let rules: [DatedRule]
    /// The days on which it does not meet.
    let closed: DaySet
    /// Asked first in those days, where the text is silent about them.
    let unconfirmed: Season?

    init(_ schedule: Schedule, _ run: [DayFacts]) {
        let calendar = schedule.defaults.calendar
        self.run = run
        rules = schedule.rules.map { DatedRule($0, in: run, calendar, schedule.remarks) }
        var closed = DaySet(count: run.count)
        for exclusion in schedule.exclusions { closed.formUnion(DaySet(exclusion.selection, in: run, calendar)) }
        for days in schedule.closedByDefault { closed.formUnion(DaySet(run) { days.contains($0, calendar) }) }
        self.closed = closed
        unconfirmed = schedule.isSilentAboutNewYear ? schedule.defaults.newYearDays : nil
    }

    var occurrences: [Occurrence] {
        var open = DaySet(count: run.count)
        for rule in rules { open.formUnion(rule.days) }
        open.subtract(closed)
        var list: [Occurrence] = []
        list.reserveCapacity(open.count)
        open.forEachIndex { index in
            func claims(_ rule: DatedRule) -> Bool { rule.days.contains(index) }
            if let first = rules.firstIndex(where: claims), first == rules.lastIndex(where: claims) {
                let rule = rules[first]
                for session in rule.sessions(on: index) { append(index, session, rule, to: &list) }
            } else {
                for (session, rule) in sessions(of: rules.filter(claims), on: index) {
                    append(index, session, rule, to: &list)
                }
            }
        }
        return list
    }

    private func append(_ index: Int, _ session: TimeSpan, _ rule: DatedRule, to list: inout [Occurrence]) {
        let facts = run[index]
        list.append(
            Occurrence(
                day: facts.day, start: session.start, end: session.end, remarks: rule.remarks,
                needsConfirmation: unconfirmed?.contains(MonthDay(facts.month, facts.dayOfMonth)) ?? false))
    }

    /// The day's sessions. Where two rules claim the same hours, the more particular one wins, then the later one;
    /// a rule without times says no more than that the day is one.
    private func sessions(of rules: [DatedRule], on index: Int) -> [(TimeSpan, DatedRule)] {
        var chosen: [(span: TimeSpan, rule: DatedRule)] = []
        var isMeeting = false
        let ranked = rules.enumerated().sorted { ($0.element.rank, $0.offset) > ($1.element.rank, $1.offset) }
        for (_, rule) in ranked {
            let sessions = rule.sessions(on: index)
            isMeeting = isMeeting || !sessions.isEmpty
            let times = sessions.filter { $0 != .unsaid }
            if times.contains(where: { time in chosen.contains { $0.span.overlaps(time) } }) { continue }
            chosen += times.map { ($0, rule) }
        }
        if chosen.isEmpty { return isMeeting ? [(.unsaid, rules[0])] : [] }
        return chosen.sorted { ($0.span.start ?? .midnight) < ($1.span.start ?? .midnight) }
    }
}

/// A rule with its days in a run. (A class: it is looked at for each of them.)
private final class DatedRule {
    let days: DaySet
    /// What the text says besides, and what takes place.
    let remarks: [String]
    /// How particular the days are: every day, weekdays, nth weekday, holiday or date.
    let rank: Int
    private let times: [TimeSpan]
    private let changes: [(days: DaySet, adjustment: Adjustment)]

    init(_ rule: Rule, in run: [DayFacts], _ calendar: HolidayCalendar, _ remarks: [String]) {
        days = DaySet(rule.selection, in: run, calendar)
        self.remarks = rule.label.map { [$0] + remarks } ?? remarks
        rank = rule.rank
        times = rule.times
        changes = rule.adjustments.map { (DaySet($0.selection, in: run, calendar), $0) }
    }

    /// The spans of one of its days; one unsaid span where the time is not known.
    func sessions(on index: Int) -> [TimeSpan] {
        var spans = times
        for (days, adjustment) in changes where days.contains(index) {
            spans = adjustment.applied(to: spans)
            // Hours taken away to the last: closed on that day.
            if spans.isEmpty, !times.isEmpty { return [] }
        }
        return spans.isEmpty ? [.unsaid] : spans
    }
}

extension Rule {
    /// How particular the days are: every day, weekdays, nth weekday, holiday or date.
    fileprivate var rank: Int {
        selection.any.map { days in
            if days.holiday == true || !days.dates.isEmpty || days.monthDays != 0 { return 3 }
            if days.weeks != 0 { return 2 }
            return days.weekdays == 0 ? 0 : 1
        }.max() ?? 0
    }
}
