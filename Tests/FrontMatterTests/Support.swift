// What the tests of front matter share: plain values to compare, and short ways to a document.

import FrontMatter

/// A document's value without places, the common ground of our reader and libyaml.
indirect enum Plain: Equatable, CustomStringConvertible {
    case scalar(String)
    case sequence([Plain])
    case mapping([(String, Plain)])

    init(_ node: Node) {
        switch node.value {
        case .scalar(let string): self = .scalar(string)
        case .sequence(let items): self = .sequence(items.map(Plain.init))
        case .mapping(let fields): self = .mapping(fields.map { ($0.key, Plain($0.value)) })
        }
    }

    static func == (left: Plain, right: Plain) -> Bool {
        switch (left, right) {
        case (.scalar(let a), .scalar(let b)): a.unicodeScalars.elementsEqual(b.unicodeScalars)
        case (.sequence(let a), .sequence(let b)): a == b
        case (.mapping(let a), .mapping(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }
        default: false
        }
    }

    var description: String {
        switch self {
        case .scalar(let string): string.debugDescription
        case .sequence(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
        case .mapping(let fields):
            "{" + fields.map { "\($0.0.debugDescription): \($0.1)" }.joined(separator: ", ") + "}"
        }
    }
}

/// A document with these fields and no body.
func document(_ fields: String, knownKeys: KnownWords = []) -> Document {
    Document(parsing: SourceText(file: "test.md", text: "---\n" + fields + "---\n"), knownKeys: knownKeys)
}

extension Document {
    var plain: Plain { Plain(root.node) }
    var errors: [Fault] { faults.filter { $0.severity == .error } }
}
