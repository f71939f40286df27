/// Kana in Latin letters, for readers who do not read kana: Hepburn's spelling as stations and passports have it.

enum Romaji {
    /// 「ほんまち」「お」「ちゃ」 as "Honmachi o cha": the words apart as the name has them.
    static func words(_ segments: [String]) -> String {
        let words = segments.map { word($0) }.filter { !$0.isEmpty }
        guard let first = words.first else { return "" }
        return ([first.prefix(1).uppercased() + first.dropFirst()] + words.dropFirst()).joined(separator: " ")
    }

    /// A word of hiragana or katakana; other characters stay as they are.
    static func word(_ kana: String) -> String {
        let letters = Array(kana).map(hiragana)
        var result = ""
        var doubles = false
        var index = 0
        while index < letters.count {
            let pair = index + 1 < letters.count ? pairs[String(letters[index...index + 1])] : nil
            let sound = pair ?? syllables[letters[index]]
            index += pair == nil ? 1 : 2
            guard let sound else {
                switch letters[index - 1] {
                case "っ": doubles = true
                case "ー", "・": break
                case let other: result.append(other)
                }
                continue
            }
            if doubles, let first = sound.first { result += sound.hasPrefix("ch") ? "t" : String(first) }
            doubles = false
            // 「しんぶん」 is shimbun, and 「おう」 is a long o.
            if result.hasSuffix("n"), letters[max(0, index - (pair == nil ? 2 : 3))] == "ん",
                "bmp".contains(sound.prefix(1))
            {
                result.removeLast()
                result.append("m")
            }
            if sound == "u", let last = result.last, "ou".contains(last) { continue }
            result += sound
        }
        return result
    }

    private static func hiragana(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, (0x30A1...0x30F4).contains(scalar.value),
            let folded = Unicode.Scalar(scalar.value - 0x60)
        else { return character }
        return Character(folded)
    }

    private static let syllables: [Character: String] = {
        let rows: [(String, [String])] = [
            ("あいうえお", ["a", "i", "u", "e", "o"]), ("かきくけこ", ["ka", "ki", "ku", "ke", "ko"]),
            ("さしすせそ", ["sa", "shi", "su", "se", "so"]), ("たちつてと", ["ta", "chi", "tsu", "te", "to"]),
            ("なにぬねの", ["na", "ni", "nu", "ne", "no"]), ("はひふへほ", ["ha", "hi", "fu", "he", "ho"]),
            ("まみむめも", ["ma", "mi", "mu", "me", "mo"]), ("やゆよわをん", ["ya", "yu", "yo", "wa", "o", "n"]),
            ("らりるれろ", ["ra", "ri", "ru", "re", "ro"]), ("がぎぐげご", ["ga", "gi", "gu", "ge", "go"]),
            ("ざじずぜぞ", ["za", "ji", "zu", "ze", "zo"]), ("だぢづでど", ["da", "ji", "zu", "de", "do"]),
            ("ばびぶべぼ", ["ba", "bi", "bu", "be", "bo"]), ("ぱぴぷぺぽ", ["pa", "pi", "pu", "pe", "po"]),
            ("ぁぃぅぇぉゔ", ["a", "i", "u", "e", "o", "vu"]),
        ]
        return Dictionary(uniqueKeysWithValues: rows.flatMap { zip($0.0, $0.1) })
    }()

    private static let pairs: [String: String] = {
        var pairs = [
            "ふぁ": "fa", "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo", "てぃ": "ti", "でぃ": "di", "うぃ": "wi", "うぇ": "we", "しぇ": "she",
            "ちぇ": "che", "じぇ": "je",
        ]
        let heads = [
            "き": "ky", "し": "sh", "ち": "ch", "に": "ny", "ひ": "hy", "み": "my", "り": "ry", "ぎ": "gy", "じ": "j", "び": "by",
            "ぴ": "py",
        ]
        for (kana, letters) in heads {
            for (small, vowel) in [("ゃ", "a"), ("ゅ", "u"), ("ょ", "o")] { pairs[kana + small] = letters + vowel }
        }
        return pairs
    }()
}
