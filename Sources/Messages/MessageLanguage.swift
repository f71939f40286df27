// In which language kayoi speaks to its editors. (What it says to readers stands in the string tables of the templates.)

package enum MessageLanguage: String, Sendable, CaseIterable {
    case japanese = "ja"
    case english = "en"

    /// One of two wordings of the same sentence.
    package func pick(_ japanese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        self == .japanese ? japanese() : english()
    }
}
