/// Tells from a venue's words whether it is somebody's home.

enum Home {
    /// Words that name a home wherever they stand.
    private static let words = [
        "自宅", "個人宅", "お宅", "民家", "実家", "さん方", "様方", "氏方", "さん家", "さんち", "さんの家", "様の家", "氏の家", "ご近所の家",
        "さんのおうち", "様のおうち", "さんのお家", "様のお家", "友人の家", "友だちの家", "友達の家", "知人の家", "隣人の家", "お隣の家", "親戚の家", "親せきの家",
        "仲間の家", "代表の家", "代表者の家", "世話人の家", "会長の家", "会員の家", "メンバーの家", "参加者の家",
    ]
    /// 宅 names a home, but in these words.
    private static let withTaku = [
        "住宅", "在宅", "帰宅", "三宅", "安宅", "大宅", "小宅", "宅地", "宅老", "宅配", "宅急", "宅建", "宅部", "宅間", "宅介", "宅幼", "宅野", "宅原",
    ]
    /// 方 and 家 at the end of a word follow the name of those who live there, but in these.
    private static let withKata = [
        "地方", "四方", "東方", "西方", "南方", "北方", "上方", "下方", "前方", "後方", "直方", "枚方", "行方", "夕方", "両方", "双方",
    ]
    private static let withIe = ["町家", "商家", "武家", "農家", "本家", "一家", "国家", "作家", "画家", "吉野家"]
    /// Parts of a home, said after it: 鈴木方の庭, 鈴木家2階.
    private static let parts = [
        "庭", "庭先", "離れ", "縁側", "車庫", "ガレージ", "倉庫", "納屋", "蔵", "敷地", "玄関", "玄関先", "軒先", "隣", "横", "前", "1階", "2階", "１階",
        "２階", "一階", "二階", "居間", "茶の間", "座敷", "客間", "和室", "台所", "リビング", "にて", "で",
    ]

    /// In doubt, yes: a hall whose address is hidden is a nuisance, a home whose address is shown cannot be taken back.
    static func isNamed(by venue: String) -> Bool {
        guard mayName(venue) else { return false }
        if words.contains(where: venue.contains) || hasTaku(venue) { return true }
        return venue.split(whereSeparator: isBetweenWords).contains { isResidents($0) }
    }

    /// Nearly every venue is a hall; looking for the characters that all these words share is enough to tell.
    private static func mayName(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0 == "宅" || $0 == "方" || $0 == "邸" || $0 == "家" || $0 == "ち" }
    }

    /// Whether an address names somebody's home: 「浜町2-3 山田さん宅」, 「浜町2-3山田方」. Before the number of the house
    /// stand names of places, which end as those of families do (日方, 新家).
    static func isNamed(inAddress address: String) -> Bool {
        guard mayName(address) else { return false }
        if words.contains(where: address.contains) || hasTaku(address) { return true }
        let rest = address.firstIndex(where: isDigit).map { address[$0...] } ?? address.drop { !isBetweenWords($0) }
        return rest.split { isBetweenWords($0) || isDigit($0) }.contains { isResidents($0) }
    }

    private static func isDigit(_ character: Character) -> Bool { "0123456789０１２３４５６７８９".contains(character) }

    private static func isBetweenWords(_ character: Character) -> Bool { "（()） 　・、，,／/".contains(character) }

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
            return (1...4).contains(family.count) && family.allSatisfy(isKanji) && !name.hasPrefix("旧")
                && !withIe.contains(where: name.hasSuffix) && !(family.count == 4 && isArea(family))
        default: return false
        }
    }

    /// 泉南市新家 is where people live, 勅使河原家 who.
    private static func isArea(_ words: Substring) -> Bool { words.contains { "都道府県市区町村郡".contains($0) } }

    private static func isKanji(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
    }
}
