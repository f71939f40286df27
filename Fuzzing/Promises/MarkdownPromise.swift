/// Whatever is typed, a page gets our own elements, closed, with addresses that only lead somewhere; in both dialects.

import FrontMatter
import Markdown

func markdownBreach(_ bytes: [UInt8]) -> String? {
    let source = SourceText(file: "x.md", bytes: bytes)
    let all = 0..<source.bytes.count
    // Every other place link leads somewhere, so that both ways are written.
    let context = HTMLContext(idPrefix: "x-") { place in
        place.target.utf8.count.isMultiple(of: 2)
            ? HTMLContext.Place(address: "../places/1.html", name: place.target, number: "No.1") : nil
    }
    for dialect in [MarkdownText.Dialect.conventions, .commonMark] {
        let text = MarkdownText(source, all, dialect: dialect)
        for fault in text.faults {
            guard fault.range.clamped(to: all) == fault.range else { return "\(fault.kind) lies outside of the text" }
            _ = fault.diagnostic(in: source, .japanese)
        }
        var html: [UInt8] = []
        text.writeHTML(into: &html, context)
        if let breach = Markup.text.breach(in: html) { return "\(dialect): \(breach)" }
        // A reference may be named often; libcmark stops at 100 kB of such.
        if html.count > 100 * all.count + 1_000_000 { return "\(dialect): \(html.count) bytes from \(all.count)" }
        if text.plainText(limit: 50).count > 50 { return "\(dialect): the short form is long" }
        let stranger = text.resolvingPlaces(stranger: "ある通いの場") { _ in nil }
        guard stranger.places.isEmpty else { return "\(dialect): a link to nobody is left" }
    }
    return nil
}
