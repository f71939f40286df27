// One field is changed; every other byte stays.

import FrontMatter
import Randomness
import Testing

@Suite struct EditingTests {
    /// The fields after an edit.
    private func edited(_ fields: String, _ edit: (Document) -> [UInt8]?) -> String? {
        edit(document(fields)).map { String(String(decoding: $0, as: UTF8.self).dropFirst(4).dropLast(4)) }
    }

    @Test(arguments: [
        ("名称: あ # 注\n", "い", "名称: い # 注\n"),
        ("名称:   \"あ\"\n", "い \"う\"", "名称:   \"い \\\"う\\\"\"\n"),
        ("名称: 'あ'\n", "it's", "名称: 'it''s'\n"),
        ("名称: あ\n", "9:00: x", "名称: \"9:00: x\"\n"),
        ("名称: あ\n", "a \"b\": c", "名称: 'a \"b\": c'\n"),
        ("名称:\n", "い", "名称: い\n"),
        ("名称: # 注\n", "い", "名称: い # 注\n"),
        ("名称:\n  あ\n  い\n", "う", "名称:\n  う\n"),
        ("名称: |\n  あ\n  い\nb: c\n", "う", "名称: う\nb: c\n"),
        ("名称: あ\n", "一\n二\n", "名称: |\n  一\n  二\n"),
        ("名称: | # 注\n    あ\n    い\nb: c\n", "あ\nう\n", "名称: | # 注\n    あ\n    う\nb: c\n"),
        ("名称: あ # 注\n", "一\n二", "名称: \"一\\n二\" # 注\n"),
        ("{名称: あ, b: c}\n", "x, y", "{名称: \"x, y\", b: c}\n"),
        ("{名称, b: c}\n", "x", "{名称: x, b: c}\n"),
        ("名称：あ\n", "い", "名称：い\n"),
        ("名称: あ\r\nb: c\r\n", "い", "名称: い\r\nb: c\r\n"),
    ]) func replacingAScalar(before: String, value: String, after: String) {
        #expect(edited(before) { $0.replacing(["名称"], with: .scalar(value)) } == after)
    }

    @Test(arguments: [
        ("活動: [体操, 茶] # 注\n", ["体操", "歌"], "活動: [体操, 歌] # 注\n"),
        ("活動: [体操,茶]\n", ["体操", "茶", "歌"], "活動: [体操,茶, 歌]\n"),
        ("活動: [ 体操, 茶 ]\n", ["茶"], "活動: [ 茶 ]\n"),
        ("活動: []\n", ["茶"], "活動: [茶]\n"),
        ("活動: 体操\n", ["茶", "a, b"], "活動: [茶, \"a, b\"]\n"),
        ("活動:\n  - 体操 # 一\n  # 間\n  - 茶\n", ["体操", "歌", "茶"], "活動:\n  - 体操 # 一\n  - 歌\n  # 間\n  - 茶\n"),
        ("活動:\n  - 体操 # 一\n  # 間\n  - 茶\n", ["茶"], "活動:\n  # 間\n  - 茶\n"),
        ("活動:\n- 体操\n- 茶\nb: c\n", [], "活動: []\nb: c\n"),
        ("活動:\n  - 体操\n", ["歌", "体操"], "活動:\n  - 歌\n  - 体操\n"),
        ("活動:\n－ 体操\n", ["体操", "歌"], "活動:\n－ 体操\n- 歌\n"),
    ]) func replacingAList(before: String, items: [String], after: String) {
        let result = edited(before) { $0.replacing(["活動"], with: .list(items.map { .scalar($0) })) }
        #expect(result == after)
    }

