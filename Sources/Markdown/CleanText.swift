// What is never shown: control characters, those that turn the direction of writing and so can make a text look like another,
// the two that are none (XML allows them nowhere), and comments.

import Encoding

/// The text without control characters and bidirectional overrides.
func cleaned(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard var removed = nextRemoved(in: bytes, from: 0) else { return String(decoding: bytes, as: UTF8.self) }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var at = 0
    while true {
        kept += bytes[at..<removed.lowerBound]
        at = removed.upperBound
        guard let next = nextRemoved(in: bytes, from: at) else { break }
        removed = next
    }
    kept += bytes[at...]
    return String(decoding: kept, as: UTF8.self)
}

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

/// Where a text holds such characters; at most 100 places.
func removedRanges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    while ranges.count < 100, let next = nextRemoved(in: bytes, from: ranges.last?.upperBound ?? 0) {
        ranges.append(next)
    }
    return ranges
}

/// The next such character from an offset on.
private func nextRemoved(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    guard let base = bytes.baseAddress else { return nil }
    var at = start
    while true {
        at = ByteScan.first(in: base, from: at, to: bytes.count) { word in
            (ByteScan.below(0x20, word) | ByteScan.zeros(word ^ ByteScan.all(0x7F))
                | ByteScan.zeros(word & ByteScan.all(0xDF) ^ ByteScan.all(0xC2))
                | ByteScan.zeros(word ^ ByteScan.all(0xEF))) & ByteScan.all(0x80)
        }
        guard at < bytes.count else { return nil }
        let length = removedLength(bytes, at)
        if length > 0 { return at..<at + length }
        at += 1
    }
}

/// How many bytes to leave out at an offset: 0 for an ordinary character.
@inline(__always) private func removedLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = bytes[at]
    if byte >= 0x20, byte != 0x7F, byte != 0xE2, byte != 0xC2, byte != 0xEF { return 0 }
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
    if byte == 0x7F { return 1 }
    if byte == 0xC2 { return at + 1 < bytes.count && bytes[at + 1] < 0xA0 ? 2 : 0 }
    guard at + 2 < bytes.count else { return 0 }
    switch (byte, bytes[at + 1], bytes[at + 2]) {
    case (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBF, 0xBE...0xBF): return 3
    default: return 0
    }
}
