import Testing

@testable import Publishing

@Suite("The manifest")
struct ManifestTests {
    private func digest(_ text: String) -> Digest {
        Array(text.utf8).withUnsafeBytes { Digest(of: $0) }
    }

    private func manifest(of names: [String]) throws -> Manifest {
        try Manifest(names.map { Manifest.Entry(path: $0, digest: digest($0)) })
    }

    @Test("SHA-256 of FIPS 180-4's example")
    func sha256() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(digest("abc").hex == Array(abc.utf8))
        #expect(Digest(hex: Array(abc.utf8)[...]) == digest("abc"))
        #expect(Digest(hex: Array(abc.uppercased().utf8)[...]) == nil)
    }

    @Test("is sorted JSON, and reads what it writes")
    func roundTrip() throws {
        let manifest = try manifest(of: ["b.html", "a/\"quoted\"\\.html", "名前/ひ.html", "a\u{1}b", "a.html"])
        #expect(manifest["a.html"] == digest("a.html") && manifest["c.html"] == nil && manifest[""] == nil)
        let json = manifest.json(version: "1.0 \"x\"", day: "2026-05-01")
        #expect(try #require(Manifest(json: json)).files == manifest.files)
        #expect(json == manifest.json(version: "1.0 \"x\"", day: "2026-05-01"))
        let text = String(decoding: json, as: UTF8.self)
        #expect(
            text.hasPrefix(
                "{\n  \"kayoi\": \"1.0 \\\"x\\\"\",\n  \"day\": \"2026-05-01\",\n  \"files\": {\n    \"a\\u0001b\": \"")
        )
        let empty = Manifest().json(version: "", day: "")
        #expect(Manifest(json: empty)?.files.isEmpty == true)
    }

    @Test("holds very many files in order, and finds each")
    func manyFiles() throws {
        let names = (0..<5_001).map { "places/\($0 * 7_919 % 5_001).html" }
        let manifest = try manifest(of: names)
        #expect(manifest.files.map(\.path) == names.sorted())
        #expect(names.allSatisfy { manifest[$0] == digest($0) })
    }

    @Test("that is cut short anywhere is not read")
    func damaged() throws {
        let manifest = try manifest(of: ["a.html", "b.html"])
        let json = manifest.json(version: "1", day: "d")
        for count in 0..<json.count - 2 { #expect(Manifest(json: Array(json[..<count])) == nil, "\(count)") }
        #expect(manifest.folders.isEmpty)
    }
}
