// The bytes that mean something to YAML, by name, and the full-width characters that Japanese keyboards give in their place.

import Encoding

enum ASCII {
    static let tab = UInt8(ascii: "\t")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let hash = UInt8(ascii: "#")
    static let comma = UInt8(ascii: ",")
    static let dash = UInt8(ascii: "-")
    static let colon = UInt8(ascii: ":")
    static let question = UInt8(ascii: "?")
    static let backslash = UInt8(ascii: "\\")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let pipe = UInt8(ascii: "|")
    static let greater = UInt8(ascii: ">")
}

/// Characters of three UTF-8 bytes, as the number that the bytes make.
enum Wide {
    /// U+3000, the full-width space.
    static let space = 0xE3_80_80
    /// U+FF1A `：`
    static let colon = 0xEF_BC_9A
    /// U+3001 `、`
    static let mark = 0xE3_80_81
    /// U+FF0C `，`
    static let comma = 0xEF_BC_8C
    /// U+FF0D `－`
    static let dash = 0xEF_BC_8D
}

@inline(__always) func isBreak(_ byte: UInt8) -> Bool { byte == ASCII.newline || byte == ASCII.carriageReturn }
@inline(__always) func isBlank(_ byte: UInt8) -> Bool { byte == ASCII.space || byte == ASCII.tab }

/// Suspects for `ByteScan`: what may end a plain scalar or a key, a colon, a hash or the end of a line.
@inline(__always) func plainMarks(in word: UInt64) -> UInt64 {
    ByteScan.zeros(word ^ ByteScan.all(UInt64(ASCII.colon))) | ByteScan.zeros(word ^ ByteScan.all(UInt64(ASCII.hash)))
        | ByteScan.zeros(word ^ ByteScan.all(UInt64(ASCII.newline)))
        | ByteScan.zeros(word ^ ByteScan.all(UInt64(ASCII.carriageReturn)))
}
