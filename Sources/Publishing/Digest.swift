// SHA-256 (FIPS 180-4), by libcrypto because that uses the processor's own instructions.

import CCrypto

struct Digest: Hashable, Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    static let byteCount = 32

    init(of bytes: UnsafeRawBufferPointer) {
        let isDone = withUnsafeMutableBytes(of: &words) {
            EVP_Digest(bytes.baseAddress, bytes.count, $0.baseAddress, nil, algorithm.pointer, nil)
        }
        // libcrypto fails here only without memory, and then Swift stops too.
        precondition(isDone == 1)
    }

    /// From 64 hexadecimal digits.
    init?(hex: ArraySlice<UInt8>) {
        guard hex.count == 2 * Self.byteCount else { return nil }
        let isHex = withUnsafeMutableBytes(of: &words) { bytes in
            var index = hex.startIndex
            for place in bytes.indices {
                guard let high = nibble(hex[index]), let low = nibble(hex[index + 1]) else { return false }
                bytes[place] = high << 4 | low
                index += 2
            }
            return true
        }
        if !isHex { return nil }
    }

    /// 64 hexadecimal digits.
    var hex: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 2 * Self.byteCount) { digits, count in
            withUnsafeBytes(of: words) { bytes in
                for (place, byte) in bytes.enumerated() {
                    digits[2 * place] = hexDigit(byte >> 4)
                    digits[2 * place + 1] = hexDigit(byte & 15)
                }
            }
            count = 2 * Self.byteCount
        }
    }

    static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

    func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

/// Looked up once: libcrypto's own look-up for each text costs a microsecond and a lock.
private let algorithm = Algorithm()

private struct Algorithm: @unchecked Sendable {
    let pointer = EVP_MD_fetch(nil, "SHA256", nil)
}

func hexDigit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 0x30 + nibble : 0x57 + nibble }

private func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
}
