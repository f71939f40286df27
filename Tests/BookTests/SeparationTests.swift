/// What a print shop gets: no RGB in what is drawn, text in black alone, boxes and marks.

import Testing

@testable import Book

@Suite("For a print shop")
struct SeparationTests {
    private func separated(_ content: String) -> String {
        String(decoding: Separation.separated(Array(content.utf8)), as: UTF8.self)
    }

    @Test(
        "Colours become CMYK, greys and black K alone",
        arguments: [
            ("/c0 cs 0 0 0 scn", "0 0 0 1 k\n"), ("/c0 CS 1 1 1 SCN", "0 0 0 0 K\n"), ("1 0 0 rg", "0 1 1 0 k\n"),
            ("/c1 cs 0.25 scn", "0.25 g\n"), ("0.5 0.5 0.5 RG", "0 0 0 0.5 K\n"), ("0 0.5 0.25 rg", "1 0 0.5 0.5 k\n"),
            ("0 0 0 0.8 k", "0 0 0 0.8 k\n"),
        ])
    func colours(_ content: String, _ expected: String) { #expect(separated(content) == expected) }

    @Test("A pattern keeps its space; texts that look like operators stay as they are")
    func others() {
        #expect(separated("/Pattern cs /p0 scn") == "/Pattern cs /p0 scn\n")
        #expect(separated("/c0 cs 1 0 0 scn 0 1 0 scn") == "0 1 1 0 k\n1 0 1 0 k\n")
        let text = "/Span<</MCID 0>> BDC\n[(1 0 0 rg \\) ]) <0031>] TJ\nEMC\n"
        #expect(separated(text) == text.replacing("/Span<<", with: "/Span <<"))
    }

    @Test("Any bytes end", arguments: ["(", "[(", "<<", "\\", "1 0 0", ")", "]"])
    func anyBytes(_ content: String) { _ = separated(content) }

    @Test(
        "Nothing that is drawn is RGB, and what is darkest is K alone",
        .enabled(if: Printing.canLookInto, "needs Typst"))
    func press() throws {
        let printed = try PrintedFile(
            Printing.materials { options in
                (options.palette, options.hasBleed, options.hasMarks) = (.press, true, true)
            })
        let file = try #require(PDFFile(printed.bytes))
        var (drawings, colours) = (0, 0)
        for object in file.objects where object.stream != nil {
            let kind = object.text
            guard !kind.contains("/Image"), !kind.contains("/N "), let content = object.content,
                kind.contains("/Subtype/Form") || content.starts(with: "/Artifact".utf8)
                    || content.starts(with: "/".utf8)
            else { continue }
            drawings += 1
            var scanner = ContentScanner(content)
            var operands: [String] = []
            while let token = scanner.next() {
                let word = String(decoding: content[token.range], as: UTF8.self)
                guard token.kind == .operation else {
                    operands.append(word)
                    continue
                }
                #expect(!["rg", "RG", "sc", "SC", "cs", "CS", "scn", "SCN", "sh"].contains(word))
                if word == "k", let black = Double(operands.last ?? ""), black > 0.95 {
                    #expect(operands == ["0", "0", "0", operands[3]])
                }
                if word == "k" || word == "K" { colours += 1 }
                operands = []
            }
        }
        #expect(drawings > 60 && colours > 1000)
        #expect(!file.objects.contains { $0.text.contains("/OutputIntent") }, "no press is named that nobody named")
        let boxes = printed.asked("pdfinfo", ["-box"])
        #expect(boxes.contains(/BleedBox: +0\.00 +0\.00 +612\.28 +858\.90/))
        #expect(boxes.contains(/MediaBox: +-34\.00 +-34\.00 +646\.28/))
        #expect(printed.asked("pdfinfo").contains(/Tagged: +yes/))
        #expect(printed.rows(of: Printing.demo).count == Printing.demo.places.count)
    }

    @Test(
        "Photos are in the inks of the print", .enabled(if: Printing.canSeparate, "needs Typst and libvips-tools"),
        arguments: [(PrintOptions.Palette.colour, "3"), (.mono, "1"), (.press, "4")])
    func photos(_ palette: PrintOptions.Palette, _ inks: String) throws {
        let printed = try PrintedFile(
            Printing.materials(.newsletter("第12号"), photos: Printing.photos) { $0.palette = palette })
        let pictures = printed.asked("pdfimages", ["-list"]).split(separator: "\n").dropFirst(2)
            .map { $0.split(separator: " ") }
        #expect(pictures.count == 2)
        for picture in pictures {
            #expect(picture[6] == inks && picture[8] == "jpeg", "\(picture)")
            // Not by way of a profile: the numbers are those of the inks.
            #expect((picture[5] == "cmyk") == (palette == .press))
        }
    }

    @Test(
        "Photos by the profile of the press, which must be one",
        .enabled(if: Printing.canSeparate, "needs libvips-tools"))
    func profile() throws {
        let photo = try #require(Printing.photos.first?.value)
        var options = PrintOptions()
        (options.palette, options.profile) = (.press, photo)
        let folder = try WorkingFolder()
        try folder.copy(photo, to: "photos/0.jpg")
        let fault = #expect(throws: TypesettingFault.self) {
            try PhotoInks(options).separate(["photos/0.jpg"], in: folder)
        }
        #expect(fault == .noPressProfile(photo))
        options.profile = nil
        try PhotoInks(options).separate(["photos/0.jpg"], in: folder)
        #expect(Printing.run("vipsheader", [folder.path + "/photos/0.jpg"])?.contains("4 bands, cmyk") == true)
    }

