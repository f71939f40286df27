// Texts made to exhaust time, memory or the stack: they are read to an end, with faults.

import FrontMatter
import Randomness
import Testing

@Suite struct HostileTests {
    private func repeated(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }

    @Test func depth() {
        let indented = (0..<10_000).map { repeated(" ", min($0, 300)) + "a:\n" }.joined()
        for fields in [
            "a: " + repeated("[", 10_000) + "\n", "a: " + repeated("{a: ", 10_000) + "\n",
            "a: " + repeated("[", 10_000) + repeated("]", 10_000) + "\n",
            "a:\n " + repeated("- ", 10_000) + "x\n", indented,
        ] {
            let document = document(fields)
            #expect(document.errors.contains { $0.kind == .tooDeep })
        }
        #expect(document("a: " + repeated("[", 60) + repeated("]", 60) + "\n").errors.isEmpty)
    }

    @Test func size() {
        let many = (0..<100_000).map { "鍵\($0): 値\n" }.joined()
        #expect(document(many).root.reduce(0) { count, _ in count + 1 } == 100_000)
        #expect(document(many).faults.isEmpty)
        let long = repeated("あ", 350_000)
        for line in [
            long, "\"\(long)\"", "[\(repeated("あ, ", 200_000))]", "|\n  \(long)", repeated("x ", 500_000),
            repeated("\"", 1_000_001),
        ] {
            _ = document("a: " + line + "\n").plain
        }
        for line in [
            "a: \"\n", "a: '\n", "a: [\n", "a: {\n", "x\n", "a: b: c\n", "\t\n", "- a\n", "　a：b\n", "a: |\n",
            "a: '''\n", "? \n",
        ] {
            let document = document(repeated(line, 50_000))
            #expect(document.faults.count <= 301)
            _ = document.diagnostics(.japanese)
        }
    }

    /// Whatever the bytes: an end is reached, the fields can be read, and every place lies in the text.
    @Test(arguments: 0..<4) func anyBytes(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let parts =
            [
                "a", "名", ": ", ":", "\n", "\n", " ", "  ", "- ", "-", "\"", "'", "[", "]", "{", "}", ",", "#", "|",
                ">", "&", "\\", "\t", "\r", "\0",
                "：", "　", "－", "“", "”", "---", "...", "?", "\u{FEFF}", "\u{2028}",
            ].map { Array($0.utf8) } + [[0x80], [0xE3], [0x82, 0xA0], [0xFF]]
        for _ in 0..<4000 {
            var bytes = Array("---\n".utf8)
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                bytes += parts[Int.random(in: 0..<parts.count, using: &random)]
            }
            if Bool.random(using: &random) { bytes += Array("\n---\n".utf8) }
            let document = Document(parsing: SourceText(file: "x", bytes: bytes))
            let count = document.source.bytes.count
            #expect(document.faults.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count })
            #expect(
                document.diagnostics(.english).allSatisfy {
                    $0.line >= 1 && $0.column >= 1 && $0.endColumn >= $0.column
                })
            _ = document.plain
            if let field = document.root.first(where: { _ in true }) {
                _ = document.replacing([.key(field.key)], with: "x")
                _ = document.removing([.key(field.key)])
                _ = document.inserting("新", .list(["a"]), at: .after(field.key))
            }
        }
    }
}
