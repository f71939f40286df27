// Whether anything has changed since a build: then it need not be done again.

import Dispatch
import Glibc
import Synchronization

/// A fingerprint over all that a build reads and all that it made, by names, sizes, inodes and times to the nanosecond.
/// Editors may set the time of a content back; the time of a change they cannot.
///
///     let seal = Seal(at: ".kayoi/seal", of: ["content", "templates"], facts: [version, today])  // before anything is read
///     if let words = seal.words(ifUnbroken: "site") { … }  // nothing to do; what there was to say last time
///     …
///     seal.set(on: "site", words)
package struct Seal {
    private let path: String
    /// Nil where a file changed just now: another change in the same tick of the clock would not show later.
    private let inputs: [UInt8]?

    /// - Parameters:
    ///   - path: the file that holds it; its folder is there, or the seal is never set.
    ///   - inputs: files and folders, with all that is in them; those that are not there count too.
    ///   - facts: what else the outcome depends on.
    package init(at path: String, of inputs: [String], facts: [String]) {
        self.path = path
        var survey = Survey()
        for fact in facts { survey.add(fact) }
        for input in inputs { survey.add(filesAt: input) }
        self.inputs = survey.newest < Survey.now - 20_000_000 ? survey.bytes : nil
    }

    /// The words with which the seal was set, if all is still as it was then.
    package func words(ifUnbroken output: String) -> [String]? {
        guard let inputs, let sealed = contents() else { return nil }
        let lines = sealed.split(separator: 0, omittingEmptySubsequences: false)
        guard let digest = lines.first, digest.elementsEqual(Self.digest(inputs, output)) else { return nil }
        return lines.dropFirst().map { String(decoding: $0, as: UTF8.self) }
    }

    /// That it cannot be set is no fault: the next build is done in full.
    package func set(on output: String, _ words: [String]) {
        guard let inputs else { return }
        let bytes = words.reduce(into: Self.digest(inputs, output)) { $0 += [0] + $1.utf8 }
        let new = path + ".new"
        guard let file = fopen(new, "we") else { return }
        let count = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, count == bytes.count, rename(new, path) == 0 else {
            unlink(new)
            return
        }
    }

    package func remove() { unlink(path) }

    private static func digest(_ inputs: [UInt8], _ output: String) -> [UInt8] {
        var survey = Survey(bytes: inputs)
        survey.add(filesAt: output)
        return survey.bytes.withUnsafeBytes { Digest(of: $0).hex }
    }

    private func contents() -> [UInt8]? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, file)
        // Longer than anybody wrote it is none of ours.
        return count < bytes.count ? Array(bytes[..<count]) : nil
    }
}

/// Files by name, with what tells a change.
private struct Survey {
    var bytes: [UInt8] = []
    /// The time of the last change, in nanoseconds since 1970.
    private(set) var newest = 0
    private var folders: [[CChar]] = []

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
        if status.st_mode & S_IFMT == S_IFDIR { add(folder: open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) }
    }

    /// In the order in which the system lists it: that of a folder in which nothing changed stays the same.
    private mutating func add(folder descriptor: Int32) {
        guard descriptor >= 0 else { return }
        guard let listing = fdopendir(descriptor) else {
            close(descriptor)
            return
        }
        defer { closedir(listing) }
        var names: [[CChar]] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
            }
            if name != [0x2E, 0], name != [0x2E, 0x2E, 0] { names.append(name) }
        }
        let share = 512
        let parts = Mutex([Int: Survey]())
        DispatchQueue.concurrentPerform(iterations: (names.count + share - 1) / share) { [names] number in
            var part = Survey()
            for name in names[number * share..<min(names.count, (number + 1) * share)] {
                name.withUnsafeBytes { part.bytes.append(contentsOf: $0) }
                var status = stat()
                guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
                part.add(status)
                if status.st_mode & S_IFMT == S_IFDIR { part.folders.append(name) }
            }
            parts.withLock { $0[number] = part }
        }
        let done = parts.withLock { $0 }
        for (_, part) in done.sorted(by: { $0.key < $1.key }) {
            bytes += part.bytes
            newest = max(newest, part.newest)
            for name in part.folders {
                add(folder: openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW))
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
