/// The order of the kana: sorting keys and the rows of an index.

enum Syllabary {
    /// A key by which Swift's order of strings is that of a Japanese index: hiragana, without small letters, voicing marks
    /// and long marks; the original decides between equals.
    static func key(_ reading: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in reading.unicodeScalars { if let folded = fold(scalar) { key.append(folded) } }
        return String(key) + "\u{0}" + reading
    }

    /// あ, か, さ …; nil for what does not begin with a kana.
    static func row(of key: String) -> String? {
        guard let first = key.unicodeScalars.first, ("あ"..."ん").contains(first) else { return nil }
        return rows.last { $0 <= first }.map { String($0) }
    }

    private static let rows = Array("あかさたなはまやらわ".unicodeScalars)

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar == "ー" || scalar.properties.isWhitespace { return nil }
        let value = (0x30A1...0x30F6).contains(scalar.value) ? scalar.value - 0x60 : scalar.value
        return Unicode.Scalar(plainForms[value] ?? value)
    }

    /// Voiced, half-voiced and small kana with their plain forms.
    private static let plainForms: [UInt32: UInt32] = {
        let pairs = Array(
            "がかぎきぐくげけごこざさじしずすぜせぞそだたぢちづつでてどとばはびひぶふべへぼほぱはぴひぷふぺへぽほゔうぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけ"
                .unicodeScalars)
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: pairs.count, by: 2).map { (pairs[$0].value, pairs[$0 + 1].value) }
        )
    }()
}
