/// The words of schedules in the languages of guides and editors: everything that this module says to people.

package enum Language: String, Sendable, CaseIterable {
    case japanese = "ja"
    /// やさしい日本語: short words, no kanji beyond the weekdays' own.
    case plainJapanese = "ja-easy"
    case english = "en"
}

extension Weekday {
    /// 火曜日, Tuesday.
    package func name(in language: Language) -> String {
        switch language {
        case .japanese, .plainJapanese: letter + "曜日"
        case .english:
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
        }
    }

    /// 火.
    package var letter: String { ["月", "火", "水", "木", "金", "土", "日"][rawValue - 1] }
}

/// Messages for editors.
enum Wording {
    static let needsConfirmation = "要確認"

    static func status(_ schedule: Schedule) -> String {
        switch schedule.status {
        case .exact: "すべて読めました。"
        case .partial where schedule.hasDates: "読めた部分の日付を出します。ほかの日にもあるかもしれません。"
        case .partial: "読めない部分が日付にかかわるかもしれないので、日付は出しません。"
        case .noDates: "読めましたが、日付は決まりません（「お問い合わせください」と載せます）。"
        case .unread: "読めませんでした。"
        }
    }

    static func unread(_ piece: String, closedField: Int?) -> String {
        closedField == nil ? "読めない部分：「\(piece)」" : "「休み」の読めない部分：「\(piece)」"
    }

    static func suggestion(_ text: String) -> String { "たとえば：\(text)" }

    static let nextDates = "これからの日付："
    static let noneWithinAYear = "この先1年に日付はありません。"

    /// What would be understood in the place of a piece that was not.
    static func remedy(for piece: String) -> String {
        func has(_ words: String...) -> Bool { words.contains { piece.contains($0) } }
        if has("第6", "第７", "第6", "第六", "第０", "第0", "第〇") { return "第1～第5か「最終」を書く（第6週はありません）。例「最終水曜日」" }
        if has("隔週") { return "始まりの日を添える。例「隔週水曜日（2026年4月1日から）」" }
        if has("年末年始", "お盆", "正月", "年始", "年末") { return "休みなら「休み：年末年始」と書く。例「毎週月曜日（年末年始は休み）」" }
        if has("夏休み", "冬休み", "春休み", "夏季休暇", "長期", "学校") { return "休む期間を月や日で書く。例「（8月は休み）」「（7月21日～8月31日は休み）」" }
        if has("営業", "開館", "祝日") { return "開く日か休む日かを書く。例「休み：水曜日（祝日の場合は営業）」" }
        if has("週", "第") { return "曜日まで書く。例「第2・4水曜日」" }
        if has("/", "月", "日") { return "年と曜日を確かめて書く。例「2026年10月3日（土）」" }
        return "日にかかわるなら「第1・3火曜日 13:30～15:30（8月は休み）」のように、かかわらないなら「※」をつけて別の文に書く。"
    }
}
