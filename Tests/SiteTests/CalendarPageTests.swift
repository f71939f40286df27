import DefaultTemplates
import Publication
import TestSupport
import Testing

@testable import Guide
@testable import Site

/// A month: each day its places, and what meets on most days only once.
@Suite struct CalendarPageTests {
    private func page(_ schedules: [String], month: String) throws -> String {
        var files = TemporaryGuide.sound
        for (number, schedule) in schedules.enumerated() {
            files["places/\(number + 1).md"] = TemporaryGuide.place([
                "番号": "\(number + 1)", "名称": "場\(number + 1)", "よみ": "ば", "開催": schedule,
            ])
        }
        files["places/himawari.md"] = nil
        let guidebook = try TemporaryGuide([:], onTopOf: files).read()
        #expect(guidebook.diagnostics.map(\.message) == [])
        let site = Site(
            guidebook.publication(on: TemporaryGuide.today), Look(DefaultTemplates.files, languages: ["ja"]))
        return String(decoding: try #require(site.file(at: "calendar/\(month).html")), as: UTF8.self)
    }

    /// Of each day with places, by its number: those in its list.
    private func days(_ page: String) -> [Int: [Int]] {
        page.split(separator: "<section class=\"block").reduce(into: [:]) { days, section in
            guard let day = section.firstMatch(of: /<h2 id="day-(\d+)"/).flatMap({ Int($0.1) }) else { return }
            days[day] = section.matches(of: /href="\.\.\/places\/(\d+)\.html"/).compactMap { Int($0.1) }
        }
    }

    /// December 2026 begins on a Tuesday and has 31 days.
    @Test func whatMeetsOnMostDaysStandsOnce() throws {
        let page = try page(
            ["毎日 6:30〜6:50", "毎週月〜木曜日 10:00〜12:00", "毎週月・水・金曜日 9:00〜10:00", "第2火曜日 13:00〜15:00"], month: "2026-12")
        #expect(page.matches(of: /href="\.\.\/places\/001\.html"/).count == 1)
        #expect(page.matches(of: /href="\.\.\/places\/002\.html"/).count == 1)
        let days = days(page)
        #expect(days.count == 31)
        #expect(days[8] == [4])
        #expect(days[9] == [3])
        #expect(days[12] == [])
        // The day's number in the month, and how many meet: with those that the day's list leaves out.
        #expect(page.contains("<a href=\"#day-8\"><b>8</b><span class=\"month-count\">3か所</span></a>"))
        #expect(page.contains("<a href=\"#day-12\"><b>12</b><span class=\"month-count\">1か所</span></a>"))
        let often = try #require(page.split(separator: "id=\"often\"").last)
        #expect(often.contains("毎日") && often.contains("月〜木曜日"))
    }

    /// Daily in two months of the year: in the others there is nothing.
    @Test func whatMeetsOnMostDaysOfAMonthStandsOnceInThatMonth() throws {
        let schedule = "7月・8月の毎日 18:30〜19:30"
        #expect(days(try page([schedule], month: "2027-07")).count == 31)
        #expect(try page([schedule], month: "2027-07").contains("id=\"often\""))
        #expect(try !page([schedule], month: "2027-06").contains("id=\"often\""))
        #expect(days(try page([schedule], month: "2027-06")).isEmpty)
    }

    /// Two meetings on a day are one place.
    @Test func placesAreCountedOnce() throws {
        let page = try page(["毎週火曜日 10:00〜11:00、13:00〜14:00"], month: "2026-12")
        #expect(days(page)[8] == [1, 1])
        #expect(page.contains("<b>8</b><span class=\"month-count\">1か所</span>"))
    }
}
