/// Which names the files of a guide may have. They become addresses of pages, and the folder is copied to machines with
/// other rules: a name must mean itself everywhere.

extension RecordFile {
    /// Whether every part of a path is a name that all systems can hold, and that means nothing of its own to a web
    /// server or to kayoi.
    static func isUsable(name path: String) -> Bool {
        path.split(separator: "/").allSatisfy { isUsable(part: String($0)) } && !isIndex(path)
    }

    private static func isUsable(part: String) -> Bool {
        guard part.utf8.count <= 200, part.utf8.last != UInt8(ascii: " "), part.utf8.last != UInt8(ascii: ".") else {
            return false
        }
        let stem = part.prefix { $0 != "." }.lowercased()
        return !reserved.contains(stem) && !part.unicodeScalars.contains(where: isUnusable)
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
        // Controls, what Windows refuses, and what a name in another encoding becomes.
        case 0..<0x20, 0x7F..<0xA0, 0xFFFD: true
        // What is not seen, or turns the direction of writing.
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: "\\:*?\"<>|".unicodeScalars.contains(scalar)
        }
    }
}