    @Test func fieldsAreInserted() {
        #expect(
            edited("a: 1 # 注\nb:\n  c: 2\n") { $0.inserting("番号", "7", at: .after("a")) }
                == "a: 1 # 注\n番号: 7\nb:\n  c: 2\n")
        #expect(edited("a: 1\n") { $0.inserting("番号", "7", at: .first) } == "番号: 7\na: 1\n")
        #expect(edited("") { $0.inserting("番号", "7") } == "番号: 7\n")
        #expect(
            edited("a: 1\nb:\n  - c: 2\n") { $0.inserting("d", "3", in: ["b", 0]) } == "a: 1\nb:\n  - c: 2\n    d: 3\n")
        #expect(
            edited("b:\n  - c: 2\n") { $0.inserting("d", "3", in: ["b", 0], at: .first) } == "b:\n  - d: 3\n    c: 2\n")
        #expect(edited("a: {b: 1}\n") { $0.inserting("c", "2: 3", in: ["a"]) } == "a: {b: 1, c: \"2: 3\"}\n")
        #expect(edited("a: 1\n") { $0.inserting("a", "2") } == nil)
        #expect(edited("a: 1\n") { $0.inserting("x:y", .list(["1", "2"])) } == "a: 1\n\"x:y\": [1, 2]\n")
        let contact = NewValue.fields([("名前", "田中"), ("電話", .list([.fields([("番号", "1"), ("種", "宅")])]))])
        #expect(
            edited("a: |\n  x\n") { $0.inserting("連絡先", contact) }
                == "a: |\n  x\n連絡先:\n  名前: 田中\n  電話:\n    - 番号: 1\n      種: 宅\n")
    }

    @Test func fieldsAndItemsAreRemoved() {
        #expect(edited("a: 1 # 注\n# 次\nb:\n  c: 2\n") { $0.removing(["a"]) } == "# 次\nb:\n  c: 2\n")
        #expect(edited("a: 1\nb:\n  c: 2\n  d: 3\n") { $0.removing(["b"]) } == "a: 1\n")
        #expect(edited("a: 1\nb:\n  c: 2\n") { $0.removing(["b", "c"]) } == "a: 1\nb:\n")
        #expect(edited("b:\n  - c: 2\n    d: 3\n") { $0.removing(["b", 0, "c"]) } == "b:\n  - d: 3\n")
        #expect(edited("b: {c: 2, d: 3}\n") { $0.removing(["b", "c"]) } == "b: {d: 3}\n")
        #expect(edited("b: {c: 2, d: 3}\n") { $0.removing(["b", "d"]) } == "b: {c: 2}\n")
        #expect(edited("b: [1, 2]\n") { $0.removing(["b", 1]) } == "b: [1]\n")
        #expect(edited("b:\n- 1\n") { $0.removing(["b", 0]) } == "b: []\n")
        #expect(edited("a: 1\n") { $0.removing(["b"]) } == nil)
    }

    @Test func knownKeysStayKnown() {
        let document = document("連絡先:\n  名前：田中\n", knownKeys: ["名前"])
        let bytes = document.replacing(["連絡先", "名前"], with: "鈴木")
        #expect(bytes == Array("---\n連絡先:\n  名前：鈴木\n---\n".utf8))
    }

    @Test func whatCannotBeWrittenBackIsRefused() {
        #expect(
            Document(
                parsing: SourceText(file: "x", bytes: Array("---\na: ".utf8) + [0xFF, 0x0A] + Array("---\n".utf8))
            ).replacing(["a"], with: "b") == nil)
        #expect(Document(parsing: SourceText(file: "x", text: "a: b\n")).inserting("c", "d") == nil)
        #expect(document("a: b\n").replacing(["c"], with: "d") == nil)
        #expect(document("a: b\n").replacing([], with: "d") == nil)
    }

    /// Whatever the document and the place: the new value reads back, all other values stay, and so does every byte around it.
    @Test(arguments: 200..<208) func anyValueOfAnyDocument(seed: UInt64) {
        var generator = Generator(random: SplitMix(seed: seed))
        let values = [
            "い", "", " x ", "a: b", "x #y", "#", "- a", "\"q\"", "it's", "a\\b", "一\n二", "一\n\n 二\n\n", "\n", "  深い\n行",
            "：", "［a］", "[a]", "{a",
            "a, b", "\u{7}\u{2028}", "“x”", "　空", "---", "...", "?", "a\tb", "\r\n", "null", "09:00", "名前：x", "－ x",
        ]
        var done = 0
        for _ in 0..<400 {
            let text = generator.document()
            let before = document(text)
            let paths = before.paths
            guard before.faults.isEmpty, !paths.isEmpty else { continue }
            let path = generator.pick(paths)
            let value = generator.pick(values)
            guard let bytes = before.replacing(path, with: .scalar(value)) else {
                Issue.record("\(path) ← \(value.debugDescription) was refused in\n\(text)")
                return
            }
            let after = Document(parsing: SourceText(file: "x", bytes: bytes))
            let expected = before.plain.replacing(path[...], with: .scalar(value))
            let isClose = unchanged(before, path, bytes)
            guard after.errors.isEmpty, after.plain == expected, isClose else {
                Issue.record(
                    "\(path) ← \(value.debugDescription) in\n\(text)became\n\(String(decoding: bytes, as: UTF8.self))")
                return
            }
            done += 1
        }
        #expect(done > 200)
    }

    /// A list in place of any value, often close to the list that is there.
    @Test(arguments: 400..<404) func anyListInPlaceOfAnyValue(seed: UInt64) {
        var generator = Generator(random: SplitMix(seed: seed))
        var done = 0
        for _ in 0..<400 {
            let text = generator.document()
            let before = document(text)
            let paths = before.paths
            guard before.faults.isEmpty, !paths.isEmpty else { continue }
            let lists = paths.filter { before.node(at: $0)?.sequence != nil }
            let path = generator.pick(lists.isEmpty ? paths : lists)
            var items = before.node(at: path)?.sequence?.compactMap(\.string) ?? []
            for _ in 0..<Int.random(in: 1...3, using: &generator.random) {
                let place = Int.random(in: 0...items.count, using: &generator.random)
                if generator.chance(50), place < items.count {
                    items.remove(at: place)
                } else {
                    items.insert("x \(place)", at: place)
                }
            }
            guard let bytes = before.replacing(path, with: .list(items.map { .scalar($0) })) else {
                Issue.record("\(path) ← \(items) was refused in\n\(text)")
                return
            }
            let after = Document(parsing: SourceText(file: "x", bytes: bytes))
            let expected = before.plain.replacing(path[...], with: .sequence(items.map { .scalar($0) }))
            guard after.errors.isEmpty, after.plain == expected, unchanged(before, path, bytes, byLines: true) else {
                Issue.record("\(path) ← \(items) in\n\(text)became\n\(String(decoding: bytes, as: UTF8.self))")
                return
            }
            done += 1
        }
        #expect(done > 200)
    }

    @Test(arguments: 500..<504) func anyInsertion(seed: UInt64) {
        var generator = Generator(random: SplitMix(seed: seed))
        for _ in 0..<400 {
            let text = generator.document()
            let before = document(text)
            guard before.faults.isEmpty else { continue }
            let path = generator.pick([[]] + before.paths.filter { before.node(at: $0)?.mapping != nil })
            let fields = before.node(at: path)?.mapping.map { Array($0) } ?? []
            let position: FieldPosition = generator.pick([.first, .last] + fields.map { .after($0.key) })
            guard let bytes = before.inserting("新しい", "値: 1", in: path, at: position) else {
                Issue.record("inserting in \(path) \(position) was refused in\n\(text)")
                return
            }
            let after = Document(parsing: SourceText(file: "x", bytes: bytes))
            let isRight = after.node(at: path + ["新しい"])?.string == "値: 1" && after.errors.isEmpty
            guard isRight, after.removing(path + ["新しい"]) == before.source.bytes else {
                Issue.record("inserting in \(path) \(position)\n\(text)made\n\(String(decoding: bytes, as: UTF8.self))")
                return
            }
        }
    }

    @Test(arguments: 300..<304) func anyRemoval(seed: UInt64) {
        var generator = Generator(random: SplitMix(seed: seed))
        var done = 0
        for _ in 0..<400 {
            let text = generator.document()
            let before = document(text)
            let paths = before.paths
            guard before.faults.isEmpty, !paths.isEmpty else { continue }
            let path = generator.pick(paths)
            guard let bytes = before.removing(path) else {
                Issue.record("removing \(path) was refused in\n\(text)")
                return
            }
            let after = Document(parsing: SourceText(file: "x", bytes: bytes))
            guard after.errors.isEmpty,
                after.plain.withoutEmptyMappings == before.plain.removing(path[...]).withoutEmptyMappings
            else {
                Issue.record("removing \(path) in\n\(text)made\n\(String(decoding: bytes, as: UTF8.self))")
                return
            }
            done += 1
        }
        #expect(done > 200)
    }
}

