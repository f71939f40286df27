/// Readings: what counts as kana, and in which row of the syllabary a reading begins.

package enum Kana {
    /// Hiragana, katakana, the long mark, digits, Latin letters and what stands between words.
    static func isKana(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x3041...0x309F, 0x30A0...0x30FF, 0xFF65...0xFF9F, 0x20...0x7E, 0xFF01...0xFF5E: true
            default: "　・、。".unicodeScalars.contains(scalar)
            }
        }
    }
}
