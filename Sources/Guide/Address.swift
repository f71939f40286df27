/// Shortens an address to the part that names a neighbourhood and no house.

enum Address {
    /// The address up to its first number in any script or width: 「みのり市浜町2-3」 → 「みのり市浜町」.
    ///
    /// Kanji numerals are parts of names too (三条町, 浜町三丁目): they end the address only where they count houses,
    /// that is at the end, before 番, 号 or a hyphen, or written digit by digit (二〇八三). Who lives there is left out too:
    /// 「浜町（鈴木邸）」, 「浜町 鈴木方」; so is a postal code.
    static func neighbourhood(of address: String) -> String {
        let characters = Array(withoutPostalCode(address).prefix { !"（(".contains($0) })
        var end = 0
        while end < characters.count {
            if isKanjiNumeral(characters[end]) {
                let run = characters[end...].prefix(while: isKanjiNumeral)
                if countsHouses(run, followedBy: characters[run.endIndex...]) { break }
                end = run.endIndex
            } else if isNumber(characters[end]) {
                break
            } else {
                end += 1
            }
        }
        let words = characters[..<end].split(separator: " ").flatMap { $0.split(separator: "　") }
        return words.map { String($0) }.filter { !Home.isNamed(by: $0) }.joined(separator: " ")
    }

    /// 〒700-0001, 700-0001 and the like at the beginning.
    private static func withoutPostalCode(_ address: String) -> Substring {
        let rest = address.drop { $0 == "〒" || $0.isWhitespace }
        let code = rest.prefix { $0.isWholeNumber || "-‐−－ー".contains($0) }
        let isCode = code.count { $0.isWholeNumber } == 7 && code.count <= 8
        return isCode ? rest.dropFirst(code.count) : rest
    }

    private static func countsHouses(_ run: ArraySlice<Character>, followedBy rest: ArraySlice<Character>) -> Bool {
        if run.contains("〇") || run.contains("零") { return true }
        guard let next = rest.first else { return true }
        // 二之三 is a house, 二之宮 a shrine.
        if next == "之" { return rest.dropFirst().first.map { isNumber($0) || isKanjiNumeral($0) } ?? true }
        return next.isWhitespace || "、，,番号の-‐‑‒−–—―─ー－ｰ〜～~・･ノﾉ".contains(next) || isNumber(next)
    }

    private static func isKanjiNumeral(_ character: Character) -> Bool { "〇零一二三四五六七八九十百千壱弐参拾".contains(character) }

    /// In any script and width, ringed ones too; but for Unicode 京, 万 and 億 are numbers as well.
    private static func isNumber(_ character: Character) -> Bool {
        character.isNumber && !character.unicodeScalars.allSatisfy(\.properties.isIdeographic)
    }
}
