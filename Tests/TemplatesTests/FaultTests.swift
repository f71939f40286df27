import Testing

@testable import Templates

@Suite("Faults")
struct FaultTests {
    @Test(
        "are found where they stand",
        arguments: [
            "一行目\n<p>{{«nmae»}} {{name}} {{ «nayme» }}</p>",
            "{{#area}}{{«titel»}}{{/area}} {{area.title}} {{«area.name»}}",
            "{{#nearby}}{{name}}{{/nearby}}{{«title»}}",
            "{{#«note»}}a",
            "a{{/«note»}}",
            "{{#note}}{{#«isHome»}}{{/note}}",
            "{{#note}}{{/«isHome»}}{{/note}}",
            "a «{{» b\n{{name}}",
            "«{{»name {{name}}",
            "«{{»! never closed",
            "«{{{name}}»} «{{& name}}» «{{=<% %>=}}»",
            "«{{}}» «{{a b}}» «{{#}}» «{{.name}}» «{{名前}}»",
            "{{«area»}}{{«nearby»}}{{«isHome»}}",
            "{{«nearby.title»}} {{«name.first»}} {{#«tags.first»}}{{/tags.first}}",
            "{{«.»}} {{#area}}{{«.»}}{{/area}}",
            "{{#nearby}}{{#within}}{{#area}}{{#«within»}}{{/within}}{{/area}}{{#«nearby»}}{{/nearby}}{{/within}}{{/nearby}}",
            "{{#nearby}}{{#«tags»}}{{.}}{{/tags}}{{#nearby.any}}{{nearby.count}}{{/nearby.any}}{{/nearby}}",
            "{{> «pp»}} {{> p}} {{< «lay»}}{{/lay}}",
            "{{< base}}{{$«man»}}{{/man}}{{/base}}",
            "{{< base}}\n  «text»{{$main}}{{/main}}{{/base}}",
            "{{< base}}{{$main}}{{/main}}{{$«main»}}{{/main}}{{/base}}",
            "{{t.word}} {{«t.wrd»}} {{#«t.word»}}{{/t.word}} {{«t»}}",
            "{{«t.counted»}}",
        ])
    func positions(template: String) {
        let partials = ["p": "", "base": "{{$main}}{{/main}}"]
        let (found, expected) = findings(template, partials, words: "word: w\ncounted: '{number}'")
        #expect(found == expected)
    }

    @Test("name what was probably meant")
    func nearestNames() {
        func first(_ text: String, _ partials: [String: String] = [:]) -> TemplateFault? {
            Example(text, partials, words: "places.title: x").set.faults.first
        }
        #expect(first("{{nmae}}")?.kind == .noName("nmae", in: ["page"], nearest: "name"))
        #expect(
            first("{{#area}}{{tiitle}}{{/area}}")?.kind == .noName("tiitle", in: ["link", "page"], nearest: "title"))
        #expect(first("{{> haeder}}", ["header": ""])?.kind == .noPartial("haeder", nearest: "header"))
        #expect(first("{{t.place.title}}")?.kind == .noWord("place.title", language: "ja", nearest: "places.title"))
        #expect(
            first("{{< base}}{{$tilte}}{{/tilte}}{{/base}}", ["base": "{{$title}}{{/title}}"])?.kind
                == .noBlock("tilte", layout: "base", nearest: "title"))
        #expect(first("{{nmae}}")?.remedy(.english).hasPrefix("Did you mean name?") == true)
        #expect(first("{{nmae}}")?.remedy(.japanese).hasPrefix("もしかして: name。") == true)
    }

    @Test("recursion is refused, with the chain")
    func recursion() {
        let partials = ["a": "{{> b}}", "b": "{{#nearby}}{{> c}}{{/nearby}}", "c": "{{> a}}"]
        #expect(Example("{{> a}}", partials).set.faults.map(\.kind) == [.recursion(["a", "b", "c", "a"])])
        #expect(Example("{{> page}}").set.faults.map(\.kind) == [.recursion(["page", "page"])])
        let layout = ["a": "{{< a}}{{/a}}"]
        #expect(Example("{{< a}}{{/a}}", layout).set.faults.map(\.kind) == [.recursion(["a", "a"])])
    }

    @Test("of all templates come in one run, each once, by file and line")
    func allAtOnce() {
        var set = TemplateSet([
            file("b.mustache", "{{x1}}\n{{x2}}"), file("a.mustache", "{{> b}}{{> b}}{{y}}"),
            file("unused.mustache", "{{#"),
        ])
        for language in ["ja", "en"] { _ = set.compile("a", for: Page.shape, words: words("", language: language)) }
        _ = set.compile("aa", for: Page.shape, words: words(""))
        #expect(
            set.faults.map { "\($0.place.path):\($0.place.line) \($0.code)" } == [
                "aa.mustache:1 template-missing", "templates/a.mustache:1 template-name",
                "templates/b.mustache:1 template-name", "templates/b.mustache:2 template-name",
                "templates/unused.mustache:1 template-tag",
            ])
    }

    @Test("hostile templates end with a fault, soon")
    func hostile() {
        let deep = String(repeating: "{{#nearby}}", count: 10_000)
        #expect(Example(deep).set.faults.contains { $0.kind == .tooDeep })
        var doubling = ["p30": "x"]
        for level in 0..<30 { doubling["p\(level)"] = "{{> p\(level + 1)}}{{> p\(level + 1)}}" }
        #expect(Example("{{> p0}}", doubling).set.faults.contains { $0.kind == .tooLarge })
        #expect(!Example(String(repeating: "{{", count: 20_000)).set.faults.isEmpty)
        #expect(!Example(String(repeating: "{{!", count: 20_000)).set.faults.isEmpty)
        #expect(!Example(String(repeating: "{{x}}", count: 20_000)).set.faults.isEmpty)
    }

    @Test("of string tables")
    func stringTables() {
        let table = words("a: 1\nno colon\na: 2\nb: \"open\nc: 'x' y\nd: \"bad \\x\"\n名: x\n")
        #expect(
            table.faults.map { "\($0.place.line) \($0.code)" } == [
                "2 strings-entry", "3 strings-twice", "4 strings-quote", "5 strings-quote", "6 strings-quote",
                "7 strings-entry",
            ])
        var own = words("places: '{count} places'\nplaces.one: a place")
        own.override(with: file("strings/ja.yaml", "plaecs: x\nplaces: '{count}か所'"))
        #expect(own.faults.map(\.kind) == [.wordOfNobody("plaecs", nearest: "places")])
        #expect(own.text("places", ["count": "3"]) == "3か所")
    }
}
