/// A text as a key of its bytes: for tables of many texts, where `String` would spend most of the time on comparing
/// other spellings of the same characters.

import FrontMatter

/// Equal where every byte is. Texts that Unicode calls equal and that differ in bytes (が, か + ゛) are two.
struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.withBytes { left in right.text.withBytes { left.isSame(as: $0) } }
    }

    func hash(into hasher: inout Hasher) {
        text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension String {
    /// In the order of bytes.
    func stands(before other: String) -> Bool {
        withBytes { bytes in
            other.withBytes { others in
                let order = bytes.order(others)
                return order < 0 || order == 0 && bytes.count < others.count
            }
        }
    }
}
