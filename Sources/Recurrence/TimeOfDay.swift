/// A time of day and a span of it, to the minute.

/// Minutes since midnight (時刻). Past midnight of the same evening counts on: 26:00 is two in the morning.
package struct Time: Hashable, Comparable, Sendable {
    package let minutes: Int

    package init(minutes: Int) { self.minutes = minutes }

    /// Nil unless 0:00...30:00.
    package init?(hour: Int, minute: Int) {
        guard (0...30).contains(hour), (0...59).contains(minute), hour < 30 || minute == 0 else { return nil }
        self.init(minutes: hour * 60 + minute)
    }

    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }

    /// As a clock shows it: 2:00 for 26:00.
    var ofDay: Time { Time(minutes: minutes % (24 * 60)) }

    /// `09:30`, `26:00`.
    package var text: String {
        // Byte by byte: a year's calendar has a hundred thousand of them.
        String(unsafeUninitializedCapacity: 5) { bytes in
            func digit(_ value: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value) }
            bytes[0] = digit(hour / 10)
            bytes[1] = digit(hour % 10)
            bytes[2] = UInt8(ascii: ":")
            bytes[3] = digit(minute / 10)
            bytes[4] = digit(minute % 10)
            return 5
        }
    }

    /// As people write it: 9:30, not 09:30.
    package var plain: String { hour < 10 ? String(Substring(text.utf8.dropFirst())) : text }

    package static func < (left: Time, right: Time) -> Bool { left.minutes < right.minutes }

    static let midnight = Time(minutes: 0)
    static let noon = Time(minutes: 12 * 60)
    static let endOfDay = Time(minutes: 24 * 60)
}

/// From when to when (時間); either end may be unsaid.
package struct TimeSpan: Hashable, Sendable {
    package var start: Time?
    package var end: Time?

    package init(start: Time? = nil, end: Time? = nil) {
        self.start = start
        self.end = end
    }

    /// The whole day, where neither end is said.
    static let unsaid = TimeSpan()

    func overlaps(_ other: TimeSpan) -> Bool {
        (start ?? .midnight) < (other.end ?? .endOfDay) && (other.start ?? .midnight) < (end ?? .endOfDay)
    }

    /// What remains when `gap` is taken out of it: none, one or two spans.
    func without(_ gap: TimeSpan) -> [TimeSpan] {
        guard self != .unsaid, overlaps(gap) else { return [self] }
        var rest: [TimeSpan] = []
        if let gapStart = gap.start, (start ?? .midnight) < gapStart {
            rest.append(TimeSpan(start: start, end: gapStart))
        }
        if let gapEnd = gap.end, gapEnd < (end ?? .endOfDay) {
            rest.append(TimeSpan(start: gapEnd, end: end))
        }
        return rest
    }
}
