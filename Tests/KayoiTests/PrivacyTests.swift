/// Privacy through the whole command: what does not agree is in no byte of anything that is published.

import Foundation
import TestSupport
import Testing

@Suite("What must not be published") struct PublishedBytesTests {
    /// Paper too, where this machine can print.
    private static func build(_ guide: Workshop, _ arguments: String...) throws -> Run {
        let printing = try guide.run(["build", "--book", "--today", "2026-12-01"] + arguments)
        return printing.status == 3 ? try guide.run(["build", "--today", "2026-12-01"] + arguments) : printing
    }

    /// Where a marker stands in what is published: names of files, bytes, and what a PDF says and knows of itself.
    private static func places(of markers: [String], in guide: Workshop) throws -> [String] {
        var found: [String] = []
        for (path, bytes) in try guide.files("site") {
            var texts = [path, String(decoding: bytes, as: UTF8.self)]
            if path.hasSuffix(".pdf") {
                let file = guide.path + "/site/" + path
                texts += [["pdftotext", file, "-"], ["pdfinfo", file], ["pdfinfo", "-meta", file]].compactMap(output)
            }
            for marker in markers where texts.contains(where: { $0.contains(marker) }) {
                found.append("\(marker) in \(path)")
            }
        }
        return found.sorted()
    }

