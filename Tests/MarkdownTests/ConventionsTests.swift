// What kayoi reads in plain words, and how it is shown.

import FrontMatter
import Markdown
import Randomness
import Testing

@Suite struct ConventionsTests {
    private func html(_ text: String, _ context: HTMLContext = HTMLContext()) -> String {
        MarkdownText(text: text).html(context)
    }

    @Test func furigana() {
        #expect(
            html("{通|かよ}いの{場|ば}")
                == "<p><ruby>通<rp>（</rp><rt>かよ</rt><rp>）</rp></ruby>いの<ruby>場<rp>（</rp><rt>ば</rt><rp>）</rp></ruby></p>\n"
        )
        #expect(html("`{場|ば}` {|} {x} {a|b|c} {場|").contains("<code>{場|ば}</code> {|} {x} {a|b|c} {場|"))
    }

    @Test func placeLinks() {
        let context = HTMLContext(place: { place in
            place.number == 23 || place.target == "ひまわり & 会"
                ? .init(address: "../places/023.html", name: "ひまわり & 会", number: "No.23") : nil
        })
        let link = #"<a class="place" href="../places/023.html">ひまわり &amp; 会<span class="number">No.23</span></a>"#
        #expect(html("隣は[[ひまわり & 会]]。", context) == "<p>隣は\(link)。</p>\n")
        #expect(html("[[No.23]] [[ Ｎｏ．２３ ]]", context) == "<p>\(link) \(link)</p>\n")
        #expect(html("[[知らない]] `[[No.23]]` [x [[No.23]]](y)", context).contains("<p>知らない <code>[[No.23]]</code>"))
    }

    @Test func whereThingsStand() {
        let text = "# 題\n\n> 一\n> と[[ひまわり]]と[[No.5]]\n\n![庭](niwa.jpg)\n[a](b.html)\n"
        let source = SourceText(file: "x.md", text: "---\n名称: x\n---\n" + text)
        let markdown = MarkdownText(source, Document(parsing: source).body)
        #expect(markdown.places.map { source.string($0.range) } == ["[[ひまわり]]", "[[No.5]]"])
        #expect(markdown.pictures.map { source.string($0.range) } == ["niwa.jpg"])
        #expect(markdown.links.map { source.string($0.range) } == ["b.html"])
        #expect(source.position(of: markdown.places[0].range.lowerBound) == (7, 4))
        let words = SourceText(file: "x.md", text: "---\n名称: x\n---\n一\nと[[ひまわり]]\n\n二と[[ No.5 ]]\n")
        let plain = MarkdownText(words, Document(parsing: words).body)
        #expect(plain.places.map { words.string($0.range) } == ["[[ひまわり]]", "[[ No.5 ]]"])
    }

    /// What is written by entities stands somewhere in its block: the first line.
    @Test func whatIsWrittenOtherwiseStandsInTheFirstLine() {
        let text = "一[x](a&#98;)\n[y](aab)[z](ab)\n\n二[x](c&#98;)[x](d&#98;)\n"
        let source = SourceText(file: "x.md", text: "---\n名称: x\n---\n" + text)
        let markdown = MarkdownText(source, Document(parsing: source).body)
        #expect(markdown.links.map(\.address) == ["ab", "aab", "ab", "cb", "db"])
        let line = "二[x](c&#98;)[x](d&#98;)"
        #expect(markdown.links.suffix(2).map { source.string($0.range) } == [line, line])
        #expect(["一[x](a&#98;)", "aab"].contains(source.string(markdown.links[1].range)))
    }

    @Test func headings() {
        let text = "# はじめに\n\n## 体操 と *お茶*\n\n## はじめに\n\n###### A & B!\n\n# ……\n"
        let html = html(text)
        #expect(html.contains(#"<h2 id="はじめに">はじめに</h2>"#))
        #expect(html.contains(#"<h3 id="体操-と-お茶">"#))
        #expect(html.contains(#"<h3 id="はじめに-2">"#))
        #expect(html.contains(#"<h6 id="a-b">"#))
        #expect(html.contains(#"<h2 id="section">"#))
    }

    @Test func figures() {
        #expect(
            html("![庭の様子](niwa.jpg \"春の庭\")", HTMLContext(image: { _ in .init(address: "p/1.jpg", size: (640, 480)) }))
                == #"<figure><img src="p/1.jpg" alt="庭の様子" width="640" height="480" loading="lazy" />"#
                + "<figcaption>春の庭</figcaption></figure>\n")
        #expect(html("文 ![庭](a.jpg)") == "<p>文 <img src=\"a.jpg\" alt=\"庭\" /></p>\n")
        #expect(html("![庭](a.jpg)", HTMLContext(image: { _ in nil })) == "<p>庭</p>\n")
    }

    @Test(arguments: [
        ("電話は054-123-4567です", "0541234567"), ("（０５４－１２３－４５６７）", "0541234567"), ("090-1234-5678", "09012345678"),
        ("000-0000-0000", "00000000000"), ("0120‐123‐456", "0120123456"), ("電話ー03-1234-5678", "0312345678"),
    ]) func telephoneNumbers(text: String, digits: String) {
        #expect(html(text).contains("<span class=\"nowrap\"><a href=\"tel:\(digits)\">"), "\(html(text))")
    }

    @Test(arguments: [
        "2026-10-01", "054-123-45678", "1054-123-4567", "0-1-2", "054-123-4567-8", "A054-123-4567", "054-1234",
        "No.0541234567",
        "`054-123-4567`", "００００００００００",
    ]) func notTelephoneNumbers(text: String) {
        #expect(!html(text).contains("tel:"), "\(html(text))")
    }

    @Test func addressesInText() {
        #expect(
            html("詳しくはhttps://example.jp/a_b_c?x=1&y=2。")
                == #"<p>詳しくは<a href="https://example.jp/a_b_c?x=1&amp;y=2">https://example.jp/a_b_c?x=1&amp;y=2</a>。</p>"#
                + "\n")
        #expect(html("(http://a.jp/x(1)).").contains(#"(<a href="http://a.jp/x(1)">http://a.jp/x(1)</a>)."#))
        #expect(html("[https://a.jp](https://b.jp)") == #"<p><a href="https://b.jp">https://a.jp</a></p>"# + "\n")
        #expect(!html("xhttp://a.jp http:// https://。").contains("<a"))
    }

    @Test func plainText() {
        let text = MarkdownText(text: "# {場|ば}\n\n一行目\n二行目 [[No.3]]\n\n- *あ*\n- `い`\n")
        #expect(text.plainText == "場 一行目 二行目 No.3 あ い")
        #expect(text.plainText(limit: 6) == "場 一行目…")
        #expect(MarkdownText(text: " \n\n").isEmpty)
    }

    @Test func plainTextIsCutBetweenCharacters() {
        // か and が in one code point and in two, half-width voice marks, a family, a flag, a variant ideograph, jamo.
        let letters: [Character] = [
            "a", "体", "か", "が", "か\u{3099}", "ｶﾞ", "Ａ", "ー", "〜", "👨‍👩‍👧", "🇯🇵", "葛\u{E0100}", "각", "e\u{301}", "〪", "、",
        ]
        var random = SplitMix(seed: 7)
        for _ in 0..<2_000 {
            let common = Int.random(in: 0...1, using: &random) == 0 ? 4 : letters.count
            let text = String(
                (0..<Int.random(in: 1...12, using: &random)).map { _ in
                    letters[..<common].randomElement(using: &random) ?? "a"
                })
            let limit = Int.random(in: 1...8, using: &random)
            let whole = MarkdownText(text: text).plainText
            let cut = whole.count > limit ? whole.prefix(limit - 1) + "…" : whole
            #expect(MarkdownText(text: text).plainText(limit: limit) == cut, "\(text) \(limit)")
        }
    }
}
