import Templates
import Testing

@Suite("Rendering")
struct RenderingTests {
    @Test("text is escaped, HTML is not")
    func values() {
        #expect(Example("{{name}} {{ body }}")(Page(name: "<b> & \"'")) == "&lt;b&gt; &amp; &quot;&#39; <p>体操</p>")
        #expect(Example("[{{note}}|{{count}}]")(Page(note: nil, count: 12)) == "[|12]")
    }

    @Test("sections about flags, texts and numbers")
    func conditions() {
        let home = Example("{{#isHome}}home{{/isHome}}{{^isHome}}hall{{/isHome}}")
        #expect(home(Page(isHome: true)) == "home")
        #expect(home(Page(isHome: false)) == "hall")
        let note = Example("{{#note}}<i>{{.}}, {{name}}</i>{{/note}}{{^note}}-{{/note}}")
        #expect(note(Page(name: "x", note: "a&b")) == "<i>a&amp;b, x</i>")
        #expect(note(Page(note: "")) == "-")
        #expect(note(Page(note: nil)) == "-")
        #expect(Example("{{#count}}{{count}}{{/count}}{{^count}}none{{/count}}")(Page(count: 0)) == "none")
        #expect(Example("{{#body}}[{{.}}]{{/body}}")() == "[<p>体操</p>]")
    }

    @Test("records, and names of outer views within them")
    func records() {
        let area = Example("{{#area}}{{title}} of {{name}}{{/area}}{{^area}}nowhere{{/area}} {{area.title}}")
        #expect(area(Page(name: "N", area: Link(title: "港"))) == "港 of N 港")
        #expect(area(Page()) == "nowhere ")
        #expect(Example("{{#area.within}}{{title}} {{/area.within}}{{^area.within}}-{{/area.within}}")(Page()) == "-")
        let within = Page(area: Link(title: "a", within: [Link(title: "b"), Link(title: "c")]))
        #expect(Example("{{#area.within}}{{title}} {{/area.within}}{{area.within.count}}")(within) == "b c 2")
        #expect(Example("{{#area.title}}<{{.}}>{{/area.title}}")(within) == "<a>")
    }

