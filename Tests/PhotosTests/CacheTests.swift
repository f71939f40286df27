// A photo is made once, whoever asks and however often; what nobody asks for any more is removed.

import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Photos

@Suite(.enabled(if: hasEngine, "libvips-tools is not installed"))
struct CacheTests {
    let workshop: Workshop

    init() throws {
        workshop = try Workshop()
        for (name, shade) in [("a", 10), ("b", 200)] {
            try workshop.put(Pictures.tiff(700, 500) { _, _ in (UInt8(shade), 0, 0, 255) }, as: "\(name).tif")
        }
    }

    /// Finds nothing to start.
    private var withoutEngine: PhotoLibrary { PhotoLibrary(cache: workshop.cache, searchPath: "") }

    @Test func secondTimeNothingIsMade() throws {
        let first = try workshop.prepare("a.tif")
        let inodes = first.variants.map { inode(of: $0.file) }

        let progress = Mutex<[Int]>([])
        let (photos, faults) = withoutEngine.prepare([workshop.request("a.tif")]) { done, _ in
            progress.withLock { $0.append(done) }
        }

        #expect(faults.isEmpty)
        #expect(photos["a.tif"] == first)
        #expect(first.variants.map { inode(of: $0.file) } == inodes)
        #expect(progress.withLock { $0 }.isEmpty)
    }

    @Test func sameContentUnderAnotherNameOrTimeIsNotMadeAgain() throws {
        let first = try workshop.prepare("a.tif")
        try workshop.put(workshop.bytes(of: workshop.folder + "/a.tif"), as: "copy.tif")
        utimensat(AT_FDCWD, workshop.folder + "/a.tif", nil, 0)

        let (photos, faults) = withoutEngine.prepare([workshop.request("a.tif"), workshop.request("copy.tif")])

        #expect(faults.isEmpty)
        #expect(photos["a.tif"] == first)
        #expect(photos["copy.tif"]?.variants.map(\.file) == first.variants.map(\.file))
    }

    @Test func changedContentIsMadeAgainAndHasAnotherName() throws {
        let first = try workshop.prepare("a.tif")
        try workshop.put(workshop.bytes(of: workshop.folder + "/b.tif"), as: "a.tif")
        let second = try workshop.prepare("a.tif")
        #expect(Set(first.variants.map(\.publishedName)).isDisjoint(with: second.variants.map(\.publishedName)))
    }

    @Test(arguments: ["", "index"]) func damageToTheCacheIsMended(file: String) throws {
        let first = try workshop.prepare("a.tif")
        let damaged = file.isEmpty ? first.variants[0].file : workshop.cache + "/" + file
        let good = try workshop.bytes(of: first.variants[0].file)
        try Photos.write(file.isEmpty ? [] : Array("\u{0}x 1 2\n\n7".utf8), to: damaged)
        #expect(try workshop.prepare("a.tif") == first)
        #expect(try workshop.bytes(of: first.variants[0].file) == good)
    }

    @Test func sameBytesEachTime() throws {
        let elsewhere = PhotoLibrary(cache: workshop.folder + "/other [cache]%s/深い", searchPath: "/usr/bin")
        let photo = try workshop.prepare("a.tif")
        let (photos, faults) = elsewhere.prepare([workshop.request("a.tif")])
        let other = try #require(photos["a.tif"], "\(faults)")
        for (left, right) in zip(photo.variants, other.variants) {
            #expect(try workshop.bytes(of: left.file) == workshop.bytes(of: right.file))
            #expect(left.publishedName == right.publishedName)
        }
    }

    @Test func buildsAtTheSameTimeAgree() async throws {
        let (library, requests) = (workshop.library, [workshop.request("a.tif"), workshop.request("b.tif")])
        let results = await withTaskGroup(of: [String: PreparedPhoto].self) { group in
            for _ in 0..<4 { group.addTask { library.prepare(requests).photos } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 4)
        #expect(Set(results.map { $0["a.tif"] }).count == 1)
        for photo in results.flatMap(\.values) {
            for variant in photo.variants { #expect(try !workshop.bytes(of: variant.file).isEmpty) }
        }
        #expect(!workshop.names(in: workshop.cache).contains { $0.hasPrefix("work-") })
        #expect(withoutEngine.prepare(requests).faults.isEmpty)
    }

    @Test func progressCountsWhatIsMade() throws {
        let progress = Mutex<[[Int]]>([])
        _ = workshop.library.prepare([workshop.request("a.tif"), workshop.request("b.tif")]) { done, total in
            progress.withLock { $0.append([done, total]) }
        }
        #expect(progress.withLock { $0 } == [[1, 2], [2, 2]])
    }

    @Test func unusedFilesAreRemoved() throws {
        let (a, b) = (try workshop.prepare("a.tif"), try workshop.prepare("b.tif"))
        try Photos.write([1], to: workshop.cache + "/somebody's file")
        mkdir(workshop.cache + "/work-left", 0o777)

        // Just made, perhaps by another build
        workshop.library.removeUnused(keeping: ["a.tif"])
        #expect(b.variants.allSatisfy { inode(of: $0.file) != nil })

        workshop.library.removeUnused(keeping: ["a.tif"], olderThan: .zero)
        #expect(a.variants.allSatisfy { inode(of: $0.file) != nil })
        #expect(b.variants.allSatisfy { inode(of: $0.file) == nil })
        #expect(workshop.names(in: workshop.cache).count == a.variants.count + 2)
        #expect(withoutEngine.prepare([workshop.request("a.tif")]).faults.isEmpty)
    }

    @Test func indexReadsWhatItWrote() {
        var index = PhotoIndex()
        for name in ["a.jpg", "深い 名前 [x=1].jpg", " ", "a\tb"] {
            let size = Rendering.Size(width: 480, height: 360, bytes: [1, 2])
            index.entries[name] = PhotoIndex.Entry(
                stamp: Stamp(size: 1, modified: 1_790_000_000_123_456_789, changed: 3),
                rendering: Rendering(
                    key: String(repeating: "a", count: 64), original: PixelSize(width: 4000, height: 3000),
                    sizes: [size, size]))
        }
        #expect(PhotoIndex(text: index.text) == index)
    }
}
