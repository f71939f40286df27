// Photos stand upright, in the sizes that pages ask for, in the colours they had.

import TestSupport
import Testing

@testable import Photos

@Suite(.enabled(if: hasEngine, "libvips-tools is not installed"))
struct RenderingTests {
    let workshop: Workshop

    init() throws { workshop = try Workshop() }

    /// Width × height of a photo's variants in one format.
    private func sizes(_ photo: PreparedPhoto, _ format: PhotoFormat = .webp) -> [[Int]] {
        photo.variants(in: format).map { [$0.width, $0.height] }
    }

    @Test(arguments: [
        (2000, 1500, [[480, 360], [960, 720], [1600, 1200]]),
        // Never larger than the original
        (1000, 750, [[480, 360], [960, 720], [1000, 750]]),
        (960, 720, [[480, 360], [960, 720]]),
        (300, 200, [[300, 200]]),
        (1, 1, [[1, 1]]),
        // Towers are held back by their height
        (600, 3000, [[192, 960], [384, 1920], [600, 3000]]),
        (2, 4000, [[1, 960], [2, 3200]]),
    ])
    func sizes(width: Int, height: Int, expected: [[Int]]) throws {
        try workshop.put(Pictures.tiff(width, height) { _, _ in (200, 100, 50, 255) }, as: "a.tif")
        let photo = try workshop.prepare("a.tif")
        #expect([photo.width, photo.height] == [width, height])
        #expect(sizes(photo, .webp) == expected)
        #expect(sizes(photo, .jpeg) == expected)
        for variant in photo.variants.suffix(2) {
            #expect(workshop.description(of: variant.file).contains("\(variant.width)x\(variant.height)"))
        }
    }

    @Test(arguments: 1...8)
    func everyOrientationBecomesUpright(orientation: Int) throws {
        // EXIF says where the first row and column of the stored picture belong.
        let stored: (width: Int, height: Int) = orientation < 5 ? (600, 400) : (400, 600)
        let corner = [
            (false, false), (true, false), (true, true), (false, true), (false, false), (false, true), (true, true),
            (true, false),
        ][orientation - 1]
        let picture = Pictures.tiff(stored.width, stored.height) { x, y in
            (x * 2 >= stored.width) == corner.0 && (y * 2 >= stored.height) == corner.1
                ? (255, 0, 0, 255) : (255, 255, 255, 255)
        }
        try workshop.put(picture, as: "a.tif")
        try workshop.convert("a.tif", to: "a.jpg", options: "[strip]")
        try workshop.put(
            Pictures.fromPhone(workshop.bytes(of: workshop.folder + "/a.jpg"), orientation: orientation), as: "a.jpg")

        let photo = try workshop.prepare("a.jpg")

        #expect([photo.width, photo.height] == [600, 400])
        #expect(sizes(photo) == [[480, 320], [600, 400]])
        for file in photo.variants.suffix(2).map(\.file) {
            #expect(workshop.colour(of: file, x: 60, y: 60) == [255, 0, 0])
            #expect(workshop.colour(of: file, x: 400, y: 60) == [255, 255, 255])
            #expect(workshop.colour(of: file, x: 60, y: 300) == [255, 255, 255])
        }
    }

    @Test func transparentBecomesWhiteWhereItMust() throws {
        try workshop.put(Pictures.tiff(500, 500) { x, _ in (0, 0, 255, x < 250 ? 0 : 255) }, as: "a.tif")
        try workshop.convert("a.tif", to: "a.png")
        for variant in try workshop.prepare("a.png").variants {
            let isJPEG = variant.format == .jpeg
            #expect(
                workshop.colour(of: variant.file, x: 50, y: 50).suffix(isJPEG ? 3 : 1)
                    == (isJPEG ? [255, 255, 255] : [0]))
            #expect(workshop.colour(of: variant.file, x: 450, y: 50).prefix(3) == [0, 0, 255])
        }
    }

    /// libvips would darken a picture without a profile on the way to the one it has already.
    @Test func coloursStay() throws {
        try workshop.put(Pictures.tiff(64, 64) { _, _ in (30, 90, 60, 255) }, as: "a.tif")
        try workshop.convert("a.tif", to: "plain.png", options: "[strip]")
        workshop.run("/usr/bin/vips", ["icc_transform", "plain.png", "wide.png", "p3", "--input-profile", "srgb"])
        #expect(workshop.description(of: "wide.png").contains("icc-profile-data"))
        for name in ["plain.png", "wide.png"] {
            for variant in try workshop.prepare(name).variants {
                let colour = workshop.run("/usr/bin/vips", ["getpoint", variant.file, "20", "20"]).output
                    .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
                for (found, wanted) in zip(colour, [30.0, 90, 60]) {
                    #expect(abs(found - wanted) < 5, "\(name) \(variant.format): \(colour)")
                }
            }
        }
    }

    @Test func greyAndCMYKAreRead() throws {
        try workshop.put(Pictures.tiff(500, 300) { _, _ in (255, 255, 255, 255) }, as: "a.tif")
        workshop.run("/usr/bin/vips", ["colourspace", "a.tif", "grey.jpg", "b-w"])
        workshop.run("/usr/bin/vips", ["icc_transform", "a.tif", "cmyk.jpg", "cmyk"])
        for name in ["grey.jpg", "cmyk.jpg"] {
            for variant in try workshop.prepare(name).variants {
                #expect(Set(workshop.colour(of: variant.file, x: 9, y: 9)) == [255])
            }
        }
    }
}
