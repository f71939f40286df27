import Testing

@testable import Recurrence

struct DayTests {
    @Test func countsFromTheEpoch() throws {
        #expect(Day(number: 0).iso == "1970-01-01")
        #expect(Day(number: 0).weekday == .thursday)
        let day = try #require(Day(year: 2026, month: 12, day: 1))
        #expect(day.number == 20_788)
        #expect(day.weekday == .tuesday)
        #expect((day + 31).iso == "2027-01-01")
    }

    @Test func goesThereAndBackForEveryDayOfFourCenturies() throws {
        var day = try #require(Day(year: 1799, month: 12, day: 31))
        var weekday = day.weekday
        for _ in 0..<147_000 {
            let next = day + 1
            #expect(Day(year: next.year, month: next.month, day: next.dayOfMonth) == next)
            #expect(weekday.daysUntil(next.weekday) == 1)
            (day, weekday) = (next, next.weekday)
        }
        #expect(day.year == 2202)
    }

    @Test(arguments: [
        "2026-02-30", "2026-13-01", "2026-1-01", "2026/01/01", "", "20260101", "0000-01-01", "２０２６-01-01",
    ])
    func refusesWhatIsNoDay(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func knowsLeapYears() {
        #expect(Day(iso: "2000-02-29") != nil)
        #expect(Day(iso: "2100-02-29") == nil)
        #expect(Day(iso: "2028-02-29")?.weekday == .tuesday)
    }
}
