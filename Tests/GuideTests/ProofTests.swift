// A guide after a save, of which only the saved files were looked at, is the guide that reading it afresh gives.

import Messages
import Publication
import Recurrence
import TestSupport
import Testing

@testable import Guide

@Suite struct ProofTests {
    @Test(arguments: 0..<160) func savesGiveTheSameAsReadingAfresh(seed: UInt64) throws {
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
