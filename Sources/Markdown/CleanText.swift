// Texts as they are typed → as they are taken apart and shown.

import Encoding

/// Typed HTML without its comments; one that is not closed takes all the rest.
package func withoutComments(_ html: String) -> String {
    let bytes = Array(html.utf8)
    var kept: [UInt8] = []
    var at = 0
    while at < bytes.count {
        guard bytes[at...].starts(with: "<!--".utf8) else {
            kept.append(bytes[at])
            at += 1
            continue
        }
        at += 4
        while at < bytes.count, !bytes[at...].starts(with: "-->".utf8) { at += 1 }
        at = min(at + 3, bytes.count)
    }
    return String(decoding: kept, as: UTF8.self)
}

/// Line ends of all kinds as line feeds. (By bytes: to Swift, CR and LF side by side are one character.)
func withPlainLineEnds(_ text: String) -> String {
    var kept: [UInt8] = []
    var last: UInt8 = 0
    for byte in text.utf8 {
        if byte != 0x0A || last != 0x0D { kept.append(byte == 0x0D ? 0x0A : byte) }
        last = byte
    }
    return String(decoding: kept, as: UTF8.self)
}

/// Where a text holds what is never shown; at most 100 places.
func neverShownRanges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    while ranges.count < 100,
        let next = NeverShown.first(in: bytes, (ranges.last?.upperBound ?? 0)..<bytes.count)
    {
        ranges.append(next)
    }
    return ranges
}
