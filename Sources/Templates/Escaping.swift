// Text into markup: what could be read as markup is escaped, what could fool a reader or a parser is removed.

import Encoding

extension OutputBuffer {
    /// Appends text so that it is only ever text, in an element or between the quotes of an attribute.
    ///
    /// `& < > " '` become references; what is never shown is dropped, U+2028 and U+2029 become line feeds.
    @usableFromInline
    package mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        append(text, suspects: suspects, instead: verdict)
    }
}

/// What `verdict` has to look at.
@inline(__always)
private func suspects(in word: UInt64) -> UInt64 {
    let controls = ByteScan.below(0x20, word) | ByteScan.zeros(word ^ ByteScan.all(0x7F))
    // Those that differ in few bits are found together: " & ' (and #, which stays), < and >, the lead bytes C2 and E2.
    let markup =
        ByteScan.zeros(word & ByteScan.all(0xFA) ^ ByteScan.all(0x22))
        | ByteScan.zeros(word & ByteScan.all(0xFD) ^ ByteScan.all(0x3C))
    let leads =
        ByteScan.zeros(word & ByteScan.all(0xDF) ^ ByteScan.all(0xC2)) | ByteScan.zeros(word ^ ByteScan.all(0xEF))
    return controls | markup | leads
}

/// How many bytes the suspect at an offset has, and what stands for it (nil: itself).
@inline(__always)
private func verdict(_ base: UnsafePointer<UInt8>, _ offset: Int, _ end: Int) -> (length: Int, StaticString?) {
    switch base[offset] {
    case 0x26: (1, "&amp;")
    case 0x3C: (1, "&lt;")
    case 0x3E: (1, "&gt;")
    case 0x22: (1, "&quot;")
    case 0x27: (1, "&#39;")
    default: NeverShown.instead(base, offset, end)
    }
}
