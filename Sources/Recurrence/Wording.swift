/// The words of schedules in the languages of guides and editors: everything that this module says to people.

import Messages

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

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

    static func status(_ schedule: Schedule, _ language: MessageLanguage) -> String {
        switch schedule.status {
        case .exact: language.pick("すべて読めました。", "All of it is understood.")
        case .partial where schedule.hasDates:
            language.pick(
                "読めた部分の日付を出します。ほかの日にもあるかもしれません。",
                "What is understood gives the dates; there may be others.")
        case .partial:
            language.pick(
                "読めない部分が日付にかかわるかもしれないので、日付は出しません。",
                "What is not understood may change the dates, so none are shown.")
        case .noDates:
            language.pick(
                "読めましたが、日付は決まりません（「お問い合わせください」と載せます）。",
                "Understood, but it tells no dates; readers are told to ask.")
        case .unread: language.pick("読めませんでした。", "Not understood.")
        }
    }

    static func unread(_ piece: String, closedField: Int?, _ language: MessageLanguage) -> String {
        closedField == nil
            ? language.pick("読めない部分：「\(piece)」", "Not understood: “\(piece)”")
            : language.pick("「休み」の読めない部分：「\(piece)」", "Not understood in “closed”: “\(piece)”")
    }

    static func suggestion(_ text: String, _ language: MessageLanguage) -> String {
        language.pick("たとえば：\(text)", "For example: \(text)")
    }

    static func nextDates(_ language: MessageLanguage) -> String { language.pick("これからの日付：", "The next dates:") }

    static func noneWithinAYear(_ language: MessageLanguage) -> String {
        language.pick("この先1年に日付はありません。", "No date within a year.")
    }

    /// What would be understood in the place of a piece that was not.
    static func remedy(for piece: String, _ language: MessageLanguage) -> String {
        // By bytes: a large guide has thousands of such pieces.
        func has(_ words: String...) -> Bool { words.contains { strstr(piece, $0) != nil } }
        if has("第6", "第６", "第六", "第7", "第７", "第0", "第０", "第〇") {
            return language.pick(
                "第1～第5か「最終」を書く（第6週はありません）。例「最終水曜日」",
                "a month has 第1 to 第5 and 最終 (the last): 最終水曜日")
        }
        if isSpanOfTimes(piece) {
            return language.pick(
                "終わりの時刻を、始まりより後の時刻で書く。例「13:00～15:00」「19:00～翌1:00」",
                "an end after its beginning: 13:00～15:00, 19:00～翌1:00")
        }
        if has("隔週") {
            return language.pick(
                "始まりの日を添える。例「隔週水曜日（2026年4月1日から）」", "say from which day: 隔週水曜日（2026年4月1日から）")
        }
        if has("年末年始", "お盆", "正月", "年始", "年末") {
            return language.pick(
                "休みなら「休み：年末年始」と書く。例「毎週月曜日（年末年始は休み）」", "if it is closed then: 毎週月曜日（年末年始は休み）")
        }
        if has("夏休み", "冬休み", "春休み", "夏季休暇", "長期", "学校") {
            return language.pick(
                "休む期間を月や日で書く。例「（8月は休み）」「（7月21日～8月31日は休み）」",
                "say by months or days when it is closed: （8月は休み）, （7月21日～8月31日は休み）")
        }
        if has("営業", "開館", "祝日") {
            return language.pick(
                "開く日か休む日かを書く。例「休み：水曜日（祝日の場合は営業）」", "say whether it is open or closed: 休み：水曜日（祝日の場合は営業）")
        }
        if has("週", "第") { return language.pick("曜日まで書く。例「第2・4水曜日」", "name the weekday too: 第2・4水曜日") }
        if has("/", "月", "日") {
            return language.pick(
                "年と曜日を確かめて書く。例「2026年10月3日（土）」", "check the year and the weekday: 2026年10月3日（土）")
        }
        return language.pick(
            "日にかかわるなら「第1・3火曜日 13:30～15:30（8月は休み）」のように、かかわらないなら「※」をつけて別の文に書く。",
            "if it changes the dates, write as in “1st & 3rd Tuesday 13:30-15:30 (closed: Aug)”; if not, put it into a "
                + "sentence of its own after ※")
    }

    /// 15:00〜13:00: digits and what joins times, and nothing else.
    private static func isSpanOfTimes(_ piece: String) -> Bool {
        let scalars = FoldedText(piece).scalars
        let isTime = scalars.contains(0x3A) || scalars.contains(0x6642)  // : 時
        return isTime && scalars.allSatisfy { 0x30...0x39 ~= $0 || timeScalars.contains($0) }
    }

    private static let timeScalars = Set("-~: 時分半午前後から".unicodeScalars.map(\.value))
}
