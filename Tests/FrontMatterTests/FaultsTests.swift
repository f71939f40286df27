// Every fault with its place: ▲ in the text stands before the first marked character.

import FrontMatter
import Testing

@Suite struct FaultsTests {
    /// Reads a text with marks; the faults that were found and the offsets that were marked.
    private func read(_ marked: String, knownKeys: KnownWords = []) -> (document: Document, marks: [Int]) {
        var marks: [Int] = []
        var text = "---\n"
        for scalar in marked.unicodeScalars {
            if scalar == "▲" { marks.append(text.utf8.count) } else { text.unicodeScalars.append(scalar) }
        }
        text += "---\n本文\n"
        return (Document(parsing: SourceText(file: "x.md", text: text), knownKeys: knownKeys), marks)
    }

    @Test(arguments: [
        ("a: ▲&x b\nc: ▲*x\nd: ▲!t e\n", ["anchor", "alias", "tag"]),
        ("▲? a\nb: c\n", ["complex-key"]),
        ("▲[a]: b\nc: d\n", ["expected-key"]),
        ("a: [b]▲: c\n", ["complex-key"]),
        ("▲%YAML 1.2\na: b\n", ["directive"]),
        ("a: b\n▲...\n", ["several-documents"]),
        ("a: b\n▲\tc: d\ne: f\n", ["tab-indentation"]),
        ("a:\n▲\tb: c\n", ["tab-indentation"]),
        ("a: [b▲: c]\n", ["pair-in-list"]),
        ("名称: 第1部▲: 体操\nb: c\n", ["colon-in-value"]),
        ("▲ひまわり\nb: c\n", ["expected-key"]),
        ("名称▲:ひまわり\nb: c\n", ["missing-space-after-colon"]),
        ("▲: x\nb: c\n", ["empty-key"]),
        ("a: 1\nb: 2\n▲a: 3\n▲\"b\": 4\n", ["duplicate-key", "duplicate-key"]),
        ("a: 1\n  ▲b: 2\n", ["wrong-indentation"]),
        ("a:\n  b: 1\n ▲c: 2\nd: 3\n", ["wrong-indentation"]),
        ("a: 1\n▲- b\n- c\nd: 1\n", ["unexpected-list-item"]),
        ("a: ▲- b\nc: d\n", ["list-on-key-line"]),
        ("a: ▲\"b\nc: d\n", ["unclosed-quote"]),
        ("a: 'b' ▲c\nd: e\n", ["text-after-value"]),
        ("a: \"▲\\q ▲\\x4\"\n", ["unknown-escape", "unknown-escape"]),
        ("a:\n  - \"▲\\q\"\n", ["unknown-escape"]),
        ("a: \"▲\\uD800\"\n", ["unknown-escape"]),
        ("a: ▲@b\nc: ▲`d`\ne: ▲%f\n", ["reserved-character", "reserved-character", "reserved-character"]),
        ("a: ▲|x\n  b\nc: d\n", ["wrong-block-header"]),
        ("a: ▲[b\nc: d\n", ["unclosed-bracket"]),
        ("a: ▲{b: c\n", ["unclosed-bracket"]),
        ("a:\n  - ▲{b: c\n  - d\n▲e\n", ["unclosed-bracket", "expected-key"]),
        ("連絡先:\n  ▲電話 054\n  名前: 田中\n", ["expected-key"]),
        ("a: [b \"c\"▲]\nd: \"e\n", []),
        ("a: [\"b\" ▲c]\nd: [e, ▲, f]\n", ["expected-comma", "expected-comma"]),
        ("a: b▲\u{7}c▲\u{2028}d\n", ["forbidden-character", "forbidden-character"]),
        ("a: b▲\u{202E}c▲\u{2066}d\n", ["forbidden-character", "forbidden-character"]),
        (
            "a: ▲\"b\nc: 'd' ▲e\n▲f\ng: [h\n",
            ["unclosed-quote", "text-after-value", "expected-key", "unclosed-bracket"]
        ),
    ]) func faultsAndTheirPlaces(text: String, codes: [String]) {
        let (document, marks) = read(text)
        let found = document.diagnostics(.english).map { String($0.code.dropFirst("front-matter/".count)) }
        guard !codes.isEmpty else {
            #expect(!found.isEmpty)
            return
        }
        #expect(found == codes)
        let starts = document.faults.map(\.range.lowerBound)
        #expect(zip(marks, starts).allSatisfy { $0 == $1 }, "marked \(marks), found \(starts)")
    }

