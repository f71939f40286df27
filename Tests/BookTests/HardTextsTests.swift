/// Texts that are longer than anybody expects, and none at all: everything is printed whole, inside the page, over nothing.

import Publication
import Recurrence
import TestSupport
import Testing

@testable import Book

@Suite("Hard texts", .enabled(if: Printing.canLookInto, "needs Typst, the fonts and poppler-utils"))
struct HardTextsTests {
    static let schedule = "第1・3火曜日 13時30分～15時30分（8月、年末年始および会場の都合により開催できない場合があります）、第2土曜日 10:00〜11:30（雨天中止）"
    static let address = "みのり市総合福祉センター西館別棟二丁目1234番地567 第三研修棟東側入口 三階会議室12-345"
    static let name = "糖尿病と高血圧の方とそのご家族のためのやさしい料理と運動の集い かもめ会 東支部"

    static let files = [
        "places/long.md": TemporaryGuide.place([
            "番号": "123", "名称": name, "よみ": "とうにょうびょうとこうけつあつのかたとそのごかぞくのためのやさしいりょうりとうんどうのつどい",
            "会場": "みのり市総合福祉センター 3階 健康増進ホール", "住所": address, "開催": "\"\(schedule)\"",
            "対象": "65歳以上のひとり暮らしの方と、高齢者のみの世帯の方（申請が要ります。はじめての方はお問い合わせください）",
            "参加費": "コーヒー250円、だし茶漬け1,400円（材料は実費、年会費として別に2,000円）",
            "連絡先":
                "[{名前: 世話人 北尾, 電話: 000-123-4501, 公開: はい}, {名前: 副代表 南条, 電話: 000-123-4502, FAX: 000-123-4503, 公開: はい}]",
        ]),
        "places/bare.md": "---\n番号: 2\n名称: 名\n地区: hama\n掲載: 可\n---\n",
    ]

    @Test("Long names, schedules and addresses are whole, within the page, and nothing lies on anything")
    func nothingIsCut() throws {
        let guide = TemporaryGuide(Self.files)
        let publication = try guide.read().publication(on: TemporaryGuide.today)
        #expect(publication.places.count == 3)
        for paper in [Paper.a4, .a5] {
            let file = try PrintedFile(Printing.materials(of: publication) { $0.paper = paper })
            let page = try #require(file.pages.firstIndex { $0.withoutSpaces.contains(Self.address.withoutSpaces) }) + 1
            let text = file.pages[page - 1].withoutSpaces
            for words in [Self.schedule, Self.address, "000-123-4501", "000-123-4502", "000-123-4503", "1,400円"] {
                #expect(text.contains(words.withoutSpaces), "\(paper.name): \(words)")
            }
            checkBoxes(of: file, pages: page...page, paper)
        }
    }

    @Test(
        "On no page of any work of the demo do words lie on each other or beyond the paper", arguments: WorksTests.works
    )
    func nothingOverlaps(_ work: Work) throws {
        let file = try PrintedFile(Printing.materials(work))
        checkBoxes(of: file, pages: 1...max(1, file.pages.count - 1), .a4)
    }

    private func checkBoxes(of file: PrintedFile, pages: ClosedRange<Int>, _ paper: Paper) {
        let (width, height) = (paper.width * 72 / 25.4, paper.height * 72 / 25.4)
        for (page, words) in words(of: file, pages: pages) {
            // A closing mark is half as wide as its box.
            let boxes = words.filter { $0.text != "、" }.map(\.withoutBrackets).sorted { $0.top < $1.top }
            for (index, one) in boxes.enumerated() {
                if one.left <= 0 || one.top <= 0 || one.right >= width || one.bottom >= height {
                    Issue.record("\(paper.name), page \(page): 「\(one.text)」 leaves the paper")
                }
                for other in boxes[(index + 1)...] {
                    if other.top > one.bottom { break }
                    if one.overlap(other) > 0.25 {
                        Issue.record("\(paper.name), page \(page): 「\(one.text)」 lies on 「\(other.text)」")
                    }
                }
            }
        }
    }

