import Randomness
import Templates
import Testing

@Suite("Escaping")
struct EscapingTests {
    private func escaped(_ text: String) -> String {
        String(decoding: HTML(escaping: text).bytes, as: UTF8.self)
    }

    @Test("what could pretend to be something else is removed; the rest stays")
    func harmless() {
        #expect(escaped("a\u{0}b\u{1B}[31m\u{7F}\u{85}c\td\n") == "ab[31mcd".replacing("cd", with: "c\td\n"))
        #expect(escaped("\u{202A}\u{202E}x\u{2066}\u{2069}") == "x")
        #expect(escaped("\u{FEFF}x\u{FFFE}\u{FFFF}（") == "x（")
        #expect(escaped("a\u{2028}b\u{2029}c") == "a\nb\nc")
        #expect(escaped("“引用”—…\u{200E}é£\u{A0}🏠") == "“引用”—…\u{200E}é£\u{A0}🏠")
    }

    @Test("at every offset of a text, and for every byte")
    func offsets() {
        for length in 0..<40 {
            for suspect in ["<", "&", "\"", "'", ">", "\u{0}", "\u{202E}", "\u{85}"] {
                let before = String(repeating: "か", count: length / 3) + String(repeating: "k", count: length % 3)
                let expected = before + escaped(suspect) + "え"
                #expect(escaped(before + suspect + "え") == expected)
            }
        }
        for byte in UInt8.min...UInt8.max {
            let alone = HTML(escaping: [byte]).bytes
            let among = HTML(escaping: [UInt8](repeating: 0x61, count: 9) + [byte] + [UInt8](repeating: 0x61, count: 9))
                .bytes
            #expect(among.dropFirst(9).dropLast(9).elementsEqual(alone))
        }
    }

    @Test("no text ever becomes markup, whatever its bytes")
    func fuzz() {
        var random = SplitMix(seed: 20_260_501)
        let likely = Array("<>&\"'\u{202E}\u{2028}\u{85}あ a=".utf8)
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? likely.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            let bytes = HTML(escaping: text).bytes
            #expect(!bytes.contains { $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0x27 || $0 == 0 || $0 == 0x7F })
            #expect(HTML(escaping: text).bytes == bytes)
            if let whole = String(validating: text, as: UTF8.self) {
                #expect(bytes == Array(whole.unicodeScalars.map(plainly).joined().utf8))
            }
        }
    }

    /// The same as the module should do, one character after the other.
    private func plainly(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        case "\t", "\n", "\r": String(scalar)
        case "\u{2028}", "\u{2029}": "\n"
        case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}",
            "\u{FFFE}", "\u{FFFF}":
            ""
        default: String(scalar)
        }
    }
}
