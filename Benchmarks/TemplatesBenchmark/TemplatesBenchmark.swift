// How long a page takes: a place page of about 10 KB with 80 variables and a list of 12.
//
//     swift run -c release TemplatesBenchmark

import Dispatch
import Templates

struct Neighbour {
    let number: String, name: String, reading: String, when: String, distance: Int
    static let shape = Shape<Neighbour>("neighbour") { view in
        view.text("number") { $0.number }
        view.text("name") { $0.name }
        view.text("reading") { $0.reading }
        view.text("when") { $0.when }
        view.text("distance") { $0.distance }
    }
}

struct PlacePage {
    let number: String, name: String, note: String?, isHome: Bool, body: HTML, texts: [String], nearby: [Neighbour]
    static let shape = Shape<PlacePage>("place") { view in
        view.text("number") { $0.number }
        view.text("name") { $0.name }
        view.text("note") { $0.note }
        view.flag("isHome") { $0.isHome }
        view.text("body") { $0.body }
        view.list("nearby", Neighbour.shape) { $0.nearby }
        for index in 0..<70 { view.text("text\(index)") { $0.texts[index] } }
    }
}

@main
enum TemplatesBenchmark {
    static let layout = """
        <!DOCTYPE html>
        <html lang="ja">
        <head><title>{{$title}}{{t.title}}{{/title}}</title></head>
        <body>
        <main>{{$main}}{{/main}}</main>
        <footer>{{t.title}}</footer>
        </body>
        </html>

        """
    static let place = """
        {{< layout}}
        {{$title}}{{number}} {{name}}{{/title}}
        {{$main}}
        <h1>{{number}} {{name}}</h1>
        {{#note}}<p class="note">{{.}}</p>{{/note}}
        {{^isHome}}<p>{{number}}</p>{{/isHome}}
        <div>{{body}}</div>
        <dl>
        \((0..<70).map { "<div class=\"fact\"><dt>\($0)</dt><dd>{{text\($0)}}</dd></div>" }.joined(separator: "\n"))
        </dl>
        <ul>
        {{#nearby}}
        <li><a href="{{number}}.html"><b>{{number}}</b> {{name}} <i>{{reading}}</i></a> {{when}} {{distance}} m
        {{/nearby}}
        </ul>
        {{/main}}
        {{/layout}}

        """

    static func view() -> PlacePage {
        PlacePage(
            number: "012", name: "高草の里 & いきいき体操", note: "雨の日は<休み>", isHome: false,
            body: HTML(trusted: String(repeating: "<p>おしゃべりと体操の会です。</p>\n", count: 60)),
            texts: (0..<70).map { "第\($0)火曜日 10時から11時半まで、公民館" },
            nearby: (0..<12).map {
                Neighbour(number: "0\($0)", name: "となりの会\($0)", reading: "となりのかい", when: "毎週水曜日", distance: 100 + $0)
            })
    }

    static func main() {
        let files = [("layout", layout), ("place", place)].map {
            TemplateFile(name: "\($0).mustache", path: $0, bytes: Array($1.utf8))
        }
        let words = StringTable(
            language: "ja", TemplateFile(name: "ja.yaml", path: "ja.yaml", bytes: Array("title: みのり市 通いの場".utf8)))
        var set = TemplateSet(files)
        let clock = ContinuousClock()
        var template: Template<PlacePage>?
        let compiled = clock.measure { template = set.compile("place", for: PlacePage.shape, words: words) }
        guard let template, set.faults.isEmpty else { return print(set.faults) }
        print("compiled in \(compiled), page of \(template.render(view()).bytes.count) bytes")
        let rounds = 50_000
        for threads in [1, 2] {
            let time = clock.measure {
                DispatchQueue.concurrentPerform(iterations: threads) { _ in
                    let view = Self.view()
                    var output = OutputBuffer()
                    for _ in 0..<rounds {
                        output.removeAll()
                        template.render(view, into: &output)
                    }
                }
            }
            print("\(threads) thread(s): \(time / rounds) a page and thread")
        }
    }
}
