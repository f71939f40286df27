import FrontMatter
import Guide
import Preview
import Publication
import Randomness
import Recurrence
import Synchronization
import TestSupport
import Testing

@testable import Site
@testable import kayoi

/// The preview keeps what it can from save to save. Whatever is saved, it shows what a build from nothing makes.
@Suite struct LiveBuildTests {
    private func options(_ guide: TemporaryGuide) throws -> GuideOptions {
        try GuideOptions.parse(["--guide", guide.root, "--today", TemporaryGuide.today.iso, "--quiet"])
    }

    @Test(arguments: [1, 2, 3]) func showsWhatABuildFromNothingMakes(seed: UInt64) throws {
        var edits = GuideEdits(seed: seed)
        let guide = TemporaryGuide(onTopOf: [:])
        write(edits.files, over: [:], to: guide)
        var dice = SplitMix(seed: seed)
        var today = TemporaryGuide.today
        var live = LiveBuild(try options(guide), patience: .zero)
        _ = live.rebuild(.everything, on: today)
        var (whole, broken) = (0, 0)
        var sound = edits.files
        for step in 0..<45 {
            let before = edits.files
            // What stops the guide is mended sooner or later.
            if sound != before, Int.random(in: 0..<2, using: &dice) == 0 {
                edits.undo(to: sound)
            } else {
                edits.edit()
            }
            if step == 30 { today = today + 1 }
            let saved = write(edits.files, over: before, to: guide)
            if saved.isEmpty, step != 30 { continue }
            var build = live.rebuild(step % 20 == 19 ? .everything : Changes(paths: saved), on: today)
            while live.isChecking { build = live.checkLinks(within: .seconds(60)) ?? build }
            #expect(live.isUpToDate, "seed \(seed), step \(step): \(saved)")

            var fresh = LiveBuild(try options(guide), patience: .zero)
            var anew = fresh.rebuild(.everything, on: today)
            while fresh.isChecking { anew = fresh.checkLinks(within: .seconds(60)) ?? anew }
            #expect(build.diagnostics == anew.diagnostics, "seed \(seed), step \(step): \(saved)")
            #expect((build.site == nil) == (anew.site == nil))
            guard let site = build.site, anew.site != nil else {
                broken += 1
                continue
            }
            sound = edits.files
            whole += 1
            for (path, bytes) in try published(guide, on: today) {
                #expect(site.file(path) == bytes, "seed \(seed), step \(step): \(path) after \(saved)")
            }
        }
        #expect(whole > 10 && broken > 0)
    }

    /// Not every file system tells of every save.
    @Test func knowsThatSomethingChangedOfWhichNobodyTold() throws {
        let guide = TemporaryGuide(["photos/a.jpg": "no picture", "holidays.csv": "日,名\n2026/1/1,元日\n"])
        guide.write("{{title}}", to: "templates/own.html")
        var live = LiveBuild(try options(guide), patience: .zero)
        _ = live.rebuild(.everything, on: TemporaryGuide.today)
        for path in [
            "content/guide.md", "content/holidays.csv", "content/photos/a.jpg", "content/places/himawari.md",
            "templates/own.html", "content/notes.txt",
        ] {
            #expect(live.isUpToDate, "before \(path)")
            guide.write("\(path) is another", to: path)
            #expect(!live.isUpToDate, "\(path)")
            _ = live.rebuild(.everything, on: TemporaryGuide.today)
        }
        #expect(live.isUpToDate)
    }

    /// - Returns: the paths of the files that are other than before.
    @discardableResult
    private func write(_ files: [String: String], over before: [String: String], to guide: TemporaryGuide) -> Set<
        String
    > {
        let changed = Set(files.keys).union(before.keys).filter { files[$0] != before[$0] }
        for path in changed {
            if let text = files[path] { guide.write(text, to: path) } else { guide.remove(path) }
        }
        return changed
    }

    /// Every file as `kayoi build` would write it.
    private func published(_ guide: TemporaryGuide, on today: Day) throws -> [String: [UInt8]] {
        let publication = try Guidebook(contentsOf: guide.folder, on: today).publication(on: today)
        let files = Mutex<[String: [UInt8]]>([:])
        _ = Site(publication, try Look(for: publication, in: guide.folder), base: "/")
            .forEachFile { path, bytes in files.withLock { $0[path] = bytes } }
        return files.withLock { $0 }
    }
}
