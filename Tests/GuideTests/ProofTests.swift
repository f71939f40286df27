// A guide after a save, of which only the saved files were looked at, is the guide that reading it afresh gives.

import Messages
import Publication
import Recurrence
import TestSupport
import Testing

@testable import Guide

@Suite struct ProofTests {
    @Test(arguments: 0..<12) func savesGiveTheSameAsReadingAfresh(seed: UInt64) throws {
        var edits = GuideEdits(seed: seed)
        let guide = TemporaryGuide(onTopOf: [:])
        for (path, text) in edits.files { guide.write(text, to: path) }
        var proof = try Proof(of: guide.folder, on: TemporaryGuide.today)
        var (short, whole) = (0, 0)
        for step in 0..<80 {
            let before = edits.files
            edits.edit()
            let saved = Set(edits.files.keys).union(before.keys).filter { edits.files[$0] != before[$0] }
            for path in saved {
                if let text = edits.files[path] { guide.write(text, to: path) } else { guide.remove(path) }
            }
            let last = proof
            proof = try Proof(of: guide.folder, on: TemporaryGuide.today, after: last, saved: saved)
            let afresh = try Proof(of: guide.folder, on: TemporaryGuide.today)
            #expect(proof.guidebook.diagnostics == afresh.guidebook.diagnostics, "step \(step): \(saved)")
            #expect(text(of: proof) == text(of: afresh), "step \(step): \(saved)")
            guard let changed = proof.changedPlaces else {
                whole += 1
                continue
            }
            short += 1
            for place in afresh.publication.places.indices where !changed.contains(place) {
                #expect(text(of: last, place) == text(of: afresh, place), "step \(step): \(saved)")
            }
        }
        #expect(short > 5 && whole > 5)
    }

    /// Whatever record somebody saves, the guide is not read as a whole: that takes a second where it is large.
    @Test(
        arguments: [
            ["places/himawari.md": TemporaryGuide.place(["番号": "3"])],
            ["places/himawari.md": TemporaryGuide.place(["掲載": "不可"])],
            ["places/himawari.md": TemporaryGuide.place(["名称": "ひなげし", "活動": "[めずらしい]"])],
            ["places/new.md": TemporaryGuide.place(["番号": "2"])], ["places/himawari.md": nil],
            ["places/himawari.md": nil, "places/momiji.md": TemporaryGuide.place()],
            ["stories/a.md": "---\n題: あの日\n場: [1]\n---\n"], ["stories/b.md": "---\n題: この日\n---\n"],
            ["areas/hama.md": "---\n名称: 浜\nよみ: はま\n色: 3\n---\n"],
            ["guide.md": "---\n題: 別の題\n連絡先: {電話: 000-000-0000}\n休止番号: [7]\n---\n前書き\n"],
        ] as [[String: String?]])
    func isFollowedByItself(saved: [String: String?]) throws {
        let guide = TemporaryGuide(["stories/a.md": "---\n題: あの日\n---\n"])
        let before = try guide.read()
        for (path, text) in saved {
            if let text { guide.write(text, to: "content/" + path) } else { guide.remove("content/" + path) }
        }
        let paths = Set(saved.keys.map { "content/" + $0 })
        let revision = Revision(of: before, paths, in: guide.folder, on: TemporaryGuide.today)
        #expect(try revision?.guide.diagnostics == guide.read().diagnostics)
    }

    /// What is wrong with guide.md itself stays told while others are saved.
    @Test func aGuideWithoutItsFileStaysOne() throws {
        let guide = TemporaryGuide(["pages/a.md": "---\n題: あれこれ\n---\n"])
        guide.remove("content/guide.md")
        let before = try guide.read()
        guide.write("---\n題: これから\n---\n", to: "content/pages/a.md")
        let saved = Set(["content/pages/a.md"])
        let revision = Revision(of: before, saved, in: guide.folder, on: TemporaryGuide.today)
        #expect(try revision?.guide.diagnostics == guide.read().diagnostics)
        #expect(revision?.guide.hasErrors == true)
    }

    /// What was meant is looked for a hundred times in a guide, and not a hundred times in each file that is saved.
    @Test func asMuchIsGuessedAsInAFreshReading() throws {
        func place(_ number: Int, _ linked: String) -> String {
            TemporaryGuide.place(["番号": "\(number)", "名称": "ならび\(number)", "つながり": "[\(linked)]"])
        }
        let guide = TemporaryGuide()
        for number in 100..<201 { guide.write(place(number, "ひまわる"), to: "content/places/p\(number).md") }
        var proof = try Proof(of: guide.folder, on: TemporaryGuide.today)
        var guesses: [Int] = []
        for (number, linked) in [
            (200, "ひまわろ"), (100, "ひまわり"), (101, "ひまわれ"), (102, "ひまわり"), (100, "ひまわら"), (103, "ひまわら"),
        ] {
            let path = "content/places/p\(number).md"
            guide.write(place(number, linked), to: path)
            proof = try Proof(of: guide.folder, on: TemporaryGuide.today, after: proof, saved: [path])
            let diagnostics = proof.guidebook.diagnostics
            #expect(try diagnostics == guide.read().diagnostics, "\(number) \(linked)")
            guesses.append(diagnostics.count { $0.code == "guide/unknown-place" && $0.remedy.contains("ひまわり") })
        }
        #expect(guesses == [100, 100, 100, 99, 100, 100])
    }

    /// What a guide comes to, as text.
    private func text(of proof: Proof) -> [String] {
        let publication = proof.publication
        return publication.places.indices.map { text(of: proof, $0) }
            + publication.areas.map { "\($0.id) \($0.name) \($0.layer) \($0.parents) \($0.colour) \($0.places)" }
            + publication.guide.activities.map { "\($0.id) \($0.name) \($0.places)" }
            + publication.stories.map { "\($0.title) \($0.places) \($0.body.blocks)" }
            + publication.events.map { "\($0.title) \($0.performers)" }
            + ["\(publication.retiredNumbers) \(publication.guide.title)"]
    }

    private func text(of proof: Proof, _ index: PlaceIndex) -> String {
        let place = proof.publication.places[index]
        return "\(place.number) \(place.name) \(place.reading) \(place.relations) \(place.contacts) \(place.photos)"
            + " \(place.access) \(place.gatherings.map { "\($0.venue) \($0.location) \($0.schedule?.text ?? "")" })"
            + " \(place.verified?.iso ?? "") \(place.body.blocks)"
    }
}
