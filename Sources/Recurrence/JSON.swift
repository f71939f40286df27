/// A schedule as one line of JSON (RFC 8259), for programs.

extension Schedule {
    /// The object that `kayoi schedule --json` prints, on one line.
    package func json(from first: Day, to last: Day) -> String {
        var json = JSONWriter()
        json.object { json in
            json.field("text", text)
            json.field("status", status.rawValue)
            json.array("dates", occurrences(from: first, to: last)) { json, occurrence in
                json.object { json in
                    json.field("day", occurrence.day.iso)
                    if let start = occurrence.start { json.field("start", start.text) }
                    if let end = occurrence.end { json.field("end", end.text) }
                    if occurrence.needsConfirmation { json.field("remark", Wording.needsConfirmation) }
                }
            }
            json.array("remarks", remarks) { $0.string($1) }
            json.array("unread", unread) { json, piece in
                json.object { json in
                    json.field("text", piece.text)
                    json.field("at", piece.scalars.lowerBound)
                    if let field = piece.closedField { json.field("closed", field) }
                }
            }
            json.array("rrule", recurrenceRules(from: first, to: last)) { $0.string($1) }
            json.field("sentence", sentence(in: .japanese))
        }
        return json.text
    }
}

private struct JSONWriter {
    private(set) var text = ""
    private var needsComma = false

    mutating func object(_ fields: (inout JSONWriter) -> Void) {
        open("{")
        fields(&self)
        text += "}"
        needsComma = true
    }

    mutating func array<Values: Sequence>(
        _ name: String, _ values: Values, _ write: (inout JSONWriter, Values.Element) -> Void
    ) {
        key(name)
        open("[")
        for value in values { write(&self, value) }
        text += "]"
        needsComma = true
    }

    mutating func field(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    mutating func field(_ name: String, _ value: Int) {
        key(name)
        text += String(value)
        needsComma = true
    }

    mutating func string(_ value: String) {
        open("\"")
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\u{2028}", "\u{2029}", "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
        needsComma = true
    }

    private mutating func key(_ name: String) {
        string(name)
        text += ":"
        needsComma = false
    }

    private mutating func open(_ mark: String) {
        if needsComma { text += "," }
        text += mark
        needsComma = false
    }
}
