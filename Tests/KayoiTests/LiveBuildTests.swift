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

    /// An edit that somebody could make; the guide may be broken by it.
    private func edit(_ files: inout [String: String], _ dice: inout SplitMix) -> String {
        let paths = files.keys.filter { $0.hasSuffix(".md") }.sorted()
        let path = paths[Int.random(in: 0..<paths.count, using: &dice)]
        let text = files[path] ?? ""
        func replace(_ old: String, _ new: String) { files[path] = text.replacing(old, with: new, maxReplacements: 1) }
        switch Int.random(in: 0..<9, using: &dice) {
        case 0: files[path] = text + "\n書きたしました\(Int.random(in: 0..<1000, using: &dice))。\n"
        case 1: replace("毎週火曜日", "第\(1 + Int.random(in: 0..<4, using: &dice))水曜日 10:00〜11:30")
        case 2: replace("可否: 可", "可否: 不可")
        case 3: replace("可否: 不可", "可否: 可")
        case 4: replace("名称: ", "名称: あたらしい")
        case 5: replace("地区: ", "地区: nowhere")
        case 6: replace("地区: nowhere", "地区: ")
        case 7 where path.hasPrefix("stories/"): files[path] = nil
        default:
            let number = 100 + Int.random(in: 0..<50, using: &dice)
            files["places/new-\(number).md"] =
                "---\n番号: \(number)\n名称: 新しい場\(number)\nよみ: あたらしいば\n地区: hama\n会場: 浜公民館\n"
                + "開催: 毎週\(["月", "木", "土"][Int.random(in: 0..<3, using: &dice)])曜日 13:30〜\nきっかけ: [1]\n掲載: 可\n確認日: 2026-10-01\n---\n[[No.1]]の隣です。\n"
            return "content/places/new-\(number).md"
        }
        return "content/" + path
    }

    @Test(arguments: [1, 2, 3]) func showsWhatABuildFromNothingMakes(seed: UInt64) throws {
        var dice = SplitMix(seed: seed)
        var files = MarkedGuide.files
        let guide = TemporaryGuide(files, onTopOf: [:])
        let today = TemporaryGuide.today
        var live = LiveBuild(try options(guide))
        _ = live.rebuild(.everything, on: today)
        var (whole, broken) = (0, 0)
        var undo: (path: String, files: [String: String])?
        for _ in 0..<40 {
            let before = files
            var path = edit(&files, &dice)
            // What stops the guide is mended sooner or later.
            if let last = undo, Int.random(in: 0..<2, using: &dice) == 0 { (path, files) = last }
            if files == before { continue }
            if let text = files[String(path.dropFirst("content/".count))] {
                guide.write(text, to: path)
            } else {
                guide.remove(path)
            }
            var build = live.rebuild(Changes(paths: [path]), on: today)
            while live.isChecking { build = live.checkLinks() ?? build }

            var fresh = LiveBuild(try options(guide))
            var anew = fresh.rebuild(.everything, on: today)
            while fresh.isChecking { anew = fresh.checkLinks() ?? anew }
            #expect(build.diagnostics.map(\.message).sorted() == anew.diagnostics.map(\.message).sorted())
            #expect((build.site == nil) == (anew.site == nil))
            guard let site = build.site, anew.site != nil else {
                broken += 1
                undo = undo ?? (path, before)
                continue
            }
            undo = nil
            whole += 1
            for (path, bytes) in try published(guide) { #expect(site.file(path) == bytes, "\(path)") }
        }
        #expect(whole > 5 && broken > 0)
    }

    /// Every file as `kayoi build` would write it.
    private func published(_ guide: TemporaryGuide) throws -> [String: [UInt8]] {
        let publication = try guide.read().publication(on: TemporaryGuide.today)
        let files = Mutex<[String: [UInt8]]>([:])
        _ = Site(publication, try Look(for: publication, in: guide.folder), base: "/")
            .forEachFile { path, bytes in files.withLock { $0[path] = bytes } }
        return files.withLock { $0 }
    }
}
