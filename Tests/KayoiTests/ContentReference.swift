import Foundation
import Testing

@testable import Guide

/// docs/content.md, by sections: the fields of its tables.
private struct Reference {
    /// By heading, the first two columns of the table's rows.
    var tables: [String: [(ja: String, en: String)]] = [:]

    init() throws {
        let text = try String(contentsOfFile: repository + "/docs/content.md", encoding: .utf8)
        var heading = ""
        for line in text.split(separator: "\n") {
            if line.hasPrefix("#") { heading = String(line.drop { "# ".contains($0) }) }
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("| `"), cells.count >= 2 else { continue }
            tables[heading, default: []].append((cells[0].unquoted, cells[1].unquoted))
        }
    }
}

extension KeySet: CustomTestStringConvertible {
    public var testDescription: String { "\(names.count) names" }
}

@Suite("docs/content.md")
struct ContentReferenceTests {
    @Test(
        "names every field of every kind of file, in both languages",
        arguments: [
            ("guide.md", GuideFacts.keys), ("areas", Area.keys), ("places", Place.keys), ("stories", Story.keys),
            ("support", Support.keys), ("events", Event.keys), ("pages", FreePage.keys),
        ])
    func fields(heading: String, keys: KeySet) throws {
        let rows = try #require(Reference().tables[heading])
        let expected = Set(keys.names.compactMap(keys.key(named:))).map { "\($0.names[0]) \($0.names[1])" }
        #expect(rows.map { "\($0.ja) \($0.en)" }.sorted() == expected.sorted())
    }

    @Test("names every key there is, and no other")
    func allKeys() throws {
        let documented = try Set(Reference().tables.values.joined().map { "\($0.ja) \($0.en)" })
        let known = Set(Key.allCases.map { "\($0.names[0]) \($0.names[1])" })
        #expect(known.subtracting(documented) == [])
        #expect(documented.subtracting(known) == [])
    }
}

extension String {
    fileprivate var unquoted: String { replacing("`", with: "") }
}
