// Text into markup: what could be read as markup is escaped, what could fool a reader or a parser is removed.

import Encoding

extension OutputBuffer {
    /// Appends text so that it is only ever text, in an element or between the quotes of an attribute.
    ///
    /// `& < > " '` become references; what is never shown is dropped, U+2028 and U+2029 become line feeds.
    @usableFromInline
    package mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        var done = 0
        var index = 0
        while true {
            index = ByteScan.first(in: base, from: index, to: text.count, suspects)
            guard index < text.count else { break }
            let (length, replacement) = verdict(base, at: index, count: text.count)
            if let replacement {
                append(UnsafeBufferPointer(start: base + done, count: index - done))
                replacement.withUTF8Buffer { append($0) }
                done = index + length
            }
            index += length
        }
        append(UnsafeBufferPointer(start: base + done, count: text.count - done))
    }
}

/// What `verdict` has to look at.
private func suspects(in word: UInt64) -> UInt64 {
    let controls = ByteScan.below(0x20, word) | ByteScan.zeros(word ^ ByteScan.all(0x7F))
    // Those that differ in few bits are found together: " & ' (and #, which stays), < and >, the lead bytes C2 and E2.
    let markup =
        ByteScan.zeros(word & ByteScan.all(0xFA) ^ ByteScan.all(0x22))
        | ByteScan.zeros(word & ByteScan.all(0xFD) ^ ByteScan.all(0x3C))
    let leads =
        ByteScan.zeros(word & ByteScan.all(0xDF) ^ ByteScan.all(0xC2)) | ByteScan.zeros(word ^ ByteScan.all(0xEF))
    return (controls | markup | leads) & ByteScan.all(0x80)
}

/// How many bytes the suspect at `index` has, and what stands for it (nil: itself).
private func verdict(_ base: UnsafePointer<UInt8>, at index: Int, count: Int) -> (length: Int, StaticString?) {
    switch base[index] {
    case 0x26: return (1, "&amp;")
    case 0x3C: return (1, "&lt;")
    case 0x3E: return (1, "&gt;")
    case 0x22: return (1, "&quot;")
    case 0x27: return (1, "&#39;")
    default:
        let length = NeverShown.length(base, at: index, end: count)
        if length == 0 { return (1, nil) }
        return (length, NeverShown.isLineEnd(base, at: index, length: length) ? "\n" : "")
    }
}
