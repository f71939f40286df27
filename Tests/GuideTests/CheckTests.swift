import Files
import FrontMatter
import Glibc
import Publication
import Recurrence
import TestSupport
import Testing

@testable import Guide

/// Each finding, where it must land, and that nothing else is said. The text under ‹…› is what must be marked.
@Suite struct CheckTests {
    @Test func theSoundGuideHasNothingToComplainAbout() throws {
        #expect(try TemporaryGuide().read().diagnostics.isEmpty)
    }

    @Test(arguments: [
        Finding("guide/unknown-key", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可\n‹参加料›: 100円"),
        Finding("guide/missing", "‹番›号: 1\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可"),
        Finding("guide/not-a-choice", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: ‹可能›"),
        Finding("guide/unknown-area", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: ‹hana›\n開催: 毎週火曜日\n掲載: 可"),
        Finding("guide/swapped-position", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n位置: ‹135.9, 36.9›\n開催: 毎週火曜日\n掲載: 可"),
        Finding("guide/not-a-position", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n位置: ‹浜のあたり›\n開催: 毎週火曜日\n掲載: 可"),
        Finding("guide/not-a-number", "番号: ‹一番›\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可"),
        Finding("guide/not-a-day", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可\n確認日: ‹去年›"),
        Finding("guide/old-verification", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可\n確認日: ‹2024-10-01›"),
        Finding(
            "guide/missing-photo", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可\n写真: [{ファイル: ‹a.jpg›, 説明: 花}]"
        ),
        Finding(
            "guide/photo-outside-folder",
            "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可\n写真: [{ファイル: ‹../a.jpg›, 説明: 花}]"),
        Finding(
            "guide/telephone-digits", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可\n連絡先: {電話: ‹000-000-00›}"),
        Finding(
            "guide/marks-in-number",
            "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可\n連絡先: {FAX: ‹\u{202D}000-000-0000\u{202C}›}"),
        Finding(
            "front-matter/forbidden-character",
            "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可\n連絡先: {電話: 000-‹\u{202E}›000-0000}"),
        Finding(
            "front-matter/forbidden-character",
            "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可\n連絡先: {名前: ‹\u{202D}›青木}"),
        Finding("guide/unknown-place", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可\nつながり: [‹たんぽぽ›]"),
        Finding("guide/missing-reading", "‹番›号: 1\n名称: ひまわり\n地区: hama\n開催: 毎週火曜日\n掲載: 可"),
        Finding("guide/reading-not-kana", "番号: 1\n名称: 向日葵\nよみ: ‹向日葵›\n地区: hama\n開催: 毎週火曜日\n掲載: 可"),
        Finding("guide/missing-schedule", "‹番›号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n掲載: 可"),
        Finding("guide/missing-consent", "‹番›号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日"),
        Finding("guide/schedule-without-dates", "番号: 1\n名称: ひまわり\nよみ: ひまわり\n地区: hama\n開催: 毎週火曜日（‹学校›の休みに準じる）\n掲載: 可"),
    ])
    func eachFindingLandsInItsPlace(_ finding: Finding) throws {
        let guide = TemporaryGuide(["places/himawari.md": finding.text])
        let diagnostics = try guide.read().diagnostics
        #expect(diagnostics.contains { $0.code == finding.code }, "\(diagnostics.map { "\($0.code) \($0.message)" })")
        guard let diagnostic = diagnostics.first(where: { $0.code == finding.code }) else { return }
        #expect(diagnostic.file == "content/places/himawari.md")
        #expect(diagnostic.line == finding.line)
        if finding.code != "guide/schedule-without-dates" { #expect(diagnostic.column == finding.column) }
        #expect(!diagnostic.message.isEmpty && !diagnostic.remedy.isEmpty)
    }

    @Test func theGuidesOwnHolidaysAreReadLineByLine() throws {
        let files = [
            "holidays.csv": "国民の祝日・休日月日,国民の祝日・休日名称\n2026/12/15,みのりの日\n",
            "places/himawari.md": TemporaryGuide.place(["開催": "毎週火曜日", "休み": "祝日"]),
        ]
        let guidebook = try TemporaryGuide(files).read()
        #expect(guidebook.diagnostics.isEmpty)
        let schedule = try #require(
            guidebook.publication(on: TemporaryGuide.today).places.first?.gatherings[0].schedule)
        let days = schedule.occurrences(from: TemporaryGuide.today, to: TemporaryGuide.today + 30).map(\.day.iso)
        #expect(days.contains("2026-12-08") && !days.contains("2026-12-15") && days.contains("2026-12-22"))

        let broken = try TemporaryGuide(
            files.merging(["holidays.csv": "月日,名称\n2026/12/15,みのりの日\n12月25日,降誕祭\n"]) { $1 }
        ).read().diagnostics
        #expect(broken.map(\.code) == ["guide/unread-holiday"])
        #expect(broken.first?.line == 3 && broken.first?.sourceLine == "12月25日,降誕祭")
    }

    @Test func numbersMustBeUniqueAndNeverUsedAgain() throws {
        let guide = TemporaryGuide([
            "guide.md": "---\n題: ためし\n休止番号: [2]\n---\n",
            "places/a.md": TemporaryGuide.place(["名称: ": "", "番号": "1", "名称": "あ会", "よみ": "あかい"]),
            "places/b.md": TemporaryGuide.place(["番号": "2", "名称": "い会", "よみ": "いかい"]),
            "places/c.md": TemporaryGuide.place(["番号": "", "名称": "う会", "よみ": "うかい"]),
        ])
        let guidebook = try guide.read()
        #expect(
            guidebook.diagnostics.map(\.code).filter { $0.contains("number") } == [
                "guide/retired-number", "guide/missing-number", "guide/duplicate-number",
            ])
        #expect(guidebook.freeNumbers().next == 3)
    }

    /// Each of very many places of one name would have all the others in its message.
    @Test func ofManyPlacesWithOneNameTheFirstAreNamed() throws {
        func messages(_ count: Int, _ consent: String, _ code: String) throws -> [FrontMatter.Diagnostic] {
            var files = ["pages/p.md": "---\n題: 頁\n---\n[[もみじの会]]\n"]
            for number in 2..<count + 2 {
                files["places/p\(100 + number).md"] = TemporaryGuide.place([
                    "番号": String(number), "名称": "もみじの会", "よみ": "もみじのかい", "掲載": consent,
                ])
            }
            return try TemporaryGuide(files).read().diagnostics.filter { $0.code == code }
        }
        func list(_ numbers: ClosedRange<Int>) -> String { numbers.map { "No.\($0)" }.joined(separator: "、") }

        #expect(try messages(1, "可", "guide/same-name").isEmpty)
        #expect(
            try messages(3, "可", "guide/same-name").map(\.message) == [
                "「もみじの会」という名称は No.3、No.4 にもあります。", "「もみじの会」という名称は No.2、No.4 にもあります。",
                "「もみじの会」という名称は No.2、No.3 にもあります。",
            ])
        #expect(
            try messages(11, "可", "guide/same-name").first?.message == "「もみじの会」という名称は \(list(3...12)) にもあります。")
        let many = try messages(14, "可", "guide/same-name").map(\.message)
        #expect(many.count == 14)
        #expect(many.first == "「もみじの会」という名称は \(list(3...12)) のほか3か所にもあります。")
        #expect(many.last == "「もみじの会」という名称は \(list(2...11)) のほか3か所にもあります。")

        #expect(try messages(10, "不可", "guide/ambiguous-place").map(\.remedy) == ["番号で書いてください：\(list(2...11))"])
        #expect(try messages(11, "不可", "guide/ambiguous-place").map(\.remedy) == ["番号で書いてください：\(list(2...11))など"])
    }

    /// か + ゛ is が to whoever writes it.
    @Test func aNameIsFoundInWhateverBytesItIsWritten() throws {
        let guide = TemporaryGuide([
            "places/a.md": TemporaryGuide.place(["番号": "2", "名称": "がじゅまる", "よみ": "がじゅまる"]),
            "pages/p.md": "---\n題: 頁\n---\n[[か\u{3099}し\u{3099}ゅまる]]と[[か\u{3099}っこう]]\n",
        ])
        let diagnostics = try guide.read().diagnostics
        #expect(diagnostics.map(\.code) == ["guide/unknown-place"])
        #expect(diagnostics.first?.message.contains("っこう") == true)
    }

    @Test func activitiesOfOneEnglishNameHaveAddressesOfTheirOwn() {
        let activities = ["体操", "散歩", "麻雀", "将棋", "囲碁"].enumerated().map { number, name in
            var activity = Activity(named: name)
            activity.latinName = number == 1 ? "Play 2" : "Play"
            return activity
        }
        #expect(Vocabulary.giveIDs(to: activities).map(\.id) == ["play", "play-2", "play-3", "play-4", "play-5"])
    }

    /// Whoever wrote a key twice did not mistype it.
    @Test func aFieldThatStandsTwiceIsOneMistake() throws {
        let guide = TemporaryGuide(["pages/p.md": "---\n題: 頁\nあ:\nあ:\n順: x\nあ: [\n---\n"])
        let found = try guide.read().diagnostics.map { "\($0.line) \($0.code)" }
        #expect(found.filter { $0.hasSuffix("unknown-key") } == ["3 guide/unknown-key"])
        #expect(found.filter { $0.hasSuffix("duplicate-key") }.count == 2)
    }

    @Test func eventsStandInTheOrderOfTheirFirstDays() throws {
        let days = ["a": "2026年12月9日", "b": "2026年12月5日", "c": "毎日ではない", "d": "2026年12月5日"]
        let files = days.map { ("events/\($0).md", "---\n題: \($0)\n日時: \($1)\n---\n") }
        let guide = TemporaryGuide(Dictionary(uniqueKeysWithValues: files))
        let events = try guide.read().publication(on: TemporaryGuide.today).events
        #expect(events.map(\.id) == ["b", "d", "a", "c"])
    }

    @Test func aNumberNeverReplacesWhatSomebodySavedMeanwhile() throws {
        let guide = TemporaryGuide(["places/a.md": TemporaryGuide.place(["番号": ""])])
        let guidebook = try guide.read()
        let saved = TemporaryGuide.place(["番号": "7"])
        guide.write(saved, to: "content/places/a.md")
        let (numbered, leftOut) = try guidebook.numberPlaces(in: guide.folder)
        #expect(numbered.isEmpty && leftOut.map(\.code) == ["guide/changed-while-read"])
        #expect(try guide.folder.read("content/places/a.md").get() == Array(saved.utf8))

        var signature: FileSignature?
        _ = guide.folder.read("content/places/a.md", &signature)
        guide.write(saved + "あとから", to: "content/places/a.md")
        #expect(try !guide.folder.replace("content/places/a.md", with: [], ifStill: signature))
        #expect(try guide.folder.read("content/places/a.md").get() == Array((saved + "あとから").utf8))
        #expect(guide.folder.signature(of: "content/places/a.md.kayoi-new") == nil)
    }

    @Test(arguments: ["number:", "番号:"])
    func aNumberGoesWhereItsNameAlreadyStands(field: String) throws {
        let guide = TemporaryGuide([
            "places/a.md": TemporaryGuide.place(["番号": ""]).replacing("---\n名称", with: "---\n\(field)\n名称")
        ])
        let (numbered, _) = try guide.read().numberPlaces(in: guide.folder)
        #expect(numbered.map(\.number) == [2])
        let text = String(decoding: try guide.folder.read("content/places/a.md").get(), as: UTF8.self)
        #expect(text.hasPrefix("---\n\(field) 2\n名称"))
    }

    @Test func circlesAmongAreasAreFoundAndOpened() throws {
        let guide = TemporaryGuide([
            "areas/a.md": "---\n名称: 甲\nよみ: こう\n上位: [b]\n---\n", "areas/b.md": "---\n名称: 乙\nよみ: おつ\n上位: [c]\n---\n",
            "areas/c.md": "---\n名称: 丙\nよみ: へい\n上位: [a]\n---\n",
        ])
        let found = try guide.read().diagnostics.filter { $0.code == "guide/cycle-of-areas" }
        #expect(found.count == 1)
        #expect(found.first?.message.contains("甲 → 乙 → 丙 → 甲") == true)
    }

    @Test func allProblemsOfAllFilesComeInOneRunInFileOrder() throws {
        let guide = TemporaryGuide([
            "places/a.md": TemporaryGuide.place(["番号": "2", "地区": "nowhere"]),
            "places/b.md": "本文だけのファイル\n",
            "places/c.md": TemporaryGuide.place(["番号": "3", "掲載": "たぶん"]),
        ])
        let diagnostics = try guide.read().diagnostics.filter { $0.severity == .error }
        #expect(diagnostics.map(\.file) == ["content/places/a.md", "content/places/b.md", "content/places/c.md"])
    }

    /// As spreadsheets and address books copy them.
    @Test(arguments: ["\u{202D}000-000-0000\u{202C}", "\u{2068}000-000-0000\u{2069}", "\u{200E}000-000-0000"])
    func numbersAreKeptWithoutTheirMarks(number: String) throws {
        let guide = TemporaryGuide([
            "places/a.md": TemporaryGuide.place([
                "番号": "2", "名称": "もみじ", "連絡先": "{名前: 受付, 電話: \(number), 公開: はい}",
            ])
        ])
        let guidebook = try guide.read()
        #expect(guidebook.diagnostics.map(\.code) == ["guide/marks-in-number"])
        let place = try #require(guidebook.publication(on: TemporaryGuide.today).places.first { $0.number == 2 })
        #expect(place.contacts.map(\.telephone) == ["000-000-0000"])
    }

    @Test func linksOutOfTheGuideAreNotFollowed() throws {
        let guide = TemporaryGuide()
        #expect(symlink("/etc/passwd", guide.root + "/content/places/passwd.md") == 0)
        #expect(mkfifo(guide.root + "/content/places/pipe.md", 0o600) == 0)
        #expect(try guide.read().diagnostics.map(\.code) == ["guide/link", "guide/not-a-file"])
    }
}

/// A place with one thing wrong.
struct Finding: Sendable, CustomTestStringConvertible {
    let code: String
    let text: String
    let line: Int
    let column: Int

    init(_ code: String, _ marked: String) {
        self.code = code
        let before = marked.prefix { $0 != "‹" }
        line = before.count { $0 == "\n" } + 2
        column = (before.split(separator: "\n", omittingEmptySubsequences: false).last?.unicodeScalars.count ?? 0) + 1
        text = "---\n" + marked.filter { $0 != "‹" && $0 != "›" } + "\n---\n"
    }

    var testDescription: String { code }
}
