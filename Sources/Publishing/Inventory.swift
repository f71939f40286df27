// What stands in a folder, with what tells that one of its files has changed.

import Encoding
import Glibc
import Parallel

/// Files by path, size, inode and times to the nanosecond, summed to one number: their order is of no matter.
///
/// Editors may set the time of a content back; the time of a change they cannot.
struct Inventory: Sendable {
    private(set) var sum: UInt64 = 0
    /// The time of the last change, in nanoseconds since 1970.
    private(set) var newest = 0

    init() {}

    /// A file, or all that is in a folder and below, where no link is followed; nothing where there is none.
    init(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR, let root = try? Folder(path) else {
            add("", status)
            return
        }
        var shares: [Later<Inventory>] = []
        var share: [[CChar]] = []
        // While the system lists the next files, others look at those before.
        func beginShare() {
            shares.append(Later { [share] in Inventory(of: share, in: root) })
            share = []
        }
        var folders = [""]
        while let folder = folders.popLast() {
            let prefix = folder.utf8.map(CChar.init(bitPattern:))
            try? (folder.isEmpty ? root : Folder(folder, in: root)).forEachEntry { entry in
                if entry.isFolder, let name = entry.name {
                    folders.append(folder + name + "/")
                } else {
                    share.append(prefix + entry.raw)
                    if share.count == 256 { beginShare() }
                }
            }
        }
        beginShare()
        for share in shares { add(share.value) }
    }

    private init(of paths: [[CChar]], in root: Folder) {
        for path in paths {
            var status = stat()
            guard fstatat(root.descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            // Without the NUL at its end.
            path.withUnsafeBytes { add(UnsafeRawBufferPointer(rebasing: $0.dropLast()), status) }
        }
    }

    /// - Parameter path: relative to the folder, with `/`.
    mutating func add(_ path: String, _ status: stat) {
        var path = path
        path.withUTF8 { add(UnsafeRawBufferPointer($0), status) }
    }

    private mutating func add(_ path: UnsafeRawBufferPointer, _ status: stat) {
        var file = Fingerprint(path)
        let changed = Self.nanoseconds(status.st_ctim)
        for fact in [
            Int(status.st_mode), Int(status.st_size), Int(status.st_ino), Self.nanoseconds(status.st_mtim), changed,
        ] {
            file.add(UInt64(bitPattern: Int64(fact)))
        }
        sum &+= file.bits
        newest = max(newest, changed)
    }

    mutating func add(_ other: Inventory) {
        sum &+= other.sum
        newest = max(newest, other.newest)
    }

    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
}
