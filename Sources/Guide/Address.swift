/// Shortens an address to the part that names a neighbourhood and no house.

enum Address {
    /// The address up to its first number in any script or width: 「みのり市浜町2-3」 → 「みのり市浜町」.
    ///
    /// Kanji numerals are parts of names too (三条町, 浜町三丁目): they end the address only where they count houses,
    /// that is before 番, 号 or a hyphen, or written digit by digit (二〇八三).
    static func neighbourhood(of address: String) -> String {
        let characters = Array(address)
        var end = 0
        while end < characters.count {
            if isKanjiNumeral(characters[end]) {
                let run = characters[end...].prefix(while: isKanjiNumeral)
                if countsHouses(run, followedBy: characters[run.endIndex...].first) { break }
                end = run.endIndex
            } else if characters[end].isNumber {
                break
            } else {
                end += 1
            }
        }
        return String(characters[..<end]).trimmed
    }

    private static func countsHouses(_ run: ArraySlice<Character>, followedBy next: Character?) -> Bool {
        if run.contains("〇") || run.contains("零") { return true }
        guard let next else { return run.count > 1 }
        return "番号の-‐−–ー－ノ".contains(next) || next.isNumber
    }

    private static func isKanjiNumeral(_ character: Character) -> Bool { "〇零一二三四五六七八九十百千".contains(character) }
}
