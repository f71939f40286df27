import FrontMatter
import TestSupport
import Testing

@testable import Guide

/// What editors are told of mistakes that are easily made, and where.
@Suite struct MessageTests {
    // MARK: Files that are not read

    @Test(arguments: [
        ("places/x.md.txt", "「x.md」"), ("places/hama/x.txt", "「x.md」"), ("stories/x.MD", "「x.md」"),
        ("events/x", "「x.md」"),
        ("geo/x.json", "「x.geojson」"), ("places/x.csv", "「x.md」"), ("guide.md.txt", "「guide.md」"),
        ("areas/x.jpg", "content/photos/"), ("support/x.docx", "テキストファイル"),
    ])
    func aFileThatIsNotReadIsAWarning(path: String, remedy: String) throws {
        let diagnostics = try TemporaryGuide([path: TemporaryGuide.place()]).read().diagnostics
        #expect(diagnostics.map(\.code) == ["guide/other-ending"] && diagnostics.first?.file == "content/" + path)
        #expect(diagnostics.first?.severity == .warning)
        #expect(diagnostics.first?.remedy.contains(remedy) == true, "\(diagnostics)")
    }

    @Test(arguments: [
        "places/.x.txt", "places/~$x.docx", "places/.x.md.swp", "places/x.md~", "places/x.md.bak", "places/Thumbs.db",
        "geo/desktop.ini", "photos/x.txt", "x.txt", "places/#x.md#",
    ])
    func whatToolsLeaveIsPassedOver(path: String) throws {
        #expect(try TemporaryGuide([path: "x"]).read().diagnostics.isEmpty)
    }

    // MARK: Fields

    @Test func aFieldGivenTwiceIsShownAsItWasTyped() throws {
        let text = TemporaryGuide.place(["venue": "浜公民館"])
        let diagnostic = try #require(try TemporaryGuide(["places/himawari.md": text]).read().diagnostics.first)
        #expect(diagnostic.code == "guide/repeated-key" && diagnostic.sourceLine == "venue: 浜公民館")
        #expect(diagnostic.message.contains("「venue」は、6行目の「会場」"))
    }

    @Test(arguments: ["連絡先:\n名前: 山田\n電話: 000-000-0000\n公開: はい\n", "連絡先:\nname: 山田\n電話: 000-000-0000\n公開: はい\n"])
    func fieldsBesideAnEmptyOneAreToBeIndented(fields: String) throws {
        let text = TemporaryGuide.place().replacing("掲載: 可\n", with: fields + "掲載: 可\n")
        let diagnostics = try TemporaryGuide(["places/himawari.md": text]).read().diagnostics
        #expect(diagnostics.map(\.code) == ["guide/repeated-key", "guide/not-indented", "guide/not-indented"])
        #expect(diagnostics.map(\.line) == [9, 10, 11])
        #expect(diagnostics.allSatisfy { $0.remedy.contains("字下げ") && $0.remedy.contains("「連絡先") })
    }

    @Test func theNameBelowAnEmptyContactIsNotTheOneToKeep() throws {
        let text = "---\n連絡先:\n名前: 山田\n" + TemporaryGuide.place().dropFirst(4)
        let diagnostics = try TemporaryGuide(["places/himawari.md": text]).read().diagnostics
        #expect(diagnostics.map(\.code) == ["guide/repeated-key"])
        #expect(diagnostics.first?.remedy.contains("「名前」が「連絡先」の中の項目なら") == true)
    }

    @Test func emptyFieldsAreNoMistake() throws {
        let text = TemporaryGuide.place().replacing("会場: ", with: "連絡先:\n写真:\n住所: 浜町\n会場: ")
        #expect(try TemporaryGuide(["places/himawari.md": text]).read().diagnostics.isEmpty)
    }

    @Test(arguments: ["000-000-0001、000-000-0002", "000-000-0001 090-0000-0002", "0000000001／０００−０００−０００２"])
    func twoNumbersInOneFieldAreToBeAList(numbers: String) throws {
        let text = TemporaryGuide.place(["連絡先": "{名前: 山田, 電話: \(numbers)}"])
        let diagnostics = try TemporaryGuide(["places/himawari.md": text]).read().diagnostics
        #expect(diagnostics.map(\.code) == ["guide/several-telephones"])
        #expect(diagnostics.first?.remedy.contains("箇条書き") == true)
    }

    @Test(arguments: ["0", "1000000"]) func aNumberOutOfRangeIsCalledThat(number: String) throws {
        let diagnostics = try TemporaryGuide(["places/himawari.md": TemporaryGuide.place(["番号": number])]).read()
            .diagnostics
        #expect(diagnostics.map(\.code) == ["guide/number-out-of-range"])
        #expect(diagnostics.first?.remedy.contains("999999") == true)
    }

    @Test(arguments: [("可、確認日: 2026-10-01", "、"), ("可，確認日: 2026-10-01", "，")])
    func japaneseCommasInBracesAreShown(fields: String, comma: String) throws {
        let text = TemporaryGuide.place(["掲載": "{可否: \(fields)}"])
        let diagnostics = try TemporaryGuide(["places/himawari.md": text]).read().diagnostics
        #expect(diagnostics.map(\.code) == ["front-matter/wide-comma"])
        #expect(diagnostics.first?.column == 11 && diagnostics.first?.remedy.contains("「\(comma)」を半角の「, 」") == true)
    }

    // MARK: Schedules

