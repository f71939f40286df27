// The words that readers see, one file a language: `strings/ja.yaml`.

import Messages

/// Words by key. A file has a line `key: text` for each; `#` starts a comment; text may stand in quotes.
///
///     places.title: いどころの一覧
///     places.count: "{count}件"
///
/// `{count}` is a parameter. For a language with grammatical number, `places.count.one` is the form for the number 1 of
/// the first parameter.
package struct StringTable: Sendable {
    /// As the file is named: `ja`, `en`, `ja-easy`.
    package let language: String
    package private(set) var faults: [TemplateFault] = []
    private var words: [String: Phrase] = [:]

    package init(language: String, _ file: TemplateFile) {
        self.language = language
        words = read(file).mapValues(\.phrase)
    }

    /// A guide's own words in place of single ones of this table. A key that this table has not is a fault: nothing
    /// would ever show it.
    package mutating func override(with file: TemplateFile) {
        for (key, entry) in read(file).sorted(by: { $0.value.range.lowerBound < $1.value.range.lowerBound }) {
            let base = key.hasSuffix(".one") ? String(key.dropLast(4)) : key
            if words[key] == nil, words[base] == nil {
                let nearest = nearestWord(to: key, among: words.keys.sorted())
                faults.append(
                    TemplateFault(kind: .wordOfNobody(key, nearest: nearest), place: file.place(of: entry.range)))
            }
            words[key] = entry.phrase
        }
    }

    package var keys: some Collection<String> { words.keys }

    /// The text for `key` with its parameters filled in, or nil when there is no such word.
    /// A parameter that is not given stays as it is written.
    package func text(_ key: String, _ parameters: KeyValuePairs<String, String> = [:]) -> String? {
        guard let other = words[key] else { return nil }
        guard let first = other.firstParameter, parameters.value(of: first) == "1", let one = words[key + ".one"] else {
            return other.filled(with: parameters)
        }
        return one.filled(with: parameters)
    }

    subscript(key: String) -> Word? {
        words[key].map { Word(other: $0, one: $0.firstParameter == nil ? nil : words[key + ".one"]) }
    }

    struct Word {
        let other: Phrase
        let one: Phrase?
    }

    // MARK: Reading

    private typealias Entry = (phrase: Phrase, range: Range<Int>)

    private mutating func read(_ file: TemplateFile) -> [String: Entry] {
        var entries: [String: Entry] = [:]
        var start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < file.bytes.count {
            let range = start..<(file.bytes[start...].firstIndex(of: 0x0A) ?? file.bytes.count)
            start = range.upperBound + 1
            let line = file.bytes[range].trimmingBlanks
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), isKey(line[..<colon]) else {
                faults.append(TemplateFault(kind: .badEntry, place: file.place(of: range)))
                continue
            }
            guard let value = unquote(line[(colon + 1)...].trimmingBlanks) else {
                faults.append(TemplateFault(kind: .badQuote, place: file.place(of: range)))
                continue
            }
            let key = String(decoding: line[..<colon], as: UTF8.self)
            if let first = entries.updateValue((Phrase(value), range), forKey: key) {
                let line = file.place(of: first.range).line
                faults.append(TemplateFault(kind: .wordTwice(key, line: line), place: file.place(of: range)))
            }
        }
        return entries
    }

    private func isKey(_ text: ArraySlice<UInt8>) -> Bool {
        !text.isEmpty
            && text.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// The text of a value: plain up to ` #`, `'…'` with `''` for a quote, or `"…"` with `\n`, `\"` and `\\`.
    private func unquote(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let (double, single) = (UInt8(ascii: "\""), UInt8(ascii: "'"))
        guard let quote = value.first, quote == double || quote == single else {
            let comment = value.indices.first {
                value[$0] == UInt8(ascii: "#") && ($0 == value.startIndex || value[$0 - 1] == UInt8(ascii: " "))
            }
            return value[..<(comment ?? value.endIndex)].trimmingBlanks
        }
        var result: [UInt8] = []
        var rest = value.dropFirst()
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\") where quote == double:
                switch rest.popFirst() {
                case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
                case let escaped? where escaped == double || escaped == UInt8(ascii: "\\"): result.append(escaped)
                default: return nil
                }
            case single where quote == single && rest.first == single:
                rest.removeFirst()
                result.append(single)
            case quote:
                let after = rest.trimmingBlanks
                return after.isEmpty || after.first == UInt8(ascii: "#") ? result[...] : nil
            default: result.append(byte)
            }
        }
        return nil
    }
}

/// A text with places for parameters.
struct Phrase: Sendable {
    enum Part: Sendable {
        case text(String)
        case parameter(String)
    }

    private(set) var parts: [Part] = []

    /// - Parameter text: UTF-8.
    init(_ text: ArraySlice<UInt8>) {
        func string(_ text: ArraySlice<UInt8>) -> String { String(decoding: text, as: UTF8.self) }
        var rest = text
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            if open > rest.startIndex { parts.append(.text(string(rest[..<open]))) }
            parts.append(.parameter(string(rest[(open + 1)..<close].trimmingBlanks)))
            rest = rest[(close + 1)...]
        }
        if !rest.isEmpty { parts.append(.text(string(rest))) }
    }

    var firstParameter: String? {
        for case .parameter(let name) in parts { return name }
        return nil
    }

    var parameters: [String] {
        parts.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }

    func filled(with values: KeyValuePairs<String, String>) -> String {
        if parts.count == 1, case .text(let text) = parts[0] { return text }
        return parts.reduce(into: "") {
            switch $1 {
            case .text(let text): $0 += text
            case .parameter(let name): $0 += values.value(of: name) ?? "{\(name)}"
            }
        }
    }
}

extension KeyValuePairs<String, String> {
    /// Parameters are few: to look through them is quicker than to hash them.
    fileprivate func value(of name: String) -> String? { first { $0.key == name }?.value }
}

extension ArraySlice<UInt8> {
    /// Without spaces, tabs and carriage returns at both ends.
    fileprivate var trimmingBlanks: Self {
        func isText(_ byte: UInt8) -> Bool { byte != 0x20 && byte != 0x09 && byte != 0x0D }
        guard let first = firstIndex(where: isText), let last = lastIndex(where: isText) else { return [] }
        return self[first...last]
    }
}
