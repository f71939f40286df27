import DefaultTemplates
import Publication
import Synchronization
import Templates
import TestSupport
import Testing

@testable import Guide
@testable import Site

/// The preview makes pages one by one and keeps what it can from site to site: all as if made at once and anew.
@Suite struct SiteFilesTests {
    private let look = Look(DefaultTemplates.files, languages: ["ja", "ja-easy", "en"])

    private func publication(
        _ changes: [String: String] = [:], onTopOf base: [String: String] = MarkedGuide.files
    ) throws -> Publication {
        let guidebook = try TemporaryGuide(changes, onTopOf: base).read()
        var publication = guidebook.publication(on: TemporaryGuide.today)
        publication.guide.languages = look.languages.map(\.phrases.language)
        publication.guide.url = "https://example.org/guide/"
        return publication
    }

    private func files(of site: Site) -> [String: [UInt8]] {
        let files = Mutex<[String: [UInt8]]>([:])
        _ = site.forEachFile { path, bytes in files.withLock { $0[path] = bytes } }
        return files.withLock { $0 }
    }

    @Test func eachFileByItselfIsAsInTheWholeSite() throws {
        let site = Site(try publication(), look)
        let files = files(of: site)
        #expect(files.count > 60)
        for (path, bytes) in files { #expect(site.file(at: path) == bytes, "\(path)") }
        for path in ["", "places/999.html", "places/1.html", "en/calendar.ics", "sitemap-7.xml", "../index.html"] {
            #expect(site.file(at: path) == nil, "\(path)")
        }
    }

    /// Where people are not told in the words of the pages' language, they are told in the organiser's: of closings too.
    @Test func closingsAreInCalendarsAndDataToo() throws {
        let place = TemporaryGuide.place([
            "開催": "第1・3火曜日 13:30〜15:30", "休み": "[8月, 祝日]", "位置": "36.9, 135.9",
        ])
        let irregular = TemporaryGuide.place(["番号": "9", "名称": "ときどき会", "開催": "月1回", "休み": "8月"])
        let site = Site(
            try publication(
                ["places/himawari.md": place, "places/ninth.md": irregular], onTopOf: TemporaryGuide.sound), look)
        let files = files(of: site)
        for path in ["calendar.ics", "data/places.json", "data/places.geojson"] {
            let text = String(decoding: files[path] ?? [], as: UTF8.self).replacing("\r\n ", with: "")
            #expect(text.contains("第1・3火曜日 13:30〜15:30（休み：8月、祝日）"), "\(path)")
        }
        let page = String(decoding: files["en/places/009.html"] ?? [], as: UTF8.self)
        #expect(page.contains("月1回（休み：8月）"))
    }

    @Test func theStopWithTheNextMeetingIsToldFirst() throws {
        let stops = """
            [{会場: 東, 開催: 第1月曜 10:00〜}, {会場: 北, 開催: 月1回}, {会場: 南, 開催: 第3月曜 10:00〜},
            {会場: 西, 開催: "隔週金曜 9:00〜（2026年12月4日から）"}]
            """
        let place = TemporaryGuide.place(["会場": "", "開催": stops.replacing("\n", with: "")])
        let site = Site(try publication(["places/himawari.md": place], onTopOf: TemporaryGuide.sound), look)
        let page = String(decoding: files(of: site)["places/001.html"] ?? [], as: UTF8.self)
        let days = page.matches(of: /<time datetime="([-0-9]+)">/).map { String($0.1) }
        #expect(days == ["2026-12-04", "2026-12-07", "2026-12-21"])
        let stopsTold = page.matches(of: /<p class="where"><span[^>]*>(.)/).map { String($0.1) }
        #expect(stopsTold.prefix(4) == ["西", "東", "南", "北"])
    }

    @Test func whatTheGuideClosesIsSaidOnThePagesItHoldsFor() throws {
        let guide = try #require(TemporaryGuide.sound["guide.md"]).replacing("連絡先:", with: "日程: {お盆: 休み, 祝日: 休み}\n連絡先:")
        func said(_ path: String, _ schedule: String) throws -> [String] {
            let place = TemporaryGuide.place(["開催": schedule])
            let publication = try publication(
                ["guide.md": guide, "places/himawari.md": place], onTopOf: TemporaryGuide.sound)
            let page = String(decoding: files(of: Site(publication, look))[path] ?? [], as: UTF8.self)
            return page.matches(of: /<p class="fine">([^<]*)<\/p>/).map { String($0.1) }
        }
        let ask = "年末年始（12月29日〜1月3日）に開くかどうかは、お問い合わせください。 "
        #expect(try said("places/001.html", "毎週水曜日") == ["祝日、お盆（8月13日〜8月16日）はお休みです。 " + ask])
        #expect(
            try said("en/places/001.html", "毎週水曜日（年末年始は休み）") == ["Closed: national holidays, Obon (8/13–8/16). "])
        #expect(try said("places/001.html", "毎週水曜日（祝日・お盆・年末年始は休み）") == [])
        #expect(try said("places/001.html", "月1回") == [])
        let stops = "[{会場: 東, 開催: 毎週水曜日}, {会場: 西, 開催: 毎週木曜日（お盆も開催）}]"
        #expect(try said("places/001.html", stops) == ["祝日、お盆（8月13日〜8月16日）はお休みです。 " + ask, "祝日はお休みです。 " + ask])
        #expect(try said("places/001.html", stops.replacing("（お盆も開催）", with: "")).count == 1)
    }

    @Test func whatIsKeptFromTheSiteBeforeIsTheSame() throws {
        let before = Site(try publication(), look)
        _ = files(of: before)
        let text = try #require(MarkedGuide.files["places/open.md"])
        let changed = try publication(["places/open.md": text.replacing("毎週", with: "第2・4")])
        let files = files(of: Site(changed, look))
        let after = Site(changed, look, after: before)
        for (path, bytes) in files { #expect(after.file(at: path) == bytes, "\(path)") }
    }

    @Test func linksAreTheSameAFewPagesAtATime() throws {
        let own =
            "<main id=\"top\"><a href=\"nowhere.html\">?</a><a href=\"index.html#no\">?</a><a href=\"#top\">.</a></main>"
        let template = TemplateFile(name: "about.mustache", path: "templates/about.mustache", bytes: Array(own.utf8))
        let look = Look(DefaultTemplates.files, own: [template], languages: ["ja", "en"])
        let site = Site(try publication(), look)
        let atOnce = site.forEachFile { _, _ in }
        #expect(
            atOnce.map { "\($0.page): \($0.link)" } == [
                "about.html: index.html#no", "about.html: nowhere.html", "en/about.html: en/index.html#no",
                "en/about.html: en/nowhere.html",
            ])
        #expect(LinkCheck(site).brokenLinks(within: .seconds(300)) == atOnce)
    }
}
