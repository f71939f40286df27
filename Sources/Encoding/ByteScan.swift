/// Looks through UTF-8 for the few bytes that cannot stand as they are, many at a time: nearly all text has none.

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

    /// The first place from `start` on at which a byte is a suspect; `end` where there is none. Sixteen at a time, for texts
    /// that are mostly read to their end.
    ///
    /// - Parameter suspects: says which of sixteen bytes are suspects. Behind the end it is shown spaces: should it mind
    ///   those, the end is found all the same.
    @inlinable @inline(__always)
    package static func first(
        in base: UnsafePointer<UInt8>, from start: Int, to end: Int, _ suspects: (Block) -> Block.Marks
    ) -> Int {
        var index = start
        while index + 16 <= end {
            let found = Found(suspects(UnsafeRawPointer(base + index).loadUnaligned(as: Block.self)))
            if let first = found.first { return index + first }
            index += 16
        }
        guard index < end else { return end }
        // The last ones, with some before them once more or with spaces behind them.
        let from = max(end - 16, 0)
        let last =
            end < 16 ? short(base, end) : UnsafeRawPointer(base + from).loadUnaligned(as: Block.self)
        return Found(suspects(last)).from(index - from).first.map { min(from + $0, end) } ?? end
    }

    @usableFromInline package typealias Block = SIMD16<UInt8>

    /// Fewer than sixteen bytes, with spaces behind them.
    @inlinable @inline(__always)
    static func short(_ base: UnsafePointer<UInt8>, _ count: Int) -> Block {
        var words = SIMD2<UInt64>(repeating: all(0x20))
        if count >= 8 {
            words[0] = load(base)
            words[1] = load(base + count - 8) >> UInt64(8 * (16 - count)) | words[1] << UInt64(8 * (count - 8))
        } else {
            for offset in 0..<count { words[0] ^= (UInt64(base[offset]) ^ 0x20) << UInt64(8 * offset) }
        }
        return unsafeBitCast(words, to: Block.self)
    }

    /// Which of sixteen bytes were found: eight bits each.
    @usableFromInline
    struct Found {
        @usableFromInline var words: SIMD2<UInt64>

        @inlinable @inline(__always)
        init(_ marks: Block.Marks) { words = unsafeBitCast(marks, to: SIMD2<UInt64>.self) }

        @inlinable @inline(__always)
        var first: Int? {
            if words[0] | words[1] == 0 { return nil }
            return words[0] != 0 ? words[0].trailingZeroBitCount / 8 : 8 + words[1].trailingZeroBitCount / 8
        }

        /// Without those before a place.
        @inlinable @inline(__always)
        func from(_ place: Int) -> Found {
            var later = self
            later.words[0] &= .max << UInt64(8 * place)
            later.words[1] &= .max << UInt64(8 * max(place - 8, 0))
            return later
        }
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
        _ text: UnsafeBufferPointer<UInt8>, suspects: (ByteScan.Block) -> ByteScan.Block.Marks,
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

extension SIMD16<UInt8> {
    @usableFromInline package typealias Marks = SIMDMask<SIMD16<Int8>>

    /// Which bytes are the same as one.
    @inlinable @inline(__always)
    package func marks(_ byte: UInt8) -> Marks { self .== SIMD16(repeating: byte) }

    /// Which bytes are the same as one in the bits of a mask.
    @inlinable @inline(__always)
    package func marks(_ byte: UInt8, in mask: UInt8) -> Marks { (self & SIMD16(repeating: mask)).marks(byte) }

    /// Which bytes are below a limit.
    @inlinable @inline(__always)
    package func marks(below limit: UInt8) -> Marks { self .< SIMD16(repeating: limit) }

    /// Control characters, ASCII's last among them.
    @inlinable @inline(__always)
    package var controls: Marks { marks(below: 0x20) .| marks(0x7F) }
}
