// Without our conventions a text renders as libcmark renders it, byte for byte: CommonMark's own examples, and thousands of
// generated and damaged texts.

import Foundation
import Markdown
import Randomness
import Testing

@Suite struct AgainstLibcmarkTests {
    /// The examples of the specification, from a copy that COMMONMARK_SPEC names (`spec.txt` of any version).
    @Test(.enabled(if: specification != nil, "set COMMONMARK_SPEC to a copy of CommonMark's spec.txt"))
    func examplesOfTheSpecification() throws {
        let examples = try #require(specification)
        #expect(examples.count > 600)
        for example in examples {
            #expect(plainHTML(example) == referenceHTML(example), "example: \(example)")
        }
    }

    /// Texts of words are not given to libcmark: every sign, alone and before every other, must be taken for one that means
    /// something wherever it does.
    @Test func signsBetweenWords() {
        let signs =
            ["\t", "\r", ""] + (0x20...0x7E as ClosedRange<UInt8>).map { String(decoding: [$0], as: UTF8.self) }
        for sign in signs {
            for other in signs {
                for text in [
                    "あ\(sign)\(other)い", "あ\n\(sign)\(other)い\nう", "あ\n\(sign)\(other) い\nう", "あ\(sign)\(other)\nい",
                    "あ\n\(sign)\(sign)\(sign)\(other)\nい", "あ\(sign)い\(other)う", "[あ]\(sign)い\(other)",
                ] where plainHTML(text) != referenceHTML(text) {
                    Issue.record("text: \(text)\nours: \(plainHTML(text))\nlibcmark: \(referenceHTML(text))")
                }
            }
        }
    }

    @Test(arguments: 0..<10) func generatedTexts(seed: UInt64) {
        var random = SplitMix(seed: seed)
        for number in 0..<2000 {
            let text = generatedText(of: number.isMultiple(of: 2) ? fragments : words, &random)
            let (ours, theirs) = (plainHTML(text), referenceHTML(text))
            guard ours == theirs else {
                Issue.record("text: \(text)\nours: \(ours)\nlibcmark: \(theirs)")
                return
            }
        }
    }
}

/// Every kind of block and inline.
private let fragments = [
    "ひまわり", "a b", "*", "**", "_", "`", "``", "[", "]", "(", ")", "](x.html)", "[x](y \"t\")", "![絵](a.jpg)", "<b>",
    "</b>",
    "<https://a.jp>", "<a@b.jp>", "&amp;", "&#x41;", "&copy;", "\\*", "\\", "\n", "\n", "\n\n", "\n\n", "  \n",
    "# ", "## ",
    "\n# x\n", "> ", "- ", "* ", "+ ", "1. ", "3) ", "    ", "\t", "```", "~~~\n", "```swift\n", "---", "\n---\n",
    "===", "\n===\n",
    "<div>\n", "<!-- c -->", "[r]", "[r]: /u 't'\n", "javascript:x", "[z](javascript:x)", "[z](//x.jp)", "\"", "'",
    "<", ">", "&",
    "http://x.jp/", "{漢|か}", "054-123-4567", "[[場]]", "\r\n", "!", "|", "1", "２", "　", "👵", "e\u{301}",
    "[a](<b c>)", "[a](b\\c'd)",
]

/// What is mostly words, with signs that mean something in some places only.
private let words = [
    "ひまわり", "集まります。", "a b", "Word", "é", "　", " ", "[", "]", "](", "[[場]]", "[x]", "{漢|か}", "(", ")", "!", "|", "~",
    "~~",
    "\"", "'", "=", "-", "--", "+", "#", ":", ".", "1", "1.", ">", "https://x.jp/a", "www.x.jp", "a@b.jp",
    "054-123-4567", "\n",
    "\n", "\n\n", "\n\n\n", "e\u{301}",
]

/// Fragments put together at random.
private func generatedText(of fragments: [String], _ random: inout SplitMix) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...24, using: &random) {
        text += fragments[Int.random(in: 0..<fragments.count, using: &random)]
    }
    return text
}

/// The texts of the examples: between a line of backticks with `example` and a line `.`, where `→` is a tab.
private let specification: [String]? = {
    guard let path = ProcessInfo.processInfo.environment["COMMONMARK_SPEC"],
        let text = try? String(contentsOfFile: path, encoding: .utf8)
    else { return nil }
    var examples: [String] = []
    var example: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("````````````"), line.hasSuffix(" example") {
            example = ""
        } else if line == ".", let text = example {
            examples.append(text.replacingOccurrences(of: "→", with: "\t"))
            example = nil
        } else {
            example? += line + "\n"
        }
    }
    return examples
}()
