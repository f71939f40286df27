import Foundation
import Testing

@Suite("The command")
struct CommandTests {
    @Test(
        "ends with 2 when it is used wrongly",
        arguments: [
            ["bild"], ["--colour"], ["build", "--today", "tomorrow"], ["check", "--format", "xml"], ["new"],
            ["build", "extra"],
        ])
    func wrongUsage(arguments: [String]) throws {
        let workshop = try Workshop()
        let run = try workshop.run(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty && !run.messages.isEmpty)
    }

    @Test(
        "says in Japanese how it is used, where that is the user's language",
        arguments: [
            (["check", "--colour"], "「--colour」という指定はありません"), (["build", "--outpu", "x"], "「--output」のことですか"),
            (["build", "--today", "tomorrow"], "2026-12-01 のように"), (["check", "--format", "xml"], "「json」"),
            (["new"], "「<dir>」がありません"), (["build", "extra"], "余分な言葉「extra」"), (["check", "--guide"], "値がありません"),
        ])
    func wrongUsageInJapanese(arguments: [String], words: String) throws {
        let run = try Workshop().run(arguments, ["LANG": "ja_JP.UTF-8"])
        #expect(run.status == 2 && run.messages.contains(words) && run.messages.contains("  → "), "\(run.messages)")
        #expect(!run.messages.contains("Usage"))
    }

    @Test("does not build over what is not its own, which is wrong usage")
    func foreignFolder() throws {
        #expect(try Workshop.newGuide().kayoi("build", "--output", "content").status == 2)
    }

