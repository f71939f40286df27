/// Reading loses nothing, every place lies in the text, and an edit changes one field and no other byte.

import FrontMatter

func frontMatterBreach(_ bytes: [UInt8]) -> String? {
    let document = Document(parsing: SourceText(file: "x.md", bytes: bytes), knownKeys: ["電話", "名前"])
    let source = document.source
    if source.encoding == .utf8 || source.encoding == .utf8WithByteOrderMark, source.bytes != bytes {
        return "the text is not what the file holds"
    }
    let all = 0..<source.bytes.count
    for fault in document.faults where fault.range.clamped(to: all) != fault.range {
        return "\(fault.kind) lies outside of the text"
    }
    for finding in document.diagnostics(.japanese).prefix(20) + document.diagnostics(.english).prefix(20)
    where finding.line < 1 || finding.column < 1 || finding.endColumn < finding.column {
        return "\(finding.code) has no place"
    }
    guard document.body.clamped(to: all) == document.body else { return "the body lies outside of the text" }
    return edits(of: document).lazy.compactMap { $0.breach(of: document) }.first
}

/// An edit that was made, and the bytes of the field that it may touch.
private struct Edit {
    let name: String
    let result: [UInt8]
    let reach: Range<Int>

    func breach(of document: Document) -> String? {
        let before = document.source.bytes
        let head = zip(before, result).prefix { $0 == $1 }.count
        let tail = zip(before.reversed(), result.reversed()).prefix { $0 == $1 }.count
        guard head >= reach.lowerBound, before.count - tail <= reach.upperBound else {
            return "\(name): changes bytes of another field"
        }
        return nil
    }
}

private func edits(of document: Document) -> [Edit] {
    let fields = Array(document.root)
    var edits: [Edit] = []
    for (index, field) in fields.enumerated().prefix(3) {
        // Indentation, commas and comments between two fields belong to either.
        let start = index > 0 ? fields[index - 1].value.range.upperBound : 0
        let end = index + 1 < fields.count ? fields[index + 1].keyRange.lowerBound : document.body.lowerBound
        guard start <= end, document.root[field.key]?.range == field.value.range else { continue }
        let reach = start..<end
        func note(_ name: String, _ result: [UInt8]?) {
            if let result { edits.append(Edit(name: "\(name) \(field.key)", result: result, reach: reach)) }
        }
        note("replacing", document.replacing([.key(field.key)], with: "新しい: 値"))
        note("replacing with a list", document.replacing([.key(field.key)], with: .list(["a", "- b"])))
        note("removing", document.removing([.key(field.key)]))
        note("appending to", document.appending("x", to: [.key(field.key)]))
    }
    return edits
}
