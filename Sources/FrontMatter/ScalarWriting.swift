// How a new value is written: as plainly as it can be, quoted where it must be, always so that it reads back the same.

import Encoding

/// A value to write into a document.
package indirect enum NewValue: Sendable, ExpressibleByStringLiteral {
    case scalar(String)
    case list([NewValue])
    case fields([(key: String, value: NewValue)])

    package init(stringLiteral value: String) { self = .scalar(value) }
}

/// Writes values for one place in a document.
struct ValueWriter {
    /// How lines end in this file.
    let newline: String
    /// Between brackets everything stays on its line.
    let inFlow: Bool
    /// What follows lets a literal block end where it should.
    var allowsBlock = true
    /// What follows lets a literal block end with more than one line break.
    var allowsLastBreaks = true

    /// What stands after the colon or the list mark, which is in this column.
    func text(_ value: NewValue, column: Int) -> String {
        switch value {
        case .scalar(let string): " " + scalar(string, style: .empty, column: column)
        case .list(let items): list(items, column: column)
        case .fields(let fields): mapping(fields, column: column)
        }
    }

    private func list(_ items: [NewValue], column: Int) -> String {
        let isShort = items.allSatisfy { if case .scalar = $0 { true } else { false } }
        if inFlow || isShort { return " [" + items.map(inBrackets).joined(separator: ", ") + "]" }
        return items.map { newline + spaces(column + 2) + "-" + itemText($0, column: column + 2) }.joined()
    }

    /// A mapping begins on the line of its list mark.
    func itemText(_ value: NewValue, column: Int) -> String {
        guard case .fields(let fields) = value, !fields.isEmpty else { return text(value, column: column) }
        return " " + mapping(fields, column: column).dropFirst().drop { $0 == " " }
    }

    private func mapping(_ fields: [(key: String, value: NewValue)], column: Int) -> String {
        if inFlow || fields.isEmpty {
            return " {" + fields.map { key($0.key) + ": " + inBrackets($0.value) }.joined(separator: ", ") + "}"
        }
        return fields.map { newline + spaces(column + 2) + key($0.key) + ":" + text($0.value, column: column + 2) }
            .joined()
    }

    private func inBrackets(_ value: NewValue) -> String {
        String(ValueWriter(newline: newline, inFlow: true).text(value, column: 0).dropFirst())
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

    func key(_ key: String) -> String {
        isPlain(key, inFlow: true) && !key.unicodeScalars.contains { $0 == ":" || $0 == "：" } ? key : doubleQuoted(key)
    }

    // MARK: Scalars

    /// A literal block that is there already.
    struct OldBlock {
        /// With its comment.
        var header: String
        var chomping: BlockHeader.Chomping
        var indent: Int
    }

    /// A scalar in the style it had, if that can hold it.
    func scalar(_ string: String, style: Record.Kind, column: Int, old: OldBlock? = nil) -> String {
        if !inFlow, allowsBlock, string.unicodeScalars.contains("\n"),
            let literal = literal(string, column: column, old: old)
        {
            return literal
        }
        switch style {
        case .doubleQuoted: return doubleQuoted(string)
        case .singleQuoted where isPrintable(string): return singleQuoted(string)
        default:
            if isPlain(string, inFlow: inFlow) { return string }
            let hasMarks = string.unicodeScalars.contains { $0 == "\"" || $0 == "\\" }
            return hasMarks && isPrintable(string) ? singleQuoted(string) : doubleQuoted(string)
        }
    }

    private func singleQuoted(_ string: String) -> String {
        var text = "'"
        for scalar in string.unicodeScalars { text += scalar == "'" ? "''" : String(scalar) }
        return text + "'"
    }

    private func doubleQuoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case _ where scalar.isNeverShown:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    /// A literal block; nil where one cannot hold the string.
    private func literal(_ string: String, column: Int, old: OldBlock?) -> String? {
        let lines = string.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        guard let first = lines.first(where: { !$0.isEmpty }), first.utf8.first != ASCII.space,
            first.utf8.first != ASCII.tab,
            lines.allSatisfy(isPrintable)
        else { return nil }
        // After the last break stands an empty piece.
        let breaks = lines.reversed().prefix { $0.isEmpty }.count
        guard breaks < 2 || allowsLastBreaks else { return nil }
        let chomping: BlockHeader.Chomping = breaks == 0 ? .strip : breaks == 1 ? .clip : .keep
        let header = old?.chomping == chomping ? old?.header : nil
        let content = breaks == 0 ? lines[...] : lines.dropLast()
        let indentation = spaces(old?.indent ?? column + 2)
        return (header ?? "|" + chomping.rawValue)
            + content.map { newline + ($0.isEmpty ? "" : indentation + $0) }.joined()
    }
}

/// No line break and nothing that YAML does not allow.
private func isPrintable(_ string: String) -> Bool {
    string.unicodeScalars.allSatisfy { $0 != "\n" && $0 != "\r" && !$0.isNeverShown }
}

/// True where the string reads back the same without quotes.
private func isPlain(_ string: String, inFlow: Bool) -> Bool {
    let scalars = Array(string.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, isPrintable(string) else { return false }
    let blanks: Set<Unicode.Scalar> = [" ", "\t", "　"]
    guard !blanks.contains(first), !blanks.contains(last),
        !"-?:,[]{}#&*!|>'\"%@`－“”„‟‘’‚‛＂＇".unicodeScalars.contains(first), last != ":"
    else { return false }
    for (index, scalar) in scalars.enumerated() {
        let next = index + 1 < scalars.count ? scalars[index + 1] : " "
        if scalar == ":", blanks.contains(next) || inFlow { return false }
        if scalar == "#", index > 0, blanks.contains(scalars[index - 1]) { return false }
        if inFlow, ",[]{}：".unicodeScalars.contains(scalar) { return false }
    }
    return true
}
