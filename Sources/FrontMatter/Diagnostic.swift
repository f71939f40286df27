// A message for an editor: where, what, and what to do. All modules speak to people through this type.

package enum Severity: String, Sendable, Comparable, CaseIterable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A finding with its wording: file, line and column, the line itself, and a remedy.
package struct Diagnostic: Sendable, Equatable {
    package var severity: Severity
    /// A stable word for programs, such as `front-matter/tab-indentation`.
    package var code: String
    package var file: String
    /// From 1; 0 where the finding is about the file as a whole.
    package var line: Int
    /// From 1, in Unicode scalars; 0 together with `line`.
    package var column: Int
    /// Just after the last marked character, on the same line.
    package var endColumn: Int
    /// The line, shortened around the mark where it is very long; nil where there is none.
    package var sourceLine: String?
    /// What to mark in `sourceLine`, in Unicode scalars.
    package var mark: Range<Int>
    package var message: String
    /// What to do; may be empty.
    package var remedy: String

    /// A finding at a place in a text; a range over several lines is marked on its first.
    package init(
        _ severity: Severity, code: String, at range: Range<Int>, in source: SourceText, message: String, remedy: String
    ) {
        let start = source.position(of: range.lowerBound)
        let line = source.lineRange(start.line)
        let end = source.position(of: max(range.lowerBound, min(range.upperBound, line.upperBound)))
        let excerpt = Excerpt(of: line, marking: range, in: source)
        self.init(severity, code: code, file: source.file, message: message, remedy: remedy)
        self.line = start.line
        column = start.column
        endColumn = max(end.column, start.column)
        sourceLine = excerpt.text
        mark = excerpt.mark
    }

    /// A finding about a file as a whole.
    package init(_ severity: Severity, code: String, file: String, message: String, remedy: String) {
        self.severity = severity
        self.code = code
        self.file = file
        self.message = message
        self.remedy = remedy
        (line, column, endColumn, sourceLine, mark) = (0, 0, 0, nil, 0..<0)
    }

    /// File order: by file name, then by place.
    package static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        (left.file, left.line, left.column, left.code) < (right.file, right.line, right.column, right.code)
    }
}

/// The part of a line to show, with the mark inside it.
private struct Excerpt {
    var text: String
    var mark: Range<Int>

    /// Bytes to keep on each side of the mark's beginning.
    private static let reach = 240

    init(of line: Range<Int>, marking range: Range<Int>, in source: SourceText) {
        let start = min(max(range.lowerBound, line.lowerBound), line.upperBound)
        var end = min(max(range.upperBound, start), line.upperBound)
        // The first byte of a line stands for its first character.
        while end < line.upperBound, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
        let from = Self.boundary(start - Self.reach, in: line, of: source)
        let to = Self.boundary(start + Self.reach, in: line, of: source)
        let before = (from > line.lowerBound ? "…" : "") + source.string(from..<start)
        let marked = source.string(start..<min(end, to))
        text = before + marked + source.string(min(end, to)..<to) + (to < line.upperBound ? "…" : "")
        mark = before.unicodeScalars.count..<(before.unicodeScalars.count + marked.unicodeScalars.count)
    }

    /// The nearest offset inside the line that does not cut a character.
    private static func boundary(_ offset: Int, in line: Range<Int>, of source: SourceText) -> Int {
        var offset = min(max(offset, line.lowerBound), line.upperBound)
        while offset > line.lowerBound, offset < line.upperBound, source.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }
}
