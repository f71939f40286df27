/// Productions for times of day.
///
///     times  = time (dash | から) [翌] time [まで] | time (dash | から | 開始) | [dash] time まで
///     time   = [午前 | 午後] (n ":" n | n 時 [n [分] | 半]) | 正午

extension Grammar {
    mutating func times() -> Phrase.Kind? {
        let start = at
        if let span = attempt({ $0.timeSpan() }) { return span }
        at = start
        if take(.forenoonOnly) { return .forenoonOnly }
        if take(.morning) { return .part(TimeSpan(start: .midnight, end: .noon)) }
        if take(.afternoon) { return .part(TimeSpan(start: .noon, end: .endOfDay)) }
        if word == .evening, standsFree(from: at, to: at + 1) {
            at += 1
            return .part(nil)
        }
        return nil
    }

    /// A time as written: its hour may still be of the morning or the afternoon.
    private struct Clock {
        enum Half { case morning, afternoon, unsaid }
        var half: Half
        var minutes: Int
        var isNextDay = false
        /// 1時 to 4時 without 午前 or 午後, not said as 01:00: nobody meets then, so it may be the afternoon.
        var isDoubtful = false
    }

    private mutating func timeSpan() -> Phrase.Kind? {
        let opening = attempt { $0.admissionMark() } ?? false
        if take(kind: .dash) || take(.till) {
            skipSpaces()
            guard let end = clock(after: nil), let time = Grammar.time(end, after: nil) else { return nil }
            _ = take(.until)
            return .until(time)
        }
        guard let first = clock(after: nil) else { return nil }
        _ = take(.roughly)
        _ = take(.starts)
        let last = attempt { grammar -> Clock? in
            grammar.skipSpaces()
            guard grammar.take(kind: .dash) || grammar.take(.from) else { return nil }
            _ = grammar.take(kind: .dash)
            grammar.skipSpaces()
            if grammar.take(.admission) { _ = grammar.take(kind: .dot) }
            return grammar.clock(after: first)
        }
        if let last {
            skipSpaces()
            if !take(.until) { _ = take(.ends) }
            let start = Grammar.time(first, after: nil, before: last)
            let end = start.flatMap { Grammar.time(last, after: ($0, first.half)) }
            // Not 22:00〜午前2:00, 18:00〜翌朝9:00: those end on the next day.
            if start != nil, end == nil, !last.isNextDay, last.half != .morning { return .impossibleTimes }
            return .times(TimeSpan(start: start, end: end))
        }
        guard let time = Grammar.time(first, after: nil) else { return .times(.unsaid) }
        let mark = at
        skipSpaces()
        if take(kind: .dash) || take(.from) || opening { return .times(TimeSpan(start: time)) }
        if take(.until) || take(.ends) { return .until(time) }
        at = mark
        return .times(TimeSpan(start: time))
    }

    /// 開始10:00.
    private mutating func admissionMark() -> Bool? {
        guard take(.starts) else { return nil }
        skipSpaces()
        _ = take(kind: .colon)
        skipSpaces()
        return true
    }

    private mutating func clock(after first: Clock?) -> Clock? {
        var half = Clock.Half.unsaid
        var isEvening = false
        var isNextDay = false
        if take(.following) || take(.nextDayTime) || take(.nextDay) { isNextDay = true }
        switch word {
        case .morning: half = .morning
        case .afternoon: half = .afternoon
        case .evening: isEvening = true
        case .session where text.scalars[tokens[at].range.lowerBound] == 0x663C: isEvening = false  // 昼
        default: break
        }
        if half != .unsaid || word == .evening || word == .session { at += 1 }
        skipSpaces()
        if take(.noon) { return Clock(half: .unsaid, minutes: 720) }
        guard case .number(let hour, let digits) = kind, hour <= 30 else { return nil }
        at += 1
        guard let minute = minutePart(first: first) else { return nil }
        if isEvening && (4...11).contains(hour) { half = .afternoon }
        guard half == .unsaid || hour <= 12 || half == .afternoon && hour < 24 else { return nil }
        if half == .afternoon, hour > 12 { half = .unsaid }
        let doubtful = half == .unsaid && (1...4).contains(hour) && digits == 1 && !isNextDay
        return Clock(half: half, minutes: hour * 60 + minute, isNextDay: isNextDay, isDoubtful: doubtful)
    }

    /// What follows the hour; nil where the number was no time at all.
    private mutating func minutePart(first: Clock?) -> Int? {
        let start = at
        if kind == .space { at += 1 }
        if take(kind: .colon) {
            skipSpaces()
            guard case .number(let minute, 2...3) = kind, minute < 60 else {
                at = start
                return nil
            }
            at += 1
            return minute
        }
        at = start
        if take(.hour) {
            if take(.half) { return 30 }
            if kind == .space, number(1) != nil, word(2) == .minute { at += 1 }
            guard case .number(let minute, 2) = kind, minute < 60 else {
                if case .number(let minute, 1) = kind, word(1) == .minute {
                    at += 2
                    return minute
                }
                return 0
            }
            if kind(1) == .colon || word(1) == .hour { return 0 }
            at += 1
            _ = take(.minute)
            return minute
        }
        // 15～21時: the unit stands behind the second number.
        guard first == nil, kind == .dash, let end = number(1), end <= 30, word(2) == .hour else { return nil }
        return 0
    }

    private static func time(_ clock: Clock, after first: (start: Time, half: Clock.Half)?, before last: Clock? = nil)
        -> Time?
    {
        var minutes = clock.minutes
        switch clock.half {
        case .morning: minutes %= 720
        case .afternoon: minutes = minutes % 720 + 720
        case .unsaid: break
        }
        guard let first else {
            if clock.isDoubtful, last.map({ !$0.isNextDay }) ?? true { return nil }
            return Time(minutes: minutes)
        }
        if clock.isNextDay { return minutes % 1440 <= 360 ? Time(minutes: minutes % 1440 + 1440) : nil }
        if clock.half == .unsaid {
            // 午後5:30～6:15: 午後 holds for both.
            if first.half == .afternoon, minutes < 720 { minutes += 720 }
            if minutes <= first.start.minutes, minutes < 720, first.half == .morning { minutes += 720 }
            if minutes < first.start.minutes, first.start.minutes >= 17 * 60 { minutes += 1440 }
        }
        return minutes > first.start.minutes && minutes <= 30 * 60 ? Time(minutes: minutes) : nil
    }
}
