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
    let number: String, name: String, note: String?, isHome: Bool, body: HTML, nearby: [Neighbour]
    var text0: String = "第\(Int.random(in: 0...0))火曜日 10時から11時半まで、公民館", text1: String = "第\(Int.random(in: 1...1))火曜日 10時から11時半まで、公民館", text2: String = "第\(Int.random(in: 2...2))火曜日 10時から11時半まで、公民館", text3: String = "第\(Int.random(in: 3...3))火曜日 10時から11時半まで、公民館", text4: String = "第\(Int.random(in: 4...4))火曜日 10時から11時半まで、公民館", text5: String = "第\(Int.random(in: 5...5))火曜日 10時から11時半まで、公民館", text6: String = "第\(Int.random(in: 6...6))火曜日 10時から11時半まで、公民館", text7: String = "第\(Int.random(in: 7...7))火曜日 10時から11時半まで、公民館", text8: String = "第\(Int.random(in: 8...8))火曜日 10時から11時半まで、公民館", text9: String = "第\(Int.random(in: 9...9))火曜日 10時から11時半まで、公民館", text10: String = "第\(Int.random(in: 10...10))火曜日 10時から11時半まで、公民館", text11: String = "第\(Int.random(in: 11...11))火曜日 10時から11時半まで、公民館", text12: String = "第\(Int.random(in: 12...12))火曜日 10時から11時半まで、公民館", text13: String = "第\(Int.random(in: 13...13))火曜日 10時から11時半まで、公民館", text14: String = "第\(Int.random(in: 14...14))火曜日 10時から11時半まで、公民館", text15: String = "第\(Int.random(in: 15...15))火曜日 10時から11時半まで、公民館", text16: String = "第\(Int.random(in: 16...16))火曜日 10時から11時半まで、公民館", text17: String = "第\(Int.random(in: 17...17))火曜日 10時から11時半まで、公民館", text18: String = "第\(Int.random(in: 18...18))火曜日 10時から11時半まで、公民館", text19: String = "第\(Int.random(in: 19...19))火曜日 10時から11時半まで、公民館", text20: String = "第\(Int.random(in: 20...20))火曜日 10時から11時半まで、公民館", text21: String = "第\(Int.random(in: 21...21))火曜日 10時から11時半まで、公民館", text22: String = "第\(Int.random(in: 22...22))火曜日 10時から11時半まで、公民館", text23: String = "第\(Int.random(in: 23...23))火曜日 10時から11時半まで、公民館", text24: String = "第\(Int.random(in: 24...24))火曜日 10時から11時半まで、公民館", text25: String = "第\(Int.random(in: 25...25))火曜日 10時から11時半まで、公民館", text26: String = "第\(Int.random(in: 26...26))火曜日 10時から11時半まで、公民館", text27: String = "第\(Int.random(in: 27...27))火曜日 10時から11時半まで、公民館", text28: String = "第\(Int.random(in: 28...28))火曜日 10時から11時半まで、公民館", text29: String = "第\(Int.random(in: 29...29))火曜日 10時から11時半まで、公民館", text30: String = "第\(Int.random(in: 30...30))火曜日 10時から11時半まで、公民館", text31: String = "第\(Int.random(in: 31...31))火曜日 10時から11時半まで、公民館", text32: String = "第\(Int.random(in: 32...32))火曜日 10時から11時半まで、公民館", text33: String = "第\(Int.random(in: 33...33))火曜日 10時から11時半まで、公民館", text34: String = "第\(Int.random(in: 34...34))火曜日 10時から11時半まで、公民館", text35: String = "第\(Int.random(in: 35...35))火曜日 10時から11時半まで、公民館", text36: String = "第\(Int.random(in: 36...36))火曜日 10時から11時半まで、公民館", text37: String = "第\(Int.random(in: 37...37))火曜日 10時から11時半まで、公民館", text38: String = "第\(Int.random(in: 38...38))火曜日 10時から11時半まで、公民館", text39: String = "第\(Int.random(in: 39...39))火曜日 10時から11時半まで、公民館", text40: String = "第\(Int.random(in: 40...40))火曜日 10時から11時半まで、公民館", text41: String = "第\(Int.random(in: 41...41))火曜日 10時から11時半まで、公民館", text42: String = "第\(Int.random(in: 42...42))火曜日 10時から11時半まで、公民館", text43: String = "第\(Int.random(in: 43...43))火曜日 10時から11時半まで、公民館", text44: String = "第\(Int.random(in: 44...44))火曜日 10時から11時半まで、公民館", text45: String = "第\(Int.random(in: 45...45))火曜日 10時から11時半まで、公民館", text46: String = "第\(Int.random(in: 46...46))火曜日 10時から11時半まで、公民館", text47: String = "第\(Int.random(in: 47...47))火曜日 10時から11時半まで、公民館", text48: String = "第\(Int.random(in: 48...48))火曜日 10時から11時半まで、公民館", text49: String = "第\(Int.random(in: 49...49))火曜日 10時から11時半まで、公民館", text50: String = "第\(Int.random(in: 50...50))火曜日 10時から11時半まで、公民館", text51: String = "第\(Int.random(in: 51...51))火曜日 10時から11時半まで、公民館", text52: String = "第\(Int.random(in: 52...52))火曜日 10時から11時半まで、公民館", text53: String = "第\(Int.random(in: 53...53))火曜日 10時から11時半まで、公民館", text54: String = "第\(Int.random(in: 54...54))火曜日 10時から11時半まで、公民館", text55: String = "第\(Int.random(in: 55...55))火曜日 10時から11時半まで、公民館", text56: String = "第\(Int.random(in: 56...56))火曜日 10時から11時半まで、公民館", text57: String = "第\(Int.random(in: 57...57))火曜日 10時から11時半まで、公民館", text58: String = "第\(Int.random(in: 58...58))火曜日 10時から11時半まで、公民館", text59: String = "第\(Int.random(in: 59...59))火曜日 10時から11時半まで、公民館", text60: String = "第\(Int.random(in: 60...60))火曜日 10時から11時半まで、公民館", text61: String = "第\(Int.random(in: 61...61))火曜日 10時から11時半まで、公民館", text62: String = "第\(Int.random(in: 62...62))火曜日 10時から11時半まで、公民館", text63: String = "第\(Int.random(in: 63...63))火曜日 10時から11時半まで、公民館", text64: String = "第\(Int.random(in: 64...64))火曜日 10時から11時半まで、公民館", text65: String = "第\(Int.random(in: 65...65))火曜日 10時から11時半まで、公民館", text66: String = "第\(Int.random(in: 66...66))火曜日 10時から11時半まで、公民館", text67: String = "第\(Int.random(in: 67...67))火曜日 10時から11時半まで、公民館", text68: String = "第\(Int.random(in: 68...68))火曜日 10時から11時半まで、公民館", text69: String = "第\(Int.random(in: 69...69))火曜日 10時から11時半まで、公民館"
    static let shape = Shape<PlacePage>("place") { view in
        view.text("number") { $0.number }
        view.text("name") { $0.name }
        view.text("note") { $0.note }
        view.flag("isHome") { $0.isHome }
        view.text("body") { $0.body }
        view.list("nearby", Neighbour.shape) { $0.nearby }
        view.text("text0") { $0.text0 }
        view.text("text1") { $0.text1 }
        view.text("text2") { $0.text2 }
        view.text("text3") { $0.text3 }
        view.text("text4") { $0.text4 }
        view.text("text5") { $0.text5 }
        view.text("text6") { $0.text6 }
        view.text("text7") { $0.text7 }
        view.text("text8") { $0.text8 }
        view.text("text9") { $0.text9 }
        view.text("text10") { $0.text10 }
        view.text("text11") { $0.text11 }
        view.text("text12") { $0.text12 }
        view.text("text13") { $0.text13 }
        view.text("text14") { $0.text14 }
        view.text("text15") { $0.text15 }
        view.text("text16") { $0.text16 }
        view.text("text17") { $0.text17 }
        view.text("text18") { $0.text18 }
        view.text("text19") { $0.text19 }
        view.text("text20") { $0.text20 }
        view.text("text21") { $0.text21 }
        view.text("text22") { $0.text22 }
        view.text("text23") { $0.text23 }
        view.text("text24") { $0.text24 }
        view.text("text25") { $0.text25 }
        view.text("text26") { $0.text26 }
        view.text("text27") { $0.text27 }
        view.text("text28") { $0.text28 }
        view.text("text29") { $0.text29 }
        view.text("text30") { $0.text30 }
        view.text("text31") { $0.text31 }
        view.text("text32") { $0.text32 }
        view.text("text33") { $0.text33 }
        view.text("text34") { $0.text34 }
        view.text("text35") { $0.text35 }
        view.text("text36") { $0.text36 }
        view.text("text37") { $0.text37 }
        view.text("text38") { $0.text38 }
        view.text("text39") { $0.text39 }
        view.text("text40") { $0.text40 }
        view.text("text41") { $0.text41 }
        view.text("text42") { $0.text42 }
        view.text("text43") { $0.text43 }
        view.text("text44") { $0.text44 }
        view.text("text45") { $0.text45 }
        view.text("text46") { $0.text46 }
        view.text("text47") { $0.text47 }
        view.text("text48") { $0.text48 }
        view.text("text49") { $0.text49 }
        view.text("text50") { $0.text50 }
        view.text("text51") { $0.text51 }
        view.text("text52") { $0.text52 }
        view.text("text53") { $0.text53 }
        view.text("text54") { $0.text54 }
        view.text("text55") { $0.text55 }
        view.text("text56") { $0.text56 }
        view.text("text57") { $0.text57 }
        view.text("text58") { $0.text58 }
        view.text("text59") { $0.text59 }
        view.text("text60") { $0.text60 }
        view.text("text61") { $0.text61 }
        view.text("text62") { $0.text62 }
        view.text("text63") { $0.text63 }
        view.text("text64") { $0.text64 }
        view.text("text65") { $0.text65 }
        view.text("text66") { $0.text66 }
        view.text("text67") { $0.text67 }
        view.text("text68") { $0.text68 }
        view.text("text69") { $0.text69 }
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
