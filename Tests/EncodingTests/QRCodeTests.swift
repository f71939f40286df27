import Testing

@testable import Encoding

/// The squares are held against what libqrencode makes with the same mask.
@Suite struct QRCodeTests {
    @Test(arguments: QRExamples.all)
    func isTheSquareThatLibqrencodeMakes(text: String, rows: [String]) throws {
        let code = try #require(QRCode(text))
        let drawn = (0..<code.size).map { row in
            String(code.modules[row * code.size..<(row + 1) * code.size].map { $0 ? "#" : "." })
        }
        #expect(drawn == rows)
    }

    @Test func isNilForWhatDoesNotFit() {
        #expect(QRCode(String(repeating: "a", count: 180)) != nil)
        #expect(QRCode(String(repeating: "a", count: 181)) == nil)
    }
}
