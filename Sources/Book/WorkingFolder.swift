/// A folder of its own for one setting, gone when the work is done. What is private may lie in it, so where a run was killed
/// the next one removes its folder: it is locked for as long as somebody works in it.

import Glibc

package struct WorkingFolder: ~Copyable {
    package let path: String
    private let lock: Int32

    package init() throws(TypesettingFault) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        Self.removeLeft(in: parent)
        while true {
            var template = Array((parent + "/" + Self.prefix + "XXXXXX").utf8CString)
            guard mkdtemp(&template) != nil else { throw .machine(path: parent, code: errno) }
            let path = template.withUnsafeBufferPointer {
                String(cString: $0.baseAddress ?? $0.baseAddress.unsafelyUnwrapped)
            }
            let lock = Self.open(path)
            // Where nobody can lock, nobody removes what others have left.
            if lock >= 0 { _ = flock(lock, LOCK_EX) }
            if access(path, F_OK) == 0 {
                (self.path, self.lock) = (path, lock)
                return
            }
            // Another run took it for one that was left, before it was locked.
            close(lock)
        }
    }

    deinit {
        Self.remove(path)
        close(lock)
    }

    func write(_ bytes: [UInt8], to name: String) throws(TypesettingFault) {
        try makeFolders(for: name)
        try Self.write(bytes, to: path + "/" + name)
    }

    func copy(_ source: String, to name: String) throws(TypesettingFault) {
        try write(try Self.read(source), to: name)
    }

    /// The path from the root; as given where there is nothing.
    static func absolute(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return path.isEmpty ? "" : "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func read(_ path: String) throws(TypesettingFault) -> [UInt8] {
        // O_NONBLOCK: a pipe in a font's place must not hold the work up.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .machine(path: path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .machine(path: path, code: EINVAL)
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count > 0 {
                bytes += buffer[..<count]
            } else if count == 0 {
                return bytes
            } else if errno != EINTR {
                throw .machine(path: path, code: errno)
            }
        }
    }

    /// - Parameter isConfidential: nobody but the account that runs this may read it.
    static func write(
        _ bytes: [UInt8], to path: String, isConfidential: Bool = false
    ) throws(TypesettingFault) {
        let mode: mode_t = isConfidential ? 0o600 : 0o644
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .machine(path: path, code: errno) }
        defer { close(descriptor) }
        var status = stat()
        // A file that was there already; a device is not ours to change.
        if isConfidential, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            guard fchmod(descriptor, mode) == 0 else { throw .machine(path: path, code: errno) }
        }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                throw .machine(path: path, code: errno)
            }
        }
    }

    private func makeFolders(for name: String) throws(TypesettingFault) {
        var folder = path
        for step in name.split(separator: "/").dropLast() {
            folder += "/" + step
            guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw .machine(path: folder, code: errno) }
        }
    }

    /// A link goes itself: what it leads to is none of this folder's. (What git kept of a guide may hold links.)
    private static func remove(_ path: String) {
        if unlink(path) == 0 { return }
        let descriptor = open(path)
        guard descriptor >= 0, let stream = fdopendir(descriptor) else { return }
        for name in names(in: stream) { remove(path + "/" + name) }
        closedir(stream)
        rmdir(path)
    }

    // MARK: What killed runs left

    /// A name that nobody gives to a folder of their own.
    private static let prefix = ".kayoi-typesetting-"

    /// Removes the folders of this account in which nobody works any more.
    private static func removeLeft(in parent: String) {
        guard let stream = opendir(parent) else { return }
        defer { closedir(stream) }
        for name in names(in: stream) where name.hasPrefix(prefix) {
            let descriptor = open(parent + "/" + name)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
                flock(descriptor, LOCK_EX | LOCK_NB) == 0
            else { continue }
            remove(parent + "/" + name)
        }
    }

    /// A folder itself, no link to one.
    private static func open(_ folder: String) -> Int32 {
        Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }

    private static func names(in stream: OpaquePointer) -> [String] {
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
