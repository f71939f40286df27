/// A template, however broken or nested, gives faults with places in it, or a page in which texts are text.

import Templates

func templatesBreach(_ bytes: [UInt8]) -> String? {
    func file(_ name: String, _ bytes: [UInt8]) -> TemplateFile {
        TemplateFile(name: name, path: "templates/" + name, bytes: bytes)
    }
    let words = StringTable(language: "ja", file("strings/ja.yaml", Array("word: 語\ncounted: '{number}件'\n".utf8)))
    // The same text as a page, as a part of itself, and as a table of words.
    var set = TemplateSet([
        file("page.mustache", bytes), file("p.mustache", bytes),
        file("base.mustache", Array("<main>{{$main}}{{/main}}</main>".utf8)),
    ])
    let template = set.compile("page", for: Page.shape, words: words)
    for fault in set.faults {
        guard fault.place.line >= 1, fault.place.column >= 1 else { return "\(fault.kind) has no place" }
        _ = (fault.message(.japanese), fault.remedy(.english))
    }
    var table = words
    table.override(with: file("strings/ja.yaml", bytes))
    guard set.faults.isEmpty else { return nil }
    let marked = template.render(Page()).bytes
    let typed = bytes.split(separator: UInt8(ascii: "\u{1}")).count
    let shown = marked.split(separator: UInt8(ascii: "\u{1}")).count
    // Where the page's text comes from the view, its mark stands before an escaped `<`.
    if typed == 1, shown > 1, contains(marked, Array("\u{1}<".utf8)) { return "a text is not escaped" }
    return nil
}

private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: part) }
}

private struct Page {
    var name = "\u{1}<b>\"'&"
    var isHome = true
    var nearby: [Link] = [Link(), Link()]
    var tags = ["\u{1}<i>", "b"]

    static let shape = Shape<Page>("page") { view in
        view.text("name") { $0.name }
        view.flag("isHome") { $0.isHome }
        view.list("nearby", Link.shape) { $0.nearby }
        view.list("tags") { $0.tags }
    }
}

private struct Link {
    var title = "\u{1}<u>"
    var within: [Link] = []

    static let shape: Shape<Link> = Shape("link") { view in
        view.text("title") { $0.title }
        view.list("within", Link.shape) { $0.within }
    }
}
