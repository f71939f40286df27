/// The different hours of meetings in the order in which they first came, each with a number.
package struct DistinctHours: Sendable {
    /// From when to when people meet; either may be unknown.
    package struct Hours: Sendable, Hashable {
        package var start: Time?
        package var end: Time?
        /// The day has to be asked for.
        package var needsConfirmation: Bool
    }

    package private(set) var values: [Hours] = []
    private var numbers: [Hours: Int] = [:]
    private var last = 0

    package init() {}

    /// The number of a meeting's hours, which are taken in where they are new.
    package mutating func number(of meeting: Occurrence) -> Int {
        let hours = Hours(start: meeting.start, end: meeting.end, needsConfirmation: meeting.needsConfirmation)
        // Mostly those of the time before: a schedule's hours are the same day after day.
        if last < values.count, values[last] == hours { return last }
        last = numbers[hours] ?? values.count
        if last == values.count {
            numbers[hours] = last
            values.append(hours)
        }
        return last
    }
}
