/// A new guide: the files of starter/, with the days of the moment in them, and their way onto the disk.

import Embedded
import Glibc
import Recurrence

/// The files that a new guide begins with, in one language.
package struct Starter: Sendable {
    struct File: Sendable {
        /// Relative to the guide's folder.
        var path: String
        var bytes: [UInt8]

        /// Whether the file is a script that git starts.
        var isProgram: Bool { bytes.starts(with: Array("#!".utf8)) }
    }

    let files: [File]

    /// - Parameters:
    ///   - language: a folder of starter/: `ja` or `en`.
    ///   - today: the day on which its facts count as checked.
    package init(language: String, today: Day) {
        files = embeddedFiles.compactMap { file in
            let path = file.name.description.split(separator: "/")
            guard let folder = path.first, folder == "common" || folder == language else { return nil }
            // Names with a dot in front would have effect in kayoi's own repository, and folders hide them.
            let name = path.dropFirst().map { $0.hasPrefix("dot-") ? "." + $0.dropFirst(4) : String($0) }
            return File(path: name.joined(separator: "/"), bytes: Self.dated(file.bytes, today))
        }
    }

    /// Samples must not grow old in the program: `@today@`, the `@year@` of the edition, and the day of an `@event@`.
    private static func dated(_ bytes: [UInt8], _ today: Day) -> [UInt8] {
        guard let text = String(validating: bytes, as: UTF8.self) else { return bytes }
        let saturday = today + 60 + (Weekday.saturday.rawValue - (today + 60).weekday.rawValue)
        let year = today.month < 4 ? today.year - 1 : today.year
        let dated = text.replacing("@today@", with: today.iso).replacing("@year@", with: String(year))
            .replacing("@event@", with: saturday.iso)
        return Array(dated.utf8)
    }

    package enum Fault: Error, Sendable {
        /// Something is there already.
        case notEmpty(String)
        case system(path: String, code: Int32)
    }

    /// Writes the guide into a folder that is new or empty (a .git in it is welcome); where the machine fails, what was
    /// made is taken away again.
    package func write(to folder: String) throws(Fault) {
        var made = Made()
        do throws(Fault) {
            try made.makeFolder(folder)
            guard try isEmpty(folder) else { throw .notEmpty(folder) }
            for file in files { try made.write(file, below: folder) }
        } catch {
            made.undo()
            throw error
        }
    }

    private func isEmpty(_ folder: String) throws(Fault) -> Bool {
        guard let stream = opendir(folder) else { throw .system(path: folder, code: errno) }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if ![".", "..", ".git"].contains(name) { return false }
        }
        return true
    }
}

/// What has been made so far, so that it can be undone.
private struct Made {
    private var folders: [String] = []
    private var files: [String] = []

    mutating func makeFolder(_ path: String) throws(Starter.Fault) {
        if mkdir(path, 0o777) == 0 {
            folders.append(path)
            return
        }
        var code = errno
        if code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolder(String(path[..<slash]))
            if mkdir(path, 0o777) == 0 {
                folders.append(path)
                return
            }
            code = errno
        }
        var status = stat()
        let isThere = code == EEXIST && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        guard isThere else { throw .system(path: path, code: code == EEXIST ? ENOTDIR : code) }
    }

    mutating func write(_ file: Starter.File, below folder: String) throws(Starter.Fault) {
        let path = folder + "/" + file.path
        if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
        // O_EXCL: nothing that came meanwhile is overwritten.
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, file.isProgram ? 0o777 : 0o666)
        guard descriptor >= 0 else { throw .system(path: path, code: errno) }
        defer { close(descriptor) }
        files.append(path)
        var rest = file.bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .system(path: path, code: errno)
            }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw .system(path: path, code: errno) }
    }

    func undo() {
        for file in files { unlink(file) }
        for folder in folders.reversed() { rmdir(folder) }
    }
}
