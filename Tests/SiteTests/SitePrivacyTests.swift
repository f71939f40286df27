import DefaultTemplates
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

    @Test func aPlaceThatWithdrewLeavesANumberAndNoName() throws {
        let guidebook = try TemporaryGuide(MarkedGuide.files, onTopOf: [:]).read()
        let publication = guidebook.publication(on: TemporaryGuide.today)
        // 4 refused and 6 ended; 5 is waiting for an answer and 7 was never asked: of those nothing is said.
        #expect(publication.retiredNumbers == [4, 6])
    }
}
