import DefaultTemplates
import Publication
import Synchronization
import TestSupport
import Testing

@testable import Guide
@testable import Site

/// The map to move: only where the guide wants it, only what may be shown, and one more host for pictures.
@Suite struct SlippyMapTests {
    private static let on = "  スリッピー: はい"
    private static let policy = Shell.contentSecurityPolicy

    @Test func aGuideWithoutItStaysAsItIs() throws {
        let without = try site(map: "  出典: 市の地図")
        #expect(
            without.keys.allSatisfy { !$0.contains("leaflet") && !$0.contains("slippy") && !$0.hasSuffix(".map.js") })
        #expect(
            try site(map: Self.on + "\n  出典: 市の地図", leaflet: nil) == without,
            "without Leaflet the drawn maps stay alone")
        #expect(try site(map: "  スリッピー: いいえ\n  出典: 市の地図") == without)
    }

    @Test func onlyAreaPagesMayShowPicturesOfTheTileHost() throws {
        let files = try site(map: Self.on)
        let wider = policies(in: files).filter { $0.value != Self.policy }
        #expect(wider.keys.sorted() == ["areas/hama.html", "en/areas/hama.html"])
        #expect(
            Set(wider.values) == [
                Self.policy.replacing("img-src 'self'", with: "img-src 'self' https://cyberjapandata.gsi.go.jp")
            ])
        #expect(text(files, "areas/hama.html").contains(#"data-credit="地理院タイル""#))
        #expect(files.keys.contains("assets/leaflet/leaflet.js"))
    }

    @Test func homesAreSquaresAndNothingPrivateIsThere() throws {
        let files = try site(map: Self.on)
        let marks = text(files, "areas/hama.map.js")
        #expect(
            marks.contains(
                #""spots":[{"at":[36.9,135.9],"places":[{"number":1,"name":"こうかい","href":"../places/001.html"}]}]"#))
        #expect(
            marks.contains(
                #""squares":[{"from":[36.908333,135.90625],"to":[36.9125,135.9125],"places":[{"number":2,"name":"おうちの会""#
            ))
        #expect(!marks.contains("地区だけの会") && !marks.contains("場所を言わない会"))
        for (path, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            for marker in MarkedGuide.markers { #expect(!text.contains(marker), "\(marker) is in \(path)") }
        }
    }

    @Test func tilesOfTheGuidesOwnBringTheirCredit() throws {
        let files = try site(
            map: Self.on + "\n  タイル: \"https://tiles.example.jp:8080/{z}/{x}/{y}.png?k=1\"\n  出典: 市の地図")
        #expect(
            policies(in: files)["areas/hama.html"]?.contains("img-src 'self' https://tiles.example.jp:8080 data:;")
                == true)
        #expect(text(files, "areas/hama.html").contains(#"data-credit="市の地図""#))
    }

    @Test(arguments: [
        "https://tiles.example.jp/{z}/{x}.png", "https://{s}.example.jp/{z}/{x}/{y}.png",
        "ftp://example.jp/{z}/{x}/{y}",
        "https://example.jp; script-src */{z}/{x}/{y}.png", "https://*/{z}/{x}/{y}.png", "https:///{z}/{x}/{y}.png",
        "https://a@b/{z}/{x}/{y}.png", "https://example.jp/{z}/{x}/{y}/{r}.png", "{z}/{x}/{y}.png", "https://",
    ]) func whatIsNoTileAddressIsRefused(_ address: String) throws {
        #expect(SlippyMap(tiles: address, credit: "") == nil)
        let guide = TemporaryGuide(["guide.md": "---\n題: ためし\n地図:\n\(Self.on)\n  タイル: \"\(address)\"\n  出典: 市\n---\n"])
        let guidebook = try guide.read()
        #expect(guidebook.diagnostics.contains { $0.code == "guide/not-a-tile-address" && $0.line == 5 })
        #expect(guidebook.publication(on: TemporaryGuide.today).guide.slippyMap == nil)
    }

    @Test func leafletIsThereOrNot() {
        #expect(Leaflet { _ in nil } == nil)
        #expect(Leaflet { $0.hasSuffix(".css") ? [] : nil } == nil)
        let paths = Leaflet { Array($0.utf8) }?.files.map(\.name) ?? []
        #expect(paths.contains("assets/leaflet/leaflet.js") && paths.contains("assets/leaflet/licence.txt"))
    }

    // MARK: The site

    private func site(map: String, leaflet: Leaflet? = Leaflet { Array($0.utf8) }) throws -> [String: [UInt8]] {
        let guide = "---\n題: ためしのガイド\n連絡先: {名前: 事務局, 電話: 000-000-0000}\n地図:\n\(map)\nメモ: ヒミツ1番\n---\n"
        var publication = try TemporaryGuide(["guide.md": guide], onTopOf: MarkedGuide.files).read()
            .publication(on: TemporaryGuide.today)
        publication.guide.languages = ["ja", "en"]
        let look = Look(DefaultTemplates.files, languages: ["ja", "en"])
        let files = Mutex<[String: [UInt8]]>([:])
        let broken = Site(publication, look, leaflet: leaflet).forEachFile { path, bytes in
            files.withLock { $0[path] = bytes }
        }
        #expect(broken.isEmpty)
        return files.withLock { $0 }
    }

    private func text(_ files: [String: [UInt8]], _ path: String) -> String {
        String(decoding: files[path] ?? [], as: UTF8.self)
    }

    private func policies(in files: [String: [UInt8]]) -> [String: String] {
        files.filter { $0.key.hasSuffix(".html") }.mapValues { bytes in
            let page = String(decoding: bytes, as: UTF8.self)
            guard let start = page.firstRange(of: #"Content-Security-Policy" content=""#) else { return "" }
            return String(page[start.upperBound...].prefix { $0 != "\"" }).replacing("&#39;", with: "'")
        }
    }
}
