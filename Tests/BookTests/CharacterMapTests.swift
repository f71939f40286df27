/// Which characters fonts have.

import Publication
import Testing

@testable import Book

@Suite("Characters of fonts")
struct CharacterMapTests {
    @Test("BIZ UDGothic has kana and 髙, not 🌻", .enabled(if: Printing.typesetter != nil, "needs the fonts"))
    func gothic() throws {
        let characters = try #require(Printing.typesetter).fonts.coverage()
        for scalar in "あア漢髙﨑№①〜～".unicodeScalars { #expect(characters.contains(scalar.value), "\(scalar)") }
        #expect(!characters.contains(0x1F33B))
    }

    @Test(
        "Any bytes: no characters, no crash",
        arguments: [[], [0], Array("OTTO".utf8), [UInt8](repeating: 255, count: 999)])
    func anyBytes(_ bytes: [UInt8]) { #expect(CharacterMap.characters(of: bytes).isEmpty) }

    @Test("The index is in the order of the kana")
    func kana() {
        let readings = ["ぱん", "はなみ", "ばら", "カラオケ", "がっこう", "かー"]
        #expect(readings.sorted { Syllabary.key($0) < Syllabary.key($1) } == ["かー", "がっこう", "カラオケ", "はなみ", "ばら", "ぱん"])
        #expect(Syllabary.row(of: Syllabary.key("ぴあの")) == "は")
        #expect(Syllabary.row(of: Syllabary.key("ABC")) == nil)
    }
}
