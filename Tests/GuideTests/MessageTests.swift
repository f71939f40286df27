import FrontMatter
import TestSupport
import Testing

@testable import Guide

/// What editors are told of mistakes that are easily made, and where.
@Suite struct MessageTests {
    // MARK: Bytes that are no text

    /// 「番号: 1\n名称: ひまわり会\n」 with a byte between that means nothing.
    @Test func oneBadByteIsOneMessage() throws {
        let shiftJIS: [UInt8] =
            Array("---\n".utf8) + [0x94, 0xD4, 0x8D, 0x86] + Array(": 1\n".utf8) + [0x96, 0xBC, 0x8F, 0xCC, 0x3A, 0x20]
            + [0x82, 0xD0, 0x82, 0xDC, 0xFF, 0x82, 0xED, 0x82, 0xE8] + Array("\n---\n".utf8)
        let guide = TemporaryGuide()
        guide.write(shiftJIS, to: "content/places/a.md")
        let diagnostics = try guide.read().diagnostics
        #expect(diagnostics.map(\.code) == ["front-matter/invalid-shift-jis"])
        #expect(diagnostics.first?.line == 3 && diagnostics.first?.column == 7)
        #expect(diagnostics.first?.sourceLine == "名称: ひま\u{FFFD}わり")
    }

    @Test func otherEncodingsAreOneMessage() throws {
        let eucJP: [UInt8] =
            Array("---\n".utf8) + [0xC8, 0xD6, 0xB9, 0xE6] + Array(": 1\n".utf8) + [0xCC, 0xBE, 0xBE, 0xCE, 0x3A, 0x20]
            + [0xA4, 0xD2, 0xA4, 0xDE, 0xA4, 0xEF, 0xA4, 0xEA] + Array("\n---\n".utf8)
        let guide = TemporaryGuide()
        guide.write(eucJP, to: "content/places/a.md")
        guide.write(
            Array("---\n題: あ".utf8) + [0xE3, 0x81] + Array("\n地区: nowhere\n---\n".utf8), to: "content/pages/p.md")
        let diagnostics = try guide.read().diagnostics
        #expect(diagnostics.map(\.code) == ["front-matter/invalid-utf8", "front-matter/euc-jp"])
        #expect(diagnostics.map(\.line) == [2, 2] && diagnostics.first?.column == 5)
    }
}
