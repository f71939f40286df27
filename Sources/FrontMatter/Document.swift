// A content file taken apart: its fields, its body, and what is wrong with it.

import Encoding

/// A file with front matter: fields between two lines `---`, then a body.
package struct Document: Sendable {
    package var source: SourceText { tree.source }
    /// The bytes of the body in `source`.
    package let body: Range<Int>
    /// Everything found, the encoding's faults too, in the order of the text.
    package let faults: [Fault]
    /// The bytes between the two fences.
    let fields: Range<Int>
    /// The fences are there, and the text is the file's own.
    let isEditable: Bool
    /// Values in which there is an error, each to the end of its last line, and keys that stand twice; in order, apart.
    package let broken: [Range<Int>]
    /// There are errors outside values too: what lacks elsewhere may stand there.
    package let losesFields: Bool
    let knownKeys: KnownWords
    let tree: Tree

    /// Reads a file. Of a field whose key is one of `knownKeys` the number is known; beside that they decide one case
    /// only: a nested `連絡先：田中` on a line of its own is a text to YAML, and a field if the word before the full-width
    /// colon is a known key.
    package init(parsing source: SourceText, knownKeys: KnownWords = []) {
        let (parsed, layout, found) = source.bytes.withUnsafeBufferPointer { text in
            var layout = FileLayout(text, from: source.textStart)
            var parser = Parser(text: text, fields: layout.fields, knownKeys: knownKeys)
            parser.root()
            var faults = parser.faults
            if let fault = layout.fault {
                // What an unclosed front matter holds cannot be told from the body.
                faults = [fault]
                layout.body = layout.fields.upperBound..<text.count
            } else {
                faults += forbiddenCharacters(in: text, layout.fields)
            }
            let broken = parser.brokenParts
            return ((parser.records, broken, parser.losesFields(outside: broken)), layout, faults)
        }
        // Nobody knows what bytes that are no text mean: nothing is said of what stands between the fences.
        let faults = source.encoding == .unknown ? layout.fault.map { [$0] } ?? [] : found
        self.faults = (source.faults + faults).sorted { $0.range.lowerBound < $1.range.lowerBound }
        tree = Tree(source: source, records: parsed.0)
        broken = parsed.1
        losesFields = layout.fault != nil || parsed.2
        self.knownKeys = knownKeys
        fields = layout.fields
        isEditable = layout.fault == nil && source.encoding != .unknown
        body = layout.body
    }

    /// The fields of the file, in their order; empty where there are none.
    package var root: Mapping { Mapping(Node(tree: tree, index: 0)) }
}

/// Where the fences of a file are.
private struct FileLayout {
    var fields: Range<Int>
    var body: Range<Int>
    var fault: Fault?

    init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
        guard Self.isFence(text, start) else {
            fields = start..<start
            body = start..<text.count
            fault = Fault(.noFrontMatter, start..<min(start + 1, text.count))
            return
        }
        let first = Self.nextLine(text, start)
        var line = first
        while line < text.count {
            if Self.isFence(text, line) {
                fields = first..<line
                body = Self.nextLine(text, line)..<text.count
                return
            }
            line = Self.nextLine(text, line)
        }
        fields = first..<text.count
        body = text.count..<text.count
        fault = Fault(.unclosedFrontMatter, start..<start + 3)
    }

    /// Three dashes alone on a line.
    private static func isFence(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        guard start + 3 <= text.count, text[start] == ASCII.dash, text[start + 1] == ASCII.dash,
            text[start + 2] == ASCII.dash
        else { return false }
        var end = start + 3
        while end < text.count, isBlank(text[end]) { end += 1 }
        return end == text.count || isBreak(text[end])
    }

    private static func nextLine(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        guard let base = text.baseAddress else { return 0 }
        let at = ByteScan.first(in: base, from: start, to: text.count) { word in
            ByteScan.zeros(word ^ ByteScan.all(0x0A)) | ByteScan.zeros(word ^ ByteScan.all(0x0D))
        }
        guard at < text.count else { return at }
        return at + (text[at] == ASCII.carriageReturn && at + 1 < text.count && text[at + 1] == ASCII.newline ? 2 : 1)
    }
}

/// What is never shown is an error where it is typed: nobody would find it later.
private func forbiddenCharacters(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Fault] {
    var faults: [Fault] = []
    var start = range.lowerBound
    while faults.count < 100, let found = NeverShown.first(in: text, start..<range.upperBound) {
        for scalar in String(decoding: text[found], as: UTF8.self).unicodeScalars {
            faults.append(Fault(.forbiddenCharacter(scalar: scalar.value), found))
        }
        start = found.upperBound
    }
    return faults
}
