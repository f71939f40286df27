// A file of templates/ or strings/, and where in it something stands.

/// The bytes of a file under `templates/`, its name there, and the path that messages show.
package struct TemplateFile: Sendable {
    /// Relative to `templates/`, with `/`: `parts/map.mustache`.
    package let name: String
    /// As the editor knows it: `templates/parts/map.mustache`, or the name with a note that it is built in.
    package let path: String
    package let bytes: [UInt8]

    package init(name: String, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        self.bytes = bytes
    }
}

/// A place in a file, as editors count: from 1, in Unicode characters (scalars).
package struct SourcePlace: Sendable, Hashable {
    package let path: String
    package let line: Int
    package let column: Int
    /// How many characters it covers, at least 1.
    package let length: Int
    /// The line without its end, cut after 1000 bytes.
    package let text: String
}

extension TemplateFile {
    /// The place of a range of bytes; of one that spans lines, its part on the first.
    func place(of range: Range<Int>) -> SourcePlace {
        let start = min(range.lowerBound, bytes.count)
        let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        var lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        if lineEnd > start, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
        let end = min(max(range.upperBound, start), lineEnd)
        func characters(_ range: Range<Int>) -> Int { string(range).unicodeScalars.count }
        return SourcePlace(
            path: path,
            line: bytes[..<lineStart].count { $0 == 0x0A } + 1,
            column: characters(lineStart..<start) + 1,
            length: max(1, characters(start..<end)),
            text: string(lineStart..<min(lineEnd, lineStart + 1000)))
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}
