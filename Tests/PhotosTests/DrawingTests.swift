// A drawing becomes a picture once; without the tools for it there is a reason, and nothing half made.

import Glibc
import TestSupport
import Testing

@testable import Photos

@Suite(.enabled(if: hasEngine, "libvips-tools is not installed"))
struct DrawingTests {
    let workshop: Workshop

    init() throws { workshop = try Workshop() }

    private func drawing(_ colour: String) -> [UInt8] {
        Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="600" height="630" fill="\(colour)"/>\
            <rect x="600" width="600" height="630" fill="#fff"/></svg>
            """.utf8)
    }

    private func library(searchPath: String = "/usr/bin") -> DrawingLibrary {
        DrawingLibrary(cache: workshop.cache, searchPath: searchPath)
    }

    @Test func everyDrawingBecomesItsPicture() throws {
        let colours = ["#f00", "#0f0", "#00f", "#000", "#f0f", "#ff0", "#0ff", "#fff", "#f00", "#00f"]
        let pictures = try library().prepare(colours.map(drawing))
        #expect(pictures.count == colours.count)
        #expect(workshop.colour(of: pictures[0].file, x: 100, y: 300).prefix(3) == [255, 0, 0])
        #expect(workshop.colour(of: pictures[9].file, x: 100, y: 300).prefix(3) == [0, 0, 255])
        #expect(workshop.colour(of: pictures[9].file, x: 900, y: 300).prefix(3) == [255, 255, 255])
        #expect(pictures[0] == pictures[8])
        let facts = workshop.description(of: pictures[1].file)
        #expect(facts.contains("width: 1200") && facts.contains("height: 630"))
        // No comment, no day, no program: what it shows is all that it tells.
        for picture in pictures { #expect(try extras(of: workshop.bytes(of: picture.file)) == []) }
    }

    @Test func theSecondTimeNothingIsDrawn() throws {
        let first = try library().prepare([drawing("#f00")])
        let before = inode(of: first[0].file)
        #expect(try library(searchPath: "").prepare([drawing("#f00")]) == first)
        #expect(inode(of: first[0].file) == before)
        #expect(try library().prepare([drawing("#0f0")]) != first)
    }

    /// Whoever can put a link into the cache must not have what it leads to published.
    @Test func aLinkIsNoDrawing() throws {
        let drawn = try library().prepare([drawing("#f00")])
        try workshop.put(Array("secret".utf8), as: "secret")
        unlink(drawn[0].file)
        symlink(workshop.folder + "/secret", drawn[0].file)
        #expect(try library().prepare([drawing("#f00")]) == drawn)
        #expect(try !workshop.bytes(of: drawn[0].file).contains("secret"))
        #expect(try workshop.bytes(of: workshop.folder + "/secret") == Array("secret".utf8))
    }

    @Test func onlyItsOwnDrawingsAreRemoved() throws {
        let drawn = try library().prepare([drawing("#f00")])
        try workshop.put(Array("x".utf8), as: "cache/holiday.png")
        for file in [drawn[0].file, workshop.cache + "/holiday.png"] {
            utimensat(AT_FDCWD, file, [timespec(), timespec()], 0)
        }
        _ = try library().prepare([drawing("#0f0")])
        #expect(workshop.names(in: workshop.cache).contains("holiday.png"))
        #expect(inode(of: drawn[0].file) == nil)
    }

    @Test func withoutTheProgramThereIsAReason() throws {
        #expect(throws: DrawingFault.engineMissing) { try library(searchPath: "").prepare([drawing("#f00")]) }
    }

    @Test func withoutAJapaneseFontNothingIsDrawn() throws {
        try workshop.script("fc-list", "exit 0")
        try workshop.script("vipsthumbnail", "exec /usr/bin/vipsthumbnail \"$@\"")
        #expect(throws: DrawingFault.noJapaneseFont) {
            try library(searchPath: workshop.folder).prepare([drawing("#f00")])
        }
        #expect(!workshop.names(in: workshop.folder).contains("cache"))
    }

    @Test func whatCannotBeDrawnLeavesNothingBehind() throws {
        #expect {
            try library().prepare([Array("<svg".utf8)])
        } throws: {
            if case .notDrawn? = $0 as? DrawingFault { true } else { false }
        }
        #expect(workshop.names(in: workshop.cache).isEmpty)
    }
}
