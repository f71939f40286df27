import DefaultTemplates
import Publication
import Synchronization
import TestSupport
import Testing

@testable import Site

/// No page of a guide with very many places lists them all; every place is still listed somewhere.
@Suite struct LargeGuideTests {
    @Test func listsByAreaWhatWouldBeTooLong() throws {
        let publication = GeneratedPublication(places: PageWriter.mostListed + 100, areas: 50).publication
        let look = Look(DefaultTemplates.files, languages: ["ja"])
        let pages = Mutex<[String: [UInt8]]>([:])
        let broken = Site(publication, look).forEachFile { path, bytes in
            if path.hasSuffix(".html") { pages.withLock { $0[path] = bytes } }
        }
        #expect(broken.isEmpty)
        let all = pages.withLock { $0 }
        for path in ["week.html", "access.html", "calendar/2026-12.html"]
            + all.keys.filter({ $0.hasPrefix("activities/") })
        {
            let bytes = try #require(all[path])
            #expect(bytes.count < 400_000, "\(path): \(bytes.count) bytes")
        }
        let listed = all.filter { $0.key.hasPrefix("areas/") }.values.reduce(into: Set<Substring>()) { listed, page in
            listed.formUnion(String(decoding: page, as: UTF8.self).matches(of: /id="no-(\d+)"/).map(\.1))
        }
        #expect(listed.count == publication.places.count)
    }
}
