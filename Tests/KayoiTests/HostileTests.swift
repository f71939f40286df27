/// The corpus of hostile content, through the whole command.

import Foundation
import FoundationXML
import Testing

@Suite("Hostile content") struct HostileTests {
    static let sound = [
        "content/guide.md": "---\n題: ためしのガイド\n言語: [ja, en]\n連絡先: {名前: 事務局, 電話: 000-000-0000}\n---\n",
        "content/areas/hama.md": "---\n名称: 浜地区\nよみ: はまちく\n層: 1\n---\n",
        "content/places/himawari.md": HostileCase.place(),
    ]

    /// The minutes are no measure: they end what would never end.
    @Test("gives a message or harmless text", arguments: HostileCase.all)
    func gives(hostile: HostileCase) throws {
        let (guide, outside) = (try Workshop(), try Workshop())
        try outside.write("OUTSIDE", to: "secret.txt")
        try outside.write("---\n題: OUTSIDE\n---\n", to: "page.md")
        mkdir(outside.path + "/empty", 0o755)
        let before = try outside.files("")
        for (path, text) in Self.sound { try guide.write(text, to: path) }
        for (path, bytes) in hostile.files {
            try guide.write("", to: path)
            try bytes?.write(to: URL(filePath: guide.path + "/" + path))
        }
        hostile.prepare(guide.path, outside.path)

        let check = try guide.kayoi("check", "--format", "json", "--today", "2026-11-21")
        let findings = try check.output.split(separator: "\n").map {
            try JSONDecoder().decode(Finding.self, from: Data($0.utf8))
        }
        #expect(!check.output.contains("OUTSIDE") || hostile.files.values.contains { $0?.isEmpty == false })
        let build = try guide.kayoi("build", "--quiet", "--today", "2026-11-21")
        switch hostile.gives {
        case .errors(let codes):
            #expect(check.status == 1 && build.status == 1)
            #expect(codes.isSubset(of: findings.map(\.code)), "\(Set(findings.map(\.code)))")
            #expect(access(guide.path + "/site/index.html", F_OK) != 0)
        case .harmless(let codes):
            #expect(check.status == 0 && build.status == 0, "\(findings.filter { $0.severity == "error" })")
            #expect(Set(findings.map(\.code)).isSubset(of: codes), "\(Set(findings.map(\.code)).subtracting(codes))")
            let files = try guide.files("site")
            #expect(files["index.html"] != nil)
            for (path, bytes) in files {
                #expect(bytes.range(of: Data("OUTSIDE".utf8)) == nil, "\(path)")
                for breach in try Self.breaches(in: bytes, at: path) { Issue.record("\(path): \(breach)") }
            }
        }
        #expect(try outside.files("") == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path + "/empty").isEmpty)
    }

    struct Finding: Decodable { var severity, code: String }

    // MARK: What harmless means

    /// Elements and attributes that the templates and the maps themselves use, and where links lead.
    private static let own = Result {
        let guide = try Workshop.demo()
        _ = try guide.kayoi("build", "--today", "2026-11-21")
        var own: Set<String> = [
            "a href mailto", "a href tel", "a href https", "a href http", "code", "/code", "em", "/em",
        ]
        for (path, bytes) in try guide.files("site") where isMarkup(path) { own.formUnion(Tags.used(in: bytes)) }
        return own
    }

    private static func isMarkup(_ path: String) -> Bool {
        [".html", ".svg", ".xml"].contains { path.hasSuffix($0) }
    }

    private static func breaches(in bytes: Data, at path: String) throws -> Set<String> {
        var breaches = isText(path) ? turningOrControl(in: bytes) : []
        if path.hasSuffix(".xml"), !XMLParser(data: bytes).parse() { breaches.insert("it is no XML") }
        guard isMarkup(path) else { return try breaches.union(dataBreaches(in: bytes, at: path)) }
        return breaches.union(Tags.used(in: bytes).subtracting(try own.get()))
    }

    private static func isText(_ path: String) -> Bool {
        isMarkup(path) || [".js", "json", ".ics", ".txt", ".webmanifest"].contains { path.hasSuffix($0) }
    }

