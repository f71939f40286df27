// How fast content is read: front matter in MB/s, bodies in microseconds. Run in release mode:
// swift run -c release ContentBenchmark [folder with .md files]

import Foundation
import FrontMatter
import Markdown

/// The best of several runs, in seconds.
func seconds(_ runs: Int = 30, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let best = (0..<runs).map { _ in clock.measure(body) }.min() ?? .zero
    return Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
}

func markdownFiles(in folder: String) -> [[UInt8]] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
        FileManager.default.contents(atPath: folder + "/" + name).map { [UInt8]($0) }
    }
}

let files = markdownFiles(in: CommandLine.arguments.dropFirst().first ?? "content/places")
guard !files.isEmpty else {
    print("no .md files there")
    exit(2)
}
let bytes = files.reduce(0) { $0 + $1.count }
// Several copies, so that a run is long enough to measure.
let copies = max(1, 2_000_000 / bytes)
var fields = 0

let reading = seconds {
    fields = 0
    for _ in 0..<copies {
        for file in files {
            fields += Document(parsing: SourceText(file: "x.md", bytes: file)).root.underestimatedCount
        }
    }
}
let sources = files.map { SourceText(file: "x.md", bytes: $0) }
let parsing = seconds {
    for _ in 0..<copies { for source in sources { fields += Document(parsing: source).faults.count } }
}
let documents = sources.map { Document(parsing: $0) }
let values = seconds {
    for _ in 0..<copies {
        for document in documents {
            for field in document.root { fields += field.key.utf8.count + (field.value.string?.utf8.count ?? 0) }
        }
    }
}
func report(_ what: String, _ seconds: Double) {
    let total = Double(bytes * copies)
    let each = seconds / Double(files.count * copies) * 1e6
    print("\(what): \(Int(total / seconds / 1e6)) MB/s, \(Int(each * 1000)) ns a file of \(bytes / files.count) bytes")
}
report("decoding and parsing", reading)
report("parsing", parsing)
report("making strings of all keys and values", values)

let body = """
    毎週火曜日の午後、{公民館|こうみんかん}の和室に十人ほどが集まります。はじめに*ラジオ体操*、それからお茶の時間です。
    隣の[[ひまわりサロン]]とは、春と秋に合同で**お花見**をしています。

    - 持ち物は上履きと飲み物
    - 見学はいつでも。電話は054-000-0000へ

    ![和室での体操](taiso.jpg "手を大きく上げて")

    くわしくは https://example.jp/salon をご覧ください。
    """
let text = SourceText(file: "x.md", text: body)
var length = 0
let tree = seconds { for _ in 0..<2000 { length &+= MarkdownText(text, 0..<text.bytes.count).blocks.count } }
let markdown = MarkdownText(text, 0..<text.bytes.count)
var output: [UInt8] = []
let html = seconds {
    for _ in 0..<2000 {
        output.removeAll(keepingCapacity: true)
        markdown.writeHTML(into: &output)
    }
}
print(
    "a body of \(text.bytes.count) bytes: \(Int(tree / 2000 * 1e9)) ns to a tree, \(Int(html / 2000 * 1e9)) ns to HTML")
