/// A language of the site: its words, and how days and times are said in it.

import Recurrence
import Templates

struct Phrasebook: Sendable {
    /// BCP 47: ja, en; やさしい日本語 is ja-easy.
    let language: String
    let words: StringTable

    /// The language as HTML's lang attribute has it.
    var htmlLanguage: String { language == "ja-easy" ? "ja" : language }

    var isJapanese: Bool { language.hasPrefix("ja") }

    var sentenceLanguage: Recurrence.Language {
        switch language {
        case "en": .english
        case "ja-easy": .plainJapanese
        default: .japanese
        }
    }

    /// A word that the templates' tables hold. A missing one shows its key: a table's gaps are found before anything is
    /// published (see `PageTemplates`).
    func callAsFunction(_ key: String, _ parameters: KeyValuePairs<String, String> = [:]) -> String {
        words.text(key, parameters) ?? key
    }

    func count(_ number: Int) -> String { self("places.count", ["count": String(number)]) }

    func number(_ number: Int) -> String { self("number", ["number": String(number)]) }

    func longDay(_ day: Day) -> String { self("day.long", parts(of: day)) }
    func shortDay(_ day: Day) -> String { self("day.short", parts(of: day)) }
    func asOf(_ day: Day) -> String { self("about.asOf", parts(of: day)) }

    func weekday(_ weekday: Weekday) -> String { self("weekday.\(weekday.rawValue)") }
    func shortWeekday(_ weekday: Weekday) -> String { self("weekday.short.\(weekday.rawValue)") }

    /// "13:30〜15:30", "6:30から"; empty where no time is known.
    func time(from start: Time?, to end: Time?) -> String {
        guard let start else { return "" }
        guard let end else { return self("time.from", ["start": start.plain]) }
        return self("time.between", ["start": start.plain, "end": end.plain])
    }

    private func parts(of day: Day) -> KeyValuePairs<String, String> {
        let civil = day.civil
        return [
            "year": String(civil.year), "month": String(civil.month), "day": String(civil.day),
            "weekday": shortWeekday(day.weekday),
        ]
    }
}