    private static func output(_ command: [String]) -> String? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/" + command[0])
        process.arguments = Array(command.dropFirst())
        let pipe = Pipe()
        process.standardOutput = pipe
        guard (try? process.run()) != nil else { return nil }
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("is in nothing that the program writes into the site") func markedGuide() throws {
        let guide = try Workshop()
        for (path, text) in MarkedGuide.files { try guide.write(text, to: "content/" + path) }
        // With cards, and a photo that says where it was taken.
        try guide.change("content/guide.md", "題: ためし", to: "URL: https://example.jp/\n共有カード: はい\n題: ためし")
        try guide.change("content/places/open.md", "写真:\n", to: "写真:\n  - {ファイル: b.jpg, 説明: みんな}\n")
        let plain = try Data(contentsOf: URL(filePath: repository + "/content/photos/cafe-cup.jpg"))
        try Data(Pictures.fromPhone([UInt8](plain))).write(to: URL(filePath: guide.path + "/content/photos/b.jpg"))
        let build = try Self.build(guide)
        #expect(build.status == 0, "\(build.messages)")
        #expect(try !Self.places(of: ["こうかいのひと"], in: guide).isEmpty)
        #expect(try Self.places(of: MarkedGuide.markers + ["SECRET"], in: guide) == [])
        let pictures = try guide.files("site").filter { path, _ in
            [".jpg", ".webp", ".png"].contains { path.hasSuffix($0) }
        }
        #expect(pictures.keys.contains { $0.hasPrefix("photos/") } && pictures.keys.contains { $0.hasPrefix("cards/") })
        for (path, bytes) in pictures { #expect(extras(of: [UInt8](bytes)) == [], "\(path)") }
    }

    /// A place that was published, with a word of its own in every field, and with others that speak of it.
    @Test("is gone with the next build when consent is withdrawn", arguments: ["不可", "終了"])
    func withdrawal(consent: String) throws {
        let guide = try Workshop.newGuide()
        let words = ["テッカイ会", "てっかいかい", "テッカイ館", "テッカイ町", "テッカイ様", "000-555-0199", "テッカイ話", "テッカイ声", "テッカイ絵"]
        func place(_ consent: String) -> String {
            """
            ---
            番号: 77
            名称: テッカイ会
            よみ: てっかいかい
            地区: asahi
            会場: テッカイ館
            住所: みなと町テッカイ町
            位置: "37.0044, 134.9964"
            開催: 毎週金曜日 10:00〜11:00
            対象: テッカイ様
            活動: [体操]
            連絡先: {名前: テッカイ様, 電話: 000-555-0199, 公開: はい}
            声: [テッカイ声]
            写真: [{ファイル: tekkai.jpg, 説明: テッカイ絵}]
            掲載: {可否: \(consent), 確認日: 2026-11-01}
            確認日: 2026-11-01
            ---
            テッカイ話

            """
        }
        try FileManager.default.createDirectory(
            atPath: guide.path + "/content/photos", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: repository + "/content/photos/cafe-cup.jpg", toPath: guide.path + "/content/photos/tekkai.jpg")
        try guide.write(place("可"), to: "content/places/tekkai.md")
        try guide.change("content/places/radio.md", "つながり: [ひまわりサロン]", to: "つながり: [テッカイ会]")
        #expect(try Self.build(guide).status == 0)
        let before = try Self.places(of: words, in: guide)
        for word in words { #expect(before.contains { $0.hasPrefix(word) }, "\(word) was never there") }
        let pictures = Set(try guide.files("site").keys.filter { $0.hasSuffix(".webp") })

        try guide.write(place(consent), to: "content/places/tekkai.md")
        let build = try Self.build(guide)
        #expect(build.status == 0, "\(build.messages)")
        #expect(try Self.places(of: words, in: guide) == [])
        let site = try guide.files("site")
        #expect(pictures.isDisjoint(with: site.keys))
        // The address answers, without a name; nothing leads there, and the number is nobody else's.
        let page = String(decoding: site["places/077.html"] ?? Data(), as: UTF8.self)
        #expect(page.contains("77") && page.contains("掲載"))
        // The map of the site still names it: whoever searches must come by and see that the name is gone.
        for (path, bytes) in site where path == "feed.xml" || path.hasSuffix(".ics") || path.hasPrefix("data/") {
            #expect(bytes.range(of: Data("places/077".utf8)) == nil, "\(path)")
        }
        try guide.change("content/places/radio.md", "番号: 2", to: "番号: 77")
        let check = try guide.kayoi("check", "--format", "json")
        #expect(check.status == 1 && check.output.contains("guide/duplicate-number"))
    }

    @Test("is asked about before it goes to a repository that may be public")
    func repositories() throws {
        let guide = try Workshop.newGuide()
        func said(_ environment: [String: String] = [:]) throws -> Bool {
            try guide.kayoi("check", "--quiet", environment: environment).messages.contains("公開しない内容")
        }
        #expect(try !said())
        let head = "[remote \"origin\"]\n\turl = "
        for address in ["https://github.com/a/b.git", "git@github.com:a/b", "ssh://git@gitlab.com:22/a/b"] {
            try guide.write(head + address + "\n", to: ".git/config")
            #expect(try said())
        }
        try guide.write(head + "git@github.com:a/b\n[kayoi]\n\tprivate = true\n", to: ".git/config")
        #expect(try !said())
        for address in ["git@git.council.example:a/b", "/srv/git/github.com", "https://notgithub.com/a"] {
            try guide.write(head + address + "\n", to: ".git/config")
            #expect(try !said())
        }
        // Under a name of one's own, of this repository or of the account.
        let short = "[url \"git@github.com:\"]\n\tinsteadOf = \"gh:\"\n"
        try guide.write(short + head + "gh:city/guide\n", to: ".git/config")
        #expect(try said())
        try guide.write(head + "gh:city/guide\n", to: ".git/config")
        #expect(try !said())
        try guide.write(short, to: ".gitconfig")
        #expect(try said(["HOME": guide.path]))
        #expect(try !said(["HOME": guide.path + "/nobody"]))
        try guide.write(head + "gx:city/guide\n", to: ".git/config")
        #expect(try !said(["HOME": guide.path]))
        // A workflow knows.
        for (isPrivate, warns) in [("true", false), ("false", true)] {
            try guide.write("{\"repository\": {\"private\": \(isPrivate)}}", to: "event.json")
            #expect(try said(["GITHUB_EVENT_PATH": guide.path + "/event.json"]) == warns)
        }
    }
}
