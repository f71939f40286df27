// Files as they come: UTF-8, Shift_JIS from Windows, and what is neither.

import FrontMatter
import Testing

@Suite struct SourceTextTests {
    /// 「名称: ひまわり」 in Shift_JIS.
    private let shiftJIS: [UInt8] =
        [0x96, 0xBC, 0x8F, 0xCC, 0x3A, 0x20, 0x82, 0xD0, 0x82, 0xDC, 0x82, 0xED, 0x82, 0xE8, 0x0A]

    @Test func shiftJISIsConverted() {
        let source = SourceText(file: "x", bytes: Array("---\n".utf8) + shiftJIS + Array("---\n".utf8))
        #expect(source.encoding == .shiftJIS)
        #expect(Document(parsing: source).root["名称"]?.string == "ひまわり")
        #expect(source.faults.map(\.severity) == [.warning])
        #expect(Document(parsing: source).replacing(["名称"], with: "もみじ") == Array("---\n名称: もみじ\n---\n".utf8))
    }

    /// UTF-8 with one broken character, with a slash of three bytes, with half a character of UTF-16, EUC-JP, Latin 1,
    /// UTF-16.
    private static let otherEncodings: [(bytes: [UInt8], place: Int)] = [
        ([UInt8]("名称: ひまわり\nよみ: ".utf8) + [0xE3, 0x81, 0x0A], 29),
        ([UInt8]("名称: ひまわり".utf8) + [0xE0, 0x80, 0xAF] + [UInt8]("と仲間たち".utf8), 20),
        ([UInt8]("名称: ひまわり ".utf8) + [0xED, 0xA0, 0x80] + [UInt8]("と仲間たち".utf8), 21),
        ([0xCC, 0xBE, 0xBE, 0xCE, 0x3A, 0x20, 0xA4, 0xD2, 0xA4, 0xDE, 0xA4, 0xEF, 0xA4, 0xEA], 2),
        ([0x63, 0x61, 0x66, 0xE9, 0x73], 3),
        ([0xFF, 0xFE, 0x41, 0x00], 0),
    ]

    @Test(arguments: otherEncodings) func otherEncodingsAreErrorsWithTheirPlace(bytes: [UInt8], place: Int) {
        let source = SourceText(file: "x", bytes: bytes)
        #expect(source.encoding == .unknown)
        #expect(source.faults.map(\.range.lowerBound) == [place])
        #expect(source.faults.map(\.severity) == [.error])
    }

    @Test func linesAndColumns() {
        let source = SourceText(file: "x", text: "\u{FEFF}あい\r\nab\rc\n\n👵x")
        func position(_ word: String) -> [Int] {
            let bytes = Array(word.utf8)
            let offset = source.bytes.indices.first { source.bytes[$0...].starts(with: bytes) } ?? -1
            let (line, column) = source.position(of: offset)
            return [line, column]
        }
        #expect(position("い") == [1, 2])
        #expect(position("b") == [2, 2])
        #expect(position("c") == [3, 1])
        #expect(position("x") == [5, 2])
        #expect(source.string(source.lineRange(1)) == "あい")
        #expect(source.string(source.lineRange(2)) == "ab")
        #expect(source.position(of: 1000) == (5, 3))
    }
}
