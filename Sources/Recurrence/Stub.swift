enum Wording { static let needsConfirmation = "要確認" }
extension Schedule {
    package enum Language { case japanese, plainJapanese, english }
    package func sentence(in language: Language) -> String { "" }
    package func recurrenceRules(from first: Day, to last: Day) -> [String] { [] }
    package func explanation(from: Day) -> String { "" }
}
