/// The problems of a build as the browser gets them: one JSON object that holds every word of the panel.

import FrontMatter
import Messages

enum Report {
    /// A page with more would be no help; the terminal has them all.
    private static let most = 100

    static func json(_ showing: Showcase.Showing) -> String {
        let language = showing.language
        let errors = showing.problems.filter { $0.diagnostic.severity == .error }
        let warnings = showing.problems.filter { $0.diagnostic.severity != .error }
        let shown = (newFirst(errors) + newFirst(warnings)).prefix(most)
        let left = showing.problems.count - shown.count
        return object([
            ("edition", quoted(showing.edition)), ("language", quoted(language.rawValue)),
            ("title", quoted(Wording.title(errors: errors.count, warnings: warnings.count, language))),
            ("hasErrors", errors.isEmpty ? "false" : "true"),
            ("hasNew", showing.problems.contains(where: \.isNew) ? "true" : "false"),
            ("note", quoted(!errors.isEmpty && showing.site != nil ? Wording.stale(language) : "")),
            ("more", quoted(left > 0 ? Wording.more(left, language) : "")),
            ("open", quoted(Wording.open(language))), ("close", quoted(Wording.close(language))),
            ("problems", "[" + shown.map { problem($0, language) }.joined(separator: ",") + "]"),
        ])
    }

    private static func newFirst(_ problems: [Showcase.Problem]) -> [Showcase.Problem] {
        problems.filter(\.isNew) + problems.filter { !$0.isNew }
    }

    private static func problem(_ problem: Showcase.Problem, _ language: MessageLanguage) -> String {
        let diagnostic = problem.diagnostic
        let place = diagnostic.line > 0 ? "\(diagnostic.file):\(diagnostic.line):\(diagnostic.column)" : diagnostic.file
        var fields = [
            ("severity", quoted(diagnostic.severity.rawValue)),
            ("label", quoted(Wording.severity(diagnostic.severity, isNew: problem.isNew, language))),
            ("place", quoted(place)), ("message", quoted(diagnostic.message)), ("remedy", quoted(diagnostic.remedy)),
        ]
        if let line = diagnostic.sourceLine {
            // In three parts, so that nobody has to count characters again.
            let scalars = Array(line.unicodeScalars)
            let start = min(max(diagnostic.mark.lowerBound, 0), scalars.count)
            let end = min(max(diagnostic.mark.upperBound, start), scalars.count)
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
