import Embedded
import Glibc
import Templates
import Testing

@testable import DefaultTemplates

@Suite("The embedded templates")
struct DefaultTemplatesTests {
    @Test("are the files of templates/, byte for byte, sorted")
    func sameBytes() throws {
        let names = DefaultTemplates.files.map(\.name)
        #expect(names == names.sorted())
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/templates/"
        for file in DefaultTemplates.files {
            let stream = try #require(fopen(root + file.name, "r"))
            defer { fclose(stream) }
            var bytes = [UInt8](repeating: 0, count: file.bytes.count + 1)
            let count = fread(&bytes, 1, bytes.count, stream)
            #expect(bytes[..<count].elementsEqual(file.bytes), "\(file.name)")
        }
    }

    @Test("bytes that are no text come through base 64")
    func base64() {
        #expect(EmbeddedFile("a", base64: "/wAQAf4").bytes == [0xFF, 0x00, 0x10, 0x01, 0xFE])
        #expect(EmbeddedFile("a", base64: "+/8").bytes == [0xFB, 0xFF])
        #expect(EmbeddedFile("a", text: "あ\0\u{FEFF}").bytes == Array("あ\0\u{FEFF}".utf8))
    }
}
