import Testing

@testable import Encoding

/// The scan over bytes and the table of characters are the same, for every character there is.
@Suite struct NeverShownTests {
    @Test func theScanFindsEveryCharacterOfTheTableAndNoOther() {
        var (text, expected): ([UInt8], [Range<Int>]) = ([], [])
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let start = text.count
            text += UTF8.encode(scalar) ?? .init()
            if scalar.isNeverShown { expected.append(start..<text.count) }
        }
        #expect(expected.count == 29 + 33 + 7 + 4 + 3)
        var found: [Range<Int>] = []
        text.withUnsafeBufferPointer { bytes in
            while let next = NeverShown.first(in: bytes, (found.last?.upperBound ?? 0)..<bytes.count) {
                found.append(next)
            }
        }
        #expect(found == expected)
    }

    @Test(arguments: ["\u{1B}", "\u{B}", "\u{7F}", "\u{85}", "\u{202E}", "\u{2069}", "\u{FEFF}", "\u{FFFF}"])
    func atEveryPlaceOfAText(character: String) {
        for length in 0..<24 {
            // A line feed before it, because two bytes of a word may change each other.
            for before in [String(repeating: "a", count: length), String(repeating: "か\n", count: length / 4) + "\n"] {
                #expect((before + character + "（え").shown == before + "（え")
            }
        }
    }

    @Test func whatIsShownStays() {
        let text = "a\tb\r\nc「か」（ａ）—“x”\u{200E}\u{200D}é£\u{A0}\u{FFFD}🏠𠮷"
        #expect(text.shown == text)
        #expect("a\u{2028}b\u{2029}c\u{1}".shown == "a\nb\nc")
    }

    /// Broken ends of texts are looked at, not beyond.
    @Test(arguments: [[0xC2], [0xE2], [0xE2, 0x80], [0xEF, 0xBB], [0x61, 0xEF]] as [[UInt8]])
    func aTextThatBreaksOff(bytes: [UInt8]) {
        let longer = bytes + [0x85, 0xAE, 0xBF]
        longer.withUnsafeBufferPointer { #expect(NeverShown.first(in: $0, 0..<bytes.count) == nil) }
    }
}
