/// Furigana over a name: which part of the reading belongs to which characters.

package enum Furigana {
    /// A piece of a name; kana stand for themselves and have no reading.
    package struct Segment: Equatable, Sendable {
        package var base: String
        package var reading: String
    }

    /// Splits a name so that only its kanji carry a reading: 「ひまわり会」「ひまわりかい」 → ひまわり, 会(かい).
    /// Where the kana of the name do not stand in the reading, the whole name carries the whole reading.
    package static func align(_ name: String, reading: String) -> [Segment] {
        let reading = reading.filter { $0 != " " && $0 != "　" }
        guard !reading.isEmpty, name.unicodeScalars.contains(where: needsReading) else {
            return [Segment(base: name, reading: "")]
        }
        let runs = runs(of: name)
        var tries = 500
        guard let readings = match(runs[...], Array(reading.map(fold))[...], &tries) else {
            return [Segment(base: name, reading: reading)]
        }
        var rest = Array(reading)[...]
        return zip(runs, readings).map { run, length in
            defer { rest = rest.dropFirst(length) }
            return Segment(base: run.text, reading: run.isKana ? "" : String(rest.prefix(length)))
        }
    }

    private struct Run {
        var text: String
        var isKana: Bool
    }

    /// Kana and everything else by turns; spaces and signs without sound go with what stands before them.
    private static func runs(of name: String) -> [Run] {
        var runs: [Run] = []
        for character in name {
            let isKana = character.unicodeScalars.allSatisfy { !needsReading($0) } && isSounded(character)
            if let last = runs.last, last.isKana == isKana || !isSounded(character) {
                runs[runs.count - 1].text.append(character)
            } else {
                runs.append(Run(text: String(character), isKana: isKana))
            }
        }
        return runs
    }

    /// How many characters of the reading each run takes, or nil where there is no way or the search grows too long.
    private static func match(_ runs: ArraySlice<Run>, _ reading: ArraySlice<Character>, _ tries: inout Int) -> [Int]? {
        guard let run = runs.first else { return reading.isEmpty ? [] : nil }
        tries -= 1
        guard tries > 0 else { return nil }
        if run.isKana {
            let kana = run.text.filter(isSounded).map(fold)
            guard reading.starts(with: kana), let rest = match(runs.dropFirst(), reading.dropFirst(kana.count), &tries)
            else { return nil }
            return [kana.count] + rest
        }
        guard !reading.isEmpty else { return nil }
        if runs.count == 1 { return [reading.count] }
        for length in 1...reading.count {
            if let rest = match(runs.dropFirst(), reading.dropFirst(length), &tries) { return [length] + rest }
        }
        return nil
    }

    /// Kanji, letters and digits are read in some way that kana are not.
    private static func needsReading(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3041...0x309F, 0x30A0...0x30FF, 0xFF65...0xFF9F: false
        case 0x3005, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    private static func isSounded(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        // Asking Unicode's tables is slow, and nearly all characters of a name are these.
        switch scalar.value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3005, 0x3400...0x9FFF, 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
            return true
        case ..<0x80, 0x3000...0x303F, 0x30FB, 0xFF00...0xFF0F: return false
        default: return character.isLetter || character.isNumber
        }
    }

    /// Katakana as hiragana.
    private static func fold(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            (0x30A1...0x30F6).contains(scalar.value), let folded = Unicode.Scalar(scalar.value - 0x60)
        else { return character }
        return Character(folded)
    }
}