    @Test("asks what was meant by an unknown word, in the user's language")
    func unknownCommand() throws {
        let workshop = try Workshop()
        #expect(
            try workshop.kayoi("bild", environment: ["LANG": "ja_JP.UTF-8"]).messages.contains("「kayoi build」のことですか。"))
        #expect(
            try workshop.kayoi("bild", environment: ["LANG": "en_GB.UTF-8"]).messages.contains(
                "Did you mean “kayoi build”?"))
    }

    @Test("ends with 3 when the machine fails, and says what failed")
    func machineFails() throws {
        let guide = try Workshop.newGuide()
        let build = try guide.kayoi("build", "--output", "/proc/kayoi/site")
        #expect(build.status == 3)
        #expect(build.messages.contains("/proc/kayoi"))
        let check = try guide.kayoi("check", "--guide", "nowhere")
        #expect(check.status == 3)
        #expect(check.messages.contains("nowhere") && check.messages.contains("cannot be opened"))
        let japanese = try guide.kayoi("check", "--guide", "nowhere", environment: ["LANG": "ja_JP.UTF-8"])
        #expect(japanese.messages.contains("nowhere") && japanese.messages.contains("開けません"))
        let new = try guide.kayoi("new", "/proc/kayoi", "--language", "en")
        #expect(new.status == 3 && new.messages.contains("cannot be written") && new.messages.contains("  → "))
    }

    @Test("helps, and gives its version, with 0")
    func help() throws {
        let workshop = try Workshop()
        for arguments in [["--help"], ["help", "build"], ["build", "--help"], ["--version"]] {
            let run = try workshop.run(arguments)
            #expect(run.status == 0 && !run.output.isEmpty && run.messages.isEmpty)
        }
    }

    @Test("alone says how to begin, and in a guide what is next")
    func next() throws {
        let workshop = try Workshop()
        #expect(try workshop.kayoi(environment: ["LANG": "ja_JP.UTF-8"]).output.contains("kayoi new フォルダー名"))
        #expect(try workshop.kayoi(environment: ["LANG": "C.UTF-8"]).output.contains("kayoi new DIR"))
        #expect(try workshop.kayoi("--language", "ja").output.contains("kayoi new フォルダー名"))

        let guide = try Workshop.newGuide()
        let before = try guide.kayoi().output
        #expect(before.contains("4か所") && before.contains("kayoi build（サイトを作る）"))
        _ = try guide.kayoi("build")
        #expect(try guide.kayoi().output.contains("./site/index.html"))
        try guide.change("content/places/radio.md", "地区: asahi", to: "地区: asahii")
        let after = try guide.kayoi()
        #expect(after.status == 0 && after.output.contains("エラー 1件") && after.output.contains("kayoi check"))
    }

    @Test("number adds one line to a file, and nothing else")
    func number() throws {
        let guide = try Workshop.newGuide()
        try guide.change("content/places/ocha.md", "番号: 3\n", to: "")
        let before = try guide.files("content")
        let old = try guide.text("content/places/ocha.md").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(try guide.kayoi("number").status == 0)
        let new = try guide.text("content/places/ocha.md").split(separator: "\n", omittingEmptySubsequences: false)
        let change = new.difference(from: old)
        #expect(change.removals.isEmpty && change.insertions.count == 1)
        #expect(new.contains("番号: 5"))
        let after = try guide.files("content")
        #expect(before.keys.filter { before[$0] != after[$0] } == ["places/ocha.md"])
    }

    @Test(
        "number changes nothing while the file of a place cannot be read",
        arguments: [("番号: 3\n", "番号: {a: 1}\n", "4:5: error"), ("---\n# 個人", "# 個人", "1:1: error")])
    func numberOfUnread(old: String, new: String, place: String) throws {
        let guide = try Workshop.newGuide()
        try guide.change("content/places/ocha.md", old, to: new)
        try guide.change("content/places/radio.md", "番号: 2\n", to: "")
        let before = try guide.files("content")
        let run = try guide.kayoi("number")
        #expect(run.status == 1 && run.messages.contains("content/places/ocha.md:" + place))
        #expect(!run.messages.contains("radio.md"))
        #expect(try guide.files("content") == before)
    }

    @Test("warns of a template whose name no page knows", arguments: ["check", "build"])
    func unusedTemplate(command: String) throws {
        let guide = try Workshop.newGuide()
        try guide.write("<p>ようこそ</p>\n", to: "templates/hom.mustache")
        try guide.write("<p>ようこそ</p>\n", to: "templates/footer.mustache")
        let run = try guide.kayoi(command)
        #expect(run.status == 0 && run.messages.contains("注意 1件") && !run.output.contains("問題はありません"))
        #expect(run.messages.contains("templates/hom.mustache:1:1: warning") && run.messages.contains("home.mustache"))
    }

    @Test(
        "book says which words it does not understand, and what to write",
        arguments: [
            (["guideboook"], "もしかして: guidebook"), (["area"], "kayoi book --help"),
            (["mine", "1", "二"], "「二」は通いの場の番号ではありません"), (["report"], "--since 2026-09-01"),
            (["--booklet", "--press"], "--booklet を外す"), (["--marks"], "--press を付けて"),
        ])
    func wrongWork(words: [String], answer: String) throws {
        let guide = try Workshop.newGuide()
        let run = try guide.run(["book"] + words)
        #expect(run.status == 2)
        #expect(run.messages.contains(answer) && run.messages.contains("→") && !run.messages.contains("Usage"))
    }

    @Test("makes the same bytes of the same content, wherever it lies")
    func sameBytes() throws {
        let (one, other) = (try Workshop.demo(), try Workshop.demo())
        for guide in [one, other] { #expect(try guide.kayoi("build", "--today", "2026-12-01", "--quiet").status == 0) }
        #expect(try one.files("site") == other.files("site"))
    }

    /// What a build read is what the next one compares with, whatever stands between the texts.
    @Test("knows when nothing has changed, and when anything has")
    func unchanged() throws {
        let guide = try Workshop.newGuide()
        func write(_ text: String, to path: String) throws {
            try text.write(toFile: guide.path + "/" + path, atomically: false, encoding: .utf8)
        }
        func makesPages() throws -> Bool {
            usleep(60_000)
            let run = try guide.kayoi("build", "--timings")
            return (run.output + run.messages).contains("render")
        }
        try write("なし", to: "content/notes.txt")
        try write("なし", to: "content/LIESMICH.md")
        try write("国民の祝日・休日月日,国民の祝日・休日名称\n2026/1/1,元日\n", to: "content/holidays.csv")
        symlink("guide.md", guide.path + "/content/link.md")
        #expect(try makesPages())
        #expect(try !makesPages())
        try write("macOS", to: "content/.DS_Store")
        #expect(try !makesPages())
        let text = try String(contentsOfFile: guide.path + "/content/guide.md", encoding: .utf8)
        let place = try #require(try guide.files("content").keys.first { $0.hasPrefix("places/") })
        let changes: [(String, () throws -> Void)] = [
            ("another file", { try write("あり", to: "content/notes.txt") }),
            ("a text that is none of kayoi's", { try write("あり", to: "content/LIESMICH.md") }),
            ("the guide", { try write(text + "\n", to: "content/guide.md") }),
            ("the holidays", { try write("国民の祝日・休日月日,国民の祝日・休日名称\n2026/1/2,元日\n", to: "content/holidays.csv") }),
            ("a link", { unlink(guide.path + "/content/link.md") }),
            ("a place's name", { rename(guide.path + "/content/" + place, guide.path + "/content/places/b.md") }),
            ("a new file", { try write("なし", to: "content/photos.txt") }),
        ]
        for (name, change) in changes {
            try change()
            #expect(try makesPages(), "\(name)")
            #expect(try !makesPages(), "\(name)")
        }
    }
}

