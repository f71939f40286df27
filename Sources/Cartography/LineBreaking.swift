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

/// The forms in which a text may be set.
enum LabelForms {
    /// As lines no longer than `widest` em.
    case name(Name, widest: Double)
    case only([LabelForm])

    /// In one line, which is best wherever it finds a good place; nil where there is no such form, or where it is
    /// not told apart.
    var whole: LabelForm? {
        guard case .name(let name, let widest) = self, name.whole.width <= widest else { return nil }
        return name.whole
    }

    /// All, the best first; up to three.
    var all: [LabelForm] {
        switch self {
        case .name(let name, let widest): name.forms(widest: widest)
        case .only(let forms): forms
        }
    }
}

/// A name and the lines into which it may be broken. They are found when they are asked for, since most names stand as a
/// whole, and once, since an area's map is drawn in several styles.
final class Name {
    let text: String
    let whole: LabelForm
    private lazy var letters = Letter.letters(of: text)
    private lazy var halves = form(broken(letters[...], at: 0.5))
    private lazy var thirds: LabelForm = {
        let thirds = broken(letters[...], at: 0.34)
        return form(thirds.dropLast() + broken(thirds.last ?? [], at: 0.5))
    }()

    init(_ text: String) {
        self.text = text
        whole = LabelForm([text[...]], width: TextWidth.ofText(text))
    }

    /// The forms in which the name may be set, the best first: in one line where it is short enough, in two about equal
    /// ones, and long ones in three. `widest` is the longest line in em.
    func forms(widest: Double) -> [LabelForm] {
        let width = whole.width
        if width <= 5, width <= widest { return [whole] }
        var forms: [LabelForm] = []
        forms.reserveCapacity(3)
        if width <= widest { forms.append(whole) }
        if width > 5, halves.width <= widest { forms.append(halves) }
        if forms.isEmpty || width > 16, thirds.width <= widest { forms.append(thirds) }
        return forms
    }

    private func form(_ lines: [ArraySlice<Letter>]) -> LabelForm {
        let width = lines.reduce(0) { max($0, $1.reduce(0) { $0 + $1.width }) }
        return LabelForm(lines.map { $0.text(in: text) }, width: width)
    }
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
    func line(_ letters: ArraySlice<Letter>) -> ArraySlice<Letter> { letters.drop { $0.kind == .space } }
    return [line(letters[..<best.at]), line(letters[best.at...])]
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
    /// The bytes of the name that it takes.
    let bytes: Range<Int>

    static func letters(of name: String) -> [Letter] {
        var letters: [Letter] = []
        letters.reserveCapacity(name.utf8.count / 2)
        var start = 0
        for scalar in name.unicodeScalars {
            guard isLetterByItself(scalar) else { return composedLetters(of: name) }
            let end = start + UTF8.width(scalar)
            letters.append(Letter(scalar, width: TextWidth.of(scalar), bytes: start..<end))
            start = end
        }
        return letters
    }

    /// To find where a letter of several scalars ends takes tables, and names have hardly ever one.
    private static func composedLetters(of name: String) -> [Letter] {
        var start = 0
        return name.map { letter in
            let text = String(letter)
            let end = start + text.utf8.count
            defer { start = end }
            let first = letter.unicodeScalars[letter.unicodeScalars.startIndex]
            return Letter(first, width: TextWidth.ofText(text), bytes: start..<end)
        }
    }

    private init(_ scalar: Unicode.Scalar, width: Double, bytes: Range<Int>) {
        (self.scalar, kind, self.width, self.bytes) = (scalar, Kind(scalar), width, bytes)
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
        let start = name.utf8.index(name.startIndex, offsetBy: first.bytes.lowerBound)
        let end = name.utf8.index(name.startIndex, offsetBy: last.bytes.upperBound)
        return name[start..<end]
    }
}
