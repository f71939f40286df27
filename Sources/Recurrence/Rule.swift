/// What a schedule's text comes to: rules that give days and times, exclusions that take them away.

/// Days with the times of the sessions on them, and the text that says so.
package struct Rule: Sendable, Hashable {
    package var selection: Selection
    /// The sessions of a day. Empty: the time is not said.
    package var times: [TimeSpan] = []
    package var adjustments: [Adjustment] = []
    /// What takes place, where a text names several things (こども食堂, 学習支援).
    package var label: String?
    /// UTF-8 offsets into the text.
    package var source: Range<Int>

    /// The same days and times, wherever they were read.
    package func isSame(as other: Rule) -> Bool {
        selection == other.selection && times == other.times && adjustments == other.adjustments
    }
}

/// On some of a rule's days the time is another (土曜は17:00まで).
package struct Adjustment: Sendable, Hashable {
    package enum Change: Sendable, Hashable {
        case replace([TimeSpan])
        case until(Time)
        case from(Time)
        case without(TimeSpan)
    }
    package var selection: Selection
    package var change: Change

    func applied(to times: [TimeSpan]) -> [TimeSpan] {
        switch change {
        case .replace(let times): times
        case .until(let end):
            times.isEmpty
                ? [TimeSpan(end: end)]
                : Adjustment.ending(times.filter { ($0.start ?? .midnight) < end }, at: end)
        case .from(let start):
            times.isEmpty
                ? [TimeSpan(start: start)]
                : times.map { TimeSpan(start: start, end: $0.end) }
        case .without(let gap): times.flatMap { $0.without(gap) }
        }
    }
}

extension Adjustment {
    /// The last of the sessions ends at another time.
    private static func ending(_ times: [TimeSpan], at end: Time) -> [TimeSpan] {
        times.dropLast() + times.suffix(1).map { TimeSpan(start: $0.start, end: end) }
    }
}

/// Days on which nothing takes place (休み), and the text that says so.
package struct Exclusion: Sendable, Hashable {
    package var selection: Selection
    /// UTF-8 offsets into the text that it came from.
    package var source: Range<Int>
}

/// One meeting.
package struct Occurrence: Sendable, Hashable {
    package var day: Day
    package var start: Time?
    package var end: Time?
    /// What the text says besides (要予約), and what takes place.
    package var remarks: [String]
    /// The text does not say whether it meets around the New Year (年末年始): show it as 要確認, never as "today".
    package var needsConfirmation: Bool
}
