import DefaultTemplates
import Encoding
import Synchronization
import TestSupport
import Testing

@testable import Guide
@testable import Site

/// The last word on privacy: no byte of any file of the site holds anything that did not consent.
@Suite struct SitePrivacyTests {
    @Test(arguments: [["ja"], ["en"], ["ja", "en"]]) func noFileHoldsAnythingPrivate(_ languages: [String]) throws {
        let guidebook = try TemporaryGuide(MarkedGuide.files, onTopOf: [:]).read()
        var publication = guidebook.publication(on: TemporaryGuide.today)
        publication.guide.languages = languages
        let look = Look(DefaultTemplates.files, languages: languages)
        #expect(look.faults.isEmpty)
        let files = Mutex<[String: [UInt8]]>([:])
        let broken = Site(publication, look).forEachFile { path, bytes in files.withLock { $0[path] = bytes } }
        #expect(broken.isEmpty)
        (publication.guide.url, publication.guide.hasCards) = ("https://example.jp/", true)
        var all = files.withLock { $0 }
        for (number, card) in Site.cards(of: publication, look).enumerated() { all["card \(number)"] = card }
        #expect(all["card 1"] != nil)
        #expect(all.count > 20)
        #expect(String(decoding: all["places/001.html"] ?? [], as: UTF8.self).contains("こうかいのひと"))
        for (path, bytes) in all {
            let text = String(decoding: bytes, as: UTF8.self)
            let digits = text.filter { ("0"..."9").contains($0) }
            for marker in MarkedGuide.markers {
                #expect(!text.contains(marker) && !path.contains(marker), "\(marker) is in \(path)")
            }
            // However the number is cut up.
            #expect(!digits.contains("09012345"), "a private telephone number is in \(path)")
        }
    }

    /// A code is pixels to every search for words: each must be that of the address of its own page.
    @Test func everyCodeIsTheAddressOfItsPage() throws {
        let guidebook = try TemporaryGuide(MarkedGuide.files, onTopOf: [:]).read()
        var publication = guidebook.publication(on: TemporaryGuide.today)
        publication.guide.url = "https://example.jp/"
        let files = Mutex<[String: String]>([:])
        _ = Site(publication, Look(DefaultTemplates.files, languages: ["ja"])).forEachFile { path, bytes in
            files.withLock { $0[path] = String(decoding: bytes, as: UTF8.self) }
        }
        var count = 0
        for (path, page) in files.withLock({ $0 }) where path.hasSuffix(".html") {
            let own = try #require(QRCode("https://example.jp/" + path)).svg
            // The quiet zone of four modules: no other drawing has one.
            let beginning = "<svg viewBox=\"-4 -4 "
            for part in page.split(separator: beginning, omittingEmptySubsequences: false).dropFirst() {
                #expect(
                    beginning + part[..<(part.firstRange(of: "</svg>")?.upperBound ?? part.endIndex)]
                        == String(decoding: own, as: UTF8.self), "\(path)")
                count += 1
            }
        }
        #expect(count >= publication.places.count)
    }

    @Test func aPlaceThatWithdrewLeavesANumberAndNoName() throws {
        let guidebook = try TemporaryGuide(MarkedGuide.files, onTopOf: [:]).read()
        let publication = guidebook.publication(on: TemporaryGuide.today)
        // 4 refused and 6 ended; 5 is waiting for an answer and 7 was never asked: of those nothing is said.
        #expect(publication.retiredNumbers == [4, 6])
    }
}
