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
        let letters = Letter.letters(of: name)
        guard letters.contains(where: \.needsReading) else { return [Segment(base: name, reading: "")] }
        var sounds = Letter.letters(of: reading)
        sounds.removeAll(where: \.isSpace)
        guard !sounds.isEmpty else { return [Segment(base: name, reading: "")] }
        var search = Search(letters: letters, runs: runs(of: letters), reading: sounds)
        guard search.match(0, at: 0) else { return [Segment(base: name, reading: spelling(reading, sounds[...]))] }
        var at = 0
        return zip(search.runs, search.lengths).map { run, length in
            defer { at += length }
            let (first, last) = (letters[run.letters.lowerBound].place, letters[run.letters.upperBound - 1].place)
            return Segment(
                base: part(first.lowerBound..<last.upperBound, of: name),
                reading: run.isKana ? "" : spelling(reading, sounds[at..<at + length]))
        }
    }

    /// A part of the reading as it was written, without the spaces.
    private static func spelling(_ reading: String, _ sounds: ArraySlice<Letter>) -> String {
        guard let first = sounds.first, let last = sounds.last else { return "" }
        let all = first.place.lowerBound..<last.place.upperBound
        let hasSpaces = sounds.reduce(0) { $0 + $1.place.count } < all.count
        return hasSpaces ? sounds.map { part($0.place, of: reading) }.joined() : part(all, of: reading)
    }

    /// - Parameter bytes: whole characters of the text.
    private static func part(_ bytes: Range<Int>, of text: String) -> String {
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: bytes.lowerBound)
        return String(text[start..<text.utf8.index(start, offsetBy: bytes.count)])
    }

    private struct Run {
        var letters: Range<Int>
        var isKana: Bool
    }

    /// Kana and everything else by turns; spaces and signs without sound go with what stands before them.
    private static func runs(of letters: [Letter]) -> [Run] {
        var runs: [Run] = []
        runs.reserveCapacity(8)
        for (index, letter) in letters.enumerated() {
            let isKana = !letter.needsReading && letter.isSounded
            if let last = runs.last, last.isKana == isKana || !letter.isSounded {
                runs[runs.count - 1].letters = last.letters.lowerBound..<index + 1
            } else {
                runs.append(Run(letters: index..<index + 1, isKana: isKana))
            }
        }
        return runs
    }

    private struct Search {
        let letters: [Letter]
        let runs: [Run]
        let reading: [Letter]
        /// How many letters of the reading each run takes.
        var lengths: [Int]
        /// A search that grows too long ends.
        private var tries = 500

        init(letters: [Letter], runs: [Run], reading: [Letter]) {
            (self.letters, self.runs, self.reading) = (letters, runs, reading)
            lengths = Array(repeating: 0, count: runs.count)
        }

        /// Whether the runs from one on take all of the reading from a letter on.
        mutating func match(_ number: Int, at start: Int) -> Bool {
            guard number < runs.count else { return start == reading.count }
            tries -= 1
            guard tries > 0 else { return false }
            let run = runs[number]
            if run.isKana {
                var end = start
                for letter in letters[run.letters] where letter.isSounded {
                    guard end < reading.count, reading[end].sound == letter.sound else { return false }
                    end += 1
                }
                lengths[number] = end - start
                return match(number + 1, at: end)
            }
            let left = reading.count - start
            guard left > 0 else { return false }
            for length in number == runs.count - 1 ? left...left : 1...left {
                lengths[number] = length
                if match(number + 1, at: start + length) { return true }
            }
            return false
        }
    }
}

/// A letter of a name or of its reading, with the marks that belong to it.
private struct Letter {
    /// Katakana as hiragana, a voicing mark as part of its kana.
    private(set) var sound: UInt32
    /// Its bytes in the text.
    private(set) var place: Range<Int>
    /// Kanji, letters and digits are read in some way that kana are not.
    let needsReading: Bool
    let isSounded: Bool
    var isSpace: Bool { sound == 0x20 || sound == 0x3000 }

    static func letters(of text: String) -> [Letter] {
        var letters: [Letter] = []
        letters.reserveCapacity(text.utf8.count / 3 + 1)
        var start = 0
        for scalar in text.unicodeScalars {
            let end = start + UTF8.width(scalar)
            if isMark(scalar), let last = letters.indices.last {
                letters[last].place = letters[last].place.lowerBound..<end
                letters[last].add(scalar)
            } else {
                letters.append(Letter(scalar, start..<end))
            }
            start = end
        }
        return letters
    }

    private init(_ scalar: Unicode.Scalar, _ place: Range<Int>) {
        let value = scalar.value
        self.place = place
        sound = (0x30A1...0x30F6).contains(value) ? value - 0x60 : value
        needsReading =
            switch value {
            case 0x3005, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
            default: false
            }
        // Asking Unicode's tables is slow, and nearly all letters of a name are these.
        isSounded =
            switch value {
            case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3005, 0x3400...0x9FFF, 0x30...0x39, 0x41...0x5A,
                0x61...0x7A:
                true
            case ..<0x80, 0x3000...0x303F, 0x30FB, 0xFF00...0xFF0F: false
            default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            }
    }

    /// か and a voicing mark are が.
    private mutating func add(_ mark: Unicode.Scalar) {
        switch (mark.value, sound) {
        case (0x3099, 0x3046): sound = 0x3094
        case (0x3099, 0x304B...0x3062) where sound % 2 == 1: sound += 1
        case (0x3099, 0x3064...0x3069) where sound % 2 == 0: sound += 1
        case (0x3099...0x309A, 0x306F...0x307D) where (sound - 0x306F) % 3 == 0: sound += mark.value - 0x3098
        default: break
        }
    }

    /// Voicing marks, and the selectors that tell the forms of one kanji apart.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3099, 0x309A, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x300...0x36F, 0x200D: true
        default: false
        }
    }
}
