/// A content file as it was read, kept so that it need not be read again while it stays as it is.

import Files
import FrontMatter
import Geography

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
    /// Whether a change of it would show.
    let isSettled: Bool
    let record: Record
    /// Of the file as a whole.
    let faults: [Fault]
    /// Of places in the file, worded while its text is at hand.
    let diagnostics: [Diagnostic]

    /// Reads a file below content/.
    init(at path: String, in folder: GuideFolder, by reader: RecordReader) {
        self.path = path
        let look = FileClock.now
        var signature: FileSignature?
        switch ContentKind(of: path).map({ ($0, folder.read(path, &signature)) }) {
        case nil:
            signature = folder.signature(of: path)
            (record, faults, diagnostics) = (
                .nothing, [StrayFile.fault(at: path) ?? Fault(.unexpectedFile, in: path)], []
            )
        case (_, .failure(let fault))?: (record, faults, diagnostics) = (.nothing, [fault], [])
        case (let kind, .success(let bytes))?:
            faults = []
            (record, diagnostics) = reader.read(bytes, kind, at: path)
        }
        self.signature = signature
        isSettled = signature?.isSettled(at: look) ?? false
    }

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
