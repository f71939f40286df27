// What must not survive, however it is spelled. Texts that are made to exhaust a reader stand in the corpus of KayoiTests.

import FrontMatter
import Markdown
import Randomness
import Testing

@Suite struct SafetyTests {
    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)",
        "java&#10;script:alert(1)",
        "java&Tab;script:x", "&#1;javascript:x", "<  javascript:x>", "vbscript:x", "data:text/html,x",
        "data:image/png;base64,x",
        "//evil.example", "/\\evil.example", "\\\\\\\\evil.example", "https:evil", "file:///etc", "ftp://x",
        "&#x200E;javascript:x",
        "javascript\\:x", "blob:x", "x:y", "http://", "&#xFEFF;//x.jp", "&#x202E;http://a.jp",
    ]) func unsafeAddresses(address: String) {
        for text in ["[x](\(address))", "![x](\(address))", "[x]\n\n[x]: \(address)"] {
            let markdown = MarkdownText(text: text)
            let html = markdown.html()
            #expect(!html.contains("href") && !html.contains("src="), "\(text) → \(html)")
        }
        #expect(MarkdownText(text: "[x](\(address))").links.isEmpty)
    }

    @Test(arguments: [
        "http://a.jp", "HTTPS://a.jp/?q=a:b", "mailto:a@b.jp", "tel:054", "a.html", "../a/b.html#c:d", "#x", "?a:b",
        "/a",
    ])
    func safeAddresses(address: String) {
        let markdown = MarkdownText(text: "[x](\(address))")
        #expect(markdown.html().contains("<a href="))
        #expect(markdown.faults.isEmpty)
    }

    @Test func typedHTMLIsShownAndReported() {
        let text = "a <b onclick=x>c</b>\n\n<script>alert(1)</script>\n"
        let source = SourceText(file: "x.md", text: text)
        let markdown = MarkdownText(source, 0..<text.utf8.count)
        #expect(
            markdown.html() == "<p>a &lt;b onclick=x&gt;c&lt;/b&gt;</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
        )
        #expect(
            markdown.faults.map { source.string($0.range) } == ["<b onclick=x>", "</b>", "<script>alert(1)</script>"])
        let message = markdown.faults[0].diagnostic(in: source, .japanese).rendered()
        #expect(message.hasPrefix("x.md:1:3: warning: HTML のタグは働きません。"))
    }

    @Test func commentsAreNotPublished() {
        let markdown = MarkdownText(text: "a <!-- 内緒 --> b\n\n<!-- 内緒\n内緒 --> c\n\n![<!-- 内緒 -->x](a.jpg)\n\n<!-- 内緒\n")
        #expect(!markdown.html().contains("内緒"))
        #expect(!markdown.plainText.contains("内緒"))
        #expect(markdown.html().contains("<p>a  b</p>\n<p> c</p>"))
        #expect(markdown.faults.map(\.kind) == [.comment, .comment, .comment])
    }

    @Test func directionAndControlCharacters() {
        let text = "a\u{202E}b\u{7}c &#x202E; `\u{2066}`\u{0}"
        let markdown = MarkdownText(text: text)
        let html = markdown.html()
        #expect(
            html.unicodeScalars.allSatisfy {
                !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value)
            })
        #expect(html.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        #expect(markdown.faults.count == 4)
        // What ends a line in other programs keeps words apart.
        let pasted = MarkdownText(text: "one\u{2028}two\u{FEFF}")
        #expect(pasted.html() == "<p>one\ntwo</p>\n" && pasted.faults.count == 2)
    }

    /// Whatever the text, the only elements are ours, and all of them are closed.
    @Test(arguments: 0..<4) func anyBytes(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let alphabet = Array("ab<>&\"'[](){}|!*_`#-+0123:/\\ \n\tあ：".utf8) + [0, 0x80, 0xE2, 0xFF]
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            let source = SourceText(file: "x.md", bytes: bytes)
            let html = MarkdownText(source, 0..<source.bytes.count).html()
            #expect(openElements(html) == [], "\(html)")
        }
    }
}

/// The names of elements that are open at the end; nil if one is not ours or is closed wrongly.
private func openElements(_ html: String) -> [Substring]? {
    let known: Set<Substring> = [
        "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a", "ruby",
        "rp", "rt", "span",
        "figure", "figcaption",
    ]
    var open: [Substring] = []
    // By scalars: a combining mark after `>` would make one character with it.
    for part in html.unicodeScalars.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
        let name = Substring(part.prefix { $0 != ">" && $0 != " " })
        if ["br", "hr", "img"].contains(name) { continue }
        if name.hasPrefix("/") {
            guard open.popLast() == name.dropFirst() else { return nil }
        } else {
            guard known.contains(name) else { return nil }
            open.append(name)
        }
    }
    return open
}
