import Templates
import Testing

@testable import Site

@Suite struct LinkLedgerTests {
    private func page(_ parts: any TextValue...) -> OutputBuffer {
        var page = OutputBuffer()
        page.append("<!doctype html>\n")
        for part in parts { part.write(to: &page) }
        page.append("</html>\n")
        return page
    }

    private func broken(_ pages: KeyValuePairs<String, OutputBuffer>) -> [String] {
        var ledger = LinkLedger()
        for (number, page) in pages.enumerated() { ledger.note(page: page.key, number: number, page.value) }
        return LinkLedger.broken(in: [ledger]) { (pages[$0].key, pages[$0].value.bytes) }.map {
            "\($0.page): \($0.link)"
        }
    }

    /// What pages have in common is read where it stands first, and yet each page has its ids and wants its parts.
    @Test func whatPagesHaveInCommonHoldsForAll() {
        let foot = Passage(
            common: HTML(trusted: "<footer id=\"foot\"><a href=\"gone.html\">?</a><a href=\"#main\">?</a></footer>"))
        let main = HTML(trusted: "<main id=\"main\"><a href=\"b.html#foot\">.</a><a href=\"a.html#main\">.</a></main>")
        #expect(
            broken(["a.html": page(main, foot), "b.html": page(foot, HTML()), "areas/c.html": page(foot)]) == [
                "a.html: gone.html", "areas/c.html: areas/c.html#main", "areas/c.html: areas/gone.html",
                "b.html: b.html#main",
            ])
    }

    /// A long page of many parts is asked otherwise than a short one, with the same answer.
    @Test(arguments: [3, 16, 17, 40]) func partsOfThePageItself(count: Int) {
        let links = (0..<count).map { "<a href=\"#p\($0)\">.</a>" }.joined()
        let parts = (1..<count).map { "<h2 id=\"p\($0)\">.</h2>" }.joined()
        #expect(broken(["a.html": page(HTML(trusted: links), HTML(trusted: parts))]) == ["a.html: a.html#p0"])
    }

    @Test func drawingsAreNotRead() {
        let drawing = Passage(drawing: HTML(trusted: "<svg><path id=\"m\"/><use href=\"#m\"/></svg>"))
        let after = HTML(trusted: "<p><a href=\"gone.html\">?</a></p>")
        #expect(broken(["a.html": page(drawing, after)]) == ["a.html: gone.html"])
    }
}
