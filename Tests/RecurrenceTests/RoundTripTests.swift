import Testing

@testable import Recurrence

/// Every sentence that kayoi writes is itself a schedule that kayoi reads, to the same rules.
struct RoundTripTests {
    static let defaults = ScheduleDefaults(editionYear: 2026)

    @Test(arguments: Language.allCases, SentenceForm.allCases)
    func sentencesReadBackToTheSameRules(language: Language, form: SentenceForm) throws {
        var failures: [String] = []
        for text in Texts.all {
            let schedule = Schedule(reading: text, defaults: Self.defaults)
            guard schedule.status == .exact else { continue }
            if let fault = fault(of: schedule, in: language, as: form) { failures.append(fault) }
        }
        #expect(failures.isEmpty, "\(failures.count):\n\(failures.joined(separator: "\n"))")
    }

    private func fault(of schedule: Schedule, in language: Language, as form: SentenceForm) -> String? {
        let sentence = schedule.sentence(in: language, as: form)
        let again = Schedule(reading: sentence, defaults: Self.defaults)
        let isSame =
            again.status == .exact && again.rules.count == schedule.rules.count
            && zip(again.rules, schedule.rules).allSatisfy { $0.isSame(as: $1) }
            && again.exclusions.map(\.selection) == schedule.exclusions.map(\.selection)
        let hasSameDates = Texts.days(of: again) == Texts.days(of: schedule)
        if isSame, hasSameDates, again.sentence(in: language, as: form) == sentence { return nil }
        return
            "\(schedule.text) → \(sentence) → \(again.status) \(hasSameDates ? "same dates" : "OTHER DATES") \(again.unread.map(\.text)) → \(again.sentence(in: language, as: form))"
    }
}
