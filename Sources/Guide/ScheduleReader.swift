/// Reads schedules, each text once: many places meet on the same days, and then share what was read.

import Recurrence
import Synchronization

final class ScheduleReader: Sendable {
    let defaults: ScheduleDefaults
    private let known = Mutex<[Words: Schedule]>([:])

    init(_ defaults: ScheduleDefaults) {
        self.defaults = defaults
    }

    /// - Parameter closed: the texts of 休み.
    func read(_ text: String, closed: [String]) -> Schedule {
        let words = Words(text: ExactText(text), closed: closed.map(ExactText.init))
        if let schedule = known.withLock({ $0[words] }) { return schedule }
        let schedule = Schedule(reading: text, closed: closed, defaults: defaults)
        return known.withLock { known in
            // Another thread may have read it meanwhile.
            if let other = known[words] { return other }
            known[words] = schedule
            return schedule
        }
    }

    private struct Words: Hashable {
        var text: ExactText
        var closed: [ExactText]
    }
}
