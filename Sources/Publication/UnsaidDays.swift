/// What a guide says once for all its places (日程) and their texts do not say: readers of a text must be told of it.

import Recurrence

package struct UnsaidDays: Sendable, Equatable {
    /// Closed without a word in the text: keys of the string tables.
    private var closed: [String] = []
    /// Whether people have to ask about 年末年始.
    private var asksAboutNewYear = false
    private let defaults: ScheduleDefaults

    package init(_ schedule: Schedule) {
        defaults = schedule.defaults
        let unsaid = schedule.closedUnsaid
        if unsaid.holidays { closed.append("schedule.holidays") }
        if unsaid.newYear { closed.append("schedule.newYear") }
        if unsaid.obon { closed.append("schedule.obon") }
        asksAboutNewYear = schedule.leavesNewYearOpen
    }

    /// Of all schedules of a guide; nil where it has none.
    package init?(_ publication: Publication) {
        var all: UnsaidDays?
        var seen: Set<ObjectIdentifier> = []
        for place in publication.places {
            for gathering in place.gatherings {
                guard let schedule = gathering.schedule, seen.insert(schedule.identity).inserted else { continue }
                let unsaid = UnsaidDays(schedule)
                all = all.map { $0.union(unsaid) } ?? unsaid
            }
        }
        guard let all else { return nil }
        self = all
    }

    private func union(_ other: UnsaidDays) -> UnsaidDays {
        var both = self
        both.closed = ["schedule.holidays", "schedule.newYear", "schedule.obon"].filter {
            closed.contains($0) || other.closed.contains($0)
        }
        both.asksAboutNewYear = asksAboutNewYear || other.asksAboutNewYear
        return both
    }

    /// - Parameters:
    ///   - kind: `schedule` of one place, `book` of all.
    ///   - word: a text of the string tables.
    package func sentences(
        _ kind: String, _ word: (_ key: String, _ parameters: KeyValuePairs<String, String>) -> String
    ) -> [String] {
        func day(_ day: MonthDay) -> String {
            word("schedule.day", ["month": String(day.month), "day": String(day.day)])
        }
        func name(_ key: String) -> String {
            let season = key == "schedule.obon" ? defaults.obonDays : defaults.newYearDays
            let days =
                season.from == season.to
                ? day(season.from) : word("time.between", ["start": day(season.from), "end": day(season.to)])
            return word(key, ["days": days])
        }
        var sentences: [String] = []
        if !closed.isEmpty {
            let days = closed.map(name).joined(separator: word("list.separator", [:]))
            sentences.append(word("\(kind).closed", ["days": days]))
        }
        if asksAboutNewYear { sentences.append(word("\(kind).ask", ["days": name("schedule.newYear")])) }
        return sentences
    }
}
