// From the bytes on disk to UTF-8: a byte order mark, Shift_JIS from Windows, and files that are neither.

import Encoding
import Glibc

/// UTF-8 made from the bytes of a file, and what had to be said about it.
struct DecodedText {
    var bytes: [UInt8]
    var encoding: SourceText.Encoding
    var faults: [Fault] = []

    init(_ raw: [UInt8]) {
        guard let invalid = firstInvalidOffset(in: raw) else {
            bytes = raw
            encoding = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? .utf8WithByteOrderMark : .utf8
            if encoding == .utf8WithByteOrderMark { faults = [Fault(.byteOrderMark, 0..<3)] }
            return
        }
        if let converted = shiftJISToUTF8(raw) {
            bytes = converted
            encoding = .shiftJIS
            faults = [Fault(.shiftJIS, 0..<min(1, converted.count))]
        } else if let (converted, place, byte) = brokenShiftJISToUTF8(raw) {
            bytes = converted
            encoding = .unknown
            faults = [Fault(.invalidShiftJIS(byte: byte), place..<place + 3)]
        } else {
            bytes = Array(String(decoding: raw, as: UTF8.self).utf8)
            encoding = .unknown
            let byte = raw[invalid]
            let kind: Fault.Kind = isEUCJP(raw) ? .eucJP : .invalidUTF8(byte: byte)
            faults = [Fault(kind, invalid..<min(invalid + 3, bytes.count))]
        }
    }
}

/// The offset of the first byte that is not UTF-8.
private func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    let start = plainLength(of: bytes)
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span.extracting(droppingFirst: start))
        return nil
    } catch {
        return start + error.byteOffsets.lowerBound
    }
}

/// How many bytes at the beginning are ASCII and characters of three bytes: nearly all of a Japanese text, which is told
/// by looking at eight bytes at a time. What follows has to be looked at more closely.
private func plainLength(of bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { bytes in
        var at = 0
        while at + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            let wide = word & ByteScan.all(0x80)
            if wide & 0xFF != 0 {
                // E0 and ED do not begin with whatever follows.
                guard word & 0xC0_C0F0 == 0x80_80E0, word & 0x0F != 0, word & 0x0F != 0x0D else { break }
                at += 3
            } else {
                at += wide == 0 ? 8 : wide.trailingZeroBitCount / 8
            }
        }
        return at
    }
}

/// The text if these bytes are Japanese in Shift_JIS; nil rather than mojibake.
private func shiftJISToUTF8(_ raw: [UInt8]) -> [UInt8]? {
    guard !looksLikeBrokenUTF8(raw), let converted = iconvert(raw, from: "CP932") else { return nil }
    return looksJapanese(converted) ? converted : nil
}

/// Whether these bytes are Japanese in EUC-JP. That is not read, but said.
private func isEUCJP(_ raw: [UInt8]) -> Bool {
    // Bytes of Shift_JIS would be controls.
    guard !raw.contains(where: { 0x80..<0xA0 ~= $0 && $0 != 0x8E && $0 != 0x8F }), !looksLikeBrokenUTF8(raw),
        let converted = iconvert(raw, from: "EUC-JP")
    else { return false }
    return looksJapanese(converted)
}

/// The text if these bytes are Japanese in Shift_JIS but for a few, which become U+FFFD; and where the first of them is.
private func brokenShiftJISToUTF8(_ raw: [UInt8]) -> (bytes: [UInt8], place: Int, byte: UInt8)? {
    guard !looksLikeBrokenUTF8(raw) else { return nil }
    var first: (place: Int, byte: UInt8)?
    let converted = iconvert(raw, from: "CP932", replacing: 8) { place, byte in first = first ?? (place, byte) }
    guard let converted, let first, looksJapanese(converted) else { return nil }
    return (converted, first.place, first.byte)
}

/// Text with more sound UTF-8 sequences than broken ones is UTF-8 with a fault in it.
private func looksLikeBrokenUTF8(_ raw: [UInt8]) -> Bool {
    let replaced = String(decoding: raw, as: UTF8.self).unicodeScalars
    let wide = replaced.count { $0.value > 0x7FF && $0 != "\u{FFFD}" }
    return wide > 0 && wide * 2 > replaced.count { $0 == "\u{FFFD}" }
}

/// Real Japanese has kana or words of several kanji. Other encodings read as Shift_JIS give half-width kana and lone kanji.
private func looksJapanese(_ bytes: [UInt8]) -> Bool {
    var japanese = 0
    var halfWidth = 0
    var hasWord = false
    var previousIsKanji = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        let isKanji = (0x4E00...0x9FFF).contains(scalar.value)
        let isKana = (0x3041...0x30FF).contains(scalar.value)
        if isKanji || isKana { japanese += 1 }
        if isKana || (isKanji && previousIsKanji) { hasWord = true }
        if (0xFF61...0xFF9F).contains(scalar.value) { halfWidth += 1 }
        if (0xE000...0xF8FF).contains(scalar.value) { return false }
        previousIsKanji = isKanji
    }
    return hasWord && japanese > 2 * halfWidth
}

/// Converts by the C library; nil where more bytes have no meaning than are to be replaced by U+FFFD.
///
/// - Parameter replaced: is told of each of them, and where in the text it would be.
private func iconvert(
    _ raw: [UInt8], from encoding: String, replacing limit: Int = 0, _ replaced: (Int, UInt8) -> Void = { _, _ in }
) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = raw.map { CChar(bitPattern: $0) }
    // A character of one or two bytes becomes three at most.
    let capacity = raw.count * 3
    return input.withUnsafeMutableBufferPointer { input in
        [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            output.withMemoryRebound(to: CChar.self) { output in
                var source = input.baseAddress
                var target = output.baseAddress
                var sourceLeft = input.count
                var targetLeft = capacity
                var left = limit
                while iconv(converter, &source, &sourceLeft, &target, &targetLeft) == Int(bitPattern: UInt.max) {
                    guard left > 0, errno == EILSEQ || errno == EINVAL, let bad = source, sourceLeft > 0,
                        targetLeft >= 3
                    else { return }
                    replaced(capacity - targetLeft, UInt8(bitPattern: bad.pointee))
                    for byte: UInt8 in [0xEF, 0xBF, 0xBD] {
                        target?.pointee = CChar(bitPattern: byte)
                        target = target?.advanced(by: 1)
                    }
                    (source, sourceLeft, targetLeft, left) = (bad + 1, sourceLeft - 1, targetLeft - 3, left - 1)
                }
                if sourceLeft == 0 { count = capacity - targetLeft }
            }
        }
    }.nonEmpty
}

extension [UInt8] {
    fileprivate var nonEmpty: [UInt8]? { isEmpty ? nil : self }
}
