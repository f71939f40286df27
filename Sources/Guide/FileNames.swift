/// Which names the files of a guide may have. They become addresses of pages, and the folder is copied to machines with
/// other rules: a name must mean itself everywhere.

import Encoding
import FrontMatter

extension RecordFile {
    /// Whether every part of a path is a name that all systems can hold, and that means nothing of its own to a web
    /// server or to kayoi.
    static func isUsable(name path: String) -> Bool {
        let areUsable = path.withBytes { path in
            var start = path.startIndex
            while start < path.endIndex {
                let end = path[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
                guard isUsable(part: path[start..<end]) else { return false }
                start = end + 1
            }
            return true
        }
        return areUsable && !isIndex(path)
    }

    private static func isUsable(part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard part.count <= 200, part.last != UInt8(ascii: " "), part.last != UInt8(ascii: "."), !isReserved(part)
        else { return false }
        // Nearly all are plain.
        if part.allSatisfy({ $0 < 0x80 }) { return !part.contains { isUnusable(Unicode.Scalar($0)) } }
        return !String(decoding: part, as: UTF8.self).unicodeScalars.contains(where: isUnusable)
    }

    private static func isReserved(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let stem = part.prefix { $0 != UInt8(ascii: ".") }
        // Where the name of a place's file is its number, this tells at once.
        guard 3...4 ~= stem.count, stem.first.map({ $0 > UInt8(ascii: "9") }) ?? false else { return false }
        return reserved.contains(String(decoding: stem, as: UTF8.self).lowercased())
    }

    /// `stories/index.md` would be the page that lists the stories. Places go by their numbers.
    private static func isIndex(_ path: String) -> Bool {
        path.hasSuffix("/index.md") && !path.hasPrefix("content/places/")
    }

    /// Devices, to Windows.
    private static let reserved: Set<String> = Set(
        ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

    private static func isUnusable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // What a name in another encoding becomes.
        case 0xFFFD: true
        // What texts may have, but names that look the same must be the same.
        case 0x09, 0x0A, 0x0D, 0x200B...0x200F, 0x2060...0x2065: true
        // What Windows refuses.
        case 0x22, 0x2A, 0x3A, 0x3C, 0x3E, 0x3F, 0x5C, 0x7C: true  // " * : < > ? \ |
        default: scalar.isNeverShown
        }
    }
}
