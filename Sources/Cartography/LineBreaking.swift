// Breaks names into two lines where a reader of Japanese would, without a dictionary: where the kind of letter changes.

/// The forms in which a name may be set, the best first: in one line where it is short enough, in two about equal ones,
/// and long ones in three. `widest` is the longest line in em.
func labelForms(_ name: String, widest: Double) -> [[String]] {
    let width = TextWidth.ofText(name)
    func fits(_ lines: [String]) -> Bool { lines.allSatisfy { TextWidth.ofText($0) <= widest } }
    var forms = [[name]]
    if width > 5 {
        forms.append(broken(name, at: 0.5))
    }
    forms = forms.filter(fits)
    if forms.isEmpty || width > 16 {
        let thirds = broken(name, at: 0.34)
        forms += [thirds.dropLast() + broken(thirds.last ?? "", at: 0.5)].filter(fits)
    }
    return forms
}

/// A text in lines of at most `width` em.
func wrapped(_ text: String, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0.0
    for character in text {
        let step = TextWidth.ofText(String(character))
        if length + step > width, !line.isEmpty {
            lines.append(line)
            (line, length) = ("", 0)
        }
        line.append(character)
        length += step
    }
    if !line.isEmpty { lines.append(line) }
    return lines
}

/// Two lines, the first about `share` of the whole, broken by preference between words.
private func broken(_ name: String, at share: Double) -> [String] {
    let characters = Array(name)
    let kinds = characters.map(Letter.init)
    let wanted = TextWidth.ofText(name) * share
    let (inWord, wordEnds) = words(in: characters)
    var before = 0.0
    var best = (cost: Double.infinity, at: 0)
    for i in characters.indices.dropFirst() {
        before += TextWidth.ofText(String(characters[i - 1]))
        var cost = 2 * abs(before - wanted) + kinds[i - 1].costOfBreak(before: kinds[i])
        if inWord.contains(i) { cost += 20 } else if wordEnds.contains(i) { cost -= 4 }
        if cost < best.cost { best = (cost, i) }
    }
    guard best.at > 0 else { return [name] }
    return [String(characters[..<best.at]), String(characters[best.at...])].map { line in
        String(line.drop { Letter($0) == .space })
    }
}

/// Where common parts of names of places would be cut in two, and where they end.
private func words(in characters: [Character]) -> (inside: Set<Int>, ends: Set<Int>) {
    var (inside, ends): (Set<Int>, Set<Int>) = ([], [])
    for start in characters.indices {
        // The longest word that begins here: 小学校区 before 小学校.
        guard let word = commonWords.first(where: { characters[start...].starts(with: $0) }) else { continue }
        inside.formUnion(start + 1..<start + word.count)
        ends.insert(start + word.count)
    }
    return (inside, ends.subtracting(inside))
}

private let commonWords: [[Character]] = [
    "信用金庫", "郵便局", "薬局", "公民館", "会館", "小学校区", "中学校区", "小学校", "中学校", "学区", "高校", "圏域", "支店", "集会所", "病院", "医院", "保育園",
    "幼稚園", "児童館", "図書館", "市役所", "支所", "公園", "団地", "自治会", "町内会", "地域", "交流", "総合", "福祉",
    "公会堂", "集会場", "神社", "センター", "コミュニティ", "サロン", "通いの場", "ガイドブック",
].map(Array.init).sorted { $0.count > $1.count }

/// Kinds of letters as far as they tell where a word may end.
private enum Letter {
    case space, latin, hiragana, katakana, kanji, opening, closing

    init(_ character: Character) {
        switch character.unicodeScalars.first?.value ?? 0 {
        case 0x20, 0x3000: self = .space
        case 0x28, 0x5B, 0x300C, 0x300E, 0x3010, 0x3014, 0x3008, 0x300A, 0xFF08, 0xFF3B: self = .opening
        // What may not begin a line: closing brackets, marks, small kana, 々, the long vowel and the wave dash.
        case 0x29, 0x5D, 0x21, 0x3F, 0x300D, 0x300F, 0x3011, 0x3015, 0x3009, 0x300B, 0xFF09, 0xFF3D, 0xFF01, 0xFF1F,
            0x3001, 0x3002, 0x30FB, 0xFF0F, 0x3005, 0x301C, 0xFF5E:
            self = .closing
        case 0x3040...0x309F: self = .hiragana
        case 0x30A0...0x30FF: self = .katakana
        case ..<0x2E80, 0xFF10...0xFF5A: self = .latin
        default: self = .kanji
        }
    }

    /// In em of unequal lines that one would rather have.
    func costOfBreak(before next: Letter) -> Double {
        switch (self, next) {
        case (_, .closing), (.opening, _): 1_000
        case (.latin, .latin): 500
        case (.space, _), (_, .space), (.closing, _), (_, .opening): 0
        case (.katakana, .katakana): 14
        case (.katakana, _), (_, .katakana), (.latin, _), (_, .latin): 2
        case (.hiragana, .kanji): 3
        case (.hiragana, .hiragana): 9
        case (.kanji, .hiragana): 6
        default: 5
        }
    }
}
