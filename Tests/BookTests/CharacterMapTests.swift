/// Which characters fonts have.

import Glibc
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

    /// A guide may bring fonts. Each of these groups says that it has every character there is.
    @Test("A font that names the same characters without end is read to an end")
    func endlessGroups() {
        func long(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
        let groups = 100_000
        let table = [0, 0, 0, 1, 0, 3, 0, 10] + long(12) + [0, 12, 0, 0] + long(0) + long(0) + long(groups)
        let font =
            [0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0] + "cmap".utf8 + long(0) + long(28) + long(0) + table
            + (0..<groups).flatMap { _ in long(0) + long(0x10FFFF) + long(1) }
        #expect(CharacterMap.characters(of: font).count == 0x110000)
    }

    @Test("A pipe in a font's place is no font, and holds nothing up")
    func pipe() throws {
        let folder = try WorkingFolder()
        let path = folder.path + "/font.ttf"
        mkfifo(path, 0o600)
        #expect(throws: TypesettingFault.machine(path: path, code: EINVAL)) { try WorkingFolder.read(path) }
    }

    @Test("The index is in the order of the kana")
    func kana() {
        let readings = ["ぱん", "はなみ", "ばら", "カラオケ", "がっこう", "かー"]
        #expect(readings.sorted { Syllabary.key($0) < Syllabary.key($1) } == ["かー", "がっこう", "カラオケ", "はなみ", "ばら", "ぱん"])
        #expect(Syllabary.row(of: Syllabary.key("ぴあの")) == "は")
        #expect(Syllabary.row(of: Syllabary.key("ABC")) == nil)
    }
}
