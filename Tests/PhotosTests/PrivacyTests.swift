// What a phone puts into its pictures does not leave the guide's folder.

import TestSupport
import Testing

@testable import Photos

@Suite(.enabled(if: hasEngine, "libvips-tools is not installed"))
struct PrivacyTests {
    let workshop: Workshop

    init() throws {
        workshop = try Workshop()
        try workshop.put(Pictures.redCorner(1100, 800), as: "plain.tif")
        try workshop.convert("plain.tif", to: "plain.jpg", options: "[strip]")
    }

    @Test func originalsOfThisTestHaveItAll() throws {
        try workshop.put(Pictures.fromPhone(workshop.bytes(of: workshop.folder + "/plain.jpg")), as: "phone.jpg")
        let description = workshop.description(of: "phone.jpg")
        for field in ["SECRET owner", "GPSLatitude: 34", "MakerNote", "xmp-data", "iptc-data"] {
            #expect(description.contains(field), "\(field)")
        }
    }

    @Test(arguments: ["phone.jpg", "phone.heic", "phone.avif", "phone.webp", "phone.png", "phone.tif", "texts.png"])
    func nothingButThePicture(name: String) throws {
        try workshop.put(Pictures.fromPhone(workshop.bytes(of: workshop.folder + "/plain.jpg")), as: "phone.jpg")
        if name == "texts.png" {
            try workshop.convert("plain.tif", to: "plain.png", options: "[strip]")
            try workshop.put(Pictures.withTexts(workshop.bytes(of: workshop.folder + "/plain.png")), as: name)
            let description = workshop.description(of: name)
            #expect(description.contains("SECRET text") && description.contains("SECRET hidden"))
        } else if name != "phone.jpg" {
            try workshop.convert("phone.jpg", to: name)
        }

        let photo = try workshop.prepare(name)

        #expect(photo.variants.count == 6)
        for variant in photo.variants {
            let bytes = try workshop.bytes(of: variant.file)
            for trace in ["SECRET", "Exif", "xmp", "http", "GPS", "Photoshop", "ICC_PROFILE", "ftyp", "mdat", "vips"] {
                let isFound = bytes.contains(trace)
                #expect(!isFound, "\(trace) in \(variant.publishedName)")
            }
            #expect(extras(of: bytes) == [])
            if variant.format == .webp { #expect(webpChunks(bytes) == ["VP8 "]) }
        }
    }

    @Test func transparencyStaysWhenMetadataGoes() throws {
        try workshop.put(Pictures.tiff(300, 200) { x, _ in (0, 99, 0, UInt8(x % 256)) }, as: "a.tif")
        let webp = try #require(try workshop.prepare("a.tif").variants(in: .webp).first)
        #expect(webpChunks(try workshop.bytes(of: webp.file)) == ["VP8X", "ALPH", "VP8 "])
        #expect(workshop.description(of: webp.file).contains("300x200 uchar, 4 bands"))
    }

    @Test func onlyWholeWebPFilesAreCleaned() throws {
        try workshop.convert("plain.tif", to: "a.webp")
        let bytes = try workshop.bytes(of: workshop.folder + "/a.webp")
        #expect(WebPPicture(bytes)?.size == PixelSize(width: 1100, height: 800))
        for count in [0, 3, 11, 13, bytes.count - 1] {
            #expect(WebPPicture(Array(bytes.prefix(count))) == nil)
        }
    }

    @Test(arguments: [
        ("hanami.jpg", "hanami-01234567"), ("2026/hanami-2_3.final.jpg", "hanami-2_3-01234567"),
        // Names of people, times, telephone numbers, accounts
        ("田中さん宅.jpg", "01234567"), ("Tanaka.jpg", "01234567"), ("tanaka san.jpg", "01234567"),
        ("img_20261101_101500.jpg", "01234567"), ("090-1234-5678.jpg", "01234567"),
        // No names at all
        ("", "01234567"), ("/", "01234567"), (".jpg", "01234567"), ("..", "01234567"), ("a/../b[Q=1]", "01234567"),
    ])
    func publishedNamesTellNothing(name: String, expected: String) {
        #expect(publishedStem(of: name, key: "0123456789abcdef") == expected)
    }
}