@Suite("A new guide")
struct NewGuideTests {
    @Test("has nothing to complain about and builds", arguments: ["ja", "en"])
    func builds(language: String) throws {
        let guide = try Workshop.newGuide(language)
        let check = try guide.kayoi("check")
        #expect(
            check.status == 0 && check.messages.isEmpty
                && check.output.contains(language == "ja" ? "問題はありません" : "No problems"))
        #expect(try guide.kayoi("build").status == 0)
        let site = try guide.files("site")
        #expect(site["places/003.html"] != nil && site["areas/asahi.html"] != nil && site[".gitignore"] != nil)
        let pages = site.filter { $0.key.hasSuffix(".html") }.values.map { String(decoding: $0, as: UTF8.self) }
        #expect(
            !pages.contains {
                $0.contains("鈴木さん方") || $0.contains("3-4-5") || $0.contains("000-123-4101")
                    || $0.contains("@") && $0.contains("@today")
            })
    }

    @Test("comes with a check before each commit")
    func hook() throws {
        let guide = try Workshop.newGuide()
        #expect(FileManager.default.isExecutableFile(atPath: guide.path + "/.githooks/pre-commit"))
        #expect(try guide.text(".github/workflows/publish.yml").contains("kayoi check --format github"))
    }

    @Test("comes with a workflow that installs what a guide may ask for")
    func workflowTools() throws {
        let workflow = try Workshop.newGuide().text(".github/workflows/publish.yml")
        for package in ["libvips-tools", "libjs-leaflet", "fonts-morisawa-bizud-gothic"] {
            #expect(workflow.contains(package))
        }
    }

    @Test("is not made where something is")
    func refuses() throws {
        let workshop = try Workshop()
        try workshop.write("mine", to: "full/notes.txt")
        let run = try workshop.kayoi("new", "full")
        #expect(run.status == 2 && run.messages.contains("full"))
        #expect(try workshop.files("").keys.sorted() == ["full/notes.txt"])
        #expect(try workshop.kayoi("new", "full/notes.txt").status == 3)
        #expect(try workshop.kayoi("new", "far/away", "--quiet").output.isEmpty)
        #expect(try workshop.text("far/away/content/guide.md").contains("題: "))
    }
}
