/// The preview as whoever looks over the editor's shoulder sees it: its pages are those of the site, and hold nothing that
/// did not agree. The panel over them is the editor's own: it quotes the lines of the files in which something is wrong.

import Publication
import Recurrence
import Synchronization
import TestSupport
import Testing

@testable import Preview
@testable import Site
@testable import kayoi

@Suite struct PreviewPrivacyTests {
    private let showcase = Showcase()

    /// The whole answer to whoever asks for a file: head and body.
    private func answer(to target: String) throws -> String {
        let head = try #require(
            RequestHead(Array("GET /\(Address.encoded(target)) HTTP/1.1\r\nHost: 127.0.0.1:4321".utf8)))
        let reply = Reception(port: 4321).reply(to: head, showcase.showing)
        guard case .bytes(let bytes) = reply.body else { return "" }
        return String(decoding: reply.head(length: bytes.count, keepsOpen: false) + bytes, as: UTF8.self)
    }

    private func markers(in text: String) -> [String] { MarkedGuide.markers.filter(text.contains) }

    @Test func pagesHoldNothingPrivateAndThePanelQuotesTheEditorsFiles() throws {
        let guide = TemporaryGuide(MarkedGuide.files, onTopOf: [:])
        var live = LiveBuild(try GuideOptions.parse(["--guide", guide.root, "--today", "2026-12-01", "--quiet"]))
        showcase.show(live.rebuild(.everything, on: TemporaryGuide.today))
        let paths = try paths(of: guide)
        #expect(paths.contains("places/001.html") && paths.contains("data/text.js"))
        let others = ["nowhere.html", "content/places/open.md", ".kayoi/preview.js", ".kayoi/preview.css"]
        for path in paths + others {
            let answer = try answer(to: path)
            #expect(
                markers(in: answer) == [] && answer.hasPrefix("HTTP/1.1 200 ") == !others.dropLast(2).contains(path),
                "\(path)")
        }
        #expect(try answer(to: "places/001.html").contains("こうかいのひと"))
        // Wanted: who mends the file must see the line.
        #expect(markers(in: Report.json(showcase.showing)).contains("ヒミツ6番"))

        // An error in a private line is told with the line, over pages that are as they were.
        let place = MarkedGuide.files["places/open.md"] ?? ""
        let number = place.replacing("番号: 1\n", with: "番号: 一番ヒミツ7番\n")
        guide.write(number, to: "content/places/open.md")
        showcase.show(live.rebuild(Changes(paths: ["content/places/open.md"]), on: TemporaryGuide.today))
        #expect(Report.json(showcase.showing).contains("一番ヒミツ7番"))
        for path in paths { #expect(try markers(in: answer(to: path)) == [], "\(path)") }
    }

    private func paths(of guide: TemporaryGuide) throws -> [String] {
        let publication = try guide.read().publication(on: TemporaryGuide.today)
        let paths = Mutex<[String]>([])
        _ = Site(publication, try Look(for: publication, in: guide.folder), base: "/")
            .forEachFile { path, _ in paths.withLock { $0.append(path) } }
        return paths.withLock { $0.sorted() }
    }
}
