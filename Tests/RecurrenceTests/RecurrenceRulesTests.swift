import Foundation
import Testing

@testable import Recurrence

/// The calendar lines, held to another implementation of RFC 5545: python-dateutil.
struct RecurrenceRulesTests {
    @Test func aMonthlyRuleWithTheHolidayTakenOut() {
        let schedule = Schedule(reading: "第2月曜日（祝日は休み）")
        #expect(
            schedule.recurrenceRules(from: Texts.firstDay, to: Texts.lastDay) == [
                "DTSTART:20261214T000000", "RRULE:FREQ=MONTHLY;BYDAY=2MO;UNTIL=20271130T000000",
                "EXDATE:20270111T000000,20271011T000000",
            ])
    }

    @Test func hoursMakeEventsOfTheirOwn() {
        let schedule = Schedule(reading: "月〜金 17:00〜19:00、土 12:00〜13:00")
        let sets = schedule.recurrenceSets(from: Texts.firstDay, to: Texts.lastDay)
        #expect(sets.map { $0.start?.text } == ["17:00", "12:00"])
        #expect(sets.map(\.rule) == ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY;BYDAY=SA"])
        // Saturday 2 January is not said to take place, and a calendar cannot say "ask first".
        #expect(sets[1].exdates.map(\.iso) == ["2027-01-02"])
        #expect(sets[1].lines[0] == "DTSTART:20261205T120000")
    }

    @Test func daysWithoutARuleStandByThemselves() {
        let schedule = Schedule(reading: "2027年1月16日（土）・17日（日）")
        #expect(
            schedule.recurrenceRules(from: Texts.firstDay, to: Texts.lastDay) == [
                "DTSTART:20270116T000000", "RDATE:20270116T000000,20270117T000000",
            ])
    }

    @Test(.enabled(if: hasDateutil, "python3 with python-dateutil is not installed"))
    func anotherReaderOfTheStandardExpandsThemToTheSameDays() throws {
        var blocks = ""
        var count = 0
        for text in Texts.all {
            let schedule = Schedule(reading: text, defaults: ScheduleDefaults(editionYear: 2026))
            var days: [String] = []
            for meeting in schedule.occurrences(from: Texts.firstDay, to: Texts.lastDay)
            where days.last != meeting.day.iso {
                days.append(meeting.day.iso)
            }
            if days.isEmpty { continue }
            count += 1
            blocks +=
                ([text, days.joined(separator: " ")] + schedule.recurrenceRules(from: Texts.firstDay, to: Texts.lastDay))
                .joined(separator: "\n") + "\n\n"
            for set in schedule.recurrenceSets(from: Texts.firstDay, to: Texts.lastDay) {
                blocks +=
                    ([text, set.days.map(\.iso).joined(separator: " ")] + set.lines).joined(separator: "\n") + "\n\n"
            }
        }
        #expect(count > 60)
        let (status, output) = try Self.python([Texts.root + "Tests/Fixtures/schedules/check_rrule.py"], input: blocks)
        #expect(status == 0, "\(output)")
    }

    static let hasDateutil = (try? python(["-c", "import dateutil"], input: "").status) == 0

    private static func python(_ arguments: [String], input: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "schedules-\(UInt64.random(in: 0 ... .max))")
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
