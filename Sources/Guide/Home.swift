/// Tells from a venue's words whether it is somebody's home.

enum Home {
    /// Words that name a home wherever they stand.
    private static let words = ["自宅", "個人宅", "さん方", "様方", "氏方", "さん宅", "様宅", "氏宅", "お宅", "民家", "ご近所の家"]
    /// 宅 at the end of a word is a home, except in these.
    private static let otherwise = ["住宅", "在宅", "帰宅", "三宅", "安宅"]

    /// In doubt, yes: a hall whose address is hidden is a nuisance, a home whose address is shown cannot be taken back.
    static func isNamed(by venue: String) -> Bool {
        // Nearly every venue is a hall; looking for the characters that all these words share is enough to tell.
        let hasSign = venue.unicodeScalars.contains { $0 == "宅" || $0 == "方" || $0 == "邸" || $0 == "家" }
        guard hasSign else { return false }
        if words.contains(where: venue.contains) { return true }
        let first = venue.prefix { !"（(　 ・、,／/".contains($0) }
        if first.hasSuffix("邸") { return !first.hasPrefix("旧") }
        return first.hasSuffix("宅") && !otherwise.contains(where: first.hasSuffix)
    }
}
