/// Gives numbers to places that have none, one line a file.

import Files
import FrontMatter
import Glibc

extension Guidebook {
    /// What is wrong with the files of places, but for a number that is missing. Nobody knows which numbers are free while
    /// one of them cannot be read.
    package var errorsBeforeNumbering: [Diagnostic] {
        let missing = Fault.Kind.missingNumber(free: 0, isPublished: true).code
        return diagnostics.filter {
            $0.severity == .error && $0.code != missing && ContentKind(of: $0.file) == .places
        }
    }

    /// Writes the next free number into each place without one, in the order of the files' names.
    ///
    /// - Returns: the files changed, with their numbers and whether they were in Shift_JIS and are in UTF-8 now; and why
    ///   others were left as they were.
    package func numberPlaces(
        in folder: GuideFolder
    ) throws(MachineError) -> (
        numbered: [(path: String, number: Int, isConverted: Bool)], leftOut: [Diagnostic]
    ) {
        var next = freeNumbers().next
        var numbered: [(path: String, number: Int, isConverted: Bool)] = []
        var faults: [Fault] = []
        for place in places where !place.record.isNumbered {
            switch try folder.write(number: next, into: place.path, inEnglish: isEnglish) {
            case .failure(let fault): faults.append(fault)
            case .success(let encoding):
                numbered.append((place.path, next, encoding == .shiftJIS))
                next += 1
            }
        }
        return (
            numbered, folder.diagnostics(for: faults, language).flatMap(\.diagnostics).sorted(by: Diagnostic.precedes)
        )
    }

    private var isEnglish: Bool { facts.published.languages.first == "en" }
}

extension GuideFolder {
    /// - Returns: how the file was written before it got the number, or why it was left as it was.
    fileprivate func write(
        number: Int, into path: String, inEnglish isEnglish: Bool
    ) throws(MachineError) -> Result<SourceText.Encoding, Fault> {
        var signature: FileSignature?
        let bytes: [UInt8]
        switch read(path, &signature) {
        case .failure(let fault): return .failure(fault)
        case .success(let read): bytes = read
        }
        let document = Document(parsing: SourceText(file: path, bytes: bytes))
        let names = Key.number.names
        let typed = names.first { document.root[$0] != nil }
        // A number that was not there when the guide was read.
        if let typed, document.root[typed]?.isEmpty == false { return .failure(Fault(.changedWhileRead, in: path)) }
        let changed =
            if let typed {
                document.replacing([.key(typed)], with: .scalar(String(number)))
            } else {
                document.inserting(names[isEnglish ? 1 : 0], .scalar(String(number)), at: .first)
            }
        guard let changed else { return .failure(Fault(.cannotBeNumbered(number), in: path)) }
        return try replace(path, with: changed, ifStill: signature)
            ? .success(document.source.encoding) : .failure(Fault(.changedWhileRead, in: path))
    }

    /// Replaces a file in one step, so that a full disk cannot leave half of it.
    ///
    /// - Returns: false where it is no longer the file that was read: somebody has saved it since.
    func replace(
        _ path: String, with bytes: [UInt8], ifStill signature: FileSignature?
    ) throws(MachineError) -> Bool {
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
        guard fsync(descriptor) == 0 else { throw fail() }
        guard self.signature(of: path) == signature else {
            unlink(beside)
            return false
        }
        guard rename(beside, target) == 0 else { throw fail() }
        return true
    }
}
