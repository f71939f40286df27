/// The folder of a guide, read once: every file that may hold content, as bytes, sorted by path.
///
/// Content comes from many hands, so nothing is followed out of the folder: links, pipes and devices are reported and
/// left alone, and no file is larger than a person would write.

import Files
import FrontMatter
import Glibc
import Parallel
import Recurrence

package struct GuideFolder: Sendable {
    /// The folder in which `content/` stands.
    package var root: String

    package init(root: String) {
        self.root = root
    }

    /// A file of content/ as it was found, before anybody has looked into it.
    struct Entry: Sendable {
        /// Relative to the guide's folder: "content/places/hama/himawari.md".
        var path: String
        var bytes: [UInt8]
    }

    /// What was found in the folder.
    struct Listing: Equatable, Sendable {
        /// Files with text that kayoi reads, by path.
        var paths: [String] = []
        /// Names below content/photos/.
        var photos: Set<String> = []
        /// What else stands in content/, with the files that tell how the others are read, as it was before any was read.
        var others: [String: FileSignature] = [:]
        var faults: [Fault] = []
    }

    static let holidayFile = "content/holidays.csv"
    static let guideFile = "content/guide.md"

    /// Larger than any text that an editor types, smaller than what would hurt.
    static let largestText = 4 << 20
    /// Map layers may be large: a city's roads.
    static let largestLayer = 256 << 20

    /// Every readable file below content/, without its bytes.
    ///
    /// - Throws: `MachineError` where the folder cannot be listed.
    func list() throws(MachineError) -> Listing {
        var listing = Listing()
        var faults = linkedFolders
        guard !faults.contains(where: { $0.path == "content" }) else {
            listing.faults = faults
            return listing
        }
        let content = try find(in: "content")
        faults += content.faults
        var others = content.faults.filter { [.link, .notAFile].contains($0.kind) }.map(\.path)
        for path in content.files where !listing.add(path) {
            others.append(path)
            if !path.hasPrefix(Listing.photoFolder), let fault = StrayFile.fault(at: path) { faults.append(fault) }
        }
        let isUsable = listing.paths.parallelMap(RecordFile.isUsable(name:))
        if isUsable.contains(false) {
            let unusable = zip(listing.paths, isUsable).filter { !$1 }.map(\.0)
            faults += unusable.map { Fault(.unusableName, in: $0) }
            others += unusable
            listing.paths = zip(listing.paths, isUsable).filter { $1 }.map(\.0)
        }
        others += [Self.guideFile, Self.holidayFile].filter { listing.paths.position(of: $0, \.self) != nil }
        listing.others = signatures(of: others)
        // Of templates only what cannot be used; the others are read when the pages are made.
        if hasTemplates { faults += try find(in: "templates").faults }
        listing.faults = faults
        return listing
    }

    /// The bytes of one file.
    func read(_ path: String) -> Result<[UInt8], Fault> {
        var signature: FileSignature?
        return read(path, &signature)
    }

    /// The same, with what will tell later whether the file has changed.
    func read(_ path: String, _ signature: inout FileSignature?) -> Result<[UInt8], Fault> {
        // O_NONBLOCK: a pipe that took a file's place must not hold the build up.
        let descriptor = open(root + "/" + path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            // It was a file when the folder was listed.
            let isGone = [ENOENT, ENOTDIR, ELOOP, ENXIO].contains(errno)
            return .failure(Fault(isGone ? .changedWhileRead : .unreadableFile(code: errno), in: path))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return .failure(Fault(.notAFile, in: path))
        }
        signature = FileSignature(status)
        let limit = path.hasSuffix(".geojson") ? Self.largestLayer : Self.largestText
        guard status.st_size <= limit else {
            return .failure(Fault(.fileTooLarge(bytes: Int(status.st_size), limit: limit), in: path))
        }
        var failure: Int32 = 0
        // One byte more than the file says: a read that fills it all shows that the file is growing.
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
            while let start = buffer.baseAddress, count < buffer.count {
                let got = Glibc.read(descriptor, start + count, buffer.count - count)
                if got > 0 {
                    count += got
                    // As much as it has: to ask once more would only say so.
                    if count == Int(status.st_size) { break }
                } else if got == 0 {
                    break
                } else if errno != EINTR {
                    failure = errno
                    break
                }
            }
        }
        guard failure == 0 else { return .failure(Fault(.unreadableFile(code: failure), in: path)) }
        var after = stat()
        guard bytes.count == status.st_size, fstat(descriptor, &after) == 0, after.st_size == status.st_size,
            after.st_mtim.tv_sec == status.st_mtim.tv_sec, after.st_mtim.tv_nsec == status.st_mtim.tv_nsec
        else { return .failure(Fault(.changedWhileRead, in: path)) }
        return .success(bytes)
    }

    /// Of the file that stands there now; nil where there is none.
    func signature(of path: String) -> FileSignature? {
        FileSignature(of: root + "/" + path)
    }

    private func signatures(of paths: [String]) -> [String: FileSignature] {
        paths.reduce(into: [:]) { $0[$1] = signature(of: $1) }
    }

    /// Links where kayoi reads or writes whole folders: whoever can place one could lead it anywhere on the machine.
    var linkedFolders: [Fault] {
        ["content", "templates", "site", "print", ".kayoi", ".kayoi/photos", ".kayoi/cards", ".kayoi/guidebook.pdf"]
            .filter { kind(of: $0) == .link }.map { Fault(.linkedFolder, in: $0) }
    }

    private var hasTemplates: Bool { kind(of: "templates") == .folder }

    /// The guide's own templates, words and assets: files below templates/, by name. None where there is no such folder.
    package func templates() throws(MachineError) -> [(name: String, bytes: [UInt8])] {
        guard hasTemplates else { return [] }
        var files: [(name: String, bytes: [UInt8])] = []
        for path in try find(in: "templates").files.sorted() {
            switch read(path) {
            case .success(let bytes): files.append((String(path.dropFirst("templates/".count)), bytes))
            // In its place the built-in one would be used, and nobody would know.
            case .failure(let fault):
                var code = EFBIG
                if case .unreadableFile(let reason) = fault.kind { code = reason }
                throw MachineError(action: .read, path: root + "/" + path, code: code)
            }
        }
        return files
    }

    /// What tells later whether one of those has changed.
    package var templateSignatures: [String: FileSignature] {
        hasTemplates ? signatures(of: (try? find(in: "templates").files) ?? []) : [:]
    }

    /// The holidays by law, with the days of content/holidays.csv in their place where there is one (the Cabinet
    /// Office's form).
    func holidays(in listing: Listing) -> (calendar: HolidayCalendar, faults: [Fault]) {
        guard listing.paths.position(of: Self.holidayFile, \.self) != nil else { return (.japan, []) }
        switch read(Self.holidayFile) {
        case .failure(let fault): return (.japan, [fault])
        case .success(let bytes):
            let source = SourceText(file: Self.holidayFile, bytes: bytes)
            let read = HolidayCalendar.japan.overridden(byCSV: source.string(0..<source.bytes.count))
            let faults = read.unreadLines.map {
                Fault(.unreadHoliday, in: Self.holidayFile, at: source.lineRange($0))
            }
            return (read.calendar, faults)
        }
    }

    /// Every regular file below a folder, in the order of the paths' bytes; links, pipes and devices are faults.
    private func find(in folder: String, depth: Int = 0) throws(MachineError) -> (files: [String], faults: [Fault]) {
        guard let entries = try entries(of: folder, mayBeGone: depth > 0) else {
            return ([], [Fault(.changedWhileRead, in: folder)])
        }
        // Folders on several threads; what else there is takes no time.
        let folders = depth < 16 ? entries.filter { $0.kind == .folder } : []
        var below = folders.parallelMap { entry in
            Result { () throws(MachineError) in try find(in: folder + "/" + entry.name.dropLast(), depth: depth + 1) }
        }[...]
        var found: (files: [String], faults: [Fault]) = ([], [])
        for (name, kind) in entries {
            let path = folder + "/" + name
            switch kind {
            case .folder:
                if let inner = try below.popFirst()?.get() {
                    found.files += inner.files
                    found.faults += inner.faults
                } else {
                    found.faults.append(Fault(.foldersTooDeep, in: String(path.dropLast())))
                }
            case .file: found.files.append(path)
            case .link: found.faults.append(Fault(.link, in: path))
            case .other: found.faults.append(Fault(.notAFile, in: path))
            }
        }
        return found
    }

    /// What stands in a folder, in the order of the names' bytes; nil where it has gone, if that may be.
    private func entries(
        of folder: String, mayBeGone: Bool
    ) throws(MachineError) -> [(name: String, kind: EntryKind)]? {
        let descriptor = open(root + "/" + folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0, let stream = fdopendir(descriptor) else {
            let code = errno
            if descriptor >= 0 { close(descriptor) }
            if mayBeGone, [ENOENT, ENOTDIR, ELOOP].contains(code) { return nil }
            throw MachineError(action: .list, path: root + "/" + folder, code: code)
        }
        defer { closedir(stream) }
        // A folder's name ends in a slash, as in the paths of its files.
        var entries: [(name: String, kind: EntryKind)] = []
        while true {
            // An end that is none would take places from the guide.
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw MachineError(action: .list, path: root + "/" + folder, code: errno) }
                break
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            // Names that begin with a dot are the system's and the editors' tools'.
            guard !name.hasPrefix(".") else { continue }
            let kind = kind(of: entry, at: folder + "/" + name) ?? .other
            entries.append((kind == .folder ? name + "/" : name, kind))
        }
        return entries.sorted { $0.name.stands(before: $1.name) }
    }

    enum EntryKind { case folder, file, link, other }

    private func kind(of entry: UnsafeMutablePointer<dirent>, at path: String) -> EntryKind? {
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_DIR): return .folder
        case Int32(DT_REG): return .file
        case Int32(DT_LNK): return .link
        case Int32(DT_UNKNOWN):
            // Some file systems do not tell in the listing.
            return kind(of: path)
        default: return .other
        }
    }

    /// Of a link the link itself; nil where there is nothing.
    func kind(of path: String) -> EntryKind? {
        var status = stat()
        guard lstat(root + "/" + path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        case S_IFLNK: return .link
        default: return .other
        }
    }
}

extension GuideFolder.Listing {
    static let photoFolder = "content/photos/"

    /// - Returns: whether it is a text.
    fileprivate mutating func add(_ path: String) -> Bool {
        if path.hasPrefix(Self.photoFolder) {
            photos.insert(String(path.dropFirst(Self.photoFolder.count)))
        } else if path.hasSuffix(".md") || path.hasSuffix(".geojson") || path.hasSuffix(".csv") {
            paths.append(path)
            return true
        }
        return false
    }
}

/// What the machine did: not the content's fault, and not the editor's.
package struct MachineError: Error, Sendable {
    package enum Action: Sendable { case list, read, write }
    package var action: Action
    package var path: String
    /// errno
    package var code: Int32

    package init(action: Action, path: String, code: Int32) {
        (self.action, self.path, self.code) = (action, path, code)
    }
}
