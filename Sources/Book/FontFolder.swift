/// Where the fonts of the printed works stand, and which characters they have.

import Glibc

package struct FontFolder: Sendable {
    /// The files in the order in which the typesetter asks them.
    let files: [String]
    /// The folders they stand in.
    var folders: [String] {
        var seen: Set<String> = []
        return files.map { String($0[..<($0.lastIndex(of: "/") ?? $0.endIndex)]) }.filter { seen.insert($0).inserted }
    }

    /// BIZ UDGothic and UDMincho must be there (universal design: the shapes that old eyes tell apart); Noto Sans CJK fills in
    /// for rare kanji where it is installed.
    private static let needed = [
        "BIZUDGothic-Regular.ttf", "BIZUDGothic-Bold.ttf", "BIZUDMincho-Regular.ttf",
    ]
    private static let helpful = ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"]

    /// Looks into the folders' own `fonts/`, then where the system keeps fonts.
    package static func found(near folders: [String]) throws(TypesettingFault) -> FontFolder {
        let home = getenv("HOME").map { String(cString: $0) } ?? ""
        let roots =
            folders.map { $0 + "/fonts" } + [
                home + "/.local/share/fonts", "/usr/local/share/fonts", "/usr/share/fonts",
            ]
        var found: [String: String] = [:]
        for root in roots where !folders.contains(where: { root == $0 + "/fonts" && isLink(root) }) {
            search(root, into: &found, depth: 0)
        }
        for name in needed where found[name] == nil { throw .noFont(name) }
        return FontFolder(files: (needed + helpful).compactMap { found[$0] })
    }

    private static func search(_ folder: String, into found: inout [String: String], depth: Int) {
        guard depth < 6, let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(".") { continue }
            if (needed + helpful).contains(name), found[name] == nil {
                found[name] = folder + "/" + name
            } else if !name.contains("."), !isLink(folder + "/" + name) {
                search(folder + "/" + name, into: &found, depth: depth + 1)
            }
        }
    }

    /// Links to folders are not followed: they may lead around in circles, and out of the guide.
    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Every character that one of the fonts has. Bold has what Regular has.
    func coverage() -> Set<UInt32> {
        var characters: Set<UInt32> = []
        for file in files where file.contains("Regular") {
            if let bytes = try? WorkingFolder.read(file) { characters.formUnion(CharacterMap.characters(of: bytes)) }
        }
        return characters
    }
}
