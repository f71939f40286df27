// What is never shown: control characters, those that turn the direction of writing and so can make a text look like another,
// the two that are none (XML allows them nowhere), and comments.

/// The text without control characters and bidirectional overrides.
func cleaned(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.indices.contains(where: { removedLength(bytes, $0) > 0 }) else {
        return String(decoding: bytes, as: UTF8.self)
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
        let length = removedLength(bytes, at)
        if length == 0 { kept.append(bytes[at]) }
        at += max(length, 1)
    }
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

/// Where a text holds such characters; at most 100 places.
func removedRanges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for at in bytes.indices where ranges.count < 100 {
        let length = removedLength(bytes, at)
        if length > 0 { ranges.append(at..<at + length) }
    }
    return ranges
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
