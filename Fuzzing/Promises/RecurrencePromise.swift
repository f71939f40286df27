/// Never a wrong date: what is wholly understood reads back to the same dates from kayoi's own sentence, and what is not
/// understood is shown and gives no dates that it could restrict. The first line is 開催, the others are 休み.

import FrontMatter
import Recurrence

func recurrenceBreach(_ bytes: [UInt8]) -> String? {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let closed = lines.dropFirst().prefix(3).map(String.init)
    let text = String(lines.first ?? "")
    let schedule = Schedule(reading: text, closed: closed, defaults: defaults)
    for piece in schedule.unread {
        let field = piece.closedField.map { closed.indices.contains($0) ? closed[$0] : "" } ?? text
        guard piece.utf8.upperBound <= field.utf8.count,
            Array(field.utf8)[piece.utf8].elementsEqual(piece.text.utf8)
        else { return "an unread piece is not in the text" }
    }
    let dates = days(of: schedule)
    switch schedule.status {
    case .exact: break
    case .partial: return nil
    case .noDates, .unread: return dates.isEmpty ? nil : "dates without understanding"
    }
    for language in Language.allCases {
        let sentence = schedule.sentence(in: language)
        let again = Schedule(reading: sentence, defaults: defaults)
        guard again.status == .exact, days(of: again) == dates else {
            return "\(language): 「\(text)」 \(closed) → 「\(sentence)」 → \(again.status), other dates"
        }
    }
    return nil
}

private let defaults = ScheduleDefaults(editionYear: 2026)

/// Two years, so that every holiday and every leap of weeks comes by.
private func days(of schedule: Schedule) -> [String] {
    guard let first = Day(year: 2026, month: 12, day: 1) else { return [] }
    return schedule.occurrences(from: first, to: first + 730).map {
        "\($0.day.iso) \($0.start?.text ?? "")-\($0.end?.text ?? "")"
    }
}
