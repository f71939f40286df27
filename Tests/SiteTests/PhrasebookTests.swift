import DefaultTemplates
import Testing

@testable import Site

/// A schedule's sentence stands beside tables: both write hours alike.
@Suite struct PhrasebookTests {
    private func written(_ sentence: String, in language: String) -> String? {
        let look = Look(DefaultTemplates.files, languages: ["ja", "ja-easy", "en"])
        return look.languages.first { $0.phrases.language == language }?.phrases.asWritten(sentence)
    }

    @Test func hoursAreWrittenAsInTables() {
        #expect(written("毎月1・15日 06:00–07:15（8月は休み）", in: "ja") == "毎月1・15日 6:00〜7:15（8月は休み）")
        #expect(written("毎日 06:30–（1・2月は07:00–）", in: "ja-easy") == "毎日 6:30〜（1・2月は7:00〜）")
        #expect(written("毎週火曜日 10:00–20:05、00:30まで", in: "ja") == "毎週火曜日 10:00〜20:05、0:30まで")
    }

    @Test func englishWeekdaysCanBreakBetweenThem() {
        #expect(
            written("every Tuesday/Friday 09:30–11:00 (from 2026-04-07; Jan/Feb: 10:00–)", in: "en")
                == "every Tuesday, Friday 9:30–11:00 (from 2026-04-07; Jan/Feb: 10:00–)")
    }
}
