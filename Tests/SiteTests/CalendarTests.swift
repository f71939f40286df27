import Recurrence
import Testing

@testable import Site

@Suite struct CalendarTests {
    private let today = Day(year: 2026, month: 11, day: 21) ?? Day(number: 0)

    private func lines(_ schedule: String) -> String {
        let timetable = Timetable(Schedule(reading: schedule), from: today)
        return timetable.calendarLines.map { String(decoding: $0, as: UTF8.self) }.joined()
            .replacing("\r\n ", with: "").replacing("\r\n", with: "\n")
    }

    @Test func aRuleSaysWhenItEnds() {
        // 400 days from the day of the build, to the end of that day in Japan.
        let weekly = lines("毎週火曜日 10:00〜11:30")
        #expect(weekly.contains("DTSTART;TZID=Asia/Tokyo:20261124T100000\n"))
        #expect(weekly.contains("DTEND;TZID=Asia/Tokyo:20261124T113000\n"))
        #expect(weekly.contains("RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20271226T145959Z\n"))
        #expect(lines("第1・3火曜日").contains("RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU;UNTIL=20271226\n"))
    }

    /// As an RFC 5545 reader would: what stands there comes to the days that the schedule means.
    @Test(arguments: [
        "毎週火曜日 10:00〜11:30", "第1・3火曜日 13:30〜15:30", "毎日 6:30〜6:50", "毎週水曜日（祝日は休み） 9:00〜",
        "月・木 10時〜12時、8月は休み", "毎月15日 13:00", "12月5日、1月9日 10:00",
    ])
    func exceptionsAndExtraDaysAreLinesOfTheirOwn(_ text: String) {
        let schedule = Schedule(reading: text)
        let year = schedule.occurrences(from: today, to: today + Agenda.reach).filter { !$0.needsConfirmation }
        let set = schedule.recurrenceSets(from: today, to: today + Agenda.reach)
        #expect(set.map(\.days).joined().sorted() == year.map(\.day).sorted())
        let written = lines(text)
        for part in set {
            #expect(written.contains("RRULE:") == (part.rule != nil))
            for (name, days) in [("EXDATE", part.exdates), ("RDATE", part.rdates)] {
                #expect(written.contains("\n" + name) == !days.isEmpty)
                for day in days { #expect(written.contains(day.compact(at: part.start))) }
            }
        }
    }

    @Test func pastMidnightItIsTheNextDay() {
        let late = lines("毎週金曜日 17:00〜26:00")
        #expect(late.contains("DTSTART;TZID=Asia/Tokyo:20261127T170000\nDTEND;TZID=Asia/Tokyo:20261128T020000\n"))
        #expect(lines("毎日 0:00〜24:00").contains("20261121T000000\nDTEND;TZID=Asia/Tokyo:20261122T000000\n"))
    }

    @Test func linesFoldBetweenCharactersAndTextsAreEscaped() {
        var writer = CalendarWriter(host: "example.org", on: today)
        let title = String(repeating: "本町お茶の間、", count: 12) + "a;b,c\\d"
        writer.event(
            uid: "place-1-0-0", Array("DTSTART:20261124\r\n".utf8), title: title, place: "集会所\n2階",
            description: "", url: "")
        let lines = String(decoding: writer.output, as: UTF8.self).components(of: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        let whole = String(decoding: writer.output, as: UTF8.self).replacing("\r\n ", with: "")
        #expect(whole.contains("SUMMARY:" + String(repeating: "本町お茶の間、", count: 12) + "a\\;b\\,c\\\\d\r\n"))
        #expect(whole.contains("LOCATION:集会所\\n2階\r\n"))
        #expect(whole.contains("UID:place-1-0-0@example.org\r\n"))
    }
}

extension String {
    fileprivate func components(of separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
