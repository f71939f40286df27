/// For whom a place is (対象), as far as its words say so: groups that a search can ask for.

enum Audience: Int, CaseIterable {
    case anyone, older, men, women, families, carers

    /// The groups that a text names.
    static func groups(in text: String) -> [Int] {
        allCases.filter { group in group.signs.contains { text.contains($0) } }.map(\.rawValue)
    }

    /// The key of its name in the string tables.
    var key: String { "audience.\(self)" }

    private var signs: [String] {
        switch self {
        case .anyone: ["どなたでも", "誰でも", "だれでも", "どなたも", "年齢不問"]
        case .older: ["65歳", "70歳", "75歳", "６５歳", "高齢", "お年寄り", "シニア"]
        case .men: ["男性", "男の"]
        case .women: ["女性", "女の"]
        case .families: ["子ども", "こども", "子供", "親子", "小学生", "児童", "未就学", "未就園", "産後"]
        case .carers: ["介護", "認知症", "もの忘れ", "ご家族"]
        }
    }
}
