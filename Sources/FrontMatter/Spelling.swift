// The bytes of a text, and whether no other bytes are the same text to Unicode.

import Encoding
import Glibc

extension UnsafeBufferPointer<UInt8> {
    /// Below zero where these bytes stand before the others, as far as both go.
    package func order(_ others: UnsafeBufferPointer<UInt8>) -> Int {
        guard let start = baseAddress, let other = others.baseAddress else { return 0 }
        return Int(memcmp(start, other, Swift.min(count, others.count)))
    }

    package func isSame(as others: UnsafeBufferPointer<UInt8>) -> Bool { count == others.count && order(others) == 0 }
}

extension String {
    /// A part of a text that is valid UTF-8. To look whether it is valid once more would take longer than to copy it.
    package init(part range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
        // Within a character a part begins or ends with what is not valid by itself.
        func divides(_ at: Int) -> Bool { at < text.count && text[at] & 0xC0 == 0x80 }
        self =
            divides(range.lowerBound) || divides(range.upperBound)
            ? String(decoding: text[range], as: UTF8.self)
            : String(copying: UTF8Span(unchecked: text.span.extracting(range)))
    }

    /// True where Unicode calls no other bytes the same text: ASCII, kana, kanji and signs, no combining marks. False is a
    /// doubt, not an answer.
    package var hasOneSpelling: Bool {
        withBytes { bytes in
            var at = 0
            while at < bytes.count {
                let length = composedLength(bytes, at)
                guard length > 0 else { return false }
                at += length
            }
            return true
        }
    }
}

/// The length of a character that stands composed and joins with none; 0 for all of which that is not sure.
private func composedLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = bytes[at]
    if byte < 0x80 { return 1 }
    guard at + 2 < bytes.count else { return 0 }
    switch (byte, bytes[at + 1], bytes[at + 2]) {
    // U+302A–302F and U+3099, U+309A combine.
    case (0xE3, 0x80, 0xAA...0xAF), (0xE3, 0x82, 0x99...0x9A): return 0
    // Kana, kanji, full-width forms; signs such as ①, ☆, ♪.
    case (0xE3...0xE9, _, _), (0xEF, 0xBC...0xBF, _), (0xE2, 0x91, _), (0xE2, 0x94...0x9D, _): return 3
    // Typographic dashes and quotes.
    case (0xE2, 0x80, 0x90...0xA7): return 3
    default: return 0
    }
}
