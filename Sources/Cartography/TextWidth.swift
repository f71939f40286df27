// How wide a text will be, without the font: advance widths by class of character, on the wide side.

/// Widths in em, for the bold of Noto Sans CJK and BIZ UD Gothic, whichever is wider.
enum TextWidth {
    /// The width of a text at a font size of 1.
    static func ofText(_ text: some StringProtocol) -> Double {
        var width = 0.0
        for scalar in text.unicodeScalars { width += of(scalar) }
        return width
    }

    static func of(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x20: 0.3
        case 0x21...0x7E: ascii[Int(scalar.value) - 0x21]
        case 0xFF61...0xFF9F: 0.55
        case 0x0300...0x036F, 0x200B...0x200F, 0x3099, 0x309A, 0xFE00...0xFE0F, 0xE0100...0xE01EF: 0
        case 0xA0...0x24F: 0.75
        case 0x1F000...0x1FAFF: 1.4
        default: 1
        }
    }

    private static let ascii: [Double] = (0x21...0x7E).map { byte in
        switch Character(UnicodeScalar(UInt8(byte))) {
        case "i", "j", "l", "I", "!", "'", ",", ".", ":", ";", "|", "`": 0.36
        case "f", "r", "t", "(", ")", "[", "]", "{", "}", "-", "/", "\\", "\"": 0.46
        case "m", "w", "M", "W", "@", "%": 1
        case "A"..."Z", "&", "+", "<", "=", ">", "~", "#": 0.76
        default: 0.62
        }
    }
}
