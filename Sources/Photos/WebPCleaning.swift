// Metadata out of a WebP file, because libvips 8.14 writes EXIF into one even when told to strip.

/// The file with nothing but its (one, still) picture; nil where it is no WebP file.
///
/// WebP container: RFC 9649, section 2. Chunks of a name, a length and padding to an even length; "VP8X" says which
/// others follow, and is left out where only the picture itself does.
func withoutMetadata(webp bytes: [UInt8]) -> [UInt8]? {
    guard let chunks = chunks(of: bytes) else { return nil }
    let picture = chunks.filter { ["VP8X", "ALPH", "VP8 ", "VP8L"].contains($0.name) }
    let isSimple = !picture.contains { $0.name == "ALPH" }
    guard picture.contains(where: { ["VP8 ", "VP8L"].contains($0.name) }) else { return nil }

    var body = Array("WEBP".utf8)
    for chunk in picture where !(isSimple && chunk.name == "VP8X") {
        let start = body.count
        body += bytes[chunk.range]
        // The flags of a colour profile, EXIF and XMP.
        if chunk.name == "VP8X", chunk.range.count > 8 { body[start + 8] &= ~(0x20 | 0x08 | 0x04) }
    }
    return Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: body.count >> (8 * $0)) } + body
}

/// Each chunk with its head and its padding.
private func chunks(of bytes: [UInt8]) -> [(name: String, range: Range<Int>)]? {
    guard bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) else {
        return nil
    }
    var chunks: [(name: String, range: Range<Int>)] = []
    var start = 12
    while start + 8 <= bytes.count {
        let length = bytes[start + 4..<start + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
        let end = start + 8 + length + length % 2
        guard end <= bytes.count else { return nil }
        chunks.append((String(decoding: bytes[start..<start + 4], as: UTF8.self), start..<end))
        start = end
    }
    return chunks
}
