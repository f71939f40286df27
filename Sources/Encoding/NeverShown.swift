/// What is never shown: one table for all that reads people's texts and all that writes them into pages.

extension Unicode.Scalar {
    /// Characters that no reader sees and with which a text can pretend to be another: control characters, those that turn
    /// the direction of writing ("Trojan Source", CVE-2021-42574), line ends that few programs show as such, a byte order
    /// mark, and the two that are none (XML allows them nowhere). A tab and the usual line ends are shown.
    ///
    /// The marks U+200E and U+200F stay in texts: they turn nothing but themselves, and belong to some scripts.
    @inlinable
    package var isNeverShown: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}

package enum NeverShown {
    /// How many bytes the character at an offset has, if it is one of them; 0 for all others.
    @inlinable @inline(__always)
    package static func length(_ base: UnsafePointer<UInt8>, at offset: Int, end: Int) -> Int {
        let scalar: UInt32
        let length: Int
        switch base[offset] {
        case let byte where byte < 0x80: (scalar, length) = (UInt32(byte), 1)
        case 0xC2 where end - offset >= 2: (scalar, length) = (UInt32(base[offset + 1]), 2)
        case let lead where (lead == 0xE2 || lead == 0xEF) && end - offset >= 3:
            let (second, third) = (UInt32(base[offset + 1] & 0x3F), UInt32(base[offset + 2] & 0x3F))
            (scalar, length) = (UInt32(lead & 0x0F) << 12 | second << 6 | third, 3)
        default: return 0
        }
        return Unicode.Scalar(scalar)?.isNeverShown == true ? length : 0
    }

    /// U+2028 or U+2029: where one is left out, a line feed keeps the words apart.
    @inlinable @inline(__always)
    package static func isLineEnd(_ base: UnsafePointer<UInt8>, at offset: Int, length: Int) -> Bool {
        length == 3 && base[offset + 1] == 0x80 && base[offset + 2] & 0xFE == 0xA8
    }

    /// The bytes of the first of them in a part of a text.
    package static func first(in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Range<Int>? {
        guard let base = text.baseAddress else { return nil }
        var offset = part.lowerBound
        while true {
            offset = ByteScan.first(in: base, from: offset, to: part.upperBound, suspects)
            guard offset < part.upperBound else { return nil }
            let length = length(base, at: offset, end: part.upperBound)
            if length > 0 { return offset..<offset + length }
            offset += 1
        }
    }

    /// Control characters without the line feed, which is in every text; lead bytes of what is looked for.
    @inline(__always)
    private static func suspects(in text: ByteScan.Block) -> ByteScan.Block.Marks {
        text.controls .& .!text.marks(0x0A) .| text.marks(0xC2, in: 0xDF) .| text.marks(0xEF)
    }

    /// How many bytes the suspect at an offset has, and what stands for it (nil: itself).
    @inlinable @inline(__always)
    package static func instead(
        _ base: UnsafePointer<UInt8>, _ offset: Int, _ end: Int
    ) -> (length: Int, StaticString?) {
        let length = length(base, at: offset, end: end)
        if length == 0 { return (1, nil) }
        return (length, isLineEnd(base, at: offset, length: length) ? "\n" : "")
    }

    /// The text without them.
    package static func text(without text: UnsafeBufferPointer<UInt8>) -> String {
        var shown: [UInt8] = []
        shown.reserveCapacity(text.count)
        shown.append(text, suspects: suspects, instead: instead)
        return String(decoding: shown, as: UTF8.self)
    }
}

extension String {
    /// Without what is never shown; U+2028 and U+2029 are line feeds. Nearly all texts are so already.
    package var shown: String {
        withBytes { bytes in
            NeverShown.first(in: bytes, 0..<bytes.count) == nil ? nil : NeverShown.text(without: bytes)
        } ?? self
    }
}
