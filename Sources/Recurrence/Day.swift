/// A civil day and its weekday: proleptic Gregorian arithmetic on a count of days, with no clock and no time zone in it.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A day of the week, numbered as ISO 8601 does (曜日).
package enum Weekday: Int, CaseIterable, Hashable, Sendable, Comparable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    package static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }

    /// The days from this weekday forward to the next `other`: 0 to 6.
    func daysUntil(_ other: Weekday) -> Int { (other.rawValue - rawValue + 7) % 7 }
}

/// A day (日): the number of days since 1970-01-01.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    package let number: Int32

    package init(number: Int) { self.number = Int32(clamping: number) }

    /// Nil where the calendar has no such day (2026-02-30) or the year is outside 1...9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        self = Day.first(ofMonth: month, in: year) + (day - 1)
    }

    /// Reads `2026-12-01`, and nothing else.
    package init?(iso text: String) {
        guard text.utf8.count == 10 else { return nil }
        var (place, digits) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "-") where place == 4 || place == 7: break
            case UInt8(ascii: "0")...UInt8(ascii: "9") where place != 4 && place != 7:
                digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            place += 1
        }
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    package var year: Int { civil.year }
    package var month: Int { civil.month }
    package var dayOfMonth: Int { civil.day }

    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let index = (Int(number) % 7 + 10) % 7
        return Weekday.allCases[index]
    }

    /// `2026-12-01`.
    package var iso: String {
        let (year, month, day) = civil
        guard (0...9999).contains(year) else {
            return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
        return String(unsafeUninitializedCapacity: 10) { digits in
            func put(_ value: Int, _ place: Int) { digits[place] = UInt8(ascii: "0") + UInt8(value % 10) }
            for (place, unit) in [1000, 100, 10, 1].enumerated() { put(year / unit, place) }
            put(month / 10, 5)
            put(month, 6)
            put(day / 10, 8)
            put(day, 9)
            (digits[4], digits[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
            return 10
        }
    }

    /// Today in Japan (UTC+9, no summer time) by the system's clock.
    package static var today: Day {
        let seconds = time(nil) + 9 * 3600
        return Day(number: (seconds >= 0 ? seconds : seconds - 86_399) / 86_400)
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
    package static func + (day: Day, days: Int) -> Day { Day(number: Int(day.number) + days) }
    package static func - (day: Day, days: Int) -> Day { day + -days }
    package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

    /// 28 to 31; the month must be 1...12.
    package static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Year, month and day of the month in one calculation
    /// (Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days).
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The first day of a month (days_from_civil of the same source).
    static func first(ofMonth month: Int, in year: Int) -> Day {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Day(number: era * 146_097 + dayOfEra - 719_468)
    }
}
