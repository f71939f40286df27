/// Which days are national holidays: computed by law for 1948–2150, or as a file of the Cabinet Office says.

/// The national holidays with their names (祝日の暦). Asking whether a day is one costs a bit test.
package struct HolidayCalendar: Sendable, Hashable {
    /// By the law as it stands, 1948–2150.
    package static let japan = HolidayCalendar((1948...2150).flatMap(nationalHolidays))

    /// In the order of the days.
    private let holidays: [Holiday]
    private let first: Int
    private let bits: [UInt64]

    package func contains(_ day: Day) -> Bool {
        let index = Int(day.number) - first
        guard index >= 0, index < bits.count * 64 else { return false }
        return bits[index >> 6] >> UInt64(index & 63) & 1 == 1
    }

    /// 「敬老の日」, or nil on an ordinary day.
    package func name(of day: Day) -> String? {
        contains(day) ? holidays.first { $0.day == day }?.name : nil
    }

    /// The calendar that a table in the form of the Cabinet Office's `syukujitsu.csv` gives:
    /// `国民の祝日・休日月日,国民の祝日・休日名称`, then lines such as `2026/1/1,元日`. The years that the table
    /// covers are as it says, the others as in `self`. Lines that hold no date are returned by their number, from 1.
    package func overridden(byCSV text: some StringProtocol) -> (calendar: HolidayCalendar, unreadLines: [Int]) {
        var read: [Day: String] = [:]
        var unread: [Int] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let fields = line.split(separator: ",", maxSplits: 1)
            guard let date = fields.first else { continue }
            let numbers = date.split { $0 == "/" || $0 == "-" }.map { Int($0) }
            if numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2],
                let day = Day(year: year, month: month, day: day)
            {
                read[day] = fields.count > 1 ? String(fields[1]) : "休日"
            } else if index > 0 {
                unread.append(index + 1)
            }
        }
        let years = Set(read.keys.map(\.year))
        let kept = holidays.filter { !years.contains($0.day.year) }
        let all = (kept + read.map { Holiday(day: $0, name: $1) }).sorted { $0.day < $1.day }
        return (HolidayCalendar(all), unread)
    }

    /// - Parameter holidays: in the order of the days, none twice.
    init(_ holidays: [Holiday]) {
        self.holidays = holidays
        first = Int(holidays.first?.day.number ?? 0)
        let last = Int(holidays.last?.day.number ?? -1)
        var bits = [UInt64](repeating: 0, count: last < first ? 0 : (last - first) / 64 + 1)
        for holiday in holidays {
            let index = Int(holiday.day.number) - first
            bits[index >> 6] |= 1 << UInt64(index & 63)
        }
        self.bits = bits
    }
}

struct Holiday: Sendable, Hashable {
    let day: Day
    let name: String
}
