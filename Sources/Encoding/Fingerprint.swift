/// A number by which bytes are told apart: 64 bits, the same in every process. Whoever looks for two texts with the same
/// one finds them, so nothing may rest on it that somebody would want to break.
package struct Fingerprint: Hashable, Sendable {
    package private(set) var bits: UInt64 = 0x9E37_79B9_7F4A_7C15

    package init() {}

    package init(_ bytes: UnsafeRawBufferPointer) { add(bytes) }

    /// Eight bytes at a time, multiplied into 64 bits.
    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        bits ^= UInt64(bytes.count)
        for at in stride(from: 0, to: bytes.count & ~7, by: 8) {
            add(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        }
        // The last ones, with some before them once more where there are any.
        if bytes.count >= 8 {
            add(bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
        } else {
            add(bytes.reduce(0) { $0 << 8 | UInt64($1) })
        }
    }

    package mutating func add(_ word: UInt64) {
        let product = (bits ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        bits = product.low ^ product.high
    }
}
