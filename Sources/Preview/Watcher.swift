/// Tells what an editor saved: inotify on every folder below content/ and templates/, one answer for a burst of changes.

import Glibc

package struct Changes: Sendable, Equatable {
    /// Relative to the guide's folder: "content/places/hama/himawari.md".
    package var paths: Set<String> = []
    /// Anything may have changed: folders came or went, or more happened than the kernel could tell.
    package var isEverything = false
    /// Not every folder can be watched: other files may have changed too.
    package var mayBeMore = false

    package static let everything = Changes(isEverything: true)

    package init(paths: Set<String> = [], isEverything: Bool = false) {
        (self.paths, self.isEverything) = (paths, isEverything)
    }

    /// Whether `paths` are all that changed.
    package var isWhole: Bool { !isEverything && !mayBeMore }

    package var isEmpty: Bool { paths.isEmpty && !isEverything }

    /// Whether anything below `folder` may have changed.
    package func touches(_ folder: String) -> Bool {
        isEverything || paths.contains { $0.hasPrefix(folder + "/") }
    }
}

/// Waits on the caller's thread. Nothing is lost while nobody waits: the kernel keeps it, and what is too much for the
/// kernel becomes `isEverything`.
package struct Watcher: ~Copyable {
    private let root: String
    private let folders: [String]
    /// inotify's; a new one for every look over the folders.
    private var queue: Int32 = -1
    /// The folder that each watch is on, relative to the root: "" is the root itself.
    private var watches: [Int32: String] = [:]
    /// Folders that cannot be watched, with `errno`; there are limits to inotify.
    package private(set) var unwatched: [(path: String, code: Int32)] = []

    /// So long must nothing happen until a burst counts as over; an editor's write, rename and delete are microseconds apart.
    private static let pause = Duration.milliseconds(2)
    /// After this, what there is of an endless burst is told.
    private static let patience = Duration.milliseconds(300)
    /// How often a root that is gone is looked for; one that is there and cannot be watched is read anew so often.
    private var lookout: Duration { unwatched.isEmpty ? .milliseconds(200) : .seconds(5) }

    package init(root: String, folders: [String] = ["content", "templates"]) {
        (self.root, self.folders) = (root, folders)
        lookOver()
    }

    deinit { if queue >= 0 { close(queue) } }

    /// The next changes; nil when there were none within `time`.
    package mutating func next(within time: Duration = .seconds(3600)) -> Changes? {
        let deadline = ContinuousClock.now + time
        var changes = Changes()
        var first: ContinuousClock.Instant?
        while true {
            let now = ContinuousClock.now
            if let first, now - first > Self.patience { return told(changes) }
            let hasRoot = !watches.isEmpty
            let wait = first != nil ? Self.pause : hasRoot ? deadline - now : min(deadline - now, lookout)
            if waitForEvents(wait) {
                collect(into: &changes)
                if first == nil, !changes.isEmpty { first = ContinuousClock.now }
            } else if first != nil {
                return told(changes)
            } else if !hasRoot, access(root, F_OK) == 0 {
                return told(.everything)
            } else if ContinuousClock.now >= deadline {
                return nil
            }
        }
    }

    /// Where folders changed, the watches are set anew before anybody reads: what comes later comes as an event.
    private mutating func told(_ changes: Changes) -> Changes {
        if changes.isEverything { lookOver() }
        var changes = changes
        changes.mayBeMore = !unwatched.isEmpty
        return changes
    }
}

// MARK: Events

extension Watcher {
    private func waitForEvents(_ time: Duration) -> Bool {
        let (seconds, attoseconds) = time.components
        let milliseconds = min(max(0, seconds * 1000 + attoseconds / 1_000_000_000_000_000), 60_000)
        var descriptor = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, Int32(milliseconds)) > 0 && descriptor.revents & Int16(POLLIN) != 0
    }

    private func collect(into changes: inout Changes) {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
            let count = read(queue, buffer.baseAddress, buffer.count)
            var offset = 0
            let headSize = MemoryLayout<inotify_event>.size
            while offset + headSize <= count {
                let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                let start = offset + headSize
                offset = start + Int(event.len)
                guard offset <= count else { break }
                note(event, named: String(decoding: buffer[start..<offset].prefix { $0 != 0 }, as: UTF8.self), &changes)
            }
        }
    }

    private func note(_ event: inotify_event, named name: String, _ changes: inout Changes) {
        func happened(_ flags: Int32...) -> Bool { flags.contains { event.mask & UInt32(bitPattern: $0) != 0 } }
        if happened(Int32(IN_Q_OVERFLOW)) { changes.isEverything = true }
        guard let folder = watches[event.wd] else { return }
        if folder.isEmpty {
            // Of the root only the folders matter, and whether it is still there.
            if folders.contains(name) || happened(Int32(IN_DELETE_SELF), Int32(IN_MOVE_SELF)) {
                changes.isEverything = true
            }
            return
        }
        // Other folders' own end is told by the folder around them.
        if name.isEmpty || !Self.isOfInterest(name) { return }
        if happened(Int32(bitPattern: UInt32(IN_ISDIR))) {
            changes.isEverything = true
            return
        }
        let path = folder + "/" + name
        // A new file is told when it is closed; one that was linked into its place has its text already, and a pipe is closed
        // by nobody.
        if happened(Int32(IN_CREATE)), isEmptyFile(path) { return }
        changes.paths.insert(path)
    }

    private func isEmptyFile(_ path: String) -> Bool {
        var status = stat()
        guard lstat(root + "/" + path, &status) == 0 else { return true }
        return status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
    }

    /// Not what editors keep beside a text: .himawari.md.swp, himawari.md~, #himawari.md#, and vim's 4913.
    private static func isOfInterest(_ name: String) -> Bool {
        !name.hasPrefix(".") && !name.hasSuffix("~") && !(name.hasPrefix("#") && name.hasSuffix("#")) && name != "4913"
    }
}

// MARK: Watches

extension Watcher {
    private mutating func lookOver() {
        if queue >= 0 { close(queue) }
        (watches, unwatched) = ([:], [])
        queue = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard queue >= 0 else {
            unwatched = [(root, errno)]
            return
        }
        guard watch("") else { return }
        for folder in folders { watchAll(folder, depth: 0) }
    }

    /// The watch comes before the listing, so that no folder slips in between.
    private mutating func watchAll(_ folder: String, depth: Int) {
        guard depth <= 16, watch(folder), let stream = opendir(root + "/" + folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            let path = folder + "/" + name
            if !name.hasPrefix("."), Self.isFolder(entry, root + "/" + path) { watchAll(path, depth: depth + 1) }
        }
    }

    private mutating func watch(_ folder: String) -> Bool {
        let mask =
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
            | IN_MOVE_SELF | IN_ONLYDIR
        let number = inotify_add_watch(queue, root + "/" + folder, UInt32(mask))
        if number < 0 {
            if errno != ENOENT, errno != ENOTDIR { unwatched.append((folder, errno)) }
            return false
        }
        watches[number] = folder
        return true
    }

    private static func isFolder(_ entry: UnsafeMutablePointer<dirent>, _ path: String) -> Bool {
        guard Int32(entry.pointee.d_type) == Int32(DT_UNKNOWN) else {
            return Int32(entry.pointee.d_type) == Int32(DT_DIR)
        }
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
