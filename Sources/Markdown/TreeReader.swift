// From libcmark's nodes to our tree. Depth is limited, so that no text can exhaust the stack here or where the tree is used.

import CCMark
import Encoding
import FrontMatter

/// Reads one text. Holds what is found on the way.
struct TreeReader {
    /// Deeper blocks and inlines are shown as plain text.
    static let maximumDepth = 40

    let dialect: MarkdownText.Dialect
    private(set) var places: [PlaceReference] = []
    private(set) var pictures: [Picture] = []
    private(set) var links: [LinkReference] = []
    private(set) var faults: [MarkdownFault] = []
    private var headings = HeadingIDs()
    private var locator: Locator
    private var depth = 0
    let text: UnsafeBufferPointer<UInt8>
    /// Nothing in the text is never shown, and no reference (`&#x202E;`) can name it.
    private var isClean = false

    init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, dialect: MarkdownText.Dialect) {
        self.text = text
        self.dialect = dialect
        locator = Locator(text, at: offset)
    }

    mutating func read() -> [Block] {
        let neverShown = neverShownRanges(in: text)
        for range in neverShown { report(.invisibleCharacter, locator.shifted(range)) }
        if neverShown.isEmpty, let paragraphs = plainParagraphs() { return paragraphs }
        isClean = neverShown.isEmpty && !text.contains(UInt8(ascii: "&"))
        if let line = overload(in: text) {
            report(.tooDeep, locator.shifted(line))
            return [.code(language: "", withPlainLineEnds(withoutComments(NeverShown.text(without: text))))]
        }
        guard let document = parsed() else { return [] }
        defer { cmark_node_free(document) }
        cmark_consolidate_text_nodes(document)
        return blocks(in: document)
    }

    private func parsed() -> OpaquePointer? {
        text.withMemoryRebound(to: CChar.self) {
            cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
        }
    }

    private func readable(_ literal: UnsafePointer<CChar>?) -> String { isClean ? string(literal) : cleaned(literal) }

    private mutating func report(_ kind: MarkdownFault.Kind, _ range: Range<Int>) {
        if faults.count < 100 { faults.append(MarkdownFault(kind, range)) }
    }

    // MARK: Blocks

    private mutating func blocks(in parent: OpaquePointer) -> [Block] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { return flattened(parent) }
        var blocks: [Block] = []
        for node in Children(of: parent) { if let block = block(node) { blocks.append(block) } }
        return blocks
    }

    private mutating func block(_ node: OpaquePointer) -> Block? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH:
            locator.enter(node)
            return paragraph(node)
        case CMARK_NODE_HEADING:
            locator.enter(node)
            let content = inlines(in: node)
            let id = dialect == .conventions ? headings.id(for: plainText(content)) : ""
            return .heading(level: Int(cmark_node_get_heading_level(node)), id: id, content)
        case CMARK_NODE_BLOCK_QUOTE: return .quote(blocks(in: node))
        case CMARK_NODE_LIST: return list(node)
        case CMARK_NODE_CODE_BLOCK:
            return .code(language: readable(cmark_node_get_fence_info(node)), readable(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_BLOCK:
            locator.enter(node)
            return typedHTML(node).map { .paragraph([.text($0.droppingLastLineBreak)]) }
        case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
        default: return nil
        }
    }

    private mutating func paragraph(_ node: OpaquePointer) -> Block {
        let content = inlines(in: node)
        if dialect == .conventions, content.count == 1, case .picture(let picture) = content[0] {
            return .figure(picture)
        }
        return .paragraph(content)
    }

    private mutating func list(_ node: OpaquePointer) -> Block {
        let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        var list = Block.List(
            start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil,
            isTight: cmark_node_get_list_tight(node) != 0, items: [])
        for item in Children(of: node) { list.items.append(blocks(in: item)) }
        return .list(list)
    }

    /// HTML is shown as its characters. A comment is not: who writes one does not mean it to be read.
    private mutating func typedHTML(_ node: OpaquePointer) -> String? {
        let literal = readable(cmark_node_get_literal(node))
        let shown = withoutComments(literal)
        let range = locator.find(firstLine(of: literal))
        report(shown == literal ? .typedHTML : .comment, range)
        return shown.utf8.contains { $0 > 0x20 } ? shown : nil
    }

    /// The characters of a block too deep to be shown as it is.
    private mutating func flattened(_ node: OpaquePointer) -> [Block] {
        let text = allText(under: node)
        locator.enter(node)
        report(.tooDeep, locator.line)
        return text.isEmpty ? [] : [.paragraph([.text(text)])]
    }

    // MARK: Inlines

    private mutating func inlines(in parent: OpaquePointer, isInLink: Bool = false) -> [Inline] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            report(.tooDeep, locator.line)
            return [.text(allText(under: parent))]
        }
        var inlines: [Inline] = []
        for node in Children(of: parent) { append(node, isInLink: isInLink, to: &inlines) }
        return inlines
    }

    private mutating func append(_ node: OpaquePointer, isInLink: Bool, to inlines: inout [Inline]) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT:
            var text = readable(cmark_node_get_literal(node))
            text.withUTF8 { appendText($0, isInLink: isInLink, to: &inlines) }
        case CMARK_NODE_SOFTBREAK: inlines.append(.softBreak)
        case CMARK_NODE_LINEBREAK: inlines.append(.lineBreak)
        case CMARK_NODE_CODE: inlines.append(.code(readable(cmark_node_get_literal(node))))
        case CMARK_NODE_EMPH: inlines.append(.emphasis(self.inlines(in: node, isInLink: isInLink)))
        case CMARK_NODE_STRONG: inlines.append(.strong(self.inlines(in: node, isInLink: isInLink)))
        case CMARK_NODE_HTML_INLINE: if let html = typedHTML(node) { inlines.append(.text(html)) }
        case CMARK_NODE_LINK: appendLink(node, isInLink: isInLink, to: &inlines)
        case CMARK_NODE_IMAGE: appendPicture(node, to: &inlines)
        default: break
        }
    }

    private mutating func appendLink(_ node: OpaquePointer, isInLink: Bool, to inlines: inout [Inline]) {
        let address = string(cmark_node_get_url(node))
        let content = self.inlines(in: node, isInLink: true)
        let range = locator.find(address)
        guard isSafeAddress(address) else {
            report(.unsafeAddress(readable(cmark_node_get_url(node))), range)
            inlines += content
            return
        }
        links.append(LinkReference(address: address, range: range))
        inlines.append(.link(address: address, title: readable(cmark_node_get_title(node)), content))
    }

    private mutating func appendPicture(_ node: OpaquePointer, to inlines: inout [Inline]) {
        let address = string(cmark_node_get_url(node))
        let alternative = allText(under: node)
        let range = locator.find(address)
        guard isSafeAddress(address) else {
            report(.unsafeAddress(readable(cmark_node_get_url(node))), range)
            inlines.append(.text(alternative))
            return
        }
        let picture = Picture(
            address: address, alternative: alternative, title: readable(cmark_node_get_title(node)), range: range)
        pictures.append(picture)
        inlines.append(.picture(picture))
    }

    /// - Parameter offset: of the words in the text, where they stand there as they are.
    mutating func appendText(
        _ words: UnsafeBufferPointer<UInt8>, at offset: Int? = nil, isInLink: Bool = false, to inlines: inout [Inline]
    ) {
        guard dialect == .conventions else { return inlines.append(.text(String(part: words.indices, of: words))) }
        splitByConventions(words, isInLink: isInLink) { part in
            guard case .place(var place) = part else { return inlines.append(part) }
            if let offset {
                place.range = locator.shifted(place.range.lowerBound + offset..<place.range.upperBound + offset)
            } else {
                place.range = locator.find("[[" + place.target)
                place.range = locator.extended(place.range, to: "]]")
            }
            places.append(place)
            inlines.append(.place(place))
        }
    }
}

