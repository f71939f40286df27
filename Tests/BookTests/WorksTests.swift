/// What the works are made of, and that nothing private gets into any of them.

import Encoding
import Publication
import Recurrence
import TestSupport
import Testing

@testable import Book
@testable import Cartography

@Suite("The works")
struct WorksTests {
    static let works: [Work] = [
        .guidebook, .area("honcho"), .handout("tomari"), .mine([1, 9, 12]), .placePoster(21),
        .eventPoster("2026-12-05-happyokai"), .newsletter("第12号"), .report(since: Day(iso: "2026-07-01") ?? .today),
    ]

    @Test(
        "Every work can be set", .enabled(if: Printing.canLookInto, "needs Typst and poppler-utils"), arguments: works)
    func everyWork(_ work: Work) throws {
        let file = try PrintedFile(Printing.materials(work))
        #expect(file.asked("pdfinfo").contains(/Tagged: +yes/))
        #expect(file.pages.dropLast().allSatisfy { $0.contains("情報は2026年12月現在") })
    }

    @Test(
        "情報紙 fills whole sheets: its pages are even in number, and each has something to read",
        .enabled(if: Printing.canLookInto, "needs Typst and poppler-utils"), arguments: ["A4", "A4, large", "A5"])
    func newsletter(_ variant: String) throws {
        for issue in Set(Printing.demo.stories.map(\.issue)).sorted() {
            let materials = try Printing.materials(.newsletter(issue), photos: Printing.photos) { options in
                options.isLarge = variant == "A4, large"
                if variant == "A5" { options.paper = .a5 }
            }
            let pages = try PrintedFile(materials).pages.dropLast().map(\.withoutSpaces)
            #expect(pages.count.isMultiple(of: 2), "\(issue)")
            for (index, page) in pages.enumerated() { #expect(page.count > 200, "\(issue), page \(index + 1)") }
            for story in Printing.demo.stories where story.issue == issue {
                #expect(pages.joined().contains(story.title.withoutSpaces))
            }
        }
    }

    @Test(
        "宝物マップ is a spread: two pages, or one folded sheet, with pictures and sentences as there is room",
        .enabled(if: Printing.canLookInto, "needs Typst and poppler-utils"),
        arguments: ["honcho", "shiohama", "tomari"])
    func handout(_ area: String) throws {
        for (paper, pages) in [(Paper.a4, 2), (.a3, 1)] {
            let file = try PrintedFile(Printing.materials(.handout(area), photos: Printing.photos) { $0.paper = paper })
            #expect(file.pages.count - 1 == pages, "\(area) on \(paper.name)")
            let text = file.pages.joined().withoutSpaces
            let index = try #require(Printing.demo.areas.first { $0.id == area })
            for place in index.places.map({ Printing.demo.places[$0] }) {
                let days = place.gatherings.first?.schedule?.text ?? ""
                #expect(text.contains(days.withoutSpaces), "\(place.number) on \(paper.name)")
            }
        }
    }

    @Test(
        "A poster is one sheet, and tells of every venue",
        .enabled(if: Printing.canLookInto, "needs Typst and poppler-utils"), arguments: [1, 9, 34])
    func poster(_ number: Int) throws {
        let file = try PrintedFile(Printing.materials(.placePoster(number)))
        #expect(file.pages.count - 1 == 1)
        let text = file.pages.joined().withoutSpaces
        let place = try #require(Printing.demo.places.first { $0.number == number })
        for case .named(let venue) in place.gatherings.map(\.venue) {
            #expect(text.contains(venue.withoutSpaces), "\(number)")
        }
    }

    /// A code is dots to every search for words.
    @Test(
        "The codes on paper, read from the page's picture, lead to the pages of what they stand beside",
        .enabled(if: Printing.canLookInto && Printing.run("pdftoppm", ["-v"]) != nil, "needs Typst and poppler-utils"))
    func codes() throws {
        func modules(_ address: String) throws -> [Bool] { try #require(QRCode(address)).modules }
        let (demo, book) = (Printing.demo, try PrintedFile(Printing.materials()))
        let parts = Part.all(of: demo)
        #expect(book.parts.count == parts.count)
        for (page, part) in zip(book.parts, parts).prefix(3) {
            let area = try #require(part.area)
            let address = "https://minori-shakyo.example/kayoi/areas/\(demo.areas[area].id).html"
            #expect(try book.codes(onPage: page) == [modules(address)], "page \(page)")
        }
        // The imprint.
        #expect(try book.codes(onPage: book.pages.count - 1) == [modules("https://minori-shakyo.example/kayoi/")])
        let poster = try PrintedFile(Printing.materials(.placePoster(21)))
        #expect(try poster.codes(onPage: 1) == [modules("https://minori-shakyo.example/kayoi/places/021.html")])
        let event = try PrintedFile(Printing.materials(.eventPoster("2026-12-05-happyokai")))
        #expect(
            try event.codes(onPage: 1) == [
                modules("https://minori-shakyo.example/kayoi/events/2026-12-05-happyokai.html")
            ])
    }

    @Test("A sheet brings the photos of what it shows, and no others")
    func photosOfASheet() throws {
        let place = try #require(Printing.demo.places.first { !$0.photos.isEmpty })
        for (work, expected) in [
            (Work.placePoster(place.number), Set(place.photos.map(\.file)).count), (.guidebook, Printing.photos.count),
        ] {
            let materials = try Printing.materials(work, photos: Printing.photos)
            #expect(materials.photos.count == expected)
            let data = String(decoding: materials.data.bytes, as: UTF8.self)
            for (path, _) in materials.photos { #expect(data.contains(path)) }
            #expect(Set(data.matches(of: /photos\/\d+\.jpg/).map { String($0.0) }) == Set(materials.photos.map(\.path)))
        }
    }

    @Test("Nothing private is in the data, the pictures or the PDF of any work")
    func privacy() throws {
        let guide = TemporaryGuide(MarkedGuide.files, onTopOf: [:])
        let publication = try guide.read().publication(on: TemporaryGuide.today)
        #expect(!publication.places.isEmpty)
        let works: [Work] = [
            .guidebook, .area("hama"), .handout("hama"), .mine([1, 2]), .placePoster(2), .eventPoster("e"),
            .newsletter("第1号"), .report(since: Day(number: 0)),
        ]
        for work in works {
            // What was published before may hold what no longer agrees to be: the report's history has none of it.
            let book = Book(publication, Printing.look, photos: ["a.jpg": "/nowhere/a.jpg"], earlier: publication)
            let materials = try book.materials(for: work)
            #expect(materials.photos.isEmpty, "a photo that is not public")
            var texts = [String(decoding: materials.data.bytes, as: UTF8.self)]
            texts += materials.files.map { String(decoding: $0.bytes, as: UTF8.self) }
            if Printing.canLookInto {
                let file = try PrintedFile(materials)
                texts += [
                    file.asked("pdftotext"), file.asked("pdfinfo"), file.asked("pdfinfo", ["-meta"]),
                    String(decoding: file.bytes, as: UTF8.self),
                ]
                let objects = try #require(PDFFile(file.bytes)).objects
                texts += objects.compactMap { $0.content.map { String(decoding: $0, as: UTF8.self) } }
                #expect(file.asked("pdfdetach", ["-list"]).hasPrefix("0 "))
            }
            for marker in MarkedGuide.markers {
                #expect(!texts.contains { $0.withoutSpaces.contains(marker) }, "\(marker) in \(work)")
            }
        }
    }

    @Test("The report's history tells what is new and changed; of what is gone the number alone")
    func history() throws {
        let before = TemporaryGuide([
            "places/b.md": TemporaryGuide.place(["番号": "2", "名称": "やめた会"]),
            "places/c.md": TemporaryGuide.place(["番号": "3", "名称": "かわる会"]),
        ])
        let after = TemporaryGuide([
            "places/b.md": TemporaryGuide.place(["番号": "2", "名称": "やめた会", "掲載": "不可"]),
            "places/c.md": TemporaryGuide.place(["番号": "3", "名称": "かわる会", "開催": "毎週水曜日 9:00〜10:00", "参加費": "100円"]),
            "places/d.md": TemporaryGuide.place(["番号": "4", "名称": "新しい会"]),
        ])
        let now = try after.read().publication(on: TemporaryGuide.today)
        let book = Book(
            now, Printing.look, earlier: try before.read().publication(on: TemporaryGuide.today))
        let materials = try book.materials(for: .report(since: TemporaryGuide.today))
        #expect(
            materials.data["history"] == [
                "found": [2], "changed": [["place": 1, "facts": ["place.when", "book.fee"]]], "ended": [2],
            ])
        #expect(!String(decoding: materials.data.bytes, as: UTF8.self).contains("やめた会"))
        if Printing.canLookInto {
            let text = try PrintedFile(materials).pages.joined()
            #expect(text.contains("新しく載せた通いの場") && text.contains("新しい会") && text.contains("いつ、参加費"))
        }
    }

    @Test("The data has the documented shape, and texts are trees")
    func shape() throws {
        let data = try Printing.materials().data
        guard case .object(let fields) = data else { return #expect(Bool(false)) }
        #expect(
            fields.map(\.0) == [
                "work", "options", "paper", "language", "words", "today", "guide", "areas", "overview", "parts",
                "places", "stories",
                "supports", "events", "pages", "kana", "activities", "access", "week",
            ])
        let first = try #require(data["places"]?.elements.first)
        #expect(first["number"] == 1 && first["name"] == "本町お茶の間サロン")
        #expect(first["ruby"]?.elements.first == ["本町", "ほんまち"])
        #expect(first["body"]?.elements.first?["kind"] == "paragraph")
    }

    /// A guide with a story, whose place is closed in some months and has a photo of which nobody said what it shows.
    private func closingGuide() throws -> Publication {
        let guide = TemporaryGuide([
            "places/himawari.md": TemporaryGuide.place(
                ["開催": "第1・3火曜日 13:30〜15:30", "休み": "[8月, 祝日]", "写真": "house.jpg"], body: "![](house.jpg)\n"),
            "stories/001-hama.md":
                "---\n題: 浜の話\n号: 第1号\n場: [ひまわり]\n写真: house.jpg\n---\nむかし、むかし。\n\n![](house.jpg)\n",
        ])
        guide.write("", to: "content/photos/house.jpg")
        return try guide.read().publication(on: TemporaryGuide.today)
    }

    @Test(
        "A photo of which nobody said what it shows is printed, named after what it stands with",
        .enabled(if: Printing.canLookInto, "needs Typst"),
        arguments: [Work.guidebook, .handout("hama"), .newsletter("第1号")])
    func photoWithoutWords(_ work: Work) throws {
        let photo = try #require(Printing.photos.first?.value)
        let materials = try Printing.materials(work, of: closingGuide(), photos: ["house.jpg": photo])
        #expect(materials.photos.count == 1)
        let objects = try #require(PDFFile(try PrintedFile(materials).bytes)).objects
        let name = if case .handout = work { "ひまわりの写真" } else { "浜の話の写真" }
        let digits = name.utf16.map { String(UInt32($0) + 0x10000, radix: 16, uppercase: true).dropFirst() }.joined()
        #expect(objects.contains { $0.text.contains("/Alt<FEFF\(digits)>") })
    }

    @Test(
        "The days on which a place is closed stand wherever its days do",
        .enabled(if: Printing.canLookInto, "needs Typst"),
        arguments: [
            Work.guidebook, .area("hama"), .handout("hama"), .mine([1]), .placePoster(1), .newsletter("第1号"),
        ])
    func closings(_ work: Work) throws {
        let text = try PrintedFile(Printing.materials(work, of: closingGuide())).pages.joined().withoutSpaces
        #expect(text.contains("第1・3火曜日13:30〜15:30（休み：8月、祝日）"))
    }

    @Test(
        "A person's sheet tells the nearest days of a place first, and at which stop",
        .enabled(if: Printing.canLookInto, "needs Typst"))
    func daysOfStops() throws {
        let stops =
            "[{会場: 東の館, 開催: 第1月曜 10:00〜}, {会場: 南の館, 開催: 第3月曜 10:00〜}, "
            + "{会場: 西の館, 開催: \"隔週金曜 9:00〜（2026年12月4日から）\"}, {会場: 北の館, 開催: 第1月曜 9:00〜}]"
        let guide = TemporaryGuide(["places/himawari.md": TemporaryGuide.place(["会場": "", "開催": stops])])
        let publication = try guide.read().publication(on: TemporaryGuide.today)
        let text = try PrintedFile(Printing.materials(.mine([1]), of: publication)).pages.joined().withoutSpaces
        #expect(text.contains("12月4日（金）9:00〜西の館12月7日（月）9:00〜北の館12月7日（月）10:00〜東の館"))
    }

    @Test("The book says once what the guide closes where a place says nothing")
    func unsaidClosings() throws {
        let guide = try #require(TemporaryGuide.sound["guide.md"])
        func rules(_ schedule: String) throws -> JSON? {
            let guide = TemporaryGuide([
                "guide.md": guide.replacing("連絡先:", with: "日程: {お盆: 休み, 年末年始: 休み}\n連絡先:"),
                "places/himawari.md": TemporaryGuide.place(["開催": schedule]),
            ])
            return try Printing.materials(of: guide.read().publication(on: TemporaryGuide.today)).data["guide"]?[
                "holidayRules"]
        }
        let rule: JSON = "年末年始（12月29日〜1月3日）、お盆（8月13日〜8月16日）は、とくに書いていないかぎり、お休みです。"
        #expect(try rules("毎週水曜日") == [rule])
        #expect(try rules("毎週水曜日（お盆・年末年始は休み）") == [])
    }

    @Test("Typst in a text stays text")
    func noCode() throws {
        let guide = TemporaryGuide([
            "places/himawari.md": TemporaryGuide.place(["対象": "\"#panic() $x$ *b*\""], body: "#set page(width: 1pt)\n")
        ])
        let materials = try Printing.materials(.mine([1]), of: try guide.read().publication(on: TemporaryGuide.today))
        #expect(materials.data["places"]?.elements.first?["audience"] == "#panic() $x$ *b*")
        if Printing.canLookInto { #expect(throws: Never.self) { _ = try PrintedFile(materials) } }
    }

    @Test(
        "A template whose pages never settle is a mistake: its numbers of pages would be wrong",
        .enabled(if: Printing.canLookInto, "needs Typst"))
    func unsettled() throws {
        var materials = try Printing.materials(.mine([1]))
        let restless = "#set document(title: \"x\")\n#context if query(<a>).len() == 0 [#metadata(1)<a>]"
        materials.files.removeAll { $0.path == materials.template }
        materials.files.append((materials.template, Array(restless.utf8)))
        let fault = #expect(throws: TypesettingFault.self) { try PrintedFile(materials) }
        guard case .template(let words) = fault else { return #expect(Bool(false), "\(String(describing: fault))") }
        #expect(words.contains("did not converge"))
    }

    @Test("What a guide has not is said with what it has")
    func unknown() {
        #expect(throws: WorkFault.noPlace(7)) { try Printing.materials(.mine([1, 7])) }
        #expect(throws: WorkFault.howMany(7)) { try Printing.materials(.mine(Array(1...7))) }
        let fault = #expect(throws: WorkFault.self) { try Printing.materials(.area("hama")) }
        #expect(fault?.message(.japanese).contains("honcho") == true)
    }

    @Test("Every place stands in one part, that of its most local area; areas come after those above them")
    func parts() {
        let parts = Part.all(of: Printing.demo)
        #expect(parts.flatMap(\.places).sorted() == Array(Printing.demo.places.indices))
        for part in parts {
            #expect(part.places.allSatisfy { Printing.demo.places[$0].relations.areas.first == part.area })
        }
        var seen: Set<AreaIndex> = []
        for area in parts.compactMap(\.area) {
            #expect(Printing.demo.areas[area].parents.allSatisfy(seen.contains), "after its parents")
            seen.insert(area)
        }
    }

    @Test("The book's colours of areas are those of the maps")
    func colours() throws {
        let library = try #require(Printing.look.files.first { $0.path == "templates/book/lib.typ" })
        let text = String(decoding: library.bytes, as: UTF8.self)
        for colour in AreaColour.all { #expect(text.contains("(\"\(colour.deep)\", \"\(colour.tint)\")")) }
    }

    @Test("Weekdays come from the rules: every week, some weeks, none for days of the month")
    func weekdays() {
        func slots(_ text: String) -> [String] {
            Schedule(reading: text).weekdaySlots.map {
                "\($0.weekday.rawValue)\($0.weeks)\($0.isAlternate ? "/2" : "")"
            }
        }
        #expect(slots("毎週火曜日 10:00〜11:30") == ["2[]"])
        #expect(slots("第1・3木曜日 13:30〜15:30") == ["4[1, 3]"])
        #expect(slots("最終金曜日") == ["5[6]"])
        #expect(slots("毎日 6:30〜6:50").count == 7)
        #expect(slots("毎月18日 10:00〜14:00").isEmpty)
        #expect(slots("不定期").isEmpty)
    }
}
