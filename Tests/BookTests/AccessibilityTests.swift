/// What a screen reader finds in the printed guide (ISO 14289-1, PDF/UA), read from the file itself.

import Testing

@testable import Book

@Suite("The PDF's structure", .enabled(if: Printing.canLookInto, "needs Typst"))
struct AccessibilityTests {
    /// An element of the structure tree.
    struct Element {
        var kind: String
        var text: String
        var children: [Element]

        var all: [Element] { [self] + children.flatMap(\.all) }
    }

    static let file = GuidebookTests.demo.flatMap { PDFFile($0.bytes) }
    static let root: Element? = file.flatMap { file in
        let texts = Dictionary(uniqueKeysWithValues: file.objects.map { ($0.number, $0.text) })
        guard let document = file.objects.first(where: { $0.text.contains("/S/Document") }) else { return nil }
        func element(_ number: Int) -> Element? {
            guard let text = texts[number], let kind = text.firstMatch(of: #/\/S\/(\w+)/#)?.1 else { return nil }
            let kids = text.firstMatch(of: #/\/K\[([^\]]*)\]/#)?.1 ?? ""
            return Element(
                kind: String(kind), text: text,
                children: kids.matches(of: #/(\d+) 0 R/#).compactMap { Int($0.1).flatMap(element) })
        }
        return element(document.number)
    }

    @Test("Every picture has words; every element stands where a reader expects it")
    func elements() throws {
        let all = try #require(Self.root).all
        let figures = all.filter { $0.kind == "Figure" }
        #expect(figures.count > 50)
        for figure in figures { #expect(figure.text.contains(#/\/Alt<FEFF[0-9A-F]+>/#), "\(figure.text)") }
        for element in all {
            let inside: [String: Set<String>] = [
                "Table": ["THead", "TBody", "TFoot", "TR", "Caption"], "THead": ["TR"], "TBody": ["TR"],
                "TR": ["TH", "TD"],
                "L": ["LI", "Caption"], "LI": ["Lbl", "LBody"],
            ]
            guard let expected = inside[element.kind] else { continue }
            #expect(Set(element.children.map(\.kind)).isSubset(of: expected), "\(element.kind)")
        }
    }

    @Test("Every table has a head whose cells say that they head columns, and words in it")
    func tables() throws {
        let tables = try #require(Self.root).all.filter { $0.kind == "Table" }
        #expect(tables.count >= 8)
        for table in tables {
            let heads = table.all.filter { $0.kind == "TH" }
            #expect(!heads.isEmpty)
            for head in heads { #expect(head.text.contains("/Scope/Column") && !head.text.contains("/K[]")) }
            let rows = table.all.filter { $0.kind == "TR" }
            #expect(Set(rows.map(\.children.count)).count == 1, "rows of one length")
        }
    }

    @Test("Headings go down one level at a time")
    func headings() throws {
        let levels = try #require(Self.root).all.compactMap { element in
            element.kind.wholeMatch(of: #/H(\d)/#).flatMap { Int($0.1) }
        }
        #expect(levels.first == 1 && levels.count > 60)
        for (before, level) in zip(levels, levels.dropFirst()) { #expect(level <= before + 1) }
    }

    @Test("The file says title and language; links say where they lead; every part has a bookmark")
    func document() throws {
        let objects = try #require(Self.file).objects.map(\.text)
        let catalogue = try #require(objects.first { $0.contains("/Type/Catalog") })
        for entry in ["/Lang(ja)", "/Marked true", "/DisplayDocTitle true", "/Outlines "] {
            #expect(catalogue.contains(entry), "\(entry)")
        }
        let links = objects.filter { $0.contains("/Subtype/Link") }
        #expect(links.count > 200)
        for link in links { #expect(link.contains("/Contents")) }
        for page in objects where page.contains("/Type/Page/") { #expect(page.contains("/Tabs/S")) }
        let bookmarks = Set(objects.compactMap { $0.firstMatch(of: #/\/Title<FEFF([0-9A-F]+)>\/Dest/#)?.1 })
        for area in Printing.demo.areas {
            let name = area.name.utf16.map { unit in
                let digits = String(unit, radix: 16, uppercase: true)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }
            #expect(bookmarks.contains { $0.contains(name.joined()) }, "\(area.name)")
        }
    }
}