// MARK: - Reading nodes

/// The children of a node, in order.
private struct Children: Sequence, IteratorProtocol {
    private var node: OpaquePointer?
    init(of parent: OpaquePointer) { node = cmark_node_first_child(parent) }

    mutating func next() -> OpaquePointer? {
        guard let current = node else { return nil }
        node = cmark_node_next(current)
        return current
    }
}

/// All text below a node, whatever its depth.
private func allText(under node: OpaquePointer) -> String {
    guard let walk = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(walk) }
    var text = ""
    while true {
        let event = cmark_iter_next(walk)
        guard event != CMARK_EVENT_DONE else { return text }
        guard event == CMARK_EVENT_ENTER, let current = cmark_iter_get_node(walk) else { continue }
        switch cmark_node_get_type(current) {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK: text += cleaned(cmark_node_get_literal(current))
        case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
            text += withoutComments(cleaned(cmark_node_get_literal(current)))
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
        default: break
        }
    }
}

private func string(_ literal: UnsafePointer<CChar>?) -> String {
    literal.map { String(cString: $0) } ?? ""
}

/// The text of a node, without what is never shown.
private func cleaned(_ literal: UnsafePointer<CChar>?) -> String {
    guard let literal else { return "" }
    let length = length(of: literal)
    return literal.withMemoryRebound(to: UInt8.self, capacity: length) {
        NeverShown.text(without: UnsafeBufferPointer(start: $0, count: length))
    }
}

private func length(of literal: UnsafePointer<CChar>) -> Int {
    var length = 0
    while literal[length] != 0 { length += 1 }
    return length
}

extension String {
    fileprivate var droppingLastLineBreak: String { last?.isNewline == true ? String(dropLast()) : self }
}

private func firstLine(of text: String) -> String {
    String(text.prefix { !$0.isNewline })
}
