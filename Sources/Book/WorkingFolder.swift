/// A folder of its own for one setting, gone when the work is done.

import Glibc

package struct WorkingFolder: ~Copyable {
    package let path: String

    package init() throws(TypesettingFault) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((parent + "/kayoi-book-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .machine(path: parent, code: errno) }
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress ?? $0.baseAddress.unsafelyUnwrapped) }
    }

    deinit { Self.remove(path) }

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
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
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

    static func write(_ bytes: [UInt8], to path: String) throws(TypesettingFault) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .machine(path: path, code: errno) }
        defer { close(descriptor) }
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
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0, let stream = fdopendir(descriptor) else { return }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { remove(path + "/" + name) }
        }
        closedir(stream)
        rmdir(path)
    }
}
