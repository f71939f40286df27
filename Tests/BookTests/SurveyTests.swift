/// 調査票: everything on record for the editors, marked, and never where it would be published.

import Guide
import Publication
import Survey
import TestSupport
import Testing

@testable import Book

@Suite("The survey")
struct SurveyTests {
    static let files = [
        "guide.md": "---\n題: ためしのガイド\nURL: https://example.jp/\n連絡先: {名前: 事務局, 電話: 000-000-0000}\n---\n",
        "areas/oka.md": "---\n名称: 丘地区\nよみ: おかちく\n層: 2\n---\n",
        "places/a.md": TemporaryGuide.place([
            "番号": "1", "名称": "東の会", "会場": "北尾さん宅", "住所": "浜町1-2", "位置": "36.90, 135.90",
            "連絡先": "{名前: 北尾, 電話: 000-111-2222}", "メモ": "犬がいる",
        ]),
        "places/b.md": TemporaryGuide.place(["番号": "2", "名称": "西の会", "位置": "36.90, 135.99", "掲載": "保留"]),
        "places/c.md": TemporaryGuide.place(["番号": "3", "名称": "となりの会", "位置": "36.90, 135.91", "掲載": ""]),
        "places/d.md": TemporaryGuide.place(["番号": "4", "名称": "丘の会", "地区": "oka"]),
        "places/e.md": TemporaryGuide.place(["番号": "5", "名称": "ことわった会", "掲載": "不可"]),
        "places/f.md": TemporaryGuide.place(["番号": "6", "名称": "おわった会", "掲載": "終了"]),
    ]

    @Test("Sheets follow a walk, area by area; who refused or ended is left in peace")
    func walk() throws {
        let guide = TemporaryGuide(Self.files, onTopOf: ["areas/hama.md": TemporaryGuide.sound["areas/hama.md"] ?? ""])
        let survey = try #require(try guide.read().survey(on: TemporaryGuide.today))
        #expect(survey.rounds.map { $0.sheets.map(\.name) } == [["東の会", "となりの会", "西の会"], ["丘の会"]])
        let sheet = try #require(survey.rounds.first?.sheets.first)
        #expect(sheet.contacts.first?.telephone == "000-111-2222" && sheet.gatherings.first?.venue == "北尾さん宅")
        #expect(sheet.address == "https://example.jp/places/001.html")
        #expect(survey.rounds[0].sheets.map(\.consent.state) == [.agreed, .unasked, .pending])
        #expect(survey.rounds[0].sheets[2].address.isEmpty, "no page leads to what is not published")

        #expect(try guide.read().survey(on: TemporaryGuide.today, of: ["oka"])?.rounds.map(\.area) == ["丘地区"])
        #expect(try guide.read().survey(on: TemporaryGuide.today, of: ["2"])?.rounds.first?.sheets.count == 1)
        #expect(try guide.read().survey(on: TemporaryGuide.today, of: ["5"]) == nil)
    }

    @Test(
        "Every page says 部外秘; a place's sheet holds its record, not the council's notes",
        .enabled(if: Printing.canLookInto, "needs Typst and poppler-utils"))
    func printed() throws {
        let guide = TemporaryGuide(Self.files, onTopOf: ["areas/hama.md": TemporaryGuide.sound["areas/hama.md"] ?? ""])
        let survey = try #require(try guide.read().survey(on: TemporaryGuide.today))
        let file = try PrintedFile(SurveyForms(survey, Printing.look).materials())
        let pages = file.pages.dropLast()
        #expect(pages.count == 6, "a list for each walk, a sheet for each place")
        for page in pages { #expect(page.contains("部外秘")) }
        #expect(pages[1].contains("北尾さん宅") && pages[1].contains("000-111-2222"))
        #expect(!pages.joined().contains("犬がいる"))
    }

    @Test("A file in a published folder is refused, also by way of a link")
    func published() {
        let guide = TemporaryGuide()
        let other = TemporaryGuide()
        other.write("{}", to: ".kayoi-manifest.json")
        for folder in ["site", "site/areas", "print", "templates/root"] { guide.write("", to: folder + "/x") }
        for path in ["site/survey.pdf", "site/areas/s.pdf", "content/s.pdf", "templates/root/s.pdf"] {
            #expect(SurveyForms.isPublished(guide.root + "/" + path, guide: guide.root), "\(path)")
        }
        #expect(SurveyForms.isPublished(other.root + "/s.pdf", guide: guide.root), "a site elsewhere")
        #expect(!SurveyForms.isPublished(guide.root + "/print/s.pdf", guide: guide.root))
        #expect(!SurveyForms.isPublished("/tmp/s.pdf", guide: guide.root))
    }
}