    /// After a fault the rest of the file is read as if nothing were.
    @Test func theRestIsRead() {
        let (document, _) = read("名称: 第1部: 体操\n連絡先:\n  電話 054\n  名前: 田中\n写真:\n  - {ファイル: a.jpg\n掲載: 可\n")
        #expect(document.errors.count == 3)
        #expect(document.root["名称"]?.string == "第1部: 体操")
        #expect(document.node(at: ["連絡先", "名前"])?.string == "田中")
        #expect(document.source.string(document.body) == "本文\n")
    }

    @Test(arguments: [
        ("名称▲：ひまわり\n", #"{"名称": "ひまわり"}"#, ["full-width-colon"]),
        ("名称▲：　ひまわり\n", #"{"名称": "ひまわり"}"#, ["full-width-colon", "full-width-space"]),
        ("名称:▲　ひまわり\n", #"{"名称": "ひまわり"}"#, ["full-width-space"]),
        ("連絡先▲：\n▲　名前▲：田中\n▲　電話: 054\n", #"{"連絡先": {"名前": "田中", "電話": "054"}}"#, []),
        ("活動:\n  ▲－ 体操\n  ▲－茶\n", #"{"活動": ["体操", "茶"]}"#, ["full-width-dash", "full-width-dash"]),
        ("活動:\n▲　－　体操\n  - 茶\n", #"{"活動": ["体操", "茶"]}"#, []),
        ("名称: ▲“ひまわり”\n", #"{"名称": "ひまわり"}"#, ["curly-quotes"]),
        ("名称: “ひまわり”と“もみじ”\n", #"{"名称": "“ひまわり”と“もみじ”"}"#, []),
        ("開催: 【開館時間】9：00～21：30 【休館日】月曜日\n", #"{"開催": "【開館時間】9：00～21：30 【休館日】月曜日"}"#, []),
        ("掲載: {可否▲：可, 相手: 代表}\n", #"{"掲載": {"可否": "可", "相手": "代表"}}"#, ["full-width-colon"]),
        ("開催:\n  月曜：午前\n", #"{"開催": "月曜：午前"}"#, []),
        ("連絡先:\n  名前▲：田中\n", #"{"連絡先": {"名前": "田中"}}"#, ["full-width-colon"]),
    ]) func whatJapaneseKeyboardsGive(text: String, value: String, codes: [String]) {
        let (document, marks) = read(text, knownKeys: ["名前"])
        #expect(document.errors.isEmpty)
        #expect(document.plain.description == value)
        if !codes.isEmpty {
            #expect(document.diagnostics(.japanese).map { String($0.code.dropFirst("front-matter/".count)) } == codes)
        }
        if let first = marks.first { #expect(document.faults.first?.range.lowerBound == first) }
    }

    @Test func fences() {
        func codes(_ text: String) -> [String] {
            Document(parsing: SourceText(file: "x", text: text)).diagnostics(.english).map {
                String($0.code.dropFirst("front-matter/".count))
            }
        }
        #expect(codes("") == ["no-front-matter"])
        #expect(codes("# 題\n") == ["no-front-matter"])
        #expect(codes("---") == ["unclosed-front-matter"])
        #expect(codes("---\na: b\n") == ["unclosed-front-matter"])
        #expect(codes("--- \na: b\n---\t\n") == [])
        #expect(codes("---\n---") == [])
        let document = Document(parsing: SourceText(file: "x", text: "\u{FEFF}---\r\na: b\r\n---\r\n本文\r\n"))
        #expect(document.plain.description == #"{"a": "b"}"#)
        #expect(document.source.string(document.body) == "本文\r\n")
        #expect(document.faults.map(\.severity) == [.note])
    }
}
