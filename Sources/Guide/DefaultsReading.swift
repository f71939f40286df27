/// How 日程 in guide.md becomes the defaults for all schedules.

import FrontMatter
import Recurrence

extension ScheduleDefaults {
    init(
        reading fields: Fields, edition: String, holidays: HolidayCalendar, _ findings: inout Findings
    ) {
        self.init(editionStart: Self.start(ofEdition: edition))
        calendar = holidays
        for own in fields.records(.scheduleDefaults, .scheduleDefaults, &findings).prefix(1) {
            if let text = own.placed(.holidays, &findings) {
                self.holidays = Self.policy(in: text.value)
                if self.holidays == .unstated, text.value != "未定" {
                    findings.add(
                        .notAChoice(.holidays, found: text.value, allowed: ["休み", "開催"], nearest: nil), at: text.range)
                }
            }
            if let text = own.placed(.newYear, &findings) {
                newYear = Self.policy(in: text.value)
                newYearDays = Self.season(in: text, .newYear, &findings) ?? newYearDays
            }
            if let text = own.placed(.obon, &findings) {
                obon = Self.policy(in: text.value)
                obonDays = Self.season(in: text, .obon, &findings) ?? obonDays
            }
        }
    }

    /// 休み, 開催, or nothing of the kind.
    private static func policy(in text: String) -> Policy {
        if ["休", "閉", "closed"].contains(where: text.contains) { return .closed }
        if ["開", "あり", "通常", "open"].contains(where: text.contains) { return .open }
        return .unstated
    }

    /// "12/29〜1/3", "12月29日から1月3日"; nil where the text has no days.
    private static func season(in text: Placed<String>, _ key: Key, _ findings: inout Findings) -> Season? {
        let numbers = Numeral.halfWidth(text.value).split { !("0"..."9").contains($0) }.compactMap { Int($0) }
        guard !numbers.isEmpty else { return nil }
        guard numbers.count == 4, Day(year: 2024, month: numbers[0], day: numbers[1]) != nil,
            Day(year: 2024, month: numbers[2], day: numbers[3]) != nil
        else {
            findings.add(.notADay(key, found: text.value), at: text.range)
            return nil
        }
        return Season(from: MonthDay(numbers[0], numbers[1]), to: MonthDay(numbers[2], numbers[3]))
    }

    /// The first day of 「2026年度版」 (April) or 「2026年版」 (January); nil where the edition names no year.
    static func start(ofEdition edition: String) -> Day? {
        guard let amount = Numeral.amount(in: edition) else { return nil }
        let year = amount.before.hasSuffix("令和") ? 2018 + amount.value : amount.value
        return Day(year: year, month: amount.after.hasPrefix("年度") ? 4 : 1, day: 1)
    }
}
