import Testing

@testable import Encoding

/// Field by field comes out what the same value as a whole would.
@Suite struct ObjectWriterTests {
    @Test func writesWhatTheValueWouldBe() {
        var output = Array("x=".utf8)
        output.appendObject {
            $0.put("name", .string("本町 <\"お茶\">"))
            $0.put("nothing", nil)
            $0.put("none", [])
            $0.put("texts", ["a", "b\n"])
            $0.put("numbers", each: 1...3) { number, output in JSON.integer(number).write(into: &output) }
            $0.put("inner") { inner in inner.put("yes", true) }
            $0.put("empty") { _ in }
            $0.put("objects", each: ["一", "二"]) { text, output in
                output.appendObject { $0.put("text", .string(text)) }
            }
        }
        let whole = JSON.object([
            ("name", .string("本町 <\"お茶\">")), ("texts", ["a", "b\n"]), ("numbers", [1, 2, 3]), ("inner", ["yes": true]),
            ("empty", .object([])), ("objects", [["text": "一"], ["text": "二"]]),
        ])
        #expect(output == Array("x=".utf8) + whole.bytes)
    }
}