    @Test("lists, lists in lists, lists of texts")
    func lists() {
        let page = Page(
            name: "N", nearby: [Link(title: "a", within: [Link(title: "x")]), Link(title: "b")], tags: ["<", "t"])
        #expect(
            Example("{{#nearby}}{{title}}{{#within}}({{title}}){{/within}}{{name}};{{/nearby}}")(page) == "a(x)N;bN;")
        #expect(Example("{{#tags}}{{.}}{{name}},{{/tags}}")(page) == "&lt;N,tN,")
        #expect(Example("{{^tags}}none{{/tags}}{{^nearby}}alone{{/nearby}}")() == "nonealone")
        let list = Example("{{#nearby.any}}<ul>{{#nearby}}<li>{{title}}{{/nearby}}</ul>{{nearby.count}}{{/nearby.any}}")
        #expect(list(page) == "<ul><li>a<li>b</ul>2")
        #expect(list(Page()) == "")
    }

    @Test("tags alone on their line leave no line behind")
    func standalone() {
        let page = Page(isHome: true, tags: ["a", "b"])
        #expect(
            Example("<ul>\n  {{#tags}}\n  <li>{{.}}\n  {{/tags}}\n</ul>\n")(page) == "<ul>\n  <li>a\n  <li>b\n</ul>\n")
        #expect(Example("a\r\n{{#isHome}}\r\nb\r\n{{/isHome}}\r\nc")(page) == "a\r\nb\r\nc")
        #expect(Example("a\n  {{! a comment\n of two lines }}  \nb")(page) == "a\nb")
        #expect(Example("  {{#isHome}}\nb\n  {{/isHome}}")(page) == "b\n")
        #expect(Example("a {{! inline }} b")(page) == "a  b")
        #expect(Example("| {{#isHome}} {{! }}\n{{/isHome}} |")(page) == "|  \n |")
        #expect(Example(" {{name}}\n")(Page(name: "n")) == " n\n")
    }

    @Test("partials are indented as they stand, in the shape where they stand")
    func partials() {
        let page = Page(name: "N", area: Link(title: "A"), nearby: [Link(title: "B")])
        #expect(Example("{{> p}}|{{#area}}{{> p}}{{/area}}", ["p": "{{name}}"])(page) == "N|N")
        #expect(Example("{{#area}}{{> p}}{{/area}}{{#nearby}}{{> p}}{{/nearby}}", ["p": "{{title}}"])(page) == "AB")
        #expect(
            Example("<\n  {{> p}}\n>", ["p": "{{name}}\n{{#area}}\n- {{title}}\n{{/area}}\n{{> q}}\n", "q": "q\n"])(
                page)
                == "<\n  N\n  - A\n  q\n>")
        #expect(Example("a {{> parts/p}} b", ["parts/p": "x\ny"])(page) == "a x\ny b")
    }

    @Test("layouts: blocks replace their defaults, through several layers")
    func layouts() {
        let base = "<title>{{$title}}guide{{/title}}</title>{{$main}}{{/main}}"
        #expect(Example("{{< base}}{{/base}}", ["base": base])() == "<title>guide</title>")
        #expect(
            Example("{{< base}}\n{{$title}}{{name}}{{/title}}\n{{/base}}\n", ["base": base])(Page(name: "N"))
                == "<title>N</title>")
        let middle = "{{< base}}{{$title}}middle{{/title}}{{$main}}<main>{{$text}}-{{/text}}</main>{{/main}}{{/base}}"
        let layers = ["base": base, "middle": middle]
        #expect(
            Example("{{< middle}}{{$text}}T{{/text}}{{/middle}}", layers)() == "<title>middle</title><main>T</main>")
        #expect(
            Example("{{< middle}}{{$title}}own{{/title}}{{/middle}}", layers)() == "<title>own</title><main>-</main>")
        // A layout within a block of the same layout is no recursion.
        let box = ["box": "[{{$in}}{{/in}}]"]
        #expect(
            Example("{{< box}}{{$in}}a{{< box}}{{$in}}b{{/in}}{{/box}}{{/in}}{{/box}}", box)() == "[a[b]]")
    }

    @Test("words are text of the page; their parameters are looked up like names")
    func wordsOfTheTable() {
        let table = "title: 居場所 & 集い\nplaces: '{count}件'\nplaces.one: ひとつ({name})\n"
        #expect(Example("<h1>{{t.title}}</h1>", words: table)() == "<h1>居場所 &amp; 集い</h1>")
        let places = Example("{{t.places}}", words: table)
        #expect(places(Page(count: 12)) == "12件")
        #expect(places(Page(name: "<", count: 1)) == "ひとつ(&lt;)")
        #expect(places(Page(count: 0)) == "0件")
    }

    @Test("a guide's own file takes the place of the built-in one, with the language compiled in")
    func overriding() {
        var set = TemplateSet([
            file("page.mustache", "{{> p}}"), file("p.mustache", "built in"), file("site.css", "{{"),
        ])
        let own = [file("p.mustache", "own {{t.w}}"), file("pagee.mustache", ""), file("mine.css", "")]
        set.override(with: own)
        let japanese = set.compile("page", for: Page.shape, words: words("w: 言葉"))
        let english = set.compile("page", for: Page.shape, words: words("w: word", language: "en"))
        #expect(set.faults.isEmpty)
        #expect(japanese.render(Page()) == HTML(trusted: "own 言葉"))
        #expect(english.render(Page()) == HTML(trusted: "own word"))
        let unused = set.unused(among: own)
        #expect(unused.map(\.kind) == [.unused(nearest: "page")] && unused.allSatisfy { !$0.isError })
    }

    @Test("views that cannot be copied")
    func noncopyable() {
        struct Once: ~Copyable { let name: String }
        var set = TemplateSet([file("once.mustache", "<{{name}}>")])
        let shape = Shape<Once>("once") { view in view.text("name") { $0.name } }
        let template = set.compile("once", for: shape, words: words(""))
        #expect(template.render(Once(name: "a")) == HTML(trusted: "<a>"))
    }

    @Test("bytes of text and slices")
    func otherTexts() {
        #expect(HTML(escaping: Array("<é>".utf8)) == HTML(trusted: "&lt;é&gt;"))
        #expect(HTML(escaping: Array("a<b".utf8)[1...]) == HTML(trusted: "&lt;b"))
        #expect(HTML(escaping: "x&y".dropFirst()) == HTML(trusted: "&amp;y"))
    }
}
