import FrontMatter
import TestSupport
import Testing

@testable import Guide

/// One mistake, one message: an editor who is told of two looks for two.
@Suite struct ConsequenceTests {
    /// Two places and two areas that name each other.
    private static let guide = [
        "areas/minato.md": "---\n名称: 港地区\nよみ: みなとちく\n層: 2\n上位: hama\n境界: minato\n---\n",
        "geo/minato.geojson": """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"boundary","area":"minato"},"geometry":\
        {"type":"Polygon","coordinates":[[[135.9,36.9],[135.91,36.9],[135.91,36.91],[135.9,36.9]]]}}]}
        """,
        "places/himawari.md": TemporaryGuide.place(full),
        "places/tanpopo.md": TemporaryGuide.place([
            "番号": "2", "名称": "たんぽぽ", "よみ": "たんぽぽ", "地区": "minato", "つながり": "[ひまわり]",
        ]),
    ]
    private static let full = [
        "種類": "サロン", "位置": "\"36.905, 135.906\"", "活動": "[体操, 茶話会]", "連絡先": "{名前: 青木, 電話: 000-000-0001, 公開: はい}",
        "掲載": "{可否: 可, 確認日: 2026-08-20}", "確認日": "2026-08-20", "対象": "\"どなたでも\"",
    ]

    private func messages(_ changes: [String: String]) throws -> [Diagnostic] {
        try TemporaryGuide(Self.guide.merging(changes, uniquingKeysWith: { $1 })).read().diagnostics
    }

    @Test func theGuideIsSound() throws { #expect(try messages([:]).map(\.message) == []) }

    @Test(arguments: [
        "[浜の手", "\"桜", "'桜", "@桜", "*桜", "{桜", "桜: 花", "- 桜", "[桜: 花]", "\"\\q\"", "|桜", "[", "{可否: 可", "\"a\" b",
    ])
    func aValueThatCannotBeRead(_ value: String) throws {
        for field in ["番号", "名称", "よみ", "地区", "会場", "開催", "種類", "位置", "活動", "連絡先", "掲載", "確認日", "対象"] {
            let text = TemporaryGuide.place(Self.full.merging([field: value], uniquingKeysWith: { $1 }))
            let found = try messages(["places/himawari.md": text])
            #expect(found.count == 1, "\(field): \(value): \(found.map(\.message))")
            let line = text.split(separator: "\n").firstIndex { $0.hasPrefix(field) }
            #expect(found.first?.line == line.map { $0 + 1 }, "\(field): \(value)")
        }
    }

    @Test(arguments: [
        ("名称: ひまわり", "名称:ひまわり"), ("名称: ひまわり", "名称 ひまわり"), ("名称:", "\t名称:"), ("よみ:", "  よみ:"), ("番号: 1", "番号 1"),
        ("番号: 1", "番号: 一番"), ("番号: 1", "番号: 1\n番号: 3"), ("---\n番号", "番号"), ("---\n番号", "--\n番号"), ("\n---\n", "\n"),
    ])
    func aLineThatCannotBeRead(_ old: String, _ new: String) throws {
        let text = TemporaryGuide.place(Self.full)
        #expect(text.contains(old))
        let found = try messages(["places/himawari.md": text.replacing(old, with: new, maxReplacements: 1)])
        #expect(found.count == 1, "\(new): \(found.map(\.message))")
        #expect(found.first?.file == "content/places/himawari.md")
    }

    @Test(arguments: ["areas/hama.md", "areas/minato.md", "places/himawari.md", "geo/minato.geojson"])
    func aFileThatCannotBeRead(_ path: String) throws {
        for text in ["", "名称: ひまわり\n", "{", "\u{1}\u{2}\u{3}"] {
            let found = try messages([path: text])
            #expect(found.contains { $0.file == "content/" + path && $0.severity == .error }, "\(text)")
            #expect(found.allSatisfy { $0.file == "content/" + path }, "\(text): \(found.map(\.message))")
        }
    }

    /// What has nothing to do with the mistake is told with it.
    @Test func otherProblemsAreToldToo() throws {
        let found = try messages([
            "places/himawari.md": TemporaryGuide.place(["地区": "[hama", "掲載": "", "電話番号": "1"]),
            "places/tanpopo.md": TemporaryGuide.place(["番号": "2", "名称": "たんぽぽ", "よみ": "たんぽぽ", "地区": "minata"]),
        ])
        #expect(
            found.map(\.code) == [
                "guide/missing-consent", "front-matter/unclosed-bracket", "guide/unknown-key", "guide/unknown-area",
            ])
    }

    @Test func afterASaveTheyAreThoseOfAFreshReading() throws {
        let guide = TemporaryGuide(Self.guide)
        var proof = try Proof(of: guide.folder, on: TemporaryGuide.today, messages: .japanese)
        for (path, text) in [
            ("content/places/himawari.md", TemporaryGuide.place(["名称": "[ひまわり"])),
            ("content/places/tanpopo.md", TemporaryGuide.place(["番号": "2", "名称": "たんぽぽ", "つながり": "[ひまわり, すみれ]"])),
            ("content/places/himawari.md", TemporaryGuide.place(["名称": "ひなげし"])),
            ("content/areas/hama.md", "名称: 浜地区"), ("content/places/himawari.md", TemporaryGuide.place(["地区": "yama"])),
            ("content/areas/hama.md", "---\n名称: 浜地区\nよみ: はまちく\n---\n"),
        ] {
            guide.write(text, to: path)
            proof = try Proof(
                of: guide.folder, on: TemporaryGuide.today, messages: .japanese, after: proof, saved: [path])
            #expect(try proof.guidebook.diagnostics == guide.read().diagnostics, "\(path)")
        }
        #expect(proof.guidebook.diagnostics.map(\.code).contains("guide/unknown-place"))
    }
}
