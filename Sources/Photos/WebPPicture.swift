// The picture in a WebP file, without the metadata: libvips 8.14 writes EXIF into one even when told to strip.
//
// WebP container: RFC 9649, section 2; the lossy picture: RFC 6386, section 9.1.

/// One still picture, lossy, as the recipe asks for.
struct WebPPicture {
    let size: PixelSize
    /// A file with nothing but the picture in it.
    let file: [UInt8]

    /// nil where `bytes` are not the file of such a picture.
    init?(_ bytes: [UInt8]) {
        // Chunks with a name, a length, and padding to an even length.
        guard let chunks = chunks(of: bytes), let picture = chunks.first(where: { $0.name == "VP8 " }),
            picture.range.count >= 18
        else { return nil }
        // After the chunk's head, the frame's head of 3 bytes and its start code of 3: width and height, 14 bits each.
        func number(at offset: Int) -> Int {
            let start = picture.range.lowerBound + offset
            return Int(bytes[start]) | Int(bytes[start + 1] & 0x3F) << 8
        }
        size = PixelSize(width: number(at: 14), height: number(at: 16))

        var body = Array("WEBP".utf8)
        if let alpha = chunks.first(where: { $0.name == "ALPH" }) {
            // Which chunks there are: of the profile, alpha, EXIF, XMP and animation only alpha. Then the size, less 1.
            body += Array("VP8X".utf8) + [10, 0, 0, 0, 0x10, 0, 0, 0]
            for length in [size.width, size.height] { body += littleEndian(length - 1, bytes: 3) }
            body += bytes[alpha.range]
        }
        body += bytes[picture.range]
        file = Array("RIFF".utf8) + littleEndian(body.count, bytes: 4) + body
    }
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

private func littleEndian(_ value: Int, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
