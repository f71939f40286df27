/// The guidebook as a PDF: references that are right, nothing cut, readable by everybody, the same bytes every time.

import Guide
import Publication
import RealData
import Recurrence
import TestSupport
import Testing

@testable import Book

@Suite(
    "The printed guidebook", .enabled(if: Printing.canLookInto, "needs Typst, the fonts and poppler-utils"), .serialized
)
struct GuidebookTests {
    static let demo = try? PrintedFile(Printing.materials(photos: Printing.photos))

    @Test("Every number in an index names the page on which its place stands")
    func indexPages() throws {
        try checkIndexes(try #require(Self.demo), Printing.demo)
    }

    @Test("So it is in a guide of 306 places in 40 areas")
    func indexPagesOfALargeGuide() throws {
        let large = GeneratedPublication(places: 306, areas: 40).publication
        try checkIndexes(PrintedFile(Printing.materials(of: large)), large)
    }

    @Test("So it is in a real guide", .enabled(if: RealData.hasGuide, "there is no real guide beside this checkout"))
    func indexPagesOfARealGuide() throws {
        let guide = try Guidebook(contentsOf: GuideFolder(root: RealData.guide), on: Printing.day)
        let real = guide.publication(on: Printing.day)
        try checkIndexes(PrintedFile(Printing.materials(of: real)), real)
    }

    private func checkIndexes(_ file: PrintedFile, _ publication: Publication) throws {
        let rows = file.rows(of: publication)
        #expect(Set(rows.keys) == Set(publication.places.map(\.number)))
        let pages = file.pages
        let names = Dictionary(uniqueKeysWithValues: publication.places.map { ($0.number, $0.name.withoutSpaces) })
        var (kana, others) = (Set<Int>(), 0)
        // Maps and contents have numbers of their own.
        let first = try #require(pages.lastIndex { $0.contains("五十音さくいん") })
        let lines = pages[first...].joined(separator: "\n").split(separator: "\n")
        for (index, line) in lines.enumerated() {
            // 五十音: "ひまわりサロン 12 34"; a long name stands on the lines before.
            if let entry = line.wholeMatch(of: /(.*?) ?(\d+) (\d+)/), let number = Int(entry.2),
                let name = names[number],
                (lines[max(0, index - 2)..<index].joined() + entry.1).withoutSpaces.hasSuffix(name)
            {
                kana.insert(number)
                #expect(rows[number] == Int(entry.3))
            }
            // 活動, 設備: "12 (34)"
            for entry in line.matches(of: /(\d+) ?\((\d+)\)/) {
                others += 1
                #expect(rows[try #require(Int(entry.1))] == Int(entry.2), "\(line)")
            }
        }
        #expect(kana.count == publication.places.count)
        let words = publication.places.map { $0.relations.activities.count + Set($0.access).count }.reduce(0, +)
        #expect(others == words)
    }

    @Test("The contents name the page on which a part begins")
    func contents() throws {
        let file = try #require(Self.demo)
        let contents = try #require(file.pages.first { $0.contains("もくじ") })
        let named = contents.split(separator: "\n").compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
        let parts = file.parts
        #expect(parts.count == Part.all(of: Printing.demo).count)
        #expect(named.filter(Set(parts).contains) == parts)
    }

    @Test("The pages are a multiple of four, with the edition and the day of the facts on each")
    func pages() throws {
        let pages = try #require(Self.demo).pages.dropLast()
        #expect(pages.count % 4 == 0)
        for (index, page) in pages.enumerated() {
            #expect(page.contains("2026年度版") && page.contains("情報は2026年12月現在"), "page \(index + 1)")
            #expect(page.contains("見本です"), "the notice on page \(index + 1)")
            let lines = page.split(separator: "\n").map(\.withoutSpaces)
            #expect(index == 0 || lines.contains(String(index + 1)), "the number of page \(index + 1)")
        }
    }

    @Test("The same input gives the same bytes")
    func sameBytes() throws {
        #expect(try PrintedFile(Printing.materials(photos: Printing.photos)).bytes == #require(Self.demo).bytes)
    }

    @Test("All fonts are embedded, none as drawings; the file is tagged and says its language")
    func accessible() throws {
        let file = try #require(Self.demo)
        let fonts = file.asked("pdffonts").split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty)
        for font in fonts { #expect(font.contains(" yes yes yes ") && !font.contains("Type 3"), "\(font)") }
        let facts = file.asked("pdfinfo")
        #expect(facts.contains(/Tagged: +yes/))
        #expect(facts.contains(/Title: +みのり市 通いの場ガイドブック/))
        let raw = String(decoding: file.bytes, as: UTF8.self)
        #expect(raw.contains("/Lang(ja") || raw.contains("/Lang (ja"))
        #expect(raw.contains("pdfuaid:part"))
        let structure = file.asked("pdfinfo", ["-struct"])
        for element in ["Table", "TH", "TD", "H1", "H2", "Figure", "TOC", "Link", "P"] where element != "TOC" {
            #expect(structure.contains(element), "\(element)")
        }
    }

    @Test(
        "Every variant can be set", arguments: ["large", "mono", "press", "A5", "B5", "right pages"])
    func variants(_ name: String) throws {
        let materials = try Printing.materials(photos: Printing.photos) { options in
            switch name {
            case "large": options.isLarge = true
            case "mono": options.palette = .mono
            case "press": (options.palette, options.hasBleed) = (.press, true)
            case "A5": options.paper = .a5
            case "B5": options.paper = .b5
            default: options.beginsOnRight = true
            }
        }
        let file = try PrintedFile(materials)
        #expect(file.rows(of: Printing.demo).count == Printing.demo.places.count)
        #expect((file.pages.count - 1) % 4 == 0)
        if name == "press" { #expect(file.asked("pdfinfo", ["-box"]).contains(/TrimBox: +8\.50/)) }
    }

    @Test("Cover apart: four pages of cover, the body without it; a booklet has two pages a side")
    func coverAndBooklet() throws {
        let cover = try PrintedFile(Printing.materials { $0.extent = .cover })
        #expect(cover.pages.count - 1 == 4)
        let body = try PrintedFile(Printing.materials { $0.extent = .body })
        #expect((body.pages.count - 1) % 4 == 0)
        #expect(body.rows(of: Printing.demo).count == Printing.demo.places.count)
        let booklet = try PrintedFile(Printing.materials(photos: Printing.photos), asBooklet: true)
        #expect(booklet.asked("pdfinfo").contains(/Page size: +1190\.\d+ x 841\.\d+/))
        #expect(booklet.pages.count - 1 == (try #require(Self.demo).pages.count - 1) / 2)
    }
}
