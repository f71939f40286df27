import Testing

@testable import Recurrence

/// The law's results against published facts: the Cabinet Office's list (syukujitsu.csv, from 1955) and the official almanacs.
struct NationalHolidaysTests {
    private func holidays(_ year: Int) -> [String] {
        nationalHolidays(of: year).map { "\($0.day.month)/\($0.day.dayOfMonth) \($0.name)" }
    }

    @Test func theYear2027() {
        #expect(
            holidays(2027) == [
                "1/1 元日", "1/11 成人の日", "2/11 建国記念の日", "2/23 天皇誕生日", "3/21 春分の日", "3/22 振替休日", "4/29 昭和の日", "5/3 憲法記念日",
                "5/4 みどりの日", "5/5 こどもの日", "7/19 海の日", "8/11 山の日", "9/20 敬老の日", "9/23 秋分の日", "10/11 スポーツの日", "11/3 文化の日",
                "11/23 勤労感謝の日",
            ])
    }

    @Test func theFirstYearHadThree() {
        #expect(holidays(1947).isEmpty)
        #expect(holidays(1948) == ["9/23 秋分の日", "11/3 文化の日", "11/23 勤労感謝の日"])
        #expect(holidays(1949).prefix(3) == ["1/1 元日", "1/15 成人の日", "3/21 春分の日"])
    }

    @Test func actsMadeSingleDaysHolidays() {
        #expect(holidays(1959).contains("4/10 皇太子明仁親王の結婚の儀"))
        #expect(holidays(1989).contains("2/24 昭和天皇の大喪の礼"))
        #expect(holidays(1990).contains("11/12 即位礼正殿の儀"))
        #expect(holidays(1993).contains("6/9 皇太子徳仁親王の結婚の儀"))
    }

    @Test func theAccessionOf2019MadeTenDaysFree() {
        #expect(
            holidays(2019).filter { $0.hasPrefix("4/") || $0.hasPrefix("5/") } == [
                "4/29 昭和の日", "4/30 国民の休日", "5/1 天皇の即位の日", "5/2 国民の休日", "5/3 憲法記念日", "5/4 みどりの日", "5/5 こどもの日",
                "5/6 振替休日",
            ])
        #expect(holidays(2019).contains("10/22 即位礼正殿の儀"))
        #expect(!holidays(2019).contains { $0.hasSuffix("天皇誕生日") })
    }

    @Test func theOlympicYearsMovedThreeDays() {
        #expect(
            holidays(2020).filter { $0.hasPrefix("7/") || $0.hasPrefix("8/") || $0.hasPrefix("10/") } == [
                "7/23 海の日", "7/24 スポーツの日", "8/10 山の日",
            ])
        #expect(
            holidays(2021).filter { $0.hasPrefix("7/") || $0.hasPrefix("8/") || $0.hasPrefix("10/") } == [
                "7/22 海の日", "7/23 スポーツの日", "8/8 山の日", "8/9 振替休日",
            ])
    }

    @Test(arguments: [
        (1973, "4/30 振替休日"), (1987, "5/4 振替休日"), (1988, "5/4 国民の休日"), (2008, "5/6 振替休日"), (2009, "5/6 振替休日"),
        (2009, "9/22 国民の休日"),
        (2015, "9/22 国民の休日"), (2026, "9/22 国民の休日"), (2032, "9/21 国民の休日"), (2024, "8/12 振替休日"), (2024, "11/4 振替休日"),
        (2023, "1/2 振替休日"),
    ])
    func substitutesAndDaysBetween(year: Int, holiday: String) {
        #expect(holidays(year).contains(holiday))
    }

    @Test func beforeTheLawsThereWereNoSubstitutes() {
        #expect(!holidays(1972).contains { $0.hasSuffix("振替休日") })
        // 4 May 1986 was a Sunday, 1985 before the law.
        #expect(!holidays(1985).contains { $0.hasPrefix("5/4 ") } && !holidays(1986).contains { $0.hasPrefix("5/4 ") })
    }

    /// Equinoxes from the almanacs and from the forecast table of the National Astronomical Observatory.
    @Test(arguments: [
        (1948, nil, 23), (1955, 21, 24), (1960, 20, 23), (1979, 21, 24), (1980, 20, 23), (1992, 20, 23), (2000, 20, 23),
        (2012, 20, 22), (2016, 20, 22),
        (2023, 21, 23), (2024, 20, 22), (2025, 20, 23), (2026, 20, 23), (2027, 21, 23), (2028, 20, 22), (2030, 20, 23),
    ])
    func equinoxes(year: Int, spring: Int?, autumn: Int) {
        if let spring { #expect(holidays(year).contains("3/\(spring) 春分の日")) }
        #expect(holidays(year).contains("9/\(autumn) 秋分の日"))
    }

    @Test func everyYearOfTheCalendarIsSound() {
        for year in 1949...2150 {
            let list = nationalHolidays(of: year)
            #expect((9...24).contains(list.count), "\(year)")
            #expect(list.contains { $0.name == "春分の日" && (19...22).contains($0.day.dayOfMonth) }, "\(year)")
            #expect(list.allSatisfy { HolidayCalendar.japan.name(of: $0.day) == $0.name }, "\(year)")
            // Since 1973 no holiday is lost to a Sunday.
            if year > 1973 {
                let sundays = list.count { $0.day.weekday == .sunday && $0.name != "国民の休日" }
                #expect(list.count { $0.name == "振替休日" } == sundays, "\(year)")
            }
        }
    }

    @Test func aTableOfTheCabinetOfficeOverridesItsYears() throws {
        let table = "国民の祝日・休日月日,国民の祝日・休日名称\r\n2027/1/1,元日\r\n2027/6/1,改暦の日\r\nなにか\r\n"
        let (calendar, unread) = HolidayCalendar.japan.overridden(byCSV: table)
        #expect(calendar.name(of: try #require(Day(iso: "2027-06-01"))) == "改暦の日")
        #expect(!calendar.contains(try #require(Day(iso: "2027-05-03"))))
        #expect(calendar.contains(try #require(Day(iso: "2028-05-03"))))
        #expect(unread == [4])
    }
}
