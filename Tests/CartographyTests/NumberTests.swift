import Testing

@testable import Cartography

@Suite struct NumberTests {
    /// Short and long numbers come from different ways of writing; where one ends and the other begins nothing may show.
    @Test func numbersAreWrittenInTenthsAsShortAsTheyCanBe() {
        for tenths in Array(0...30_000) + [99_999, 100_000, 100_001, 1_000_000_000] {
            let (whole, rest) = (tenths / 10, tenths % 10)
            let plain = (whole == 0 && rest > 0 ? "" : String(whole)) + (rest > 0 ? ".\(rest)" : "")
            #expect(written(tenths) == plain)
            if tenths > 0 { #expect(written(-tenths) == "-" + plain) }
        }
    }

    @Test func pixelsAreRoundedToTenthsHalvesAwayFromZero() {
        for sixteenths in -4_000...4_000 {
            let value = Double(sixteenths) / 16 * 0.4
            #expect(tenths(value) == Int((value * 10).rounded()))
        }
        #expect(tenths(0.25) == 3)
        #expect(tenths(-0.25) == -3)
        #expect(tenths(0.049_999_999_999_999_99) == Int((0.049_999_999_999_999_99 * 10).rounded()))
        #expect(tenths(.nan) == 0)
        #expect(tenths(1e300) == 1_000_000_000)
        #expect(tenths(-1e300) == -1_000_000_000)
    }

    @Test func whatXMLReservesIsEscaped() {
        var bytes: [UInt8] = []
        let text = "<a> & \"茶\"\u{7}集い\u{7F}"
        bytes.write(atMost: Pen.longest(escaping: text)) { $0.put(escaping: text) }
        #expect(String(decoding: bytes, as: UTF8.self) == "&lt;a&gt; &amp; &quot;茶&quot; 集い ")
    }

    private func written(_ tenths: Int) -> String {
        var bytes: [UInt8] = []
        bytes.appendTenths(tenths)
        return String(decoding: bytes, as: UTF8.self)
    }
}
