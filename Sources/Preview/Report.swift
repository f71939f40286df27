/// The problems of a build as the browser gets them: one JSON object that holds every word of the panel.

import FrontMatter

enum Report {
    /// A page with more would be no help; the terminal has them all.
    private static let most = 100

    static func json(_ showing: Showcase.Showing) -> String {
        let language = showing.language
        func count(_ severity: Severity) -> Int { showing.diagnostics.count { $0.severity == severity } }
        let errors = count(.error)
        let worstFirst = [Severity.error, .warning, .note].flatMap { severity in
            showing.diagnostics.lazy.filter { $0.severity == severity }.prefix(most)
        }
        let shown = worstFirst.prefix(most)
        let left = showing.diagnostics.count - shown.count
        return object([
            ("edition", quoted(showing.edition)), ("language", quoted(language.rawValue)),
            (
                "title",
                quoted(Wording.title(errors: errors, warnings: count(.warning), notes: count(.note), language))
            ),
            ("hasErrors", errors > 0 ? "true" : "false"),
            ("note", quoted(errors > 0 && showing.files != nil ? Wording.stale(language) : "")),
            ("more", quoted(left > 0 ? Wording.more(left, language) : "")),
            ("open", quoted(Wording.open(language))), ("close", quoted(Wording.close(language))),
            ("problems", "[" + shown.map { problem($0, language) }.joined(separator: ",") + "]"),
        ])
    }

    private static func problem(_ problem: Diagnostic, _ language: MessageLanguage) -> String {
        let place = problem.line > 0 ? "\(problem.file):\(problem.line):\(problem.column)" : problem.file
        var fields = [
            ("severity", quoted(problem.severity.rawValue)),
            ("label", quoted(Wording.severity(problem.severity, language))),
            ("place", quoted(place)), ("message", quoted(problem.message)), ("remedy", quoted(problem.remedy)),
        ]
        if let line = problem.sourceLine {
            // In three parts, so that nobody has to count characters again.
            let scalars = Array(line.unicodeScalars)
            let start = min(max(problem.mark.lowerBound, 0), scalars.count)
            let end = min(max(problem.mark.upperBound, start), scalars.count)
            let parts = [scalars[..<start], scalars[start..<end], scalars[end...]]
            fields.append(("line", "[" + parts.map { quoted($0) }.joined(separator: ",") + "]"))
        }
        return object(fields)
    }

    private static func object(_ fields: [(String, String)]) -> String {
        "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String { quoted(text.unicodeScalars) }

    /// A JSON string (RFC 8259) on one line.
    private static func quoted(_ text: some Sequence<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        result.append("\"")
        for scalar in text {
            switch scalar {
            case "\"", "\\":
                result.append("\\")
                result.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result.append(
                    contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
            default: result.append(scalar)
            }
        }
        result.append("\"")
        return String(result)
    }
}
