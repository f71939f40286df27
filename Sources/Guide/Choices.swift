/// Fields that allow only some words.

import FrontMatter

/// Words, and what each of them means.
struct Choices<Value: Sendable>: Sendable {
    let words: KnownWords
    /// Of each meaning its first word, as shown in messages.
    let shown: [String]
    private let values: [Value]

    /// - Parameter choices: each meaning with all its words.
    init(_ choices: [(Value, [String])]) {
        words = KnownWords(choices.flatMap(\.1))
        shown = choices.map { $0.1[0] }
        values = choices.flatMap { choice in choice.1.map { _ in choice.0 } }
    }

    subscript(word: String) -> Value? { words.number(of: word).map { values[$0] } }
}