    @Test("A telephone number, a time and a price stand on one line")
    func unbroken() throws {
        let guide = TemporaryGuide(Self.files)
        let file = try PrintedFile(
            Printing.materials(of: try guide.read().publication(on: TemporaryGuide.today)) { $0.paper = .a5 })
        let lines = file.pages.joined(separator: "\n")
        for words in ["000-123-4501", "13時30分～15時30分", "10:00〜11:30", "1,400円", "2,000円"] {
            #expect(lines.contains(words), "\(words)")
        }
    }

    @Test("A character that no font has is named with its record, before anything is set")
    func missingCharacters() throws {
        let guide = TemporaryGuide(["places/himawari.md": TemporaryGuide.place(["名称": "ひまわり🌻"])])
        let materials = try Printing.materials(of: try guide.read().publication(on: TemporaryGuide.today))
        let expected = MissingCharacter(character: "🌻", record: "places No.1 ひまわり🌻")
        #expect(throws: TypesettingFault.missingCharacters([expected])) { _ = try PrintedFile(materials) }
        #expect(TypesettingFault.missingCharacters([expected]).message(.japanese).contains("U+1F33B"))
    }

    @Test("Lists in lists, headings without words and links to nowhere are printed")
    func oddTexts() throws {
        let body =
            "- 一\n  - 二\n    - 三\n      - 四\n\n# \n\n## <!-- 非公開 -->\n\n[地図]()\n\n[遠く](https://example.org/\(String(repeating: "a", count: 9000)))\n"
        let guide = TemporaryGuide(["pages/odd.md": "---\n題: いろいろ\n---\n" + body])
        let file = try PrintedFile(
            Printing.materials(of: try guide.read().publication(on: TemporaryGuide.today)) { $0.paper = .a4 })
        let text = file.pages.joined().withoutSpaces
        for words in ["二", "三", "四", "地図", "遠く"] { #expect(text.contains(words), "\(words)") }
    }

    @Test("A mistake in a template is told with its file and line")
    func templateMistake() throws {
        var materials = try Printing.materials(.area("honcho"))
        let area = try #require(materials.files.firstIndex { $0.path == "templates/book/area.typ" })
        materials.files[area].bytes = Array("#import \"lib.typ\": *\n\n#work-of-nobody()\n".utf8)
        let fault = #expect(throws: TypesettingFault.self) { _ = try PrintedFile(materials) }
        #expect(try #require(fault).message(.english).contains("templates/book/area.typ:3:"))
    }

    private struct Box {
        var text: Substring
        var left, top, right, bottom: Double

        /// Brackets and points are set half as wide as the box that is told of them.
        var withoutBrackets: Box {
            var box = self
            let half = (bottom - top) / 2
            if let first = text.first, "（「『【［〔".contains(first) { box.left += half }
            if let last = text.last, "）」』】］〕、。".contains(last) { box.right -= half }
            return box
        }

        /// The shared area as a share of the smaller box.
        func overlap(_ other: Box) -> Double {
            let width = min(right, other.right) - max(left, other.left)
            let height = min(bottom, other.bottom) - max(top, other.top)
            guard width > 0, height > 0 else { return 0 }
            return width * height
                / min((right - left) * (bottom - top), (other.right - other.left) * (other.bottom - other.top))
        }
    }

    private func words(of file: PrintedFile, pages: ClosedRange<Int>) -> [(page: Int, words: [Box])] {
        let html = file.asked("pdftotext", ["-bbox", "-f", "\(pages.lowerBound)", "-l", "\(pages.upperBound)"])
        return zip(pages, html.split(separator: "<page ").dropFirst()).map { ($0, boxes(in: $1)) }
    }

    /// `<word xMin="1.0" yMin="2.0" xMax="3.0" yMax="4.0">text</word>`, one a line.
    private func boxes(in html: Substring) -> [Box] {
        html.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
            guard parts.count == 9, let left = Double(parts[1]), let top = Double(parts[3]),
                let right = Double(parts[5]),
                let bottom = Double(parts[7])
            else { return nil }
            return Box(
                text: parts[8].dropFirst().prefix { $0 != "<" }, left: left, top: top, right: right, bottom: bottom)
        }
    }
}
