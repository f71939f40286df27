import Testing

@testable import Recurrence

/// Over 300 real texts against their dates in the coming year, which a person and a Python script worked out
/// without this code (Tests/Fixtures/schedules/readings.txt, expand.py).
struct ReadingTests {
    struct Expected: CustomTestStringConvertible {
        var text: String
        var remark: String
        /// Hours to the days' numbers counted from the first day; nil: names no dates.
        var sessions: [String: Set<Int>]?
        var testDescription: String { text }
    }

    static let expected: [Expected] = Texts.lines(of: Texts.root + "Tests/Fixtures/schedules/dates.tsv").map { line in
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 3, fields[2] != "none" else {
            return Expected(text: fields[0], remark: "", sessions: nil)
        }
        var sessions: [String: Set<Int>] = [:]
        for session in fields[2].split(separator: " ") {
            let parts = session.split(separator: "=", omittingEmptySubsequences: false)
            sessions[String(parts[0])] = days(String(parts[1]))
        }
        return Expected(text: fields[0], remark: fields[1], sessions: sessions)
    }

    private static func days(_ hex: String) -> Set<Int> {
        var days: Set<Int> = []
        for (place, digit) in hex.reversed().enumerated() {
            let value = digit.hexDigitValue ?? 0
            for bit in 0..<4 where value >> bit & 1 == 1 { days.insert(place * 4 + bit) }
        }
        return days
    }

    @Test func enoughTextsHaveTheirDatesWorkedOutByHand() {
        #expect(Self.expected.count >= 300)
        #expect(Self.expected.count { $0.sessions != nil } >= 250)
    }

    @Test(arguments: expected)
    func realTextsGiveTheDatesWorkedOutByHand(_ expected: Expected) {
        let schedule = Schedule(reading: expected.text, defaults: ScheduleDefaults(editionYear: 2026))
        var sessions: [String: Set<Int>] = [:]
        for meeting in schedule.occurrences(from: Texts.firstDay, to: Texts.lastDay) {
            let isUntimed = meeting.start == nil && meeting.end == nil
            let hours = isUntimed ? "" : "\(meeting.start?.text ?? "")-\(meeting.end?.text ?? "")"
            sessions[hours, default: []].insert(meeting.day - Texts.firstDay)
        }
        guard let wanted = expected.sessions else {
            #expect(sessions.isEmpty)
            #expect(schedule.status != .exact)
            return
        }
        #expect(schedule.status == .exact)
        if expected.remark.hasPrefix("days") {
            #expect(sessions.values.reduce(Set()) { $0.union($1) } == wanted.values.reduce(Set()) { $0.union($1) })
        } else {
            #expect(sessions == wanted)
        }
    }
}
