/// JSON as the templates read it: fields in the order in which they are written, so that the same input gives the same
/// bytes.

/// A value of RFC 8259.
package indirect enum JSON: Sendable, Equatable {
    case null
    case string(String)
    case integer(Int)
    case number(Double)
    case bool(Bool)
    case array([JSON])
    case object([Field])

    package struct Field: Sendable, Equatable {
        package var name: String
        package var value: JSON
    }

    init(_ text: String) { self = .string(text) }
    init(_ texts: [String]) { self = .array(texts.map(JSON.string)) }
    init(_ numbers: [Int]) { self = .array(numbers.map(JSON.integer)) }
    init(_ values: [JSON]) { self = .array(values) }
    init(_ value: JSON?) { self = value ?? .null }

    /// The field of an object.
    package subscript(name: String) -> JSON? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.name == name }?.value
    }

    package var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }

    /// UTF-8, without white space.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        write(into: &output)
        return output
    }

    private func write(into output: inout [UInt8]) {
        switch self {
        case .null: output += "null".utf8
        case .string(let text): Self.write(text, into: &output)
        case .integer(let number): output += String(number).utf8
        case .number(let number): output += (number.isFinite ? number.description : "null").utf8
        case .bool(let flag): output += (flag ? "true" : "false").utf8
        case .array(let elements):
            output.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                element.write(into: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let fields):
            output.append(UInt8(ascii: "{"))
            for (index, field) in fields.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                Self.write(field.name, into: &output)
                output.append(UInt8(ascii: ":"))
                field.value.write(into: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, into output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): output += "\\\"".utf8
            case UInt8(ascii: "\\"): output += "\\\\".utf8
            case UInt8(ascii: "\n"): output += "\\n".utf8
            // Control characters say nothing; a space keeps words apart.
            case 0..<0x20, 0x7F: output.append(UInt8(ascii: " "))
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Field(name: $0.0, value: $0.1) })
    }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}