    @Test("The press that is named is the one of the profile", .enabled(if: Printing.canLookInto, "needs Typst"))
    func intent() throws {
        let folder = try WorkingFolder()
        let profile = Self.profile(named: "見本 (2026)")
        try folder.write(profile, to: "shop.icc")
        let printed = try PrintedFile(Printing.materials(.mine([1])) { $0.palette = .press })
        let file = try #require(
            PDFFile(PrintShop(hasMarks: false, profile: folder.path + "/shop.icc").finish(printed.bytes)))
        let catalogue = try #require(file.objects.first { $0.text.contains("/Type/Catalog") }).text
        #expect(
            catalogue.contains("/S/GTS_PDFX") && catalogue.contains("/Info<FEFF898B672C0020002800320030003200360029>"))
        let number = try #require(catalogue.firstMatch(of: #/\/DestOutputProfile (\d+) 0 R/#).flatMap { Int($0.1) })
        #expect(file.objects.first { $0.number == number }?.content == profile)
    }

    @Test("The names of profiles, and of what only looks like one")
    func names() {
        let modern = Self.profile(named: "Coated 2011")
        #expect(PressProfile(modern)?.name == "Coated 2011")
        #expect(PressProfile(Array(modern.dropLast(8)))?.name == "")
        #expect(PressProfile(Array(modern.prefix(133)))?.name == "")
        var old = Array(modern.prefix(144))
        old += Array("desc".utf8) + [0, 0, 0, 0, 0, 0, 0, 5] + Array("Old\0 ".utf8)
        old[143] = UInt8(old.count - 144)
        #expect(PressProfile(old)?.name == "Old")
        var other = modern
        other.replaceSubrange(16..<20, with: "RGB ".utf8)
        #expect(PressProfile(other) == nil && PressProfile([]) == nil)
    }

    /// A profile of four inks with a name and nothing else (ICC.1:2022, 7 and 10.15).
    private static func profile(named name: String) -> [UInt8] {
        func word(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
        let text = name.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        let element =
            Array("mluc".utf8) + word(0) + word(1) + word(12) + Array("jaJP".utf8) + word(text.count) + word(28) + text
        var header = [UInt8](repeating: 0, count: 128)
        header.replaceSubrange(16..<20, with: "CMYK".utf8)
        header.replaceSubrange(36..<40, with: "acsp".utf8)
        return header + word(1) + Array("desc".utf8) + word(144) + word(element.count) + element
    }

    @Test("Taken apart and put together a file is the same", .enabled(if: Printing.canLookInto, "needs Typst"))
    func together() throws {
        let bytes = try PrintedFile(Printing.materials(.mine([1]))).bytes
        let file = try #require(PDFFile(bytes))
        let again = try #require(PDFFile(file.bytes))
        #expect(again.objects.map(\.value) == file.objects.map(\.value))
        #expect(again.objects.map(\.stream) == file.objects.map(\.stream))
        #expect(PDFFile([]) == nil && PDFFile(Array(bytes.prefix(bytes.count / 2))) == nil)
    }
}
