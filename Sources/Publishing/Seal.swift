// Whether anything has changed since a build: then it need not be done again.

import Glibc
import Parallel

/// A fingerprint over all that a build reads and all that it made, by names, sizes, inodes and times to the nanosecond.
/// Editors may set the time of a content back; the time of a change they cannot.
///
///     let seal = Seal(in: ".kayoi", of: ["content", "templates"], facts: [version, today])  // before anything is read
///     if let words = seal.words(ifUnbroken: "site") { … }  // nothing to do; what there was to say last time
///     …
///     seal.set(on: "site", words)
package struct Seal {
    /// The folder that holds it.
    private let folder: String
    /// Nil where a file changed just now: another change in the same tick of the clock would not show later.
    private let inputs: [UInt8]?

    /// - Parameters:
    ///   - folder: that holds it; it is there, or the seal is never set.
    ///   - inputs: files and folders, with all that is in them; those that are not there count too.
    ///   - facts: what else the outcome depends on.
    package init(in folder: String, of inputs: [String], facts: [String]) {
        self.folder = folder
        var survey = Survey()
        for fact in facts { survey.add(fact) }
        for input in inputs { survey.add(filesAt: input) }
        self.inputs = survey.newest < Survey.now - 20_000_000 ? survey.bytes : nil
    }

    /// The words with which the seal was set, if all is still as it was then.
    package func words(ifUnbroken output: String) -> [String]? {
        guard let inputs, let sealed = try? Folder(folder).read(Self.name) else { return nil }
        let lines = sealed.split(separator: 0, omittingEmptySubsequences: false)
        guard let digest = lines.first, digest.elementsEqual(Self.digest(inputs, output)) else { return nil }
        return lines.dropFirst().map { String(decoding: $0, as: UTF8.self) }
    }

    /// That it cannot be set is no fault: the next build is done in full.
    package func set(on output: String, _ words: [String]) {
        guard let inputs else { return }
        let bytes = words.reduce(into: Self.digest(inputs, output)) { $0 += [0] + $1.utf8 }
        guard let folder = try? Folder(folder) else { return }
        let new = Self.name + ".new"
        unlinkat(folder.descriptor, new, 0)
        guard (try? folder.write(new, bytes)) != nil,
            renameat(folder.descriptor, new, folder.descriptor, Self.name) == 0
        else {
            unlinkat(folder.descriptor, new, 0)
            return
        }
    }

    package func remove() { unlink(folder + "/" + Self.name) }

    private static let name = "seal"

    private static func digest(_ inputs: [UInt8], _ output: String) -> [UInt8] {
        var survey = Survey(bytes: inputs)
        survey.add(filesAt: output)
        return survey.bytes.withUnsafeBytes { Digest(of: $0).hex }
    }
}

/// Files by name, with what tells a change.
private struct Survey {
    var bytes: [UInt8] = []
    /// The time of the last change, in nanoseconds since 1970.
    private(set) var newest = 0
    private var folders: [String] = []

    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }

    init(bytes: [UInt8] = []) { self.bytes = bytes }

    mutating func add(_ fact: String) {
        bytes += fact.utf8
        bytes.append(0)
    }

    /// A file, or a folder with all that is in it; no link is followed below.
    mutating func add(filesAt path: String) {
        add(path)
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        add(status)
        var folders = status.st_mode & S_IFMT == S_IFDIR ? [path] : []
        while !folders.isEmpty {
            let parts = folders.flatMap(Self.begin)
            folders = []
            for part in parts.map(\.value) {
                bytes += part.bytes
                newest = max(newest, part.newest)
                folders += part.folders
            }
        }
    }

    /// What is in a folder, some files at a time: while the system lists the next, others look at those before.
    ///
    /// In the order of the listing: that of a folder in which nothing changed stays the same.
    private static func begin(_ path: String) -> [Later<Survey>] {
        var parts: [Later<Survey>] = []
        var share: [Folder.Entry] = []
        func beginShare() {
            parts.append(Later { [share] in Survey(of: share, in: path) })
            share = []
        }
        try? Folder(path).forEachEntry { entry in
            share.append(entry)
            if share.count == 256 { beginShare() }
        }
        if !share.isEmpty { beginShare() }
        return parts
    }

    /// It does not hold the folder open: a guide may have more of them than a process handles.
    private init(of entries: [Folder.Entry], in path: String) {
        add(path)
        guard let folder = try? Folder(path) else { return }
        for entry in entries {
            entry.raw.withUnsafeBytes { bytes.append(contentsOf: $0) }
            var status = stat()
            guard fstatat(folder.descriptor, entry.raw, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            add(status)
            if status.st_mode & S_IFMT == S_IFDIR {
                folders.append(
                    folder.shown(
                        String(decoding: entry.raw.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)))
            }
        }
    }

    private mutating func add(_ status: stat) {
        let changed = Self.nanoseconds(status.st_ctim)
        newest = max(newest, changed)
        for value in [
            Int(status.st_mode), Int(status.st_size), Int(status.st_ino), Self.nanoseconds(status.st_mtim), changed,
        ] {
            withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
        }
    }
}
