// .kayoi-manifest.json: what kayoi made, so that the next build knows what is its own.

import Encoding
import Parallel

/// Every published file with its SHA-256, sorted by name; one line a file.
///
///     {
///       "kayoi": "1.0.0",
///       "day": "2026-05-01",
///       "files": {
///         "index.html": "…64 hexadecimal digits…"
///       }
///     }
struct Manifest: Sendable {
    static let name = ".kayoi-manifest.json"

    struct Entry: Sendable, Hashable {
        let path: String
        let digest: Digest
    }

    /// By path.
    private(set) var files: [Entry] = []

    init() {}

    /// - Throws: where two have the same path, or one that differs only in its Unicode form.
    init(_ files: [Entry]) throws(PublishFault) {
        self.files = files.parallelSorted { $0.path < $1.path }
        if let (first, _) = zip(self.files, self.files.dropFirst()).first(where: { $0.path == $1.path }) {
            throw PublishFault(kind: .twice, path: first.path)
        }
    }

    /// Nil where there is no such file.
    subscript(path: String) -> Digest? {
        let position = files.firstPosition { $0.path >= path }
        return position < files.count && files[position].path == path ? files[position].digest : nil
    }

    /// The folders that hold the files, and those that hold these.
    var folders: Set<Substring> {
        var folders: Set<Substring> = []
        for file in files {
            var rest = file.path[...]
            while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
                rest = rest[..<slash]
                guard folders.insert(rest).inserted else { break }
            }
        }
        return folders
    }

    func json(version: String, day: String) -> [UInt8] {
        var json: [UInt8] = []
        json.reserveCapacity(files.count * 120 + 100)
        json += "{\n  \"kayoi\": ".utf8
        write(version, into: &json)
        json += ",\n  \"day\": ".utf8
        write(day, into: &json)
        json += ",\n  \"files\": {".utf8
        var separator = "\n    "
        for file in files {
            json += separator.utf8
            write(file.path, into: &json)
            json += ": \"".utf8
            json += file.digest.hex
            json.append(UInt8(ascii: "\""))
            separator = ",\n    "
        }
        json += "\n  }\n}\n".utf8
        return json
    }

    /// Reads what `json` writes, and nothing else: nil for any other text.
    init?(json: [UInt8]) {
        let lines = json.split(separator: UInt8(ascii: "\n"))
        guard lines.count >= 6, lines[0].elementsEqual("{".utf8), lines[1].starts(with: "  \"kayoi\": \"".utf8),
            lines[3].elementsEqual("  \"files\": {".utf8), lines[lines.count - 2].elementsEqual("  }".utf8)
        else { return nil }
        var files: [Entry] = []
        files.reserveCapacity(lines.count)
        for line in lines[4..<lines.count - 2] {
            // "    " + quoted path + ": " + quoted digest + perhaps a comma
            let text = line.last == UInt8(ascii: ",") ? line.dropLast() : line
            let digestStart = text.endIndex - 2 * Digest.byteCount - 1
            guard digestStart > text.startIndex + 7, let digest = Digest(hex: text[digestStart..<text.endIndex - 1]),
                let path = unquoted(text[text.startIndex + 4..<digestStart - 3])
            else { return nil }
            files.append(Entry(path: path, digest: digest))
        }
        guard let manifest = try? Manifest(files) else { return nil }
        self = manifest
    }
}

/// As a JSON string.
private func write(_ text: String, into json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
        json += text.utf8
    } else {
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: json += [0x5C, byte]
            case 0..<0x20:
                json += "\\u00".utf8
                json += [hexDigit(byte >> 4), hexDigit(byte & 15)]
            default: json.append(byte)
            }
        }
    }
    json.append(UInt8(ascii: "\""))
}

private func unquoted(_ json: ArraySlice<UInt8>) -> String? {
    let quote = UInt8(ascii: "\"")
    guard json.count >= 2, json.first == quote, json.last == quote else { return nil }
    let inner = json.dropFirst().dropLast()
    guard inner.contains(UInt8(ascii: "\\")) else { return String(validating: inner, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = inner
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "\\") else {
            bytes.append(byte)
            continue
        }
        switch rest.popFirst() {
        case UInt8(ascii: "u"):
            guard let value = UInt8(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16) else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(4)
        case let escaped?: bytes.append(escaped)
        case nil: return nil
        }
    }
    return String(validating: bytes, as: UTF8.self)
}
