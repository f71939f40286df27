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
private func suspects(in text: ByteScan.Block) -> ByteScan.Block.Marks {
    // Those that differ in few bits are found together: " & ' (and #, which stays), < and >, the lead bytes C2 and E2.
    let markup = text.marks(0x22, in: 0xFA) .| text.marks(0x3C, in: 0xFD)
    let leads = text.marks(0xC2, in: 0xDF) .| text.marks(0xEF)
    return text.controls .| markup .| leads
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
