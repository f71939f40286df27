/// Looks through UTF-8 for the few bytes that cannot stand as they are, eight at a time: nearly all text has none.

@usableFromInline
package enum ByteScan {
    /// The first place from `start` on at which a byte is a suspect; `end` where there is none.
    ///
    /// - Parameter suspects: sets the high bit of each of eight bytes that is one; above the lowest such byte these may
    ///   be wrong, and all other bits are of no matter. Behind the end it is shown spaces: should it mind those, the end is
    ///   found all the same.
    @inlinable @inline(__always)
    package static func first(
        in base: UnsafePointer<UInt8>, from start: Int, to end: Int, _ suspects: (UInt64) -> UInt64
    ) -> Int {
        var index = start
        while index + 8 <= end {
            let found = suspects(load(base + index)) & all(0x80)
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        let left = end - index
        guard left > 0 else { return end }
        // The last ones, with spaces behind them.
        var word: UInt64 = all(0x20)
        if end >= 8 {
            word = word << UInt64(8 * left) | load(base + end - 8) >> UInt64(64 - 8 * left)
        } else {
            for offset in 0..<left { word ^= (UInt64(base[index + offset]) ^ 0x20) << UInt64(8 * offset) }
        }
        let found = suspects(word) & all(0x80)
        return found == 0 ? end : index + found.trailingZeroBitCount / 8
    }

    /// Eight times the same byte.
    @inlinable @inline(__always)
    package static func all(_ byte: UInt64) -> UInt64 { 0x0101_0101_0101_0101 &* byte }

    /// The high bit of each byte that is 0, and maybe of some above it.
    @inlinable @inline(__always)
    package static func zeros(_ word: UInt64) -> UInt64 { (word &- all(1)) & ~word }

    /// The high bit of each byte below a limit of at most 0x80, and maybe of some above it.
    @inlinable @inline(__always)
    package static func below(_ limit: UInt64, _ word: UInt64) -> UInt64 { (word &- all(limit)) & ~word }

    @inlinable @inline(__always)
    static func load(_ start: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    }
}

extension [UInt8] {
    /// Appends text, with something else in place of its suspects.
    ///
    /// - Parameters:
    ///   - suspects: as `ByteScan.first` wants it.
    ///   - instead: how many bytes the suspect at an offset has, and what stands for it (nil: itself).
    @inlinable @inline(__always)
    package mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, suspects: (UInt64) -> UInt64,
        instead: (_ base: UnsafePointer<UInt8>, _ offset: Int, _ end: Int) -> (length: Int, StaticString?)
    ) {
        guard let base = text.baseAddress else { return }
        var done = 0
        var index = 0
        while true {
            index = ByteScan.first(in: base, from: index, to: text.count, suspects)
            guard index < text.count else { break }
            let (length, replacement) = instead(base, index, text.count)
            if let replacement {
                append(run: UnsafeBufferPointer(start: base + done, count: index - done))
                replacement.withUTF8Buffer { append(run: $0) }
                done = index + length
            }
            index += length
        }
        append(run: UnsafeBufferPointer(start: base + done, count: text.count - done))
    }
}
