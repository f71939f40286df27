// Whole guides, the demo and a real one: read without a fault, as libyaml reads them, and edited line by line.

import Foundation
import FrontMatter
import RealData
import Testing
import Yams

@Suite struct RealContentTests {
    @Test func everyFileIsRead() throws {
        for (name, bytes) in realFiles {
            let document = Document(parsing: SourceText(file: name, bytes: bytes))
            #expect(document.faults.isEmpty, "\(document.diagnostics(.japanese).map { $0.rendered() })")
            let text = String(decoding: bytes, as: UTF8.self)
            let fields = text.components(separatedBy: "\n---\n")[0].dropFirst(4) + "\n"
            let node = try #require(try Yams.compose(yaml: String(fields)))
            #expect(document.root.map(\.key) == node.mapping?.keys.compactMap(\.string))
            for field in document.root where field.value.string != nil {
                #expect(field.value.string == node[field.key]?.scalar?.string, "\(name): \(field.key)")
            }
        }
    }

    @Test func anEditIsOneLine() throws {
        for (name, bytes) in realFiles {
            let document = Document(parsing: SourceText(file: name, bytes: bytes))
            for field in document.root where field.value.string != nil {
                let changed = try #require(document.replacing([.key(field.key)], with: "新しい: 値"))
                let (before, after) = (bytes.split(separator: 0x0A), changed.split(separator: 0x0A))
                #expect(before.count == after.count)
                #expect(zip(before, after).count { $0 != $1 } == 1)
            }
        }
    }
}

private let realFiles: [(name: String, bytes: [UInt8])] = RealData.guides.flatMap { guide in
    let folder = guide + "/content"
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
        FileManager.default.contents(atPath: folder + "/" + name).map { (name, [UInt8]($0)) }
    }
}
