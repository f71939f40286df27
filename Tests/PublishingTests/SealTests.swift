import Files
import Glibc
import Testing

@testable import Publishing

@Suite struct SealTests {
    let workshop = Workshop()

    private func seal(_ facts: [String] = ["1.0"]) -> Seal {
        Seal(in: workshop.path, of: [workshop.path + "/templates"], facts: facts)
    }

    private var content: String { workshop.path + "/content" }
    private var inventory: Inventory { Inventory(of: content, isHiddenCounted: false) }

    private func write(_ text: String, to path: String) throws {
        let file = try #require(fopen(workshop.path + "/" + path, "w"))
        fputs(text, file)
        fclose(file)
    }

    /// A guide of two files and what was made of it, all older than the tick of the clock.
    private func sealed() throws {
        for folder in ["content", "content/places", "templates", "site"] { mkdir(workshop.path + "/" + folder, 0o755) }
        try write("a", to: "content/a.md")
        try write("b", to: "content/places/b.md")
        try write("page", to: "site/index.html")
        usleep(60_000)
        seal().set(
            on: workshop.path + "/site", Inventory(of: workshop.path + "/site"), madeOf: inventory,
            ["warning: 注意", "done"])
        #expect(seal().words(ifUnbroken: workshop.path + "/site", madeOf: content) == ["warning: 注意", "done"])
    }

    @Test func anyChangeBreaksIt() throws {
        let changes: [(String, () throws -> Void)] = [
            ("another text of the same length", { try write("x", to: "content/places/b.md") }),
            ("a new file", { try write("", to: "content/c.md") }),
            ("a name", { rename(workshop.path + "/content/a.md", workshop.path + "/content/z.md") }),
            ("a file gone", { unlink(workshop.path + "/content/a.md") }),
            ("a template", { try write("", to: "templates/place.html") }),
            ("what was made", { try write("pag3", to: "site/index.html") }),
            ("what was made, gone", { unlink(workshop.path + "/site/index.html") }),
            ("a file beside what was made", { try write("", to: "site/new.html") }),
        ]
        for (name, change) in changes {
            try sealed()
            try change()
            usleep(60_000)
            #expect(seal().words(ifUnbroken: workshop.path + "/site", madeOf: content) == nil, "\(name)")
        }
        try sealed()
        #expect(seal(["1.1"]).words(ifUnbroken: workshop.path + "/site", madeOf: content) == nil)
        #expect(seal().words(ifUnbroken: workshop.path + "/content", madeOf: content) == nil)
    }

    @Test func timesThatWereSetBackBreakItToo() throws {
        try sealed()
        let path = workshop.path + "/content/a.md"
        var before = stat()
        #expect(stat(path, &before) == 0)
        try write("c", to: "content/a.md")
        var times = [before.st_atim, before.st_mtim]
        #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
        usleep(60_000)
        #expect(seal().words(ifUnbroken: workshop.path + "/site", madeOf: content) == nil)
    }

    /// The next change might carry the same time.
    @Test func whatChangedJustNowIsNotSealed() throws {
        try sealed()
        try write("d", to: "content/a.md")
        seal().set(on: workshop.path + "/site", Inventory(of: workshop.path + "/site"), madeOf: inventory, ["done"])
        usleep(60_000)
        #expect(seal().words(ifUnbroken: workshop.path + "/site", madeOf: content) == nil)
    }

    /// What was made does not show it.
    @Test func whatChangedAfterItWasReadIsNotSealed() throws {
        try sealed()
        let read = inventory
        try write("e", to: "content/a.md")
        usleep(60_000)
        seal().set(on: workshop.path + "/site", Inventory(of: workshop.path + "/site"), madeOf: read, ["done"])
        #expect(seal().words(ifUnbroken: workshop.path + "/site", madeOf: content) == nil)
    }

    @Test func aDamagedSealIsNone() throws {
        try sealed()
        try write("no seal at all", to: "seal")
        #expect(seal().words(ifUnbroken: workshop.path + "/site", madeOf: content) == nil)
        seal().remove()
        #expect(seal().words(ifUnbroken: workshop.path + "/site", madeOf: content) == nil)
    }

    /// A first build says of its files what it was told when it wrote them: it is what stands there afterwards.
    @Test func whatABuildMadeIsSealedAsItStands() throws {
        mkdir(workshop.path + "/content", 0o755)
        try write("a", to: "content/a.md")
        usleep(60_000)
        let site = workshop.path + "/site"
        let publisher = try Publisher(output: site, version: "1", day: "2026-05-01")
        for path in ["index.html", "places/1.html", "places/前/2.html"] {
            try publisher.publish(path, Array("<p>\(path)".utf8))
        }
        let report = try publisher.finish()
        seal().set(on: site, report.inventory, madeOf: inventory, ["done"])
        #expect(seal().words(ifUnbroken: site, madeOf: content) == ["done"])
        usleep(60_000)
        try write("<p>places/9.html", to: "site/places/1.html")
        #expect(seal().words(ifUnbroken: site, madeOf: content) == nil)
    }
}
