/// Files that are not read because of how their names end, such as the x.md.txt of an editor that adds an ending of its
/// own: whoever wrote one expects it in the guide.

import FrontMatter

enum StrayFile {
    /// What to say of a file below content/ that is not read; nil where nobody expects it to be.
    static func fault(at path: String) -> Fault? {
        let name = path.lastPathPart
        guard !isLeftByTools(name) else { return nil }
        guard let kind = ContentKind(folderOf: path) else { return faultOfSettings(at: path, name) }
        let (stem, isText) = stem(of: name)
        let suggested = path.dropLast(name.utf8.count) + stem + kind.ending
        let isUsable = isText && !stem.isEmpty && RecordFile.isUsable(name: suggested)
        return Fault(.otherEnding(kind.ending, suggested: isUsable ? stem + kind.ending : nil), in: path)
    }

    /// guide.md and holidays.csv stand in no folder of their own.
    private static func faultOfSettings(at path: String, _ name: String) -> Fault? {
        for settings in [GuideFolder.guideFile, GuideFolder.holidayFile] where path == "content/" + name {
            let own = settings.lastPathPart
            guard name != own, stem(of: name).stem.lowercased() == stem(of: own).stem else { continue }
            return Fault(.otherEnding("." + own.split(separator: ".")[1], suggested: own), in: path)
        }
        return nil
    }

    /// The name without the endings of plain texts; another kind of file keeps its own.
    private static func stem(of name: String) -> (stem: String, isText: Bool) {
        var stem = name[...]
        while let dot = stem.lastIndex(of: "."), texts.contains(stem[dot...].lowercased()) { stem = stem[..<dot] }
        return (String(stem), stem.count < name.count || !name.contains("."))
    }

    private static let texts: Set<String> = [".md", ".markdown", ".txt", ".text", ".json", ".geojson", ".csv"]

    /// Copies, locks and lists that editors and systems keep beside a file.
    private static func isLeftByTools(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~")
            || (name.hasPrefix("#") && name.hasSuffix("#")) || lists.contains(name)
            || copies.contains(where: name.hasSuffix)
    }

    private static let lists: Set<String> = ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "4913"]
    private static let copies = [
        ".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", ".part", ".kayoi-new", "_jb_tmp___", "_jb_old___",
    ]
}

extension String {
    fileprivate var lastPathPart: String {
        utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[index(after: $0)...]) } ?? self
    }
}
