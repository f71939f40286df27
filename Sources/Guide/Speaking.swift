/// From faults to messages: finds the text that a fault is about and words it.

import FrontMatter
import Geography
import Messages
import Parallel

extension Diagnostic {
    init(_ fault: Fault, in source: SourceText, _ language: MessageLanguage) {
        if case .text(let fault) = fault.kind {
            self = fault.diagnostic(in: source, language)
            return
        }
        let severity = fault.kind.severity
        let (code, message, remedy) = fault.kind.words(in: language)
        if let range = fault.range {
            self.init(severity, code: code, at: range, in: source, message: message, remedy: remedy)
        } else {
            self.init(severity, code: code, file: fault.path, message: message, remedy: remedy)
        }
    }

    /// A fault of a map layer; its place is a feature's number, for GeoJSON has lines only by accident.
    init(_ fault: GeoFault, in path: String, _ language: MessageLanguage) {
        let severity: Severity =
            switch fault.severity {
            case .error: .error
            case .warning: .warning
            case .note: .note
            }
        let message = fault.message(language)
        self.init(severity, code: "geo/layer", file: path, message: message, remedy: "")
    }
}

extension Findings {
    func diagnostics(in source: SourceText, _ language: MessageLanguage) -> [Diagnostic] {
        faults.map { Diagnostic($0, in: source, language) }
    }
}

extension GuideFolder {
    /// Words faults that came up when files were compared. Their files are read once more: texts are not kept in memory
    /// for the sake of messages that a sound guide does not have. Messages of one file are in the order of its faults.
    func diagnostics(
        for faults: [Fault], _ language: MessageLanguage
    ) -> [(path: String, diagnostics: [Diagnostic])] {
        let byPath = Array(Dictionary(grouping: faults, by: \.path))
        return byPath.parallelMap { path, faults in
            var source = SourceText(file: path, bytes: [])
            if faults.contains(where: { $0.range != nil || $0.kind.told != nil }), case .success(let bytes) = read(path)
            {
                source = SourceText(file: path, bytes: bytes)
            }
            return (path, faults.placed(in: source).map { Diagnostic($0, in: source, language) })
        }
    }
}