    /// Characters that no reader sees, and with which a text can pretend to be another.
    private static func turningOrControl(in bytes: Data) -> Set<String> {
        let found = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: false
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
            default: false
            }
        }
        return Set(found.map { "the character U+" + String($0.value, radix: 16) })
    }

    /// A calendar whose lines are all fields, data that is JSON.
    private static func dataBreaches(in bytes: Data, at path: String) throws -> Set<String> {
        if path.hasSuffix(".json") || path.hasSuffix(".geojson") { _ = try JSONSerialization.jsonObject(with: bytes) }
        guard path.hasSuffix(".ics") else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        let begins = lines.filter { $0 == "BEGIN:VEVENT" }.count
        let ends = lines.filter { $0 == "END:VEVENT" }.count
        return begins == ends && !lines.contains("X:1") ? [] : ["a text begins an event"]
    }

    // MARK: What is said of it

    @Test("says nothing that a terminal or a log would obey", arguments: [[], ["check"], ["build"], ["number"]])
    func terminal(command: [String]) throws {
        let guide = try Workshop()
        let evil = #""\u001b]0;x\u0007\u009b31m\u202e\n::error::x\n##[group]x""#
        for (path, text) in Self.sound { try guide.write(text.replacing("ためしのガイド", with: evil), to: path) }
        try guide.write(
            HostileCase.place(name: evil).replacing("番号: 1\n", with: ""), to: "content/places/a\u{1B}[2J.md")
        try guide.write("x", to: "site/::error::\u{1B}[2J")
        let run = try guide.run(command)
        #expect(try !guide.kayoi("schedule", "\u{1B}[2J毎週火曜").output.contains("\u{1B}"))
        for scalar in (run.output + run.messages).unicodeScalars {
            #expect(
                scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) && scalar != "\u{202E}" || scalar == "\n")
        }
        for line in (run.output + "\n" + run.messages).split(separator: "\n") {
            #expect(!line.hasPrefix("::") && !line.contains("##["))
        }
    }

    @Test("nor of a folder's name, the second time either")
    func terminalUnchanged() throws {
        let guide = try Workshop()
        for (path, text) in Self.sound { try guide.write(text, to: path) }
        for _ in 1...2 {
            usleep(60_000)
            let run = try guide.kayoi("build", "--output", "site\u{1B}[2J")
            #expect(run.status == 0 && run.output.contains("[2J") && !run.output.contains("\u{1B}"))
        }
    }

    @Test("a pipe where a number is to be written does not hold it up")
    func pipeBesideAFile() throws {
        let guide = try Workshop()
        for (path, text) in Self.sound { try guide.write(text, to: path) }
        try guide.write(HostileCase.place().replacing("番号: 1\n", with: ""), to: "content/places/b.md")
        mkfifo(guide.path + "/content/places/b.md.kayoi-new", 0o600)
        #expect(try guide.kayoi("number").status == 0)
        #expect(try guide.text("content/places/b.md").contains("番号: 2"))
    }

    // MARK: Files that change

    @Test("files that come, go, grow and shrink while they are read are no danger")
    func movingFiles() throws {
        let guide = try Workshop()
        for (path, text) in Self.sound { try guide.write(text, to: path) }
        let script = """
            while :; do
              i=$((i + 1))
              printf -- '---\\n題: あ\\n---\\n%s' "$(head -c $((i % 9 * 10000)) /dev/zero | tr '\\0' a)" > content/pages/x.md
              rm -f content/pages/y.md; mkfifo content/pages/y.md; rm content/pages/y.md; ln -s /etc/passwd content/pages/y.md
              rm -f content/pages/y.md; : > content/pages/y.md; mkdir -p content/pages/d; : > content/pages/d/z.md; rm -r content/pages/d
            done
            """
        mkdir(guide.path + "/content/pages", 0o755)
        let mover = Process()
        mover.executableURL = URL(filePath: "/bin/sh")
        mover.arguments = ["-c", script]
        mover.currentDirectoryURL = URL(filePath: guide.path)
        try mover.run()
        defer {
            kill(mover.processIdentifier, SIGKILL)
            mover.waitUntilExit()
        }
        for _ in 0..<30 {
            let build = try guide.kayoi("build", "--quiet", "--today", "2026-11-21")
            #expect(build.status == 0 || build.status == 1, "\(build.messages)")
            #expect(!build.messages.contains("root:"))
        }
    }
}

/// The elements of a page with their attributes and where those lead, as a browser would see them.
private enum Tags {
    static func used(in bytes: Data) -> Set<String> {
        var used: Set<String> = []
        let text = [UInt8](bytes)
        var at = 0
        while let start = text[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = start + 1
            guard at < text.count else { break }
            if text[at...].starts(with: "!--".utf8) || text[at...].starts(with: "![CDATA[".utf8) {
                used.insert("a comment")
                continue
            }
            guard text[at] == UInt8(ascii: "/") || isLetter(text[at]) else { continue }
            let name = word(text, &at)
            var isQuoted = false
            let from = at
            while at < text.count, isQuoted || text[at] != UInt8(ascii: ">") {
                if text[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
                at += 1
            }
            used.insert(name)
            used.formUnion(
                attributes(String(decoding: text[from..<min(at, text.count)], as: UTF8.self)).map { "\(name) \($0)" })
            // What stands in a script is no markup, up to the first end of it.
            if name == "script" {
                while at < text.count, !text[at...].starts(with: "</script".utf8) { at += 1 }
            }
        }
        return used
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    private static func word(_ text: [UInt8], _ at: inout Int) -> String {
        let start = at
        while at < text.count, text[at] > 0x20, text[at] != UInt8(ascii: ">") { at += 1 }
        return String(decoding: text[start..<at], as: UTF8.self).lowercased()
    }

    /// "href tel": the attribute, and the scheme where it leads somewhere.
    private static func attributes(_ text: String) -> [String] {
        var found: [String] = []
        var rest = text[...]
        while let equals = rest.firstIndex(of: "=") {
            let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
            var value = rest[rest.index(after: equals)...]
            guard value.popFirst() == "\"" else { return found + ["\(name) without quotes"] }
            let content = value.prefix { $0 != "\"" }
            rest = value[content.endIndex...].dropFirst()
            guard ["href", "src", "action", "content", "xlink:href"].contains(name), name != "content",
                let colon = content.firstIndex(of: ":"), !content[..<colon].contains(where: { "/?#".contains($0) })
            else {
                found.append(name)
                continue
            }
            found.append("\(name) \(content[..<colon].lowercased())")
        }
        return found
    }
}
