// Breaks names into two lines where a reader of Japanese would, without a dictionary: where the kind of letter changes.

/// Lines in which a name may be set.
struct LabelForm {
    var lines: [Substring]
    /// Of the longest line, in em.
    var width: Double
    /// Of all lines together, in em.
    var height: Double { Double(lines.count - 1) * LabelPlacement.lineHeight + 1 }

    init(_ lines: [Substring]) {
        self.init(lines, width: lines.reduce(0) { max($0, TextWidth.ofText($1)) })
    }

    fileprivate init(_ lines: [Substring], width: Double) { (self.lines, self.width) = (lines, width) }
}

/// The forms in which a text may be set, made when they are asked for: most names stand as a whole.
enum LabelForms {
    /// As lines no longer than `widest` em.
    case name(String, widest: Double)
    case only([LabelForm])

    /// In one line, which is best wherever it finds a good place; nil where there is no such form, or where it is
    /// not told apart.
    var whole: LabelForm? {
        guard case .name(let name, let widest) = self else { return nil }
        let whole = LabelForm([name[...]])
        return whole.width <= widest ? whole : nil
    }

    /// All, the best first; up to three.
    var all: [LabelForm] {
        switch self {
        case .name(let name, let widest): labelForms(name, widest: widest)
        case .only(let forms): forms
        }
    }
}

/// The forms in which a name may be set, the best first: in one line where it is short enough, in two about equal ones,
/// and long ones in three. `widest` is the longest line in em.
func labelForms(_ name: String, widest: Double) -> [LabelForm] {
    let width = TextWidth.ofText(name)
    let whole = LabelForm([name[...]], width: width)
    if width <= 5, width <= widest { return [whole] }
    var forms: [LabelForm] = []
    forms.reserveCapacity(3)
    if width <= widest { forms.append(whole) }
    let letters = Letter.letters(of: name)
    func add(_ lines: [ArraySlice<Letter>]) {
        let width = lines.reduce(0) { max($0, $1.reduce(0) { $0 + $1.width }) }
        if width <= widest { forms.append(LabelForm(lines.map { $0.text(in: name) }, width: width)) }
    }
    if width > 5 { add(broken(letters[...], at: 0.5)) }
    if forms.isEmpty || width > 16 {
        let thirds = broken(letters[...], at: 0.34)
        add(thirds.dropLast() + broken(thirds.last ?? [], at: 0.5))
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

/// Two lines, the first about `share` of the whole, broken by preference between words; one line of a single letter.
private func broken(_ letters: ArraySlice<Letter>, at share: Double) -> [ArraySlice<Letter>] {
    let wanted = letters.reduce(0) { $0 + $1.width } * share
    var before = 0.0
    // Where the words that have begun so far end: a break before that cuts one in two.
    var wordEnd = letters.startIndex
    var best = (cost: Double.infinity, at: letters.startIndex)
    for i in letters.indices.dropFirst() {
        before += letters[i - 1].width
        var cost = 2 * abs(before - wanted) + letters[i - 1].kind.costOfBreak(before: letters[i].kind)
        wordEnd = max(wordEnd, CommonWords.end(ofWordAt: i - 1, in: letters))
        if wordEnd > i { cost += 20 } else if wordEnd == i { cost -= 4 }
        if cost < best.cost { best = (cost, i) }
    }
    guard best.at > letters.startIndex else { return [letters] }
    return [letters[..<best.at], letters[best.at...]].map { line in line.drop { $0.kind == .space } }
}

/// Common parts of names of places, which one would rather not cut in two.
private enum CommonWords {
    /// Where the longest word ends that begins here, 小学校区 before 小学校; `start` itself where none does.
    static func end(ofWordAt start: Int, in letters: ArraySlice<Letter>) -> Int {
        let first = letters[start].scalar
        guard mayBegin[Int(first.value % 1_024)] else { return start }
        for i in firsts.indices where firsts[i] == first {
            let word = longestFirst[i]
            if word.count <= letters.endIndex - start,
                word.indices.allSatisfy({ word[$0] == letters[start + $0].scalar })
            {
                return start + word.count
            }
        }
        return start
    }

    private static let longestFirst: [[Unicode.Scalar]] = [
        "信用金庫", "郵便局", "薬局", "公民館", "会館", "小学校区", "中学校区", "小学校", "中学校", "学区", "高校", "圏域", "支店", "集会所", "病院", "医院",
        "保育園",
        "幼稚園", "児童館", "図書館", "市役所", "支所", "公園", "団地", "自治会", "町内会", "地域", "交流", "総合", "福祉",
        "公会堂", "集会場", "神社", "センター", "コミュニティ", "サロン", "通いの場", "ガイドブック",
    ].map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
    /// Of each word its first letter.
    private static let firsts = longestFirst.map { $0[0] }
    /// By the low ten bits of a letter, whether a word may begin with it: most letters are told at once to begin none.
    private static let mayBegin: [Bool] = {
        var mayBegin = [Bool](repeating: false, count: 1_024)
        for first in firsts { mayBegin[Int(first.value % 1_024)] = true }
        return mayBegin
    }()
}

/// A letter of a name, as a reader counts them.
private struct Letter {
    let kind: Kind
    /// The first of its scalars.
    let scalar: Unicode.Scalar
    /// In em.
    let width: Double
    /// Where it stands in the name.
    let place: Range<String.Index>

    static func letters(of name: String) -> [Letter] {
        let scalars = name.unicodeScalars
        // To find where a letter of several scalars ends takes tables, and names have hardly ever one.
        let isPlain = scalars.allSatisfy(isLetterByItself)
        var letters: [Letter] = []
        letters.reserveCapacity(name.utf8.count / 2)
        var start = name.startIndex
        while start < name.endIndex {
            let end = isPlain ? scalars.index(after: start) : name.index(after: start)
            let scalar = scalars[start]
            let width = isPlain ? TextWidth.of(scalar) : TextWidth.ofText(name[start..<end])
            letters.append(Letter(kind: Kind(scalar), scalar: scalar, width: width, place: start..<end))
            start = end
        }
        return letters
    }

    /// Printed ASCII, kana, ideographs and full-width forms, which join nothing and which nothing joins.
    private static func isLetterByItself(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0x3000...0x3029, 0x3031...0x3098, 0x309B...0x30FF, 0x3400...0x9FFF, 0xFF01...0xFF60: true
        default: false
        }
    }

    /// Kinds of letters as far as they tell where a word may end.
    enum Kind {
        case space, latin, hiragana, katakana, kanji, opening, closing

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
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
        func costOfBreak(before next: Kind) -> Double {
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
}

extension ArraySlice<Letter> {
    /// The letters as they stand in their name.
    fileprivate func text(in name: String) -> Substring {
        guard let first, let last else { return "" }
        return name[first.place.lowerBound..<last.place.upperBound]
    }
}