    @Test func whatIsNotUnderstoodOfClosingDaysIsShownThere() throws {
        let text = TemporaryGuide.place(["開催": "毎週火曜日 10:00〜11:30", "休み": "[8月, 農繁期]"])
        let diagnostics = try TemporaryGuide(["places/himawari.md": text]).read().diagnostics
        #expect(diagnostics.map(\.code) == ["guide/schedule-without-dates"])
        #expect(diagnostics.first?.sourceLine == "休み: [8月, 農繁期]" && diagnostics.first?.mark == 9..<12)
        #expect(diagnostics.first?.message.hasPrefix("休みの「農繁期」") == true)
    }

    @Test func theScheduleOfAnEventIsCalledByItsName() throws {
        let event = "---\n題: まつり\n日時: 桜が咲くころ\n---\n"
        let diagnostics = try TemporaryGuide(["events/e.md": event]).read().diagnostics
        #expect(diagnostics.first?.message.hasPrefix("日時") == true, "\(diagnostics)")
    }

    // MARK: What texts must not tell

    @Test(arguments: [
        ("申込", "090-1234-5678（山田）まで", 5), ("対象", "どなたでも ０９０−１２３４−５６７８", 11), ("声", "[楽しい, 090-1234-5678 へ]", 10),
        ("開催", "毎週火曜日（090-1234-5678）", 11),
    ])
    func aPrivateNumberIsShownInItsField(field: String, value: String, column: Int) throws {
        let text = TemporaryGuide.place([field: value, "連絡先": "{名前: 山田, 電話: 090-1234-5678}"])
        let diagnostics = try TemporaryGuide(["places/himawari.md": text]).read().diagnostics
        let found = try #require(diagnostics.first { $0.code == "guide/private-telephone-in-text" })
        #expect(found.sourceLine == "\(field): \(value)" && found.column == column)
        #expect(found.message.hasPrefix("「\(field)」に、") && found.remedy.hasPrefix("「\(field)」から消すか"))
    }

    @Test func theSameNumberInTwoTextsIsShownInBoth() throws {
        let text = TemporaryGuide.place(
            ["声": "[090-1234-5678, また 090-1234-5678]", "連絡先": "{名前: 山田, 電話: 090-1234-5678}"],
            body: "\nはじめに。\n\n電話は 090-1234-5678 です。\n")
        let diagnostics = try TemporaryGuide(["places/himawari.md": text]).read().diagnostics
        #expect(diagnostics.map(\.line) == [9, 9, 15] && diagnostics.map(\.column) == [5, 23, 5])
        #expect(diagnostics.last?.message.hasPrefix("本文に、") == true)
    }

    @Test func aNumberBelowAStopIsNotShownInTheContact() throws {
        let stops = "[{会場: 浜公民館（090-1234-5678）, 開催: 毎週火曜日 10:00〜11:30}]"
        let text = TemporaryGuide.place(["会場": "", "開催": stops, "連絡先": "{名前: 山田, 電話: 090-1234-5678}"])
        let diagnostics = try TemporaryGuide(["places/himawari.md": text]).read().diagnostics
        #expect(diagnostics.map(\.sourceLine) == ["開催: " + stops])
    }

    @Test func theNameOfAWithdrawnPlaceIsShownInItsLine() throws {
        let diagnostics = try TemporaryGuide([
            "places/a.md": TemporaryGuide.place(["番号": "2", "名称": "もみじ茶話会", "よみ": "もみじさわかい", "掲載": "不可"]),
            "pages/p.md": "---\n題: お知らせ\n---\nはじめに。\n\n先月、もみじ茶話会のみなさんが来ました。\n",
        ]).read().diagnostics
        #expect(diagnostics.map(\.line) == [6] && diagnostics.map(\.column) == [4])
    }

    // MARK: Bytes that are no text

    /// 「番号: 1\n名称: ひまわり会\n」 with a byte between that means nothing.
    @Test func oneBadByteIsOneMessage() throws {
        let shiftJIS: [UInt8] =
            Array("---\n".utf8) + [0x94, 0xD4, 0x8D, 0x86] + Array(": 1\n".utf8) + [0x96, 0xBC, 0x8F, 0xCC, 0x3A, 0x20]
            + [0x82, 0xD0, 0x82, 0xDC, 0xFF, 0x82, 0xED, 0x82, 0xE8] + Array("\n---\n".utf8)
        let guide = TemporaryGuide()
        guide.write(shiftJIS, to: "content/places/a.md")
        let diagnostics = try guide.read().diagnostics
        #expect(diagnostics.map(\.code) == ["front-matter/invalid-shift-jis"])
        #expect(diagnostics.first?.line == 3 && diagnostics.first?.column == 7)
        #expect(diagnostics.first?.sourceLine == "名称: ひま\u{FFFD}わり")
    }

    @Test func otherEncodingsAreOneMessage() throws {
        let eucJP: [UInt8] =
            Array("---\n".utf8) + [0xC8, 0xD6, 0xB9, 0xE6] + Array(": 1\n".utf8) + [0xCC, 0xBE, 0xBE, 0xCE, 0x3A, 0x20]
            + [0xA4, 0xD2, 0xA4, 0xDE, 0xA4, 0xEF, 0xA4, 0xEA] + Array("\n---\n".utf8)
        let guide = TemporaryGuide()
        guide.write(eucJP, to: "content/places/a.md")
        guide.write(
            Array("---\n題: あ".utf8) + [0xE3, 0x81] + Array("\n地区: nowhere\n---\n".utf8), to: "content/pages/p.md")
        let diagnostics = try guide.read().diagnostics
        #expect(diagnostics.map(\.code) == ["front-matter/invalid-utf8", "front-matter/euc-jp"])
        #expect(diagnostics.map(\.line) == [2, 2] && diagnostics.first?.column == 5)
    }
}
