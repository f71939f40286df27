// Diagnostics as text for people, and as lines for programs and for GitHub's annotations.

import Encoding

package enum MessageFormat: String, Sendable, CaseIterable {
    case text, json, github
}

extension Diagnostic {
    /// One diagnostic; text has several lines, the other formats one. Without a line break at the end.
    package func rendered(as format: MessageFormat = .text, colour: Bool = false) -> String {
        switch format {
        case .text: text(colour: colour)
        case .json: json
        case .github: github
        }
    }

    // MARK: Text

    private func text(colour: Bool) -> String {
        func paint(_ text: String, _ code: String) -> String { colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
        let tint =
            switch severity {
            case .error: "1;31"
            case .warning: "1;33"
            case .note: "1;36"
            }
        let place = line > 0 ? "\(file):\(line):\(column):" : "\(file):"
        var text = "\(paint(visible(place), "1")) \(paint(severity.rawValue + ":", tint)) \(visible(message))"
        if let sourceLine {
            let scalars = Array(sourceLine.unicodeScalars)
            let before = scalars[..<min(mark.lowerBound, scalars.count)]
            let marked = scalars[before.count..<min(max(mark.upperBound, before.count), scalars.count)]
            let carets = String(repeating: "^", count: max(1, marked.reduce(0) { $0 + cellWidth($1) }))
            text += "\n  \(visible(sourceLine, isLine: true))"
            text +=
                "\n  \(String(repeating: " ", count: before.reduce(0) { $0 + cellWidth($1) }))\(paint(carets, tint))"
        }
        if !remedy.isEmpty { text += "\n  → \(visible(remedy))" }
        return text
    }

    // MARK: For programs

    private var json: String {
        var fields = [
            ("severity", quoted(severity.rawValue)), ("code", quoted(code)), ("file", quoted(file)),
            ("line", "\(line)"), ("column", "\(column)"), ("endColumn", "\(endColumn)"), ("message", quoted(message)),
            ("remedy", quoted(remedy)),
        ]
        if let sourceLine { fields.append(("sourceLine", quoted(sourceLine))) }
        return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // Also what some readers of lines take for the end of one.
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value & ~1 == 0x2028:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// GitHub's workflow commands; notes are its notices.
    private var github: String {
        var properties = ["file=\(escaped(file, isProperty: true))"]
        if line > 0 { properties += ["line=\(line)", "col=\(column)", "endColumn=\(max(column, endColumn))"] }
        properties.append("title=\(escaped(code, isProperty: true))")
        let text = remedy.isEmpty ? message : message + "\n" + remedy
        let command = severity == .note ? "notice" : severity.rawValue
        return "::\(command) \(properties.joined(separator: ","))::\(escaped(text, isProperty: false))"
    }

    private func escaped(_ text: String, isProperty: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where isProperty: result += "%3A"
            case "," where isProperty: result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// How many cells of a terminal a character takes: 2 if it is East Asian wide or full-width (Unicode Annex 11), 0 if it
/// combines with the one before.
package func cellWidth(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x300...0x36F, 0x200B...0x200D, 0x20D0...0x20FF, 0x3099, 0x309A, 0xFE00...0xFE0F, 0xE0100...0xE01EF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
        0x20000...0x3FFFD:
        2
    default: 1
    }
}

// MARK: What a terminal or a log would obey

/// Several lines of one's own and others' words, each as `visible` has it.
package func visibleLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0), isLine: true) }
        .joined(separator: "\n")
}

/// Control characters would move the cursor or change a terminal: each becomes one visible cell. So do marks that
/// turn the direction of writing, and the signs by which a line of a log commands the service that runs a build:
/// `::` at its beginning (GitHub), `##[` and `##vso[` anywhere (GitHub, Azure).
private func visible(_ text: String, isLine: Bool = false) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(replacement(for: scalar) ?? scalar) }
    let start = result.firstIndex { $0 != " " && $0 != "　" } ?? result.endIndex
    if isLine, result[start...].starts(with: "::".unicodeScalars) {
        result.replaceSubrange(start...start, with: ["\u{FFFD}"])
    }
    return String(result).replacing("##[", with: "\u{FFFD}#[").replacing("##vso[", with: "\u{FFFD}#vso[")
}

private func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09: " "
    // The marks of direction too: whoever looks for one must see where it stands.
    case 0x0A, 0x0D, 0x061C, 0x200E, 0x200F: "\u{FFFD}"
    default: scalar.isNeverShown ? "\u{FFFD}" : nil
    }
}
