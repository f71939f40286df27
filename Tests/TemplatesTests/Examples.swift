// Views, and short ways to render and to check, for the tests of this folder.

@testable import Templates

struct Page {
    var name = "高草の里"
    var note: String?
    var body = HTML(trusted: "<p>体操</p>")
    var isHome = false
    var count = 0
    var area: Link?
    var nearby: [Link] = []
    var tags: [String] = []

    static let shape = Shape<Page>("page") { view in
        view.text("name") { $0.name }
        view.text("note") { $0.note }
        view.text("body") { $0.body }
        view.text("count") { $0.count }
        view.flag("isHome") { $0.isHome }
        view.record("area", Link.shape) { $0.area }
        view.list("nearby", Link.shape) { $0.nearby }
        view.list("tags") { $0.tags }
    }
}

struct Link {
    var title: String
    var within: [Link] = []

    static let shape: Shape<Link> = Shape("link") { view in
        view.text("title") { $0.title }
        view.list("within", Link.shape) { $0.within }
    }
}

func file(_ name: String, _ text: String) -> TemplateFile {
    TemplateFile(name: name, path: "templates/\(name)", bytes: Array(text.utf8))
}

func words(_ text: String, language: String = "ja") -> StringTable {
    StringTable(language: language, file("strings/\(language).yaml", text))
}

/// A set with the template `page` and partials, and a table of a few words.
struct Example {
    var set: TemplateSet
    let template: Template<Page>

    init(_ text: String, _ partials: [String: String] = [:], words table: String = "") {
        set = TemplateSet(([("page", text)] + Array(partials)).map { file("\($0.0).mustache", $0.1) })
        template = set.compile("page", for: Page.shape, words: words(table))
    }

    func callAsFunction(_ page: Page = Page()) -> String {
        let output = String(decoding: template.render(page).bytes, as: UTF8.self)
        return set.faults.isEmpty ? output : set.faults.map { $0.message(.english) }.joined(separator: "\n")
    }
}

/// What is found where the text is marked with « and ».
func findings(_ marked: String, _ partials: [String: String] = [:], words table: String = "") -> (
    found: [String], expected: [String]
) {
    let text = marked.filter { !"«»".contains($0) }
    let found = Example(text, partials, words: table).set.faults.map {
        let marked = Array($0.place.text.unicodeScalars)[$0.place.column - 1..<$0.place.column - 1 + $0.place.length]
        return "\($0.place.line):\($0.place.column) \(String(String.UnicodeScalarView(marked)))"
    }
    var expected: [String] = []
    for (index, line) in marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        for mark in line.indices where line[mark] == "«" {
            let column = line[..<mark].unicodeScalars.count { $0 != "«" && $0 != "»" } + 1
            let end = line[mark...].firstIndex(of: "»") ?? line.endIndex
            expected.append("\(index + 1):\(column) \(line[line.index(after: mark)..<end])")
        }
    }
    return (found, expected)
}
