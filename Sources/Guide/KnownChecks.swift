/// What checking a guide came to the last time: of files that are as they were then, it need not be found again.

import FrontMatter
import Messages

/// What is known of a guide's files from the reading before.
struct KnownChecks: Sendable {
    let told: ToldFaults
    let texts: CheckedTexts
    /// Files that were read anew, and files that are gone: of them nothing is known.
    private var others: Set<String>

    /// Nil where the messages were in another language.
    /// - Parameter reread: those of the files that were read anew.
    init?(of previous: Guidebook, for files: [ReadFile], except reread: Set<String>, _ language: MessageLanguage) {
        guard previous.language == language else { return nil }
        (told, texts) = (previous.told, previous.texts)
        // These are read each time.
        others = reread.union([GuideFolder.guideFile, GuideFolder.holidayFile])
        var next = 0
        for file in previous.files {
            while next < files.count, files[next].path.stands(before: file.path) { next += 1 }
            if next == files.count || files[next].path != file.path { others.insert(file.path) }
        }
    }

    func isAsItWas(_ path: String) -> Bool { !others.contains(path) }
}

/// The faults that came up when files were compared, worded.
struct ToldFaults: Sendable {
    private var byPath: [String: Told] = [:]

    private struct Told: Sendable {
        var faults: [Fault]
        var diagnostics: [Diagnostic]
    }

    init() {}

    /// - Parameter known: the same faults of a file that is as it was have the same words.
    init(_ faults: [Fault], in folder: GuideFolder, _ language: MessageLanguage, _ known: KnownChecks?) {
        var new: [Fault] = []
        for (path, faults) in Dictionary(grouping: faults, by: \.path) {
            if let known, known.isAsItWas(path), let told = known.told.byPath[path], told.faults == faults {
                byPath[path] = told
            } else {
                new += faults
                byPath[path] = Told(faults: faults, diagnostics: [])
            }
        }
        for (path, diagnostics) in folder.diagnostics(for: new, language) { byPath[path]?.diagnostics = diagnostics }
    }

    /// Of one file other faults than before.
    mutating func replace(_ path: String, _ faults: [Fault], in folder: GuideFolder, _ language: MessageLanguage) {
        byPath[path] = nil
        for (path, diagnostics) in folder.diagnostics(for: faults, language) {
            byPath[path] = Told(faults: faults, diagnostics: diagnostics)
        }
    }

    var diagnostics: [Diagnostic] { byPath.values.flatMap(\.diagnostics) }

    func diagnostics(of path: String) -> [Diagnostic] { byPath[path]?.diagnostics ?? [] }
}
