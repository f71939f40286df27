// Text into markup: what could be read as markup is escaped, what could fool a reader or a parser is removed.

import Encoding

extension OutputBuffer {
    /// Appends text so that it is only ever text, in an element or between the quotes of an attribute.
    ///
    /// `& < > " '` become references. Control characters other than tab and line ends are dropped (HTML forbids them),
    /// and so are the bidirectional embeddings, overrides and isolates U+202A–202E and U+2066–2069, with which a text can
    /// pretend to be another ("Trojan Source", CVE-2021-42574). U+2028 and U+2029 become line feeds: scripts of old
    /// engines end a line there.
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
    // Pairs that differ in one bit are found together: & and ', < and >, the lead bytes C2 and E2.
    let markup =
        ByteScan.zeros(word ^ ByteScan.all(0x22)) | ByteScan.zeros(word & ByteScan.all(0xFE) ^ ByteScan.all(0x26))
        | ByteScan.zeros(word & ByteScan.all(0xFD) ^ ByteScan.all(0x3C))
    return (controls | markup | ByteScan.zeros(word & ByteScan.all(0xDF) ^ ByteScan.all(0xC2))) & ByteScan.all(0x80)
}

/// How many bytes the suspect at `index` has, and what stands for it (nil: itself).
private func verdict(_ base: UnsafePointer<UInt8>, at index: Int, count: Int) -> (length: Int, StaticString?) {
    let left = count - index
    switch base[index] {
    case 0x26: return (1, "&amp;")
    case 0x3C: return (1, "&lt;")
    case 0x3E: return (1, "&gt;")
    case 0x22: return (1, "&quot;")
    case 0x27: return (1, "&#39;")
    case 0x09, 0x0A, 0x0D: return (1, nil)
    case 0xC2:  // U+0080–009F, the controls of Latin-1
        guard left >= 2, 0x80...0x9F ~= base[index + 1] else { return (1, nil) }
        return (2, "")
    case 0xE2:
        guard left >= 3 else { return (1, nil) }
        switch (base[index + 1], base[index + 2]) {
        case (0x80, 0xA8), (0x80, 0xA9): return (3, "\n")
        case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return (3, "")
        default: return (1, nil)
        }
    default: return (1, "")
    }
}
