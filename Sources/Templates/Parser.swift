// The text of a template → its tree. Follows the Mustache specification for tags and for tags alone on a line.

/// Reads a template. Faults do not stop it: what follows is read too, so that one run shows them all.
func parse(_ file: TemplateFile) -> (nodes: [Node], faults: [TemplateFault]) {
    var parser = Parser(file: file)
    parser.run()
    return (parser.levels[0].nodes, parser.faults.all)
}

private struct Parser {
    let file: TemplateFile
    var faults = FaultList()
    /// The open sections, the outermost first; the first is the file.
    var levels = [Level(kind: .file, name: Name(text: "", range: 0..<0))]
    /// What comes before is in the tree.
    var done = 0
    /// The next `}}` after a comment's start, kept so that a file full of `{{!` is still read in one go.
    var nextClose = -1

    static let deepest = 100

    struct Level {
        enum Kind { case file, section, inverted, layout, block }
        let kind: Kind
        let name: Name
        var nodes: [Node] = []
        var blocks: [Block] = []
    }

    var bytes: [UInt8] { file.bytes }

    mutating func run() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { done = 3 }
        var index = done
        while levels.count <= Parser.deepest, let open = find("{{", from: index) {
            index = readTag(at: open)
        }
        if let name = levels.last?.name, levels.count > Parser.deepest { add(.tooDeep, name.range) }
        addText(upTo: bytes.count)
        while levels.count > 1 { closeUnclosed() }
    }

    // MARK: Tags

    /// Reads the tag that opens at `start` and returns where to go on.
    private mutating func readTag(at start: Int) -> Int {
        let sigil = start + 2 < bytes.count ? bytes[start + 2] : 0
        guard let close = sigil == UInt8(ascii: "!") ? closeOfComment(at: start) : closeOfTag(at: start) else {
            add(.tagNotClosed, start..<start + 2)
            return start + 2
        }
        let tag = start..<close + 2
        switch sigil {
        case UInt8(ascii: "!"): replace(aloneOnLine(tag))
        case UInt8(ascii: "&"), UInt8(ascii: "{"): refuse(.rawHTML(content(start + 3..<close).text), tag)
        case UInt8(ascii: "="): refuse(.newDelimiters, tag)
        default: readNamed(tag, sigil)
        }
        return max(done, tag.upperBound)
    }

    /// A tag ends on its line, and before the next begins.
    private func closeOfTag(at start: Int) -> Int? {
        var index = start + 2
        while index + 1 < bytes.count, bytes[index] != 0x0A {
            if bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") { return index }
            if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") { return nil }
            index += 1
        }
        return nil
    }

    private mutating func closeOfComment(at start: Int) -> Int? {
        if nextClose < start { nextClose = find("}}", from: start) ?? bytes.count }
        return nextClose < bytes.count ? nextClose : nil
    }

    private mutating func readNamed(_ tag: Range<Int>, _ sigil: UInt8) {
        let isVariable = !"#^<$/>".utf8.contains(sigil)
        let (text, range) = content(tag.lowerBound + (isVariable ? 2 : 3)..<tag.upperBound - 2)
        guard isName(text) else { return refuse(.badTag(text), tag) }
        let name = Name(text: text, range: range)
        switch sigil {
        case UInt8(ascii: "#"): open(.section, name, tag)
        case UInt8(ascii: "^"): open(.inverted, name, tag)
        case UInt8(ascii: "<"): open(.layout, name, tag)
        case UInt8(ascii: "$"): open(.block, name, tag)
        case UInt8(ascii: "/"): closeTag(name, tag)
        case UInt8(ascii: ">"): addPartial(name, tag)
        default:
            replace(tag)
            levels[levels.count - 1].nodes.append(.variable(name))
        }
    }

    private func isName(_ text: String) -> Bool {
        text == "."
            || !text.isEmpty && !text.hasPrefix(".") && !text.hasSuffix(".")
                && text.utf8.allSatisfy {
                    switch $0 {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
                        UInt8(ascii: "/"):
                        true
                    default: false
                    }
                }
    }

    private mutating func open(_ kind: Level.Kind, _ name: Name, _ tag: Range<Int>) {
        replace(aloneOnLine(tag))
        levels.append(Level(kind: kind, name: name))
    }

    private mutating func closeTag(_ name: Name, _ tag: Range<Int>) {
        replace(aloneOnLine(tag))
        guard let opened = levels.dropFirst().lastIndex(where: { $0.name.text == name.text }) else {
            if levels.count > 1, let open = levels.last?.name {
                let line = file.place(of: open.range).line
                add(.closesAnother(name.text, open: open.text, line: line), name.range)
            } else {
                add(.closesNothing(name.text), name.range)
            }
            return
        }
        while levels.count > opened + 1 { closeUnclosed() }
        closeLevel()
    }

    private mutating func closeUnclosed() {
        if let name = levels.last?.name { add(.sectionNotClosed(name.text), name.range) }
        closeLevel()
    }

    private mutating func closeLevel() {
        let level = levels.removeLast()
        let outer = levels.count - 1
        switch level.kind {
        case .file: break
        case .section: levels[outer].nodes.append(.section(level.name, inverted: false, level.nodes))
        case .inverted: levels[outer].nodes.append(.section(level.name, inverted: true, level.nodes))
        case .layout:
            checkBetweenBlocks(level)
            levels[outer].nodes.append(.layout(level.name, blocks: level.blocks))
        case .block:
            let block = Block(name: level.name, body: level.nodes)
            if levels[outer].kind == .layout {
                if levels[outer].blocks.contains(where: { $0.name.text == level.name.text }) {
                    add(.blockTwice(level.name.text), level.name.range)
                }
                levels[outer].blocks.append(block)
            } else {
                levels[outer].nodes.append(.block(block))
            }
        }
    }

    /// Between the blocks that go into a layout nothing would ever be shown.
    private mutating func checkBetweenBlocks(_ layout: Level) {
        for node in layout.nodes {
            let range: Range<Int>
            switch node {
            case .lineStart: continue
            case .literal(let text):
                guard let first = text.first(where: { !isBlank(bytes[$0]) }) else { continue }
                range = first..<text.upperBound
            case .variable(let name), .section(let name, _, _), .partial(let name, _), .layout(let name, _):
                range = name.range
            case .block: continue
            }
            return add(.outsideBlocks(layout: layout.name.text), range)
        }
    }

    private mutating func addPartial(_ name: Name, _ tag: Range<Int>) {
        let whole = aloneOnLine(tag)
        replace(whole)
        let indent = whole == tag ? tag.lowerBound..<tag.lowerBound : whole.lowerBound..<tag.lowerBound
        levels[levels.count - 1].nodes.append(.partial(name, indent: indent))
    }

    // MARK: Text

    /// The text before `range` goes into the tree, the range itself does not.
    private mutating func replace(_ range: Range<Int>) {
        addText(upTo: range.lowerBound)
        // A tag at the start of a line, with more on that line, starts the line in place of text.
        if isLineStart(range.lowerBound), !isLineStart(range.upperBound) {
            levels[levels.count - 1].nodes.append(.lineStart)
        }
        done = range.upperBound
    }

    private mutating func addText(upTo end: Int) {
        while done < end {
            let next = bytes[done..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
            if isLineStart(done) { levels[levels.count - 1].nodes.append(.lineStart) }
            levels[levels.count - 1].nodes.append(.literal(done..<next))
            done = next
        }
    }

    private func isLineStart(_ index: Int) -> Bool {
        index == 0 || bytes[index - 1] == 0x0A
    }

    /// The tag, or the whole line with its end when nothing but the tag stands there.
    private func aloneOnLine(_ tag: Range<Int>) -> Range<Int> {
        var start = tag.lowerBound
        while start > done, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        var end = tag.upperBound
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
        guard isLineStart(start), end == bytes.count || bytes[end] == 0x0A else { return tag }
        return start..<min(end + 1, bytes.count)
    }

    private func content(_ range: Range<Int>) -> (text: String, range: Range<Int>) {
        guard range.lowerBound < range.upperBound,
            let start = range.first(where: { !isBlank(bytes[$0]) }),
            let last = range.last(where: { !isBlank(bytes[$0]) })
        else { return ("", range.lowerBound..<range.lowerBound) }
        return (file.string(start..<last + 1), start..<last + 1)
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private func find(_ pair: StaticString, from start: Int) -> Int? {
        let byte = pair.utf8Start[0]
        var index = start
        while index + 1 < bytes.count {
            if bytes[index] == byte, bytes[index + 1] == byte { return index }
            index += 1
        }
        return nil
    }

    private mutating func refuse(_ kind: TemplateFault.Kind, _ tag: Range<Int>) {
        replace(tag)
        add(kind, tag)
    }

    private mutating func add(_ kind: TemplateFault.Kind, _ range: Range<Int>) {
        faults.add(kind, range, in: file)
    }
}
