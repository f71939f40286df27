/// A text as a key of its bytes: for tables of many texts, where `String` would spend most of the time on comparing
/// other spellings of the same characters.

import FrontMatter
import Glibc

/// Equal where every byte is. Texts that Unicode calls equal and that differ in bytes (が, か + ゛) are two.
struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.withBytes { left in right.text.withBytes { left.count == $0.count && left.order($0) == 0 } }
    }

    func hash(into hasher: inout Hasher) {
        text.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Below zero where these bytes stand before the others, as far as both go.
    func order(_ others: UnsafeBufferPointer<UInt8>) -> Int {
        guard let start = baseAddress, let other = others.baseAddress else { return 0 }
        return Int(memcmp(start, other, Swift.min(count, others.count)))
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
