/// The order of the kana: sorting keys and the rows of an index.

package enum Syllabary {
    /// A key by which Swift's order of strings is that of a Japanese index: hiragana, without small letters, voicing marks
    /// and long marks; the original decides between equals.
    package static func key(_ reading: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in reading.unicodeScalars {
            guard let folded = fold(scalar) else { continue }
            key.append(folded)
        }
        return String(key) + "\u{0}" + reading
    }

    /// あ, か, さ …; nil for what does not begin with a kana.
    package static func row(of key: String) -> String? {
        guard let first = key.unicodeScalars.first else { return nil }
        return rows.last { $0.first <= first && first <= "ん" }?.letter
    }

    private static let rows: [(first: Unicode.Scalar, letter: String)] = [
        ("あ", "あ"), ("か", "か"), ("さ", "さ"), ("た", "た"), ("な", "な"), ("は", "は"), ("ま", "ま"), ("や", "や"), ("ら", "ら"),
        ("わ", "わ"),
    ]

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar == "ー" || scalar.properties.isWhitespace { return nil }
        var value = scalar.value
        if (0x30A1...0x30F6).contains(value) { value -= 0x60 }
        if let plain = plainForms[value] { value = plain }
        return Unicode.Scalar(value)
    }

    /// Voiced, half-voiced and small kana with their plain forms.
    private static let plainForms: [UInt32: UInt32] = {
        let pairs = Array("がかぎきぐくげけごこざさじしずすぜせぞそだたぢちづつでてどとばはびひぶふべへぼほぱはぴひぷふぺへぽほゔうぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけ".unicodeScalars)
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: pairs.count, by: 2).map { (pairs[$0].value, pairs[$0 + 1].value) }
        )
    }()
}
