// Text into markup: what could be read as markup is escaped, what could fool a reader or a parser is removed.

extension OutputBuffer {
    /// Appends text so that it is only ever text, in an element or between the quotes of an attribute.
    ///
    /// `& < > " '` become references. Control characters other than tab and line ends are dropped (HTML forbids them),
    /// and so are the bidirectional embeddings, overrides and isolates U+202A–202E and U+2066–2069, with which a text can
    /// pretend to be another ("Trojan Source", CVE-2021-42574). U+2028 and U+2029 become line feeds: scripts of old
    /// engines end a line there.
    package mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else { return }
        var done = 0
        var index = 0
        while true {
            index = firstSuspect(base, from: index, to: text.count)
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

/// The first place that `verdict` has to look at. Sixteen bytes a step, because most text has none.
@inline(__always)
private func firstSuspect(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 16 <= end {
        let bytes = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD16<UInt8>.self)
        // Pairs that differ in one bit are tested together: & ', < >, and the lead bytes C2 and E2.
        let controls = (bytes .< 0x20) .| (bytes .== 0x7F)
        let markup = (bytes .== 0x22) .| ((bytes & 0xFE) .== 0x26) .| ((bytes & 0xFD) .== 0x3C)
        if any(controls .| markup .| ((bytes & 0xDF) .== 0xC2)) { break }
        index += 16
    }
    while index < end {
        let byte = base[index]
        if byte < 0x20 || byte == 0x7F || byte == 0x22 || byte & 0xFE == 0x26 || byte & 0xFD == 0x3C || byte & 0xDF == 0xC2 {
            return index
        }
        index += 1
    }
    return end
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
