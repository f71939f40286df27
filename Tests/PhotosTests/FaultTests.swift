// Whatever lies in content/photos/: a photo, or a reason with a remedy; never a hang, and never an option.

import FrontMatter
import Glibc
import TestSupport
import Testing

@testable import Photos

@Suite(.enabled(if: hasEngine, "libvips-tools is not installed"))
struct FaultTests {
    let workshop: Workshop

    init() throws {
        workshop = try Workshop()
        try workshop.put(Pictures.redCorner(400, 300), as: "good.tif")
        try workshop.convert("good.tif", to: "good.jpg", options: "[strip]")
    }

    private func kinds(_ names: String..., library: PhotoLibrary? = nil) -> [PhotoFault.Kind] {
        (library ?? workshop.library).prepare(names.map(workshop.request)).faults.map(\.kind)
    }

    @Test(arguments: [
        "-o out.jpg", "--help", "a[Q=1].jpg", "a.jpg[strip]", "a b.jpg", "花見 2026.jpg", "..jpg", "%s.jpg", "a\nb.jpg",
        "stdin",
    ])
    func namesAreOnlyNames(name: String) throws {
        try workshop.put(workshop.bytes(of: workshop.folder + "/good.jpg"), as: name)
        let before = workshop.names(in: workshop.folder)
        let photo = try workshop.prepare(name)
        #expect(photo.variants.count == 2)
        #expect(
            workshop.names(in: workshop.folder)
                == (before + ["cache"]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test func oneDamagedPhotoDoesNotHoldBackTheOthers() throws {
        try workshop.put(Array("no picture at all".utf8), as: "text.jpg")
        try workshop.put([], as: "empty.jpg")
        try workshop.put(Array(workshop.bytes(of: workshop.folder + "/good.jpg").prefix(1200)), as: "cut.jpg")
        try workshop.convert("good.tif", to: "good.png")
        try workshop.put(Array(workshop.bytes(of: workshop.folder + "/good.png").prefix(800)), as: "cut.png")
        let names = ["text.jpg", "empty.jpg", "missing.jpg", "good.jpg", "cut.jpg", "cut.png"]

        let (photos, faults) = workshop.library.prepare(names.map(workshop.request))

        #expect(photos.keys.sorted() == ["good.jpg"])
        #expect(faults.map(\.name) == names.filter { $0 != "good.jpg" })
        #expect(faults[0].kind == .notAPicture)
        #expect(faults[1].kind == .notAPicture)
        #expect(faults[2].kind == .unreadable(ENOENT))
        for fault in faults[3...] {
            guard case .damaged(let detail) = fault.kind else { throw Trouble(what: "\(fault)") }
            #expect(!detail.isEmpty)
        }
    }

    /// A drawing may load files and a PDF is a program: libvips, which reads both, is not asked.
    @Test func onlyPhotosAreRead() throws {
        try workshop.put(
            Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect/></svg>".utf8),
            as: "drawing.jpg")
        try workshop.put(Array("P6 1 1 255\nabc".utf8), as: "pixel.jpg")
        try workshop.put(
            Array(
                """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
                trailer<</Root 1 0 R>>
                """.utf8),
            as: "document.jpg")
        try workshop.put(Array("1,2\n3,4\n".utf8), as: "table.csv")
        let names = ["drawing.jpg", "pixel.jpg", "document.jpg", "table.csv"]
        let faults = workshop.library.prepare(names.map(workshop.request)).faults
        #expect(faults.map(\.kind) == names.map { _ in .notAPicture })
    }

    @Test func nothingHugeIsOpened() throws {
        let file = open(workshop.folder + "/film.jpg", O_CREAT | O_WRONLY, 0o644)
        ftruncate(file, 200_000_000)
        close(file)
        #expect(kinds("film.jpg") == [.tooManyBytes(200_000_000, limit: 100_000_000)])

        var library = workshop.library
        library.limits.pixels = 400 * 300 - 1
        #expect(kinds("good.jpg", library: library) == [.tooManyPixels(width: 400, height: 300, limit: 119_999)])
    }

    /// A file of a few bytes may say to be anything.
    @Test func whatAFileSaysOfItsSizeIsNotBelieved() throws {
        try workshop.put(Pictures.pngClaiming(width: 100_000, height: 100_000), as: "square.png")
        let (photos, faults) = workshop.library.prepare([workshop.request("square.png")])
        #expect(photos.isEmpty)
        #expect(faults.map(\.kind) == [.tooManyPixels(width: 100_000, height: 100_000, limit: 200_000_000)])
        let message = try #require(faults.first?.diagnostic(.japanese))
        #expect(message.message.contains("100000 × 100000") && message.remedy.contains("縮小"))
    }

    /// Of an interlaced PNG all rows must be in memory before the first one is known.
    @Test func aPhotoGetsSoMuchMemoryAndNoMore() throws {
        workshop.run("/usr/bin/vips", ["black", "rows.png[interlace,compression=1]", "9000", "9000", "--bands", "3"])
        var library = workshop.library
        library.limits.memory = 300_000_000
        #expect(kinds("rows.png", library: library) == [.tooMuchMemory(limit: 300_000_000)])
        #expect(kinds("good.jpg", library: library) == [])
        #expect(kinds("rows.png") == [])
    }

    @Test func pipesAndFoldersDoNotHoldTheBuildUp() {
        mkfifo(workshop.folder + "/pipe.jpg", 0o644)
        mkdir(workshop.folder + "/folder.jpg", 0o755)
        #expect(kinds("pipe.jpg", "folder.jpg") == [.notAFile, .notAFile])
    }

    @Test func slowPhotosAreGivenUp() throws {
        try workshop.script("vipsheader", "exec /bin/sleep 100")
        try workshop.script("vipsthumbnail", "exec /bin/sleep 100")
        var library = PhotoLibrary(cache: workshop.cache, searchPath: workshop.folder)
        library.limits.time = .milliseconds(200)
        #expect(kinds("good.jpg", library: library) == [.tookTooLong(.milliseconds(200))])
        #expect(workshop.names(in: workshop.cache).allSatisfy { $0 == "index" })
    }

    @Test func aTalkativeEngineDoesNotBlock() throws {
        try workshop.script("vipsheader", "/usr/bin/yes | /usr/bin/head -c 3000000; echo out of ideas >&2; exit 1")
        try workshop.script("vipsthumbnail", "exit 1")
        let library = PhotoLibrary(cache: workshop.cache, searchPath: workshop.folder)
        #expect(kinds("good.jpg", library: library) == [.damaged(detail: "out of ideas")])
    }

    @Test func faultsOfTheMachineAreSaidOnce() throws {
        let missing = PhotoLibrary(cache: workshop.cache, searchPath: "")
        #expect(
            kinds("good.jpg", "good.tif", "missing.jpg", library: missing) == [
                .engineMissing(photos: 2), .unreadable(ENOENT),
            ])

        try workshop.script("vipsheader", "echo 'heif: Unsupported feature: Unsupported codec (4.3000)'; exit 1")
        try workshop.script("vipsthumbnail", "exit 1")
        let withoutHEIC = PhotoLibrary(cache: workshop.cache, searchPath: workshop.folder)
        #expect(kinds("good.jpg", "good.tif", library: withoutHEIC) == [.noHEICReader])

        try workshop.script("vipsheader", "echo \"$PWD/480.tif: No space left on device\"; exit 1")
        #expect(kinds("good.jpg", "good.tif", library: withoutHEIC) == [.cacheFailed(workshop.cache, ENOSPC)])

        let nowhere = PhotoLibrary(cache: "/proc/kayoi", searchPath: "/usr/bin")
        #expect(kinds("good.jpg", "good.tif", library: nowhere) == [.cacheFailed("/proc/kayoi", ENOENT)])
    }

    @Test func messagesSayWhatToDo() {
        let missing = PhotoFault(.engineMissing(photos: 3), nil).diagnostic(.japanese)
        #expect(missing.remedy.contains("sudo apt install libvips-tools"))
        #expect(missing.message.contains("3"))
        let large = PhotoFault(.tooManyBytes(100_000_001, limit: 100_000_000), "花.jpg").diagnostic(.english)
        #expect(large.file == "content/photos/花.jpg")
        #expect(large.message.contains("(101 MB)"))
    }
}

@Suite struct EngineWordsTests {
    @Test(arguments: [
        ("(vipsthumbnail:6382): VIPS-WARNING **: 15:50:16.027: read gave 3 warnings\n", "read gave 3 warnings"),
        ("(process:1): GLib-CRITICAL **: out of luck", "out of luck"),
        ("heifload: Invalid input: Unspecified\n (3.0)\n", "heifload: Invalid input: Unspecified"),
        ("VipsJpeg: premature end of JPEG image\n\n", "VipsJpeg: premature end of JPEG image"), ("\n (3.0)", "libvips"),
    ])
    func aProgramsWordsAreWithoutItsLog(output: String, words: String) { #expect(said(in: output) == words) }
}
