/// How a schedule was read, for editors at a terminal: the reading, the next five dates, what was not understood.

import Messages

extension Schedule {
    /// Several lines of text without colour.
    package func explanation(from first: Day, in language: MessageLanguage) -> String {
        var lines = [text]
        lines += underlines()
        lines.append("  " + Wording.status(self, language))
        let sentence = sentence(in: language == .english ? .english : .japanese)
        if !sentence.isEmpty { lines.append("  → " + sentence) }
        for remark in remarks { lines.append("  ※ " + remark) }
        for piece in unread {
            lines.append("  " + Wording.unread(piece.text, closedField: piece.closedField, language))
            lines.append("    " + Wording.suggestion(piece.suggestion(language), language))
        }
        if hasDates {
            let next = occurrences(from: first, to: first + 400).prefix(5)
            lines.append("  " + (next.isEmpty ? Wording.noneWithinAYear(language) : Wording.nextDates(language)))
            lines += next.map { "    " + line($0, language) }
        }
        return lines.joined(separator: "\n")
    }

    private func line(_ occurrence: Occurrence, _ language: MessageLanguage) -> String {
        let weekday = occurrence.day.weekday
        var line = occurrence.day.iso + language.pick("（\(weekday.letter)）", " " + weekday.name(in: .english).prefix(3))
        if let start = occurrence.start { line += " " + start.text + "–" + (occurrence.end?.text ?? "") }
        if occurrence.start == nil, let end = occurrence.end { line += " –" + end.text }
        if let holiday = defaults.calendar.name(of: occurrence.day) { line += " " + holiday }
        if occurrence.needsConfirmation { line += " " + language.pick(Wording.needsConfirmation, "to be confirmed") }
        return line
    }

    /// A line of ^ under the unread pieces, two columns for a wide character.
    private func underlines() -> [String] {
        let pieces = unread.filter { $0.closedField == nil }
        guard !pieces.isEmpty else { return [] }
        var line = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            let isUnread = pieces.contains { $0.scalars.contains(index) }
            line += String(repeating: isUnread ? "^" : " ", count: scalar.columns)
        }
        while line.last == " " { line.removeLast() }
        return [line]
    }
}

extension Unicode.Scalar {
    /// Columns on a terminal: 2 for wide and full-width characters (Unicode Standard Annex #11), 0 for combining marks.
    fileprivate var columns: Int {
        switch value {
        case 0x0300...0x036F, 0x200B...0x200F, 0x3099, 0x309A, 0xFE00...0xFE0F: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD, 0x2460...0x24FF, 0x203B:
            2
        default: 1
        }
    }
}
