/// A finished PDF taken apart into its objects, so that what the typesetter cannot do can be done to it: colours for a print
/// shop, marks around the page. It reads files as Typst writes them (ISO 32000-1, 7.5.4: a table of objects in the clear),
/// not any PDF.

struct PDFFile {
    struct Object {
        var number: Int
        /// A dictionary, mostly.
        var value: [UInt8]
        /// As stored: packed where the dictionary says so.
        var stream: [UInt8]?

        var text: String {
            get { String(decoding: value, as: UTF8.self) }
            set { value = Array(newValue.utf8) }
        }
    }

    var objects: [Object] = []
    /// The dictionary at the file's end.
    private(set) var trailer: String
    private let head: ArraySlice<UInt8>

    /// Nil for what is not such a file.
    init?(_ bytes: [UInt8]) {
        let tail = bytes.suffix(64)
        guard let mark = tail.firstRange(of: Array("startxref\n".utf8)) else { return nil }
        var end = mark.upperBound
        guard let table = Self.integer(in: bytes, &end), table < bytes.count else { return nil }
        var at = table
        guard Self.word(in: bytes, &at) == "xref", Self.integer(in: bytes, &at) == 0,
            let count = Self.integer(in: bytes, &at)
        else { return nil }
        var offsets: [(number: Int, offset: Int)] = []
        for number in 0..<count {
            guard let offset = Self.integer(in: bytes, &at), Self.integer(in: bytes, &at) != nil else { return nil }
            if Self.word(in: bytes, &at) == "n" { offsets.append((number, offset)) }
        }
        guard Self.word(in: bytes, &at) == "trailer", at <= mark.lowerBound else { return nil }
        trailer = String(decoding: bytes[at..<mark.lowerBound], as: UTF8.self)
        offsets.sort { $0.offset < $1.offset }
        head = bytes[..<(offsets.first?.offset ?? table)]
        for (index, entry) in offsets.enumerated() {
            let next = index + 1 < offsets.count ? offsets[index + 1].offset : table
            guard entry.offset < next, let object = Self.object(entry.number, bytes[entry.offset..<next]) else {
                return nil
            }
            objects.append(object)
        }
    }

    /// The whole file again.
    var bytes: [UInt8] {
        var output = Array(head)
        let count = nextNumber
        var offsets = [Int?](repeating: nil, count: count)
        for object in objects {
            offsets[object.number] = output.count
            output += "\(object.number) 0 obj\n".utf8
            output += object.value
            if let stream = object.stream {
                output += "\nstream\n".utf8
                output += stream
                output += "\nendstream".utf8
            }
            output += "\nendobj\n".utf8
        }
        let table = output.count
        output += "xref\n0 \(count)\n".utf8
        for offset in offsets {
            let digits = String(offset ?? 0)
            output += (String(repeating: "0", count: 10 - digits.utf8.count) + digits).utf8
            output += (offset == nil ? " 65535 f \n" : " 00000 n \n").utf8
        }
        let size = #/\/Size \d+/#
        output += "trailer\n".utf8
        output += trailer.replacing(size, with: "/Size \(count)").utf8
        output += "startxref\n\(table)\n%%EOF\n".utf8
        return output
    }

    var nextNumber: Int { (objects.map(\.number).max() ?? 0) + 1 }

    // MARK: Reading

    private static func object(_ number: Int, _ bytes: ArraySlice<UInt8>) -> Object? {
        var at = bytes.startIndex
        guard integer(in: bytes, &at) == number, integer(in: bytes, &at) == 0, word(in: bytes, &at) == "obj" else {
            return nil
        }
        let body = bytes[(at + 1)...]
        // A stream ends with its length, for its bytes may hold any word.
        if let mark = body.firstRange(of: Array("\nstream\n".utf8)) {
            let value = Array(body[..<mark.lowerBound])
            if let length = String(decoding: value, as: UTF8.self).firstMatch(of: #/\/Length (\d+)/#).flatMap({
                Int($0.1)
            }),
                mark.upperBound + length <= bytes.endIndex
            {
                return Object(
                    number: number, value: value, stream: Array(bytes[mark.upperBound..<mark.upperBound + length]))
            }
        }
        guard let end = body.firstRange(of: Array("\nendobj".utf8)) else { return nil }
        return Object(number: number, value: Array(body[..<end.lowerBound]))
    }

    private static func word<Bytes: Collection<UInt8>>(in bytes: Bytes, _ at: inout Int) -> String?
    where Bytes.Index == Int {
        while at < bytes.endIndex, bytes[at] <= 0x20 { at += 1 }
        let start = at
        while at < bytes.endIndex, bytes[at] > 0x20 { at += 1 }
        return start < at ? String(decoding: bytes[start..<at], as: UTF8.self) : nil
    }

    private static func integer<Bytes: Collection<UInt8>>(in bytes: Bytes, _ at: inout Int) -> Int?
    where Bytes.Index == Int {
        word(in: bytes, &at).flatMap { Int($0) }
    }
}

extension PDFFile.Object {
    /// The stream without its packing; nil where there is none.
    var content: [UInt8]? {
        guard let stream else { return nil }
        return text.contains("/FlateDecode") ? Deflate.unpack(stream) : stream
    }

    mutating func replaceContent(_ content: [UInt8]) {
        let packed = text.contains("/FlateDecode") ? Deflate.pack(content) : content
        text = text.replacing(#/\/Length \d+/#, with: "/Length \(packed.count)")
        stream = packed
    }
}
