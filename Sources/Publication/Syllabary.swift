/// The order of the kana: sorting keys and the rows of an index.

package enum Syllabary {
    /// A key by which Swift's order of strings is that of a Japanese index: hiragana, without small letters, voicing marks
    /// and long marks; the original decides between equals.
    package static func key(_ reading: String) -> String {
        var key: [UInt8] = []
        key.reserveCapacity(2 * reading.utf8.count + 1)
        for scalar in reading.unicodeScalars {
            if let folded = fold(scalar) { key += folded.utf8 }
        }
        key.append(0)
        key += reading.utf8
        return String(decoding: key, as: UTF8.self)
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
        var value = scalar.value
        // Whether kana and kanji are white space need not be asked.
        if scalar == "ー" || value < 0x3041 && scalar.properties.isWhitespace { return nil }
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
