import Foundation
import Randomness
import Testing

@testable import Recurrence

/// Splices of real texts, and bytes: nothing crashes or hangs, and what is read reads back to the same dates.
/// `KAYOI_FUZZ_MINUTES=10 swift test -c release --filter FuzzTests` runs for so long with another seed.
struct FuzzTests {
    static let minutes = Double(ProcessInfo.processInfo.environment["KAYOI_FUZZ_MINUTES"] ?? "") ?? 0

    @Test func spliceAndBytes() {
        let seed = Self.minutes > 0 ? UInt64(Date().timeIntervalSince1970) : 1
        var random = SplitMix(seed: seed)
        let texts = Texts.all + ReadingTests.expected.map(\.text)
        let deadline = Date().addingTimeInterval(Self.minutes * 60)
        var count = 0
        var exact = 0
        var slowest = 0.0
        while count < 3000 || Self.minutes > 0 && Date() < deadline {
            let text = count % 10 == 9 ? bytes(&random) : splice(texts, &random)
            let start = Date()
            let schedule = Schedule(reading: text, defaults: RoundTripTests.defaults)
            slowest = max(slowest, Date().timeIntervalSince(start))
            check(schedule)
            exact += schedule.status == .exact ? 1 : 0
            count += 1
        }
        if Self.minutes > 0 {
            print("fuzz: seed \(seed), \(count) texts, \(exact) exact, slowest reading \(slowest) s")
        }
        #expect(exact > 100)
    }

    private func check(_ schedule: Schedule) {
        for piece in schedule.unread { #expect(schedule.text.slice(piece.utf8) == piece.text) }
        guard schedule.status == .exact else {
            if schedule.status != .partial { #expect(Texts.days(of: schedule).isEmpty) }
            return
        }
        let sentence = schedule.sentence(in: .japanese)
        let again = Schedule(reading: sentence, defaults: RoundTripTests.defaults)
        let isSame = again.status == .exact && Texts.days(of: again) == Texts.days(of: schedule)
        #expect(
            isSame,
            "\(schedule.text) → \(sentence) → \(again.status) \(again.unread.map(\.text)) → \(again.sentence(in: .japanese))"
        )
    }

    private func splice(_ texts: [String], _ random: inout SplitMix) -> String {
        var pieces: [Substring.UnicodeScalarView] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let scalars = texts.randomElement(using: &random)?.unicodeScalars ?? "".unicodeScalars
            let length = scalars.count
            let first = Bool.random(using: &random) ? 0 : Int.random(in: 0...length, using: &random)
            let last = Bool.random(using: &random) ? length : Int.random(in: first...length, using: &random)
            pieces.append(scalars.dropFirst(first).prefix(last - first))
        }
        let joint = ["", "", " ", "、", "・", "（", "）", "。", "は", "休み", "第"].randomElement(using: &random) ?? ""
        return pieces.map { String($0) }.joined(separator: joint)
    }

    private func bytes(_ random: inout SplitMix) -> String {
        let count = Int.random(in: 0...60, using: &random)
        return String(decoding: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
    }

    /// Long texts take time in proportion: a hundred thousand characters of each troublesome kind are read at all.
    @Test(arguments: [
        "(", "第1・", "火曜、", "1", "10:00〜", "祝日の場合は", "12/29～", "から", "（火", "休み", "1日、", "月", "1・", "第1月曜、", "（祝日", "1、日",
    ])
    func longTextsEnd(unit: String) {
        let schedule = Schedule(reading: String(repeating: unit, count: 100_000 / unit.unicodeScalars.count))
        #expect(schedule.status != .exact || !schedule.rules.isEmpty)
    }
}
