/// Colours for a print shop: what the typesetter sets as RGB or grey becomes CMYK, greys and black K alone, by the same rule
/// by which the templates' own colours do (black is what red, green and blue lack together). Photos keep their colours.

struct Separation {
    /// Every page and drawing of a file.
    static func separate(_ file: inout PDFFile) {
        let pages = file.objects.lazy.map(\.text).filter { $0.contains("/Type/Page/") }
            .compactMap { $0.firstMatch(of: #/\/Contents (\d+) 0 R/#).flatMap { Int($0.1) } }
        let contents = Set(pages)
        for index in file.objects.indices {
            let text = file.objects[index].text
            // A group that blends in RGB would take its colours out of CMYK and back.
            if text.contains("/S/Transparency") {
                file.objects[index].text = text.replacing(#/\/CS \d+ 0 R/#, with: "/CS/DeviceCMYK")
            }
            let isDrawing = text.contains("/Subtype/Form") || text.contains("/PatternType 1")
            guard isDrawing || contents.contains(file.objects[index].number), let content = file.objects[index].content
            else { continue }
            file.objects[index].replaceContent(separated(content))
        }
    }

    /// A content stream (ISO 32000-1, 8.6.8) in which every colour is set by `g`, `G`, `k` or `K`.
    static func separated(_ content: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(content.count + content.count / 4)
        var scanner = ContentScanner(content)
        // Numbers and names that wait for their operator.
        var operands: [Range<Int>] = []
        var spaces: [UInt8: [UInt8]] = [:]
        func write(_ bytes: some Sequence<UInt8>) {
            if let last = output.last, last > 0x20 { output.append(0x20) }
            output += bytes
        }
        while let token = scanner.next() {
            guard token.kind == .operation else {
                operands.append(token.range)
                continue
            }
            defer { operands.removeAll(keepingCapacity: true) }
            let name = String(decoding: content[token.range], as: UTF8.self)
            let isStroke = name.first?.isUppercase ?? false
            switch name {
            case "cs", "CS":
                // Told with the colour.
                spaces[isStroke ? 1 : 0] = operands.last.map { Array(content[$0]) }
                continue
            case "rg", "RG", "sc", "SC", "scn", "SCN":
                let values = operands.compactMap { Double(String(decoding: content[$0], as: UTF8.self)) }
                if values.count == operands.count, let colour = device(values, isStroke) {
                    write(colour.utf8)
                } else {
                    // A pattern: its space goes with it.
                    if let space = spaces[isStroke ? 1 : 0] {
                        write(space)
                        write((isStroke ? "CS" : "cs").utf8)
                    }
                    for operand in operands { write(content[operand]) }
                    write(name.utf8)
                }
            default:
                for operand in operands { write(content[operand]) }
                write(name.utf8)
            }
            output.append(0x0A)
        }
        return output
    }

    private static func device(_ values: [Double], _ isStroke: Bool) -> String? {
        switch values.count {
        case 1: return "\(short(values[0])) \(isStroke ? "G" : "g")"
        case 3:
            let black = 1 - (values.max() ?? 0)
            let inks = values.map { black < 1 ? (1 - $0 - black) / (1 - black) : 0 } + [black]
            return inks.map(short).joined(separator: " ") + (isStroke ? " K" : " k")
        case 4: return values.map(short).joined(separator: " ") + (isStroke ? " K" : " k")
        default: return nil
        }
    }

    /// Four decimals: finer than any press.
    private static func short(_ value: Double) -> String {
        let rounded = (min(max(value, 0), 1) * 10_000).rounded() / 10_000
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}

/// The tokens of a content stream. Arrays, dictionaries and strings are one token each.
struct ContentScanner {
    struct Token {
        enum Kind { case operand, operation }
        var kind: Kind
        var range: Range<Int>
    }

    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        guard at < bytes.count else { return nil }
        let start = at
        switch bytes[at] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"):
            skipNested()
            return Token(kind: .operand, range: start..<at)
        case UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            skipWord()
            return Token(kind: .operand, range: start..<at)
        default:
            skipWord()
            return Token(kind: .operation, range: start..<at)
        }
    }

    private mutating func skipWord() {
        at += 1
        while at < bytes.count, bytes[at] > 0x20, !Self.delimiters.contains(bytes[at]) { at += 1 }
    }

    private static let delimiters = Set("()<>[]/".utf8)

    /// To the end of what opens here.
    private mutating func skipNested() {
        var depth = 0
        repeat {
            switch bytes[at] {
            case UInt8(ascii: "("): skipString()
            case UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: ">"): depth -= 1
            default: break
            }
            at += 1
        } while depth > 0 && at < bytes.count
    }

    /// From an opening bracket to its closing one.
    private mutating func skipString() {
        var depth = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\\"): at += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return }
            default: break
            }
            at += 1
        }
        at = bytes.count - 1
    }
}
