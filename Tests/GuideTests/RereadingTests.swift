// Reading a guide again, with what is known of files that did not change, gives what reading it afresh gives.

import FrontMatter
import Glibc
import Publication
import Randomness
import Recurrence
import TestSupport
import Testing

@testable import Guide

@Suite struct RereadingTests {
    @Test(arguments: 0..<12) func editsInAnyOrderGiveTheSameAsReadingAfresh(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let guide = TemporaryGuide()
        for number in 2...9 { guide.write(randomPlace(number, &random), to: "content/places/p\(number).md") }
        settle()
        var known = try guide.read()
        for _ in 0..<12 {
            for _ in 0..<Int.random(in: 0...3, using: &random) { edit(guide, &random) }
            if Bool.random(using: &random) { settle() }
            let again = try Guidebook(
                contentsOf: guide.folder, on: TemporaryGuide.today, messages: .japanese, rereading: known)
            let afresh = try guide.read()
            #expect(again.diagnostics == afresh.diagnostics)
            #expect(facts(of: again) == facts(of: afresh))
            known = again
        }
    }

    @Test func aFileOfTheSameSizeAndTimeIsReadAgain() throws {
        let guide = TemporaryGuide()
        settle()
        let before = try guide.read()
        let path = guide.root + "/content/places/himawari.md"
        var status = stat()
        #expect(stat(path, &status) == 0)
        guide.write(TemporaryGuide.place(["名称": "ひまわる"]), to: "content/places/himawari.md")
        var times = [status.st_atim, status.st_mtim]
        #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
        let again = try Guidebook(contentsOf: guide.folder, on: TemporaryGuide.today, rereading: before)
        #expect(again.places.map(\.record.name.value) == ["ひまわる"])
    }

    @Test func theInventoryIsOfTheFilesAsTheyWereRead() throws {
        let guide = TemporaryGuide(["notes.txt": "1", "photos/a.jpg": "2"])
        for path in ["guide.md", "places/himawari.md", "notes.txt", "photos/a.jpg"] {
            settle()
            let read = try guide.read()
            let before = try #require(read.inventory)
            #expect(try guide.read().inventory == before)
            guide.write("---\n---\n", to: "content/" + path)
            #expect(read.inventory == before)
            #expect(try guide.read().inventory != before, "\(path)")
        }
    }

    @Test func filesThatDidNotChangeAreNotReadAgain() throws {
        let guide = TemporaryGuide(["places/momiji.md": TemporaryGuide.place(["番号": "2", "名称": "もみじ"])])
        settle()
        let before = try guide.read()
        guide.write(TemporaryGuide.place(["名称": "さくら"]), to: "content/places/himawari.md")
        let again = try Guidebook(
            contentsOf: guide.folder, on: TemporaryGuide.today, messages: .japanese, rereading: before)
        #expect(again.places.map(\.record.name.value) == ["さくら", "もみじ"])
        #expect(again.places[0] !== before.places[0])
        #expect(again.places[1] === before.places[1])
    }

    @Test func otherDefaultsAndAnotherLanguageReadAllAgain() throws {
        let guide = TemporaryGuide(["places/himawari.md": TemporaryGuide.place(["開催": "毎週火曜日 ときどき"])])
        settle()
        let before = try guide.read()
        guide.write("---\n題: ためし\n日程: {お盆: 休み}\n---\n", to: "content/guide.md")
        let again = try Guidebook(
            contentsOf: guide.folder, on: TemporaryGuide.today, messages: .english, rereading: before)
        let afresh = try Guidebook(contentsOf: guide.folder, on: TemporaryGuide.today, messages: .english)
        #expect(again.diagnostics == afresh.diagnostics)
        #expect(again.places[0].record.gatherings[0].schedule?.defaults.obon == .closed)
    }

    /// Until the file system's clock has gone on, files count as being written.
    private func settle() { usleep(80_000) }

    private func edit(_ guide: TemporaryGuide, _ random: inout SplitMix) {
        let number = Int.random(in: 2...11, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: unlink(guide.root + "/content/places/p\(number).md")
        case 1:
            let name = "areas/a\(number).md"
            guide.write("---\n名称: 第\(number)地区\nよみ: ちく\n上位: [hama]\n---\n", to: "content/" + name)
        case 2: guide.write("---\n題: 話\n場: [\(number)]\n---\n[[No.\(number)]]と[[ひまわり]]\n", to: "content/stories/s.md")
        case 3:
            let closed = ["休み", "開催"].randomElement(using: &random) ?? ""
            guide.write("---\n題: ためし\n日程: {祝日: \(closed)}\n---\n", to: "content/guide.md")
        case 4:
            rename(guide.root + "/content/places/p\(number).md", guide.root + "/content/places/q\(number).md")
        default: guide.write(randomPlace(number, &random), to: "content/places/p\(number).md")
        }
    }

    private func randomPlace(_ number: Int, _ random: inout SplitMix) -> String {
        func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
        return TemporaryGuide.place(
            [
                "番号": pick(["\(number)", "\(number)", "3", ""]), "名称": pick(["ひまわり", "もみじ茶話会", "さくら\(number)"]),
                "地区": pick(["hama", "第\(number)地区", "a\(number)"]), "開催": pick(["毎週火曜日 10:00〜", "第1月曜 ほか"]),
                "掲載": pick(["可", "可", "保留"]), "つながり": pick(["[1]", "[ひまわり]", "[99]"]),
                "連絡先": "{名前: 担当, 電話: 000-123-456\(number), 公開: \(pick(["はい", "いいえ"]))}",
            ], body: pick(["[[No.\(number - 1)]]へ。\n", "もみじ茶話会と000-123-4565\n", "<b>太字</b>\n"]))
    }

    /// What a guide comes to, as text.
    private func facts(of guidebook: Guidebook) -> [String] {
        let publication = guidebook.publication(on: TemporaryGuide.today)
        return publication.places.map { place in
            "\(place.number) \(place.name) \(place.relations)"
                + " \(place.gatherings.map { ($0.schedule?.text, $0.schedule?.rules, $0.schedule?.defaults.holidays) })"
                + " \(place.contacts) \(place.body.blocks)"
        } + publication.areas.map { "\($0.id) \($0.name) \($0.layer) \($0.parents) \($0.colour) \($0.places)" }
            + publication.stories.map { "\($0.title) \($0.places) \($0.body.blocks)" }
            + ["\(publication.retiredNumbers) \(publication.guide.title) \(guidebook.placeCount)"]
    }
}
