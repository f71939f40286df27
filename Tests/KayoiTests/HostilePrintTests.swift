/// What comes with a guide's files must not run, and what is printed must not land elsewhere.

import Foundation
import Testing

@Suite("Hostile guides and paper", .enabled(if: Workshop.canPrint, "needs Typst in .venv and the fonts"))
struct HostilePrintTests {
    @Test("a typesetter that came with the guide is not run")
    func ownTypesetter() throws {
        let guide = try Workshop.printing()
        try guide.write("#!/bin/sh\ntouch '\(guide.path)/ran'\n", to: ".venv/bin/python3")
        chmod(guide.path + "/.venv/bin/python3", 0o755)
        _ = try guide.kayoi("book", "mine", "1", environment: ["PATH": "/usr/bin:/bin"])
        #expect(access(guide.path + "/ran", F_OK) != 0)
    }

    /// Git runs filters that a repository's settings name; here the guide's own files are such settings.
    @Test("files that look like a repository are not believed")
    func embeddedRepository() throws {
        let guide = try Workshop.printing()
        try guide.git("init", "-q", "--bare", ".")
        try guide.write("* filter=x\n", to: ".gitattributes")
        try guide.git("--git-dir=.", "--work-tree=.", "add", "content", ".gitattributes")
        try guide.git("--git-dir=.", "--work-tree=.", "commit", "-q", "-m", "autumn")
        try guide.git("--git-dir=.", "config", "filter.x.smudge", "touch '\(guide.path)/ran'; cat")
        let run = try guide.kayoi("book", "report", "--since", "2026-11-01", "--today", "2026-12-01")
        #expect(run.status == 0, "\(run.messages)")
        #expect(access(guide.path + "/ran", F_OK) != 0)
    }

    @Test("where the history holds a link, what it leads to stays as it is")
    func linkInHistory() throws {
        let (guide, outside) = (try Workshop.printing(), try Workshop())
        try outside.write("x", to: "folder/kept.txt")
        symlink(outside.path, guide.path + "/content/stories/link")
        try guide.git("init", "-q")
        try guide.git("add", "content")
        try guide.git("commit", "-q", "-m", "autumn")
        unlink(guide.path + "/content/stories/link")
        let run = try guide.kayoi("book", "report", "--since", "2026-11-01", "--today", "2026-12-01")
        #expect(run.status == 0, "\(run.messages)")
        #expect(try outside.text("folder/kept.txt") == "x")
    }

    @Test("the name of an issue is no path, and a link in a print's place goes")
    func placesOfPrints() throws {
        let (guide, outside) = (try Workshop.printing(), try Workshop())
        try guide.change("content/guide.md", "本:\n  判型: A4", to: "本:\n  作るもの: [情報紙]")
        for path in try guide.files("content/stories").keys {
            let story = try guide.text("content/stories/" + path)
            try guide.write(story.replacing(#/号: .*/#, with: "号: ../../x"), to: "content/stories/" + path)
        }
        try outside.write("mine", to: "mine.txt")
        symlink(outside.path + "/mine.txt", guide.path + "/print/newsletter-------x.pdf")
        mkdir(guide.path + "/print/newsletter-..", 0o755)
        let run = try guide.kayoi("book", "--today", "2026-12-01")
        #expect(run.status == 0, "\(run.messages)")
        #expect(try guide.files("print").keys.sorted() == ["newsletter-------x.pdf"])
        #expect(try outside.text("mine.txt") == "mine")
    }
}