/// All bytes before and after the old value are there, in front of and behind the new one. Space between a key and its value is the value's;
/// by lines, the rest of the last line is so too.
private func unchanged(_ before: Document, _ path: [PathStep], _ bytes: [UInt8], byLines: Bool = false) -> Bool {
    guard let range = before.node(at: path)?.range else { return false }
    let head = before.source.bytes[..<range.lowerBound].reversed().drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
        .reversed()
    let tail = before.source.bytes[range.upperBound...].drop { byLines && $0 != 0x0A }
    return bytes.starts(with: head) && bytes.reversed().starts(with: tail.reversed())
}

extension Document {
    /// The paths of all values.
    fileprivate var paths: [[PathStep]] { paths(in: root.node, after: []) }

    private func paths(in node: Node, after path: [PathStep]) -> [[PathStep]] {
        var paths: [[PathStep]] = path.isEmpty ? [] : [path]
        switch node.value {
        case .scalar: break
        case .sequence(let items):
            for (index, item) in items.enumerated() { paths += self.paths(in: item, after: path + [.index(index)]) }
        case .mapping(let fields):
            for field in fields { paths += self.paths(in: field.value, after: path + [.key(field.key)]) }
        }
        return paths
    }
}

extension Plain {
    fileprivate func replacing(_ path: ArraySlice<PathStep>, with value: Plain) -> Plain {
        guard let step = path.first else { return value }
        switch (self, step) {
        case (.sequence(var items), .index(let index)):
            items[index] = items[index].replacing(path.dropFirst(), with: value)
            return .sequence(items)
        case (.mapping(let fields), .key(let key)):
            return .mapping(fields.map { $0.0 == key ? (key, $0.1.replacing(path.dropFirst(), with: value)) : $0 })
        default: return self
        }
    }

    /// A mapping whose last line was removed is an empty value.
    fileprivate var withoutEmptyMappings: Plain {
        switch self {
        case .scalar: self
        case .sequence(let items): .sequence(items.map(\.withoutEmptyMappings))
        case .mapping(let fields):
            fields.isEmpty ? .scalar("") : .mapping(fields.map { ($0.0, $0.1.withoutEmptyMappings) })
        }
    }

    fileprivate func removing(_ path: ArraySlice<PathStep>) -> Plain {
        guard let step = path.first else { return self }
        switch (self, step) {
        case (.sequence(var items), .index(let index)):
            if path.count == 1 {
                items.remove(at: index)
            } else {
                items[index] = items[index].removing(path.dropFirst())
            }
            return .sequence(items)
        case (.mapping(let fields), .key(let key)):
            if path.count == 1 { return .mapping(fields.filter { $0.0 != key }) }
            return .mapping(fields.map { $0.0 == key ? (key, $0.1.removing(path.dropFirst())) : $0 })
        default: return self
        }
    }
}
