// Pictures as bytes: a plain TIFF to begin with, and a JPEG with everything that phones put into one.

package enum Pictures {
    package typealias Colour = (UInt8, UInt8, UInt8, UInt8)

    /// Uncompressed RGBA; `colour` is asked for the colour of each pixel.
    package static func tiff(_ width: Int, _ height: Int, _ colour: (_ x: Int, _ y: Int) -> Colour) -> [UInt8] {
        let tags: [(tag: Int, type: Int, count: Int, value: Int)] = [
            (256, 4, 1, width), (257, 4, 1, height), (258, 3, 4, 8), (259, 3, 1, 1), (262, 3, 1, 2),
            (273, 4, 1, 16), (277, 3, 1, 4), (278, 4, 1, height), (279, 4, 1, width * height * 4), (338, 3, 1, 2),
        ]
        // The four depths stand at 8, the pixels at 16, the directory after them.
        var bytes = Array("II".utf8) + number(42, 2) + number(16 + width * height * 4, 4)
        for _ in 0..<4 { bytes += number(8, 2) }
        for y in 0..<height {
            for x in 0..<width {
                let (red, green, blue, alpha) = colour(x, y)
                bytes += [red, green, blue, alpha]
            }
        }
        bytes += number(tags.count, 2)
        for entry in tags {
            bytes += number(entry.tag, 2) + number(entry.type, 2) + number(entry.count, 4) + number(entry.value, 4)
        }
        return bytes + number(0, 4)
    }

    /// Red where a picture that lies as it should begins: its upper left quarter. The rest is white.
    package static func redCorner(_ width: Int, _ height: Int) -> [UInt8] {
        tiff(width, height) { x, y in x * 2 < width && y * 2 < height ? (255, 0, 0, 255) : (255, 255, 255, 255) }
    }

    /// A JPEG as a phone would have written it: with all that should never be published.
    package static func fromPhone(_ jpeg: [UInt8], orientation: Int = 1) -> [UInt8] {
        var bytes = Array(jpeg.prefix(2))
        bytes += segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation: orientation))
        bytes += segment(
            0xE1,
            Array(
                """
                http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
                xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description \
                xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" GCamera:MotionPhoto="1" \
                GCamera:MicroVideo="1" GCamera:MicroVideoOffset="64" SECRET="xmp"/></rdf:RDF></x:xmpmeta>
                """.utf8))
        let caption = Array("SECRET caption".utf8)
        let record = [0x1C, 2, 120] + number(caption.count, 2).reversed() + caption
        bytes += segment(
            0xED, Array("Photoshop 3.0\08BIM".utf8) + [4, 4, 0, 0] + number(record.count, 4).reversed() + record)
        bytes += segment(0xFE, Array("SECRET comment".utf8))
        bytes += jpeg.dropFirst(2)
        bytes += number(24, 4).reversed() + Array("ftypmp42\0\0\0\0mp42isom".utf8)
        return bytes + number(32, 4).reversed() + Array("mdatSECRET film of children".utf8)
    }

    /// A PNG with the same, and with texts of all three kinds, of which the compressed one hides what it says.
    package static func withTexts(_ png: [UInt8]) -> [UInt8] {
        let header = 8 + 25
        return Array(png.prefix(header))
            + chunk("tEXt", Array("Author\0SECRET text".utf8))
            // "SECRET hidden" by zlib.
            + chunk(
                "zTXt",
                Array("Comment\0\0".utf8) + [
                    0x78, 0xDA, 0x0B, 0x76, 0x75, 0x0E, 0x72, 0x0D, 0x51, 0xC8, 0xC8, 0x4C, 0x49, 0x49, 0xCD, 0x03,
                    0x00, 0x1B,
                    0xF3, 0x04, 0x53,
                ])
            + chunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0<x SECRET=\"xmp\"/>".utf8))
            + chunk("eXIf", exif(orientation: 1)) + Array(png.dropFirst(header))
    }

    /// A PNG of some bytes that says to be so large: nothing but its beginning and the first bytes of its rows.
    package static func pngClaiming(width: Int, height: Int) -> [UInt8] {
        [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
            + chunk("IHDR", number(width, 4).reversed() + number(height, 4).reversed() + [8, 6, 0, 0, 0])
            + chunk("IDAT", [0x78, 0x9C, 0x63, 0x60, 0x60, 0x60, 0x60]) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in named {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return number(content.count, 4).reversed() + named + number(Int(sum ^ 0xFFFF_FFFF), 4).reversed()
    }

    /// EXIF with the owner, the maker's notes, the position and a thumbnail.
    private static func exif(orientation: Int) -> [UInt8] {
        let owner = Array("SECRET owner\0\0\0\0".utf8)
        let maker = Array("SECRET maker\0\0\0\0".utf8)
        let thumbnail = [0xFF, 0xD8, 0xFF, 0xFE, 0, 18] + Array("SECRET thumbnail".utf8) + [0xFF, 0xD9]
        let seconds = [34, 1, 34, 1, 0, 1].flatMap { number($0, 4) }
        func directory(_ entries: [(tag: Int, type: Int, count: Int, value: Int)], next: Int = 0) -> [UInt8] {
            number(entries.count, 2)
                + entries.flatMap { number($0.tag, 2) + number($0.type, 2) + number($0.count, 4) + number($0.value, 4) }
                + number(next, 4)
        }
        // Lengths first: each directory is 2 + 12 × entries + 4 bytes.
        let (main, private_, position, second) = (8, 8 + 54, 8 + 54 + 18, 8 + 54 + 18 + 66)
        let data = second + 42
        return Array("II".utf8) + number(42, 2) + number(main, 4)
            + directory(
                [
                    (0x010E, 2, owner.count, data), (0x0112, 3, 1, orientation), (0x8769, 4, 1, private_),
                    (0x8825, 4, 1, position),
                ], next: second)
            + directory([(0x927C, 7, maker.count, data + owner.count)])
            + directory([
                (1, 2, 2, 0x4E), (2, 5, 3, data + owner.count + maker.count), (3, 2, 2, 0x45),
                (4, 5, 3, data + owner.count + maker.count), (5, 1, 1, 0),
            ])
            + directory([
                (0x0103, 3, 1, 6), (0x0201, 4, 1, data + owner.count + maker.count + seconds.count),
                (0x0202, 4, 1, thumbnail.count),
            ])
            + owner + maker + seconds + thumbnail
    }

    private static func segment(_ marker: UInt8, _ bytes: [UInt8]) -> [UInt8] {
        [0xFF, marker] + number(bytes.count + 2, 2).reversed() + bytes
    }

    /// Little endian.
    private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

// MARK: What a file is made of

/// The markers of a JPEG from its beginning to its picture, and whether it ends with its end.
package func jpegMarkers(_ bytes: [UInt8]) -> (markers: Set<UInt8>, endsCleanly: Bool) {
    var markers: Set<UInt8> = []
    var at = 2
    while at + 3 < bytes.count {
        guard bytes[at] == 0xFF, bytes[at + 1] != 0, !(0xD0...0xD7).contains(bytes[at + 1]) else {
            // Within the picture's data: on to the next marker.
            at += 1
            continue
        }
        markers.insert(bytes[at + 1])
        at += 2 + Int(bytes[at + 2]) << 8 + Int(bytes[at + 3])
    }
    return (markers, bytes.suffix(2) == [0xFF, 0xD9])
}

/// The names of the chunks of a PNG file; nil where it does not begin as one.
package func pngChunks(_ bytes: [UInt8]) -> Set<String>? {
    guard bytes.starts(with: [0x89] + "PNG\r\n\u{1A}\n".utf8) else { return nil }
    var chunks: Set<String> = []
    var at = 8
    while at + 8 <= bytes.count {
        chunks.insert(String(decoding: bytes[at + 4..<at + 8], as: UTF8.self))
        at += 12 + bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return chunks
}

/// What is in a picture's file other than what draws it: metadata of any kind, in the clear or compressed, and what follows
/// its end. Empty for a picture that tells nothing; nil for what is no picture of the site.
package func extras(of picture: [UInt8]) -> [String]? {
    if picture.starts(with: [0xFF, 0xD8]) {
        // Tables, the frame (progressive) and its scans.
        let (markers, endsCleanly) = jpegMarkers(picture)
        let extra = markers.subtracting([0xDB, 0xC2, 0xC4, 0xDA]).sorted().map { "segment \(String($0, radix: 16))" }
        return extra + (endsCleanly ? [] : ["something after its end"])
    }
    if let chunks = webpChunks(picture) {
        return chunks.subtracting(["VP8 ", "VP8X", "ALPH"]).sorted()
    }
    if let chunks = pngChunks(picture) {
        let end = Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
        return chunks.subtracting(["IHDR", "pHYs", "PLTE", "tRNS", "IDAT", "IEND"]).sorted()
            + (picture.suffix(8).elementsEqual(end) ? [] : ["something after its end"])
    }
    return nil
}

/// The names of the chunks of a WebP file; nil where its length is not as it says.
package func webpChunks(_ bytes: [UInt8]) -> Set<String>? {
    func length(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
    guard bytes.count > 12, length(4) + 8 == bytes.count else { return nil }
    var chunks: Set<String> = []
    var at = 12
    while at + 8 <= bytes.count {
        chunks.insert(String(decoding: bytes[at..<at + 4], as: UTF8.self))
        at += 8 + length(at + 4) + length(at + 4) % 2
    }
    return chunks
}

extension [UInt8] {
    package func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return indices.contains { self[$0] == wanted[0] && self[$0...].starts(with: wanted) }
    }
}
