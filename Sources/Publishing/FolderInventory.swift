// A look at every file in a folder.

import Files
import Glibc
import Parallel

extension Inventory {
    /// A file, or all that is in a folder and below, where no link is followed; nothing where there is none.
    ///
    /// - Parameter isHiddenCounted: without it, not what begins with a dot.
    init(of path: String, isHiddenCounted: Bool = true) {
        self.init()
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR, let folder = try? Folder(path) {
            self.init(in: folder, isHiddenCounted: isHiddenCounted)
        } else {
            add("", FileSignature(status))
        }
    }

    init(in root: Folder, isHiddenCounted: Bool = true) {
        self.init()
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
                if !isHiddenCounted, entry.raw.first == CChar(bitPattern: UInt8(ascii: ".")) { return }
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
        self.init()
        for path in paths {
            var status = stat()
            guard fstatat(root.descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            // Without the NUL at its end.
            path.withUnsafeBytes {
                add(UnsafeRawBufferPointer(rebasing: $0.dropLast()), FileSignature(status))
            }
        }
    }
}
