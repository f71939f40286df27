// libcmark's own renderer, told to be as careful as we are: what our HTML is compared with.

import CCMark
import Markdown

/// The text as libcmark renders it in safe mode, after typed HTML was turned into text and links that we refuse were taken off.
func referenceHTML(_ text: String) -> String {
    var text = text
    let parsed = text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
    }
    guard let document = parsed else { return "" }
    defer { cmark_node_free(document) }
    for node in nodes(of: document) { makeCareful(node) }
    guard let html = cmark_render_html(document, CMARK_OPT_DEFAULT) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
}

private func nodes(of document: OpaquePointer) -> [OpaquePointer] {
    guard let walk = cmark_iter_new(document) else { return [] }
    defer { cmark_iter_free(walk) }
    var nodes: [OpaquePointer] = []
    while true {
        let event = cmark_iter_next(walk)
        if event == CMARK_EVENT_DONE { return nodes }
        if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) { nodes.append(node) }
    }
}

private func makeCareful(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
        var html = withoutComments(cmark_node_get_literal(node).map { String(cString: $0) } ?? "")
        guard html.utf8.contains(where: { $0 > 0x20 }) else { return cmark_node_unlink(node) }
        guard cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK else { return replace(node, by: textNode(html)) }
        guard let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) else { return }
        if html.last?.isNewline == true { html.removeLast() }
        cmark_node_append_child(paragraph, textNode(html))
        replace(node, by: paragraph)
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        guard let address = cmark_node_get_url(node), !isSafeAddress(String(cString: address)) else { return }
        while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
        cmark_node_unlink(node)
    default: break
    }
}

private func textNode(_ literal: UnsafePointer<CChar>?) -> OpaquePointer? {
    let node = cmark_node_new(CMARK_NODE_TEXT)
    cmark_node_set_literal(node, literal)
    return node
}

private func replace(_ node: OpaquePointer, by other: OpaquePointer?) {
    cmark_node_replace(node, other)
}

/// Our HTML by CommonMark's rules alone.
func plainHTML(_ text: String) -> String {
    let html = MarkdownText(text: text, dialect: .commonMark).html(HTMLContext(headingOffset: 0))
    return html
}
