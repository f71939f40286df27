/// JSON as it is published and as the printed works read it: sorted by hand, stable, and harmless inside a page.

/// A value of RFC 8259. Objects keep the order in which they are written.
package enum JSON: Sendable {
    case null
    case string(String)
    case number(Double)
    case integer(Int)
    case bool(Bool)
    case array([JSON])
    case object([Field])
    /// Was written before.
    case written([UInt8])

    package typealias Field = (String, JSON?)

    /// Without white space; fields that are nil are left out.
    package func write(into output: inout [UInt8]) {
        switch self {
        case .null: output += "null".utf8
        case .written(let bytes): output += bytes
        case .string(let text): Self.write(text, into: &output)
        case .number(let number): output.append(run: number.isFinite ? number.description : "null")
        case .integer(let number): output.append(decimal: number)
        case .bool(let flag): output += (flag ? "true" : "false").utf8
        case .array(let items):
            output.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                item.write(into: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let fields):
            output.append(UInt8(ascii: "{"))
            var isFirst = true
            for case (let name, let value?) in fields {
                if !isFirst { output.append(UInt8(ascii: ",")) }
                isFirst = false
                Self.write(name, into: &output)
                output.append(UInt8(ascii: ":"))
                value.write(into: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    package var bytes: [UInt8] {
        var output: [UInt8] = []
        write(into: &output)
        return output
    }

    /// `<`, `>` and `&` are written as codes: a text cannot end the script element in which it may stand.
    private static func write(_ text: String, into output: inout [UInt8]) {
        text.withBytes { write($0, into: &output) }
    }

    /// A text that is no string yet.
    package static func write(utf8 text: [UInt8], into output: inout [UInt8]) {
        text.withUnsafeBufferPointer { write($0, into: &output) }
    }

    private static func write(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        output.append(text, suspects: suspects, instead: code)
        output.append(UInt8(ascii: "\""))
    }

    /// How many bytes the suspect at an offset has, and what stands for it (nil: itself).
    @inline(__always)
    private static func code(_ base: UnsafePointer<UInt8>, _ offset: Int, _ end: Int) -> (length: Int, StaticString?) {
        switch base[offset] {
        case UInt8(ascii: "\""): (1, "\\\"")
        case UInt8(ascii: "\\"): (1, "\\\\")
        case UInt8(ascii: "\n"): (1, "\\n")
        case UInt8(ascii: "<"): (1, "\\u003c")
        case UInt8(ascii: ">"): (1, "\\u003e")
        case UInt8(ascii: "&"): (1, "\\u0026")
        // U+2028 and U+2029 end lines in older scripts.
        case 0xE2: end - offset >= 3 && NeverShown.isLineEnd(base, at: offset, length: 3) ? (3, "\\u2028") : (1, nil)
        // Control characters say nothing; a space keeps words apart.
        default: (1, " ")
        }
    }

    /// What `code` has to look at.
    @inline(__always)
    private static func suspects(in text: ByteScan.Block) -> ByteScan.Block.Marks {
        // " and &, < and >: each two differ in one bit.
        let marks = text.marks(0x22, in: 0xFB) .| text.marks(0x3C, in: 0xFD) .| text.marks(0x5C)
        return text.controls .| marks .| text.marks(0xE2)
    }
}

extension [UInt8] {
    /// Appends a number's digits. (To make a string of them only to copy it takes twice as long.)
    mutating func append(decimal number: Int) {
        // Int.min has 19 digits and a sign.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            func put(_ byte: UInt8) {
                start -= 1
                digits.initializeElement(at: start, to: byte)
            }
            var rest = number.magnitude
            repeat {
                put(UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
            } while rest > 0
            if number < 0 { put(UInt8(ascii: "-")) }
            append(run: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }
}

extension JSON {
    /// A text, or nothing where it is empty.
    package static func text(_ text: String) -> JSON? { text.isEmpty ? nil : .string(text) }
    package static func texts(_ texts: [String]) -> JSON? { texts.isEmpty ? nil : .array(texts.map(JSON.string)) }
}

extension JSON {
    package init(_ texts: [String]) { self = .array(texts.map(JSON.string)) }
    package init(_ numbers: [Int]) { self = .array(numbers.map(JSON.integer)) }
    /// What is not there is null.
    package init(_ value: JSON?) { self = value ?? .null }
}

extension JSON: Equatable {
    package static func == (left: JSON, right: JSON) -> Bool { left.bytes == right.bytes }
}

extension JSON {
    /// The field of an object.
    package subscript(name: String) -> JSON? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.0 == name }?.1
    }

    package var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    package init(dictionaryLiteral elements: (String, JSON?)...) { self = .object(elements) }
    package init(arrayLiteral elements: JSON...) { self = .array(elements) }
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}
