/// The preview's own words for editors, in Japanese and English.

import FrontMatter
import Messages

enum Wording {
    static func waiting(_ language: MessageLanguage) -> String {
        language.pick("サイトはまだできていません", "There is no site yet")
    }

    static func title(errors: Int, warnings: Int, _ language: MessageLanguage) -> String {
        func part(_ count: Int, _ ja: String, _ en: String) -> String? {
            count == 0 ? nil : language.pick("\(ja) \(count)件", "\(count) \(en)\(count == 1 ? "" : "s")")
        }
        return [part(errors, "エラー", "error"), part(warnings, "注意", "warning")]
            .compactMap(\.self).joined(separator: language.pick("、", ", "))
    }

    static func stale(_ language: MessageLanguage) -> String {
        language.pick("直すまで、最後にできたページを表示しています。", "Until this is mended, you see the page as it was last built.")
    }

    static func more(_ count: Int, _ language: MessageLanguage) -> String {
        language.pick("ほかに \(count)件あります。", "And \(count) more.")
    }

    static func severity(_ severity: Severity, isNew: Bool, _ language: MessageLanguage) -> String {
        let word = severity == .error ? language.pick("エラー", "Error") : language.pick("注意", "Warning")
        return isNew ? language.pick("新しい\(word)", "New: \(word.lowercased())") : word
    }

    static func open(_ language: MessageLanguage) -> String { language.pick("開く", "Open") }
    static func close(_ language: MessageLanguage) -> String { language.pick("たたむ", "Fold") }
}
