import Foundation
import Testing

@Suite("kayoi book", .enabled(if: Workshop.canPrint, "needs Typst in .venv and the fonts"))
struct PrintTests {
    @Test("makes what 本 in guide.md asks for, on its paper")
    func settings() throws {
        let guide = try Workshop.printing()
        try guide.change("content/guide.md", "本:\n  判型: A4", to: "本:\n  判型: A5\n  作るもの: [ポスター, 情報紙]")
        let run = try guide.kayoi("book", "--today", "2026-12-01")
        #expect(run.status == 0, "\(run.messages)")
        let files = try guide.files("print").keys.sorted()
        #expect(files.contains("newsletter-第12号.pdf") && files.contains("poster-2026-12-05-happyokai.pdf"))
        #expect(!files.contains("guidebook.pdf"))
        let page = try #require(try guide.files("print")["newsletter-第12号.pdf"])
        #expect(String(decoding: page, as: UTF8.self).contains(#/\/MediaBox\[0 0 419\.5\d* 595\.\d*\]/#))
    }

    @Test("makes the guidebook beside the pages on the guide's paper too")
    func besideThePages() throws {
        let guide = try Workshop.printing()
        try guide.change("content/guide.md", "本:\n  判型: A4", to: "本:\n  判型: B5")
        let run = try guide.kayoi("build", "--book", "--today", "2026-12-01")
        #expect(run.status == 0, "\(run.messages)")
        let book = try #require(try guide.files("site")["guidebook.pdf"])
        #expect(String(decoding: book, as: UTF8.self).contains(#/\/MediaBox\[0 0 515\.9\d* 728\.\d*\]/#))
    }

    @Test("names file, line and column of a character that the fonts lack, and prints nothing")
    func missingCharacter() throws {
        let guide = try Workshop.printing()
        try guide.change("content/guide.md", "副題: 歩いて", to: "副題: 🌻歩いて")
        let run = try guide.kayoi("book", "mine", "1", "--today", "2026-12-01")
        #expect(run.status == 1)
        #expect(run.messages.contains(#/content\/guide\.md:\d+:5: error: 「🌻」（U\+1F33B）/#))
        #expect(try guide.files("print").isEmpty)
    }

    @Test("writes the survey only where it is told to, and never into the site")
    func survey() throws {
        let guide = try Workshop.printing()
        #expect(try guide.kayoi("book", "survey").status == 2)
        try guide.write("", to: "site/index.html")
        #expect(try guide.kayoi("book", "survey", "--output", "site/survey.pdf").status == 2)
        #expect(try guide.files("site").keys.sorted() == ["index.html"])
        try guide.write("", to: "old.pdf")
        for file in ["survey.pdf", "old.pdf"] {
            #expect(try guide.kayoi("book", "survey", "1", "--output", file).status == 0)
            let attributes = try FileManager.default.attributesOfItem(atPath: guide.path + "/" + file)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "others of the machine may not read it")
        }
    }

    @Test("reports what has changed since a day, from the history of the guide's folder")
    func history() throws {
        let guide = try Workshop.printing()
        try guide.git("init", "-q")
        try guide.git("add", "content")
        try guide.git("commit", "-q", "-m", "autumn", day: "2026-10-01")
        try guide.change("content/places/wakaba/noguchi-uta.md", "参加費: お茶代 100円", to: "参加費: お茶代 200円")
        try guide.git("commit", "-q", "-a", "-m", "winter", day: "2026-11-15")
        let run = try guide.kayoi("book", "report", "--since", "2026-11-01", "--today", "2026-12-01")
        #expect(run.status == 0, "\(run.messages)")
        let text = try guide.text(of: "print/report-2026-11-01.pdf")
        #expect(text.contains("内容のかわった通いの場") && !text.contains("新しく載せた通いの場"))
    }
}

extension Workshop {
    static var canPrint: Bool {
        FileManager.default.isExecutableFile(atPath: repository + "/.venv/bin/python3")
            && FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
    }

    /// A copy of the demo with a folder for what is printed.
    static func printing() throws -> Workshop {
        let workshop = try demo()
        try FileManager.default.createDirectory(atPath: workshop.path + "/print", withIntermediateDirectories: true)
        return workshop
    }

    func git(_ arguments: String..., day: String = "2026-10-01") throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-c", "user.name=kayoi", "-c", "user.email=kayoi@example.jp"] + arguments
        process.currentDirectoryURL = URL(filePath: path)
        let date = day + "T12:00:00"
        process.environment = ProcessInfo.processInfo.environment
            .merging(["GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date]) { $1 }
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    func text(of file: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/pdftotext")
        process.arguments = [path + "/" + file, "-"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
