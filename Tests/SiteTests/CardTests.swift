import DefaultTemplates
import Guide
import Synchronization
import TestSupport
import Testing

@testable import Photos
@testable import Site

@Suite struct CardTests {
    private func cards(url: String, wanted: String = "はい") throws -> (drawings: [String], site: Site) {
        let guide = "---\n題: ためし & ガイド\nURL: \(url)\n共有カード: \(wanted)\n---\n"
        let publication = try TemporaryGuide(["guide.md": guide]).read().publication(on: TemporaryGuide.today)
        let look = Look(DefaultTemplates.files, languages: ["ja"])
        let drawings = Site.cards(of: publication, look)
        let drawn = drawings.indices.map { DrawnPicture(file: "/cards/\($0).png", publishedName: "cards/\($0).png") }
        return (
            drawings.map { String(decoding: $0, as: UTF8.self) }, Site(publication, look, cards: drawn)
        )
    }

    private func picture(of path: String, in site: Site) -> Substring? {
        let found = Mutex<[UInt8]>([])
        _ = site.forEachFile { name, bytes in if name == path { found.withLock { $0 = bytes } } }
        let page = found.withLock { String(decoding: $0, as: UTF8.self) }
        return page.firstMatch(of: /property="og:image" content="([^"]*)"/)?.1
    }

    @Test func theGuideAndEachAreaHaveOne() throws {
        let (drawings, site) = try cards(url: "https://example.jp/kayoi")
        #expect(drawings.count == 2)
        #expect(drawings[0].contains(">ためし &amp; ガイド<"))
        #expect(drawings[1].contains(">浜地区<") && drawings[1].contains(">はまちく<") && drawings[1].contains("1か所"))
        #expect(picture(of: "index.html", in: site) == "https://example.jp/kayoi/cards/0.png")
        #expect(picture(of: "areas/hama.html", in: site) == "https://example.jp/kayoi/cards/1.png")
        #expect(picture(of: "places/001.html", in: site) == "https://example.jp/kayoi/cards/1.png")
    }

    @Test func withoutAnAddressNothingIsDrawnNorPromised() throws {
        let (drawings, site) = try cards(url: "\"\"")
        #expect(drawings.isEmpty)
        #expect(picture(of: "index.html", in: site) == nil)
    }

    @Test func whoWantsNoneSharesThePlainOne() throws {
        let (drawings, site) = try cards(url: "https://example.jp/", wanted: "いいえ")
        #expect(drawings.isEmpty)
        #expect(picture(of: "areas/hama.html", in: site) == "https://example.jp/assets/card.png")
    }
}
