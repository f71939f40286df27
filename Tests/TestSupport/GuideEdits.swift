// Edits that somebody could make to a guide, by the throw of dice; the guide may be broken by them.

import Randomness

/// The files of a guide by path, and what happens to them.
package struct GuideEdits {
    package private(set) var files: [String: String]
    private var dice: SplitMix

    package init(seed: UInt64) {
        dice = SplitMix(seed: seed)
        files = Dictionary(uniqueKeysWithValues: MarkedGuide.files.map { ("content/" + $0, $1) })
        files["content/areas/machi.md"] = "---\n名称: まち\nよみ: まち\n層: 1\n---\n"
        files["content/areas/kita.md"] = "---\n名称: 北地区\nよみ: きたちく\n上位: [machi]\n---\n"
        for number in 20..<26 { files["content/places/b\(number).md"] = place(number) }
    }

    package mutating func undo(to files: [String: String]) { self.files = files }

    package mutating func edit() {
        switch roll(16) {
        case 0: files["content/places/new-\(100 + roll(20)).md"] = place(100 + roll(20))
        case 1: files[anyPath("content/stories/", "content/places/new-")] = nil
        case 2: editGuide()
        case 3: editArea()
        case 4: editTemplates()
        case 5: files["content/photos/\(["a", "b"][roll(2)]).jpg"] = roll(2) == 0 ? "" : nil
        case 6:
            editText()
            editFacts()
        case 7, 8, 12: editTies()
        case 13, 14: editWorks()
        case 15: rename()
        case 9: editFacts()
        default: editText()
        }
    }

    // MARK: Kinds of edits

    /// What only its own page shows.
    private mutating func editText() {
        let sentence = [
            "書きたしました\(roll(1000))。", "[[No.\(18 + roll(8))]]もどうぞ。", "[[こうかい]]の隣です。", "電話は090-1234-567\(1 + roll(6))です。",
            "ならびの会\(20 + roll(6))号室の人たちも来ます。", "[[だれも知らない会]]", "![花](a.jpg)", "<b>太字</b>",
        ]
        append("\n\(sentence[roll(sentence.count)])\n", to: anyPath("content/"))
    }

    private mutating func editFacts() {
        let path = anyPath("content/places/")
        let changes = [
            ("毎週火曜日", "第\(1 + roll(4))水曜日 10:00〜11:30"), ("会場: ", "会場: あたらしい"), ("確認日: 2026", "確認日: 202\(3 + roll(5))"),
            ("位置: 36.9", "位置: 3\(5 + roll(2)).9"), ("よみ: ", "よみ: お"), ("きっかけ: [1", "設備: [駐車場\(roll(3))]\nきっかけ: [1"),
            ("電話: 090-1234-567", "電話: 090-1234-56\(6 + roll(2))"), ("電話: 090-1234-566", "電話: 090-1234-567"),
            ("名称: ", "名称: ま"),
        ]
        replace(one: changes, in: path)
    }

    /// What other files go by, and what ties a place to others.
    private mutating func editTies() {
        let path = anyPath("content/places/")
        let changes = [
            ("可否: 可", "可否: 不可"), ("可否: 不可", "可否: 可"), ("掲載: 可", "掲載: \(["不可", "保留", "終了"][roll(3)])"),
            ("掲載: 不可", "掲載: 可"), ("掲載: 保留", "掲載: 可"), ("掲載: 終了", "掲載: 可"), ("名称: ", "名称: あたらしい"),
            ("地区: ", "地区: nowhere"), ("地区: nowhere", "地区: "), ("地区: hama", "地区: kita"), ("番号: 2", "番号: 1"),
            ("番号: ", "番号: \(1 + roll(4))"),
            ("番号: 2\(roll(6))", "番号: \(18 + roll(9))"), ("活動: [体操]", "活動: [手芸]"), ("活動: [手芸]", "活動: [体操, 囲碁1]"),
            ("公開: はい", "公開: いいえ"), ("公開: いいえ", "公開: はい"), ("活動: [", "活動: [囲碁\(roll(3)), "), ("つながり: [", "つながり: [22, "),
        ]
        replace(one: changes, in: path)
    }

    private mutating func editArea() {
        let path = anyPath("content/areas/")
        let changes = [
            ("上位: [machi]", "上位: [machi, hama]"), ("上位: [machi, hama]", "上位: [hama]"), ("上位: [hama]", "上位: [machi]"),
            ("名称: ", "名称: 新"), ("層: 1", "層: 1\n人口: {人数: \(roll(900))}"),
        ]
        replace(one: changes, in: path)
    }

    /// Stories, organisations, events and pages: as they come, go, and name places.
    private mutating func editWorks() {
        let path = anyPath("content/stories/", "content/support/", "content/events/", "content/pages/")
        let changes = [
            ("場: [", "場: [\(20 + roll(8)), "), ("出演: [", "出演: [No.\(20 + roll(8)), "), ("題: ", "題: 続・"),
            ("順: 1", "順: \(roll(9))"),
            ("よみ: お", "よみ: い"), ("電話: 090-1234-567", "電話: 090-1234-56\(6 + roll(2))"), ("---\n題: ", "---\n番号: 7\n題: "),
        ]
        switch roll(6) {
        case 0: files[path] = nil
        case 1:
            files["content/stories/n\(roll(4)).md"] =
                "---\n題: あたらしい話\n場: [\(roll(9)), 20]\n---\n[[No.\(20 + roll(8))]]へ。\n"
        case 2: files["content/pages/n\(roll(4)).md"] = "---\n題: あれこれ\n順: \(roll(4))\n---\nならびの会2\(roll(6))号室の人たち\n"
        default: replace(one: changes, in: path)
        }
    }

    /// A file under another name, in another place among the others.
    private mutating func rename() {
        let path = anyPath("content/places/", "content/stories/", "content/areas/")
        let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
        files["\(folder)\(["a", "k", "z"][roll(3)])\(roll(9)).md"] = files.removeValue(forKey: path)
    }

    private mutating func editGuide() {
        let changes = [
            ("題: ", "題: 新しい"), ("メモ: ", "休止番号: [\(1 + roll(30))]\nメモ: "), ("メモ: ", "日程: {祝日: 休み}\nメモ: "),
            ("メモ: ", "活動: [体操, 手芸, 囲碁1]\nメモ: "), ("メモ: ", "言語: [\(["ja, en", "en, ja"][roll(2)])]\nメモ: "),
            ("電話: 000-000-0000", "電話: 090-1234-5672"),
        ]
        replace(one: changes, in: "content/guide.md")
    }

    private mutating func editTemplates() {
        let path = "templates/about.mustache"
        let texts = ["<!DOCTYPE html><title>{{page.title}}</title><h1>\(roll(9))</h1>", "{{#nowhere}}", nil, nil]
        files[path] = texts[roll(texts.count)]
    }

    // MARK: Means

    private func place(_ number: Int) -> String {
        """
        ---
        番号: \(number)
        名称: ならびの会\(number)号室の人たち
        よみ: ならびのかい
        地区: \(number % 2 == 0 ? "hama" : "kita")
        会場: 浜公民館
        位置: 36.9, 135.9
        開催: 毎週\(["月", "木", "土"][number % 3])曜日 13:30〜
        活動: [体操]
        連絡先: {名前: 世話役, 電話: 090-1234-567\(number % 7), 公開: \(number % 2 == 0 ? "はい" : "いいえ")}
        きっかけ: [1]
        つながり: [\(20 + number % 5)]
        掲載: 可
        確認日: 2026-10-01
        ---
        [[No.1]]の隣です。

        """
    }

    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &dice) }

    private mutating func anyPath(_ folders: String...) -> String {
        let paths = files.keys.filter { path in path.hasSuffix(".md") && folders.contains { path.hasPrefix($0) } }
        return paths.isEmpty ? "content/pages/p.md" : paths.sorted()[roll(paths.count)]
    }

    private mutating func append(_ text: String, to path: String) { files[path]? += text }

    /// One of the changes that the file has room for.
    private mutating func replace(one changes: [(old: String, new: String)], in path: String) {
        guard let text = files[path] else { return }
        let possible = changes.filter { text.contains($0.old) }
        guard !possible.isEmpty else { return }
        let (old, new) = possible[roll(possible.count)]
        files[path] = text.replacing(old, with: new, maxReplacements: 1)
    }
}
