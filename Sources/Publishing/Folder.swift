// An open folder and what is done in it: the system calls of this module, each with its error.

import Dispatch
import Files
import Glibc

/// A folder that stays the same one when it is renamed. Paths are relative to it.
final class Folder: Sendable {
    let descriptor: Int32
    /// For messages only.
    let path: String

    private init(descriptor: Int32, path: String) { (self.descriptor, self.path) = (descriptor, path) }

    init(_ path: String) throws(PublishFault) {
        self.path = path
        descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { throw PublishFault(kind: .system(.open, errno), path: path) }
    }

    init(_ name: String, in parent: Folder) throws(PublishFault) {
        path = parent.shown(name)
        descriptor = openat(parent.descriptor, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        if descriptor < 0 { throw PublishFault(kind: .system(.open, errno), path: path) }
    }

    deinit { Glibc.close(descriptor) }

    func shown(_ name: String) -> String { path == "/" ? "/" + name : path + "/" + name }

    func fault(_ operation: PublishFault.Operation, _ name: String) -> PublishFault {
        PublishFault(kind: .system(operation, errno), path: shown(name))
    }

    // MARK: Files

    /// A new file; that it is not there yet is part of the promise. Gives what the system says of it.
    @discardableResult
    func write(_ name: String, _ bytes: UnsafeRawBufferPointer) throws(PublishFault) -> FileSignature {
        let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
        if file < 0 { throw errno == EEXIST ? PublishFault(kind: .twice, path: name) : fault(.write, name) }
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let fault = fault(.write, name)
                Glibc.close(file)
                throw fault
            }
            done += count
        }
        var status = stat()
        fstat(file, &status)
        // Some file systems say only now that the disk is full.
        if Glibc.close(file) != 0, errno != EINTR { throw fault(.write, name) }
        return FileSignature(status)
    }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws(PublishFault) -> FileSignature {
        try bytes.span.withUnsafeBytes { (bytes) throws(PublishFault) in try write(name, bytes) }
    }

    /// Whether there is a regular file with exactly these bytes.
    func holds(_ name: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
        // A FIFO reads like an empty file.
        if bytes.isEmpty { return status(name).map { $0.st_mode & S_IFMT == S_IFREG && $0.st_size == 0 } ?? false }
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return false }
        defer { Glibc.close(file) }
        let size = min(bytes.count + 1, 1 << 16)
        return withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer in
            var done = 0
            while true {
                let count = Glibc.read(file, buffer.baseAddress, size)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return count == 0 && done == bytes.count }
                guard done + count <= bytes.count, let new = bytes.baseAddress, let old = buffer.baseAddress,
                    memcmp(new + done, old, count) == 0
                else { return false }
                done += count
                // Less than asked for is the end of the file.
                if done == bytes.count, count < size { return true }
            }
        }
    }

    /// The bytes of a regular file, or nil when there is none.
    func read(_ name: String) throws(PublishFault) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if file < 0, errno == ENOENT { return nil }
        if file < 0 { throw fault(.read, name) }
        defer { Glibc.close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw fault(.read, name) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Kind, mode and time of what stands there; a symbolic link itself.
    func status(_ name: String) -> stat? {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
    }

    /// Whether it is a symbolic link that is not plainly to something beside it or below.
    func leadsOut(_ name: String) -> Bool {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlinkat(descriptor, name, &target, target.count)
        guard count >= 0 else { return false }
        let steps = target.prefix(count).split(separator: 0x2F, omittingEmptySubsequences: false)
        return steps.first?.isEmpty != false || steps.contains { $0.elementsEqual([0x2E, 0x2E]) }
    }

    /// The same file in another folder: same inode, same time. Where the file system has no hard links, a copy with the
    /// same time.
    func link(_ name: String, into other: Folder) throws(PublishFault) {
        if linkat(descriptor, name, other.descriptor, name, 0) == 0 { return }
        guard errno == EPERM || errno == EMLINK || errno == ENOTSUP || errno == ENOSYS,
            let status = status(name), let bytes = try read(name)
        else { throw fault(.link, name) }
        try other.write(name, bytes)
        utimensat(other.descriptor, name, [status.st_atim, status.st_mtim], AT_SYMLINK_NOFOLLOW)
    }

    // MARK: Folders

    /// Makes a folder, unless it is there.
    func makeFolder(_ name: String, mode: mode_t = 0o755) throws(PublishFault) {
        if mkdirat(descriptor, name, mode) != 0, errno != EEXIST { throw fault(.makeFolder, name) }
    }

    /// Makes a folder that is not there yet: what stood in it would become part of what is made.
    func makeNewFolder(_ name: String) throws(PublishFault) {
        if mkdirat(descriptor, name, 0o755) != 0 { throw fault(.makeFolder, name) }
    }

    func copyMode(of other: Folder, to name: String) throws(PublishFault) {
        var status = stat()
        guard fstat(other.descriptor, &status) == 0, fchmodat(descriptor, name, status.st_mode & 0o7777, 0) == 0 else {
            throw fault(.makeFolder, name)
        }
    }

    struct Entry {
        /// As the system gives it, which need not be UTF-8; ends with NUL.
        let raw: [CChar]
        let isFolder: Bool

        /// Nil when it is not UTF-8.
        var name: String? { String(validating: raw.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    }

    func entries() throws(PublishFault) -> [Entry] {
        var entries: [Entry] = []
        try forEachEntry { entries.append($0) }
        return entries
    }

    /// All but `.` and `..`, as the system lists them.
    func forEachEntry(_ body: (Entry) -> Void) throws(PublishFault) {
        // A descriptor of its own: closedir closes it.
        let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard own >= 0, let stream = fdopendir(own) else {
            let reason = errno
            if own >= 0 { Glibc.close(own) }
            throw PublishFault(kind: .system(.list, reason), path: path)
        }
        defer { closedir(stream) }
        while true {
            errno = 0
            guard let entry = Glibc.readdir(stream) else {
                guard errno == 0 else { throw PublishFault(kind: .system(.list, errno), path: path) }
                return
            }
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
            let start = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
            let raw = Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
            if raw == [46, 0] || raw == [46, 46, 0] { continue }
            var isFolder = entry.pointee.d_type == DT_DIR
            if entry.pointee.d_type == DT_UNKNOWN {
                var status = stat()
                let isKnown = fstatat(descriptor, raw, &status, AT_SYMLINK_NOFOLLOW) == 0
                isFolder = isKnown && status.st_mode & S_IFMT == S_IFDIR
            }
            body(Entry(raw: raw, isFolder: isFolder))
        }
    }

    /// Removes what can be removed of a file or folder, and never follows a link.
    func remove(_ name: String) {
        if unlinkat(descriptor, name, 0) == 0 || errno == ENOENT { return }
        removeFolder(Array(name.utf8CString))
    }

    private func removeFolder(_ raw: [CChar]) {
        let folder = openat(descriptor, raw, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        if folder >= 0 { Folder(descriptor: folder, path: path).removeContents() }
        unlinkat(descriptor, raw, AT_REMOVEDIR)
    }

    /// Folders at the same time, because the system removes the files of one folder one after the other.
    private func removeContents() {
        // Somebody's folder may be one in which its owner must not write.
        fchmod(descriptor, 0o700)
        let entries = (try? entries()) ?? []
        for entry in entries where !entry.isFolder { unlinkat(descriptor, entry.raw, 0) }
        let folders = entries.filter(\.isFolder)
        DispatchQueue.concurrentPerform(iterations: folders.count) { removeFolder(folders[$0].raw) }
    }
}
