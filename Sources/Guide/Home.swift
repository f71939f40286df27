/// Tells from a venue's words whether it is somebody's home.

enum Home {
    /// Words that name a home wherever they stand.
    private static let words = [
        "自宅", "個人宅", "お宅", "民家", "実家", "さん方", "様方", "氏方", "さん家", "さんち", "さんの家", "様の家", "氏の家", "ご近所の家",
        "代表の家", "代表者の家", "世話人の家", "会長の家", "会員の家", "メンバーの家", "参加者の家",
    ]
    /// 宅 names a home, but in these words.
    private static let withTaku = ["住宅", "在宅", "帰宅", "三宅", "安宅", "大宅", "小宅", "宅地", "宅老", "宅配", "宅急", "宅建", "宅部", "宅間"]
    /// 方 and 家 at the end of a word follow the name of those who live there, but in these.
    private static let withKata = [
        "地方", "四方", "東方", "西方", "南方", "北方", "上方", "下方", "前方", "後方", "直方", "枚方", "行方", "夕方", "両方", "双方",
    ]
    private static let withIe = ["町家", "商家", "武家", "農家", "本家", "一家", "国家", "作家", "画家", "吉野家"]
    /// Parts of a home, said after it: 鈴木方の庭, 鈴木家2階.
    private static let parts = [
        "庭", "庭先", "離れ", "縁側", "車庫", "ガレージ", "倉庫", "納屋", "蔵", "敷地", "玄関", "玄関先", "軒先", "隣", "横", "前", "1階", "2階", "１階",
        "２階", "一階", "二階", "にて", "で",
    ]

    /// In doubt, yes: a hall whose address is hidden is a nuisance, a home whose address is shown cannot be taken back.
    static func isNamed(by venue: String) -> Bool {
        // Nearly every venue is a hall; looking for the characters that all these words share is enough to tell.
        guard venue.unicodeScalars.contains(where: { "宅方邸家ち".unicodeScalars.contains($0) }) else { return false }
        if words.contains(where: venue.contains) || hasTaku(venue) { return true }
        return venue.split(whereSeparator: { "（()） 　・、，,／/".contains($0) }).contains { isResidents($0) }
    }

    private static func hasTaku(_ venue: String) -> Bool {
        let letters = Array(venue)
        return letters.indices.contains { index in
            guard letters[index] == "宅" else { return false }
            let before = String(letters[..<index].suffix(1) + ["宅"])
            let after = String(["宅"] + letters[(index + 1)...].prefix(1))
            return !withTaku.contains(before) && !withTaku.contains(after)
        }
    }

    /// Whether a word is the name of those who live there with 方, 家 or 邸, perhaps with a part of their home.
    private static func isResidents(_ word: Substring) -> Bool {
        var name = word
        if let part = parts.filter(name.hasSuffix).max(by: { $0.count < $1.count }), part.count < name.count {
            name = name.dropLast(part.count)
            if name.last == "の" { name = name.dropLast() }
        }
        switch name.last {
        case "邸": return !name.hasPrefix("旧")
        case "方": return !withKata.contains(where: name.hasSuffix)
        case "家":
            let family = name.dropLast()
            return (1...3).contains(family.count) && family.allSatisfy(isKanji) && !name.hasPrefix("旧")
                && !withIe.contains(where: name.hasSuffix)
        default: return false
        }
    }

    private static func isKanji(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
    }
}
