// Words that are known by their number.

import FrontMatter
import Testing

@Suite struct KnownWordsTests {
    private let words: KnownWords = ["名称", "地区", "No", "名称", "ガイド"]

    @Test func wordsAreFoundWithTheNumberOfTheFirst() {
        #expect(["名称", "地区", "No", "ガイド", "名", "no", ""].map(words.number(of:)) == [0, 1, 2, 4, nil, nil, nil])
    }

    /// As file systems and some keyboards write it: カ and two strokes.
    @Test func otherSpellingsOfAWordAreTheWord() {
        #expect(words.number(of: "カ\u{3099}イド") == 4)
        #expect(words.number(of: "カイド") == nil)
    }

    @Test func manyWordsDoNotHideEachOther() {
        let many = (0..<500).map { "語\($0)" }
        #expect(many.map(KnownWords(many).number(of:)) == Array(0..<500))
    }

    @Test func aKnownKeyIsKnownHoweverItIsQuoted() {
        let document = document("地区: a\n'No': 1\n\"\\u540d称\": b\n声: c\n", knownKeys: words)
        #expect(document.root.map(\.knownKey) == [1, 2, nil, nil])
        #expect(document.root.map(\.key) == ["地区", "No", "名称", "声"])
    }

    @Test func aNameThatStandsTwiceIsAFaultInAnySpelling() {
        let document = document("名称: a\n\"\\u540d称\": b\n地区: c\n地区: d\n", knownKeys: words)
        #expect(document.errors.map(\.kind) == [.duplicateKey("名称"), .duplicateKey("地区")])
    }
}
