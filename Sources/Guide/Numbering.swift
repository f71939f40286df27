/// Gives numbers to places that have none, one line a file.

import FrontMatter
import Glibc

extension Guidebook {
    /// Writes the next free number into each place without one, in the order of the files' names.
    ///
    /// - Returns: the files changed, with their numbers.
    package func numberPlaces(in folder: GuideFolder) throws(MachineError) -> [(path: String, number: Int)] {
        var next = freeNumbers().next
        var numbered: [(path: String, number: Int)] = []
        for place in places where !place.record.isNumbered {
            guard case .success(let bytes) = folder.read(place.path) else { continue }
            let document = Document(parsing: SourceText(file: place.path, bytes: bytes))
            let key = facts.published.languages.first == "en" ? Key.number.names[1] : Key.number.names[0]
            let changed =
                document.replacing([.key(key)], with: .scalar(String(next)))
                ?? document.inserting(key, .scalar(String(next)), at: .first)
            guard let changed else { continue }
            try folder.write(changed, to: place.path)
            numbered.append((place.path, next))
            next += 1
        }
        return numbered
    }
}

extension GuideFolder {
    /// Replaces a file in one step, so that a full disk cannot leave half of it.
    func write(_ bytes: [UInt8], to path: String) throws(MachineError) {
        let target = root + "/" + path
        let beside = target + ".kayoi-new"
        func fail() -> MachineError {
            let code = errno
            unlink(beside)
            return MachineError(action: .write, path: target, code: code)
        }
        var status = stat()
        let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o644
        // A new file: what a killed run has left goes, and so does a pipe, which would hold this one up.
        unlink(beside)
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw fail() }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw fail()
            }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0, rename(beside, target) == 0 else { throw fail() }
    }
}
