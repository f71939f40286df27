/// A content file as it was read, kept so that it need not be read again while it stays as it is.

import FrontMatter
import Geography
import Glibc

/// (A class: a guide has very many, and hands all of them on with every save.)
final class ReadFile: Sendable {
    /// What a file holds.
    enum Record: Sendable {
        case place(Filed<Place>)
        case area(Filed<Area>)
        case story(Filed<Story>)
        case support(Filed<Support>)
        case event(Filed<Event>)
        case page(Filed<FreePage>)
        case layer([Feature])
        case nothing

        var isPlace: Bool { if case .place = self { true } else { false } }

        /// The record; nil where it is of another kind.
        func filed<Kind>() -> Filed<Kind>? {
            switch self {
            case .place(let filed): filed as? Filed<Kind>
            case .area(let filed): filed as? Filed<Kind>
            case .story(let filed): filed as? Filed<Kind>
            case .support(let filed): filed as? Filed<Kind>
            case .event(let filed): filed as? Filed<Kind>
            case .page(let filed): filed as? Filed<Kind>
            case .layer, .nothing: nil
            }
        }
    }

    let path: String
    /// As the file was just before it was read; nil where it could not be.
    let signature: FileSignature?
    let record: Record
    /// Of the file as a whole.
    let faults: [Fault]
    /// Of places in the file, worded while its text is at hand.
    let diagnostics: [Diagnostic]

    /// Reads a file below content/.
    init(at path: String, in folder: GuideFolder, by reader: RecordReader) {
        self.path = path
        var signature: FileSignature?
        switch ContentKind(of: path).map({ ($0, folder.read(path, &signature)) }) {
        case nil: (record, faults, diagnostics) = (.nothing, [Fault(.unexpectedFile, in: path)], [])
        case (_, .failure(let fault))?: (record, faults, diagnostics) = (.nothing, [fault], [])
        case (let kind, .success(let bytes))?:
            faults = []
            (record, diagnostics) = reader.read(bytes, kind, at: path)
        }
        self.signature = signature
    }

    /// Whether a change of it would show.
    var isSettled: Bool { signature?.isSettled ?? false }

    func isUnchanged(in folder: GuideFolder) -> Bool { isSettled && folder.signature(of: path) == signature }
}

/// A record and the file from which it came. (A class: records are large, and are looked at from many sides.)
final class Filed<Record: Sendable>: Sendable {
    let path: String
    let record: Record

    init(_ record: Record, path: String) {
        self.path = path
        self.record = record
    }
}

/// Tells a file from what it was: every change gives another one.
struct FileSignature: Equatable, Sendable {
    private let size: Int
    private let inode: UInt
    /// Nanoseconds. Editors may set the time of the content back; that of the change they cannot.
    private let modified: Int
    private let changed: Int
    /// Nanoseconds from the change to the look at it.
    private let age: Int

    init(_ status: stat) {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        size = Int(status.st_size)
        inode = UInt(status.st_ino)
        modified = Self.nanoseconds(status.st_mtim)
        changed = Self.nanoseconds(status.st_ctim)
        age = Self.nanoseconds(now) - changed
    }

    /// False for a file that had changed just then: another change in the same tick of the file system's clock would not
    /// show.
    var isSettled: Bool { age > 50_000_000 }

    static func == (left: FileSignature, right: FileSignature) -> Bool {
        (left.size, left.inode, left.modified, left.changed) == (right.size, right.inode, right.modified, right.changed)
    }

    private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
}
