/// Which characters an OpenType font has: its `cmap` table, formats 4 and 12 (OpenType specification 1.9, "cmap").

enum CharacterMap {
    /// The characters of a font file, of a collection those of its first font. Empty for what is no font.
    static func characters(of file: [UInt8]) -> Set<UInt32> {
        let font = BigEndian(bytes: file)
        let start = font.tag(0) == "ttcf" ? font.long(12) : 0
        for record in 0..<font.short(start + 4) {
            let entry = start + 12 + record * 16
            if font.tag(entry) == "cmap" { return characters(font, table: font.long(entry + 8)) }
        }
        return []
    }

    private static func characters(_ font: BigEndian, table: Int) -> Set<UInt32> {
        var characters: Set<UInt32> = []
        var left = most
        for record in 0..<font.short(table + 2) where left > 0 {
            let subtable = table + font.long(table + 4 + record * 8 + 4)
            switch font.short(subtable) {
            case 4: addSegments(font, subtable, to: &characters, &left)
            case 12: addGroups(font, subtable, to: &characters, &left)
            default: break
            }
        }
        return characters
    }

    /// A file that names more, one character again and again, is no font.
    private static let most = 4 << 20

    private static func addSegments(
        _ font: BigEndian, _ table: Int, to characters: inout Set<UInt32>, _ left: inout Int
    ) {
        let count = font.short(table + 6) / 2
        for segment in 0..<count {
            let last = font.short(table + 14 + segment * 2)
            let startAt = table + 16 + count * 2 + segment * 2
            let first = font.short(startAt)
            let (delta, offsetAt) = (font.short(startAt + count * 2), startAt + count * 4)
            let offset = font.short(offsetAt)
            guard first <= last, first != 0xFFFF else { continue }
            left -= last - first + 1
            if left < 0 { return }
            for character in first...last {
                let glyph =
                    offset == 0 ? (character + delta) & 0xFFFF : font.short(offsetAt + offset + (character - first) * 2)
                if glyph != 0 { characters.insert(UInt32(character)) }
            }
        }
    }

    private static func addGroups(
        _ font: BigEndian, _ table: Int, to characters: inout Set<UInt32>, _ left: inout Int
    ) {
        for group in 0..<min(font.long(table + 12), font.bytes.count / 12) {
            let at = table + 16 + group * 12
            let (first, last) = (font.long(at), min(font.long(at + 4), 0x10FFFF))
            guard first <= last else { continue }
            left -= last - first + 1
            if left < 0 { return }
            characters.formUnion(UInt32(first)...UInt32(last))
        }
    }
}

/// Numbers as OpenType writes them; 0 beyond the end.
private struct BigEndian {
    let bytes: [UInt8]

    func short(_ at: Int) -> Int { at >= 0 && at + 1 < bytes.count ? Int(bytes[at]) << 8 | Int(bytes[at + 1]) : 0 }
    func long(_ at: Int) -> Int { short(at) << 16 | short(at + 2) }
    func tag(_ at: Int) -> String { String(decoding: bytes.dropFirst(at).prefix(4), as: UTF8.self) }
}
