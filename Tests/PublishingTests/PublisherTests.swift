import Glibc
import Testing

@testable import Publishing

@Suite("Publishing")
struct PublisherTests {
    let workshop = Workshop()

    @Test("a first site, and nothing beside it")
    func first() throws {
        let report = try workshop.publish(["index.html": "home", "places/1/a.html": "a", "名前.html": "n"])
        #expect(report.written == 3)
        #expect(try workshop.files() == ["index.html": "home", "places/1/a.html": "a", "名前.html": "n"])
        #expect(try workshop.isWhole())
        #expect(try workshop.names() == ["site"])
    }

    @Test("what is as it was keeps inode and time; what is not made any more goes")
    func second() throws {
        try workshop.publish(["same.html": "same", "other.html": "one", "old/gone.html": "x"])
        let before = try workshop.status("site/same.html")
        let report = try workshop.publish(["same.html": "same", "other.html": "two", "new.html": "n"])
        let after = try workshop.status("site/same.html")
        #expect(before.st_ino == after.st_ino)
        #expect(before.st_mtim.tv_sec == after.st_mtim.tv_sec && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec)
        #expect(after.st_nlink == 1)
        #expect((report.written, report.kept, report.removed) == (2, 1, ["old/gone.html"]))
        #expect(try workshop.files() == ["same.html": "same", "other.html": "two", "new.html": "n"])
        #expect(try workshop.names() == ["site"])
    }

    @Test("the same again: the site is not touched; another day: it is")
    func unchanged() throws {
        try workshop.publish(["a.html": "a"])
        let before = try workshop.status("site")
        #expect(try workshop.publish(["a.html": "a"]).isUnchanged)
        #expect(try workshop.status("site").st_ino == before.st_ino)
        #expect(try workshop.status("site").st_ctim.tv_nsec == before.st_ctim.tv_nsec)
        let tomorrow = try workshop.publisher(day: "2026-05-02")
        try tomorrow.publish("a.html", Array("a".utf8))
        #expect(try !tomorrow.finish().isUnchanged)
    }

    @Test("a file that somebody changed by hand is made again")
    func changedByHand() throws {
        try workshop.publish(["a.html": "a", "b.html": "b", "empty": ""])
        unlink(workshop.site + "/a.html")
        try workshop.put("site/a.html", "A")
        unlink(workshop.site + "/b.html")
        unlink(workshop.site + "/empty")
        mkfifo(workshop.site + "/empty", 0o644)
        #expect(try workshop.publish(["a.html": "a", "b.html": "b", "empty": ""]).written == 3)
        #expect(try workshop.files() == ["a.html": "a", "b.html": "b", "empty": ""])
        #expect(try workshop.publish(["a.html": "a", "b.html": "b", "empty": ""]).isUnchanged)
    }

    @Test("what kayoi did not make is carried over: CNAME, folders, links, Git's own")
    func carrying() throws {
        try workshop.publish(["index.html": "1", "places/1.html": "1"])
        try workshop.put("site/CNAME", "example.jp")
        try workshop.put("site/.gitignore", "*\n!.gitignore\n")
        try workshop.put("site/places/note.txt", "by hand")
        mkdir(workshop.site + "/.git", 0o700)
        mkdir(workshop.site + "/.git/refs", 0o755)
        symlink("CNAME", workshop.site + "/alias")
        let before = try workshop.status("site/CNAME")
        let report = try workshop.publish(["index.html": "2"])
        #expect(report.carried == ["CNAME", "alias", "places/note.txt"])
        #expect(report.removed == ["places/1.html"])
        #expect(try workshop.status("site/CNAME").st_ino == before.st_ino)
        #expect(try workshop.status("site/.git").st_mode & 0o777 == 0o700)
        #expect(try workshop.status("site/.git/refs").st_mode & S_IFMT == S_IFDIR)
        #expect(try workshop.status("site/alias").st_mode & S_IFMT == S_IFLNK)
        #expect(try workshop.files()["places/note.txt"] == "by hand")
        // Once kayoi makes a file of that name, it is kayoi's.
        #expect(try workshop.publish(["index.html": "2", "CNAME": "made"]).replaced == ["CNAME"])
        #expect(try workshop.files()["CNAME"] == "made")
        #expect(try workshop.files()[".gitignore"] == "*\n!.gitignore\n")
    }

    /// A host's own tools follow links: what such a one names would be published.
    @Test("a link out of the site is refused", arguments: ["/etc/passwd", "../content", "places/../../content"])
    func linksOut(target: String) throws {
        try workshop.publish(["index.html": "1"])
        mkdir(workshop.site + "/own", 0o755)
        symlink(target, workshop.site + "/own/link")
        #expect(throws: PublishFault(kind: .linkOut, path: workshop.site + "/own/link")) {
            try workshop.publish(["index.html": "2"])
        }
        #expect(throws: PublishFault(kind: .linkOut, path: workshop.site + "/own/link")) {
            try workshop.publish(["index.html": "1"])
        }
        #expect(try workshop.files()["index.html"] == "1")
    }

    @Test("a folder that kayoi did not make is refused, an empty one or one with only .gitignore is not")
    func foreignFolder() throws {
        mkdir(workshop.site, 0o755)
        try workshop.put("site/.gitignore", "*")
        try workshop.publish(["a.html": "a"])
        #expect(try workshop.files() == ["a.html": "a", ".gitignore": "*"])

        mkdir(workshop.path + "/photos", 0o755)
        try workshop.put("photos/holiday.jpg", "x")
        #expect(throws: PublishFault(kind: .notOurs(["holiday.jpg"]), path: workshop.path + "/photos")) {
            try workshop.publisher(workshop.path + "/photos")
        }
        #expect(try workshop.names() == ["photos", "site"])

        unlink(workshop.site + "/" + Manifest.name)
        try workshop.put("site/" + Manifest.name, "{\"kayoi\": 1}")
        #expect(throws: PublishFault(kind: .damagedManifest, path: workshop.site + "/" + Manifest.name)) {
            try workshop.publisher()
        }
    }

    @Test(
        "names that lead elsewhere are refused",
        arguments: [
            "", "/etc/passwd", "../x", "a/../../x", "a//b", "./a", "a/", "a/.", "a\0b", ".kayoi-manifest.json",
        ])
    func improperPaths(path: String) throws {
        let publisher = try workshop.publisher()
        #expect(throws: PublishFault(kind: .badPath, path: path)) { try publisher.publish(path, []) }
    }

    @Test("two files of one name are refused, also when the name differs only in its Unicode form")
    func twice() throws {
        for (name, other) in [("a.html", "a.html"), ("が.html", "か\u{3099}.html")] {
            let publisher = try workshop.publisher()
            try publisher.publish(name, [])
            try? publisher.publish(other, [])
            #expect(throws: PublishFault(kind: .twice, path: name)) { try publisher.finish() }
        }
        // Also where both are as they were.
        try workshop.publish(["a.html": "a"])
        let publisher = try workshop.publisher()
        for _ in 1...2 { try publisher.publish("a.html", Array("a".utf8)) }
        #expect(throws: PublishFault(kind: .twice, path: "a.html")) { try publisher.finish() }
    }

    @Test("a publisher that is let go leaves nothing")
    func abandoning() throws {
        try workshop.publish(["a.html": "a"])
        do {
            let publisher = try workshop.publisher()
            try publisher.publish("b.html", Array("b".utf8))
            #expect(try workshop.names() == [".site.kayoi-lock", ".site.kayoi-new", "site"])
        }
        #expect(try workshop.names() == ["site"])
        #expect(try workshop.files() == ["a.html": "a"])
    }

    @Test("an output that is a symbolic link: its target is exchanged")
    func symbolicLink() throws {
        mkdir(workshop.path + "/www", 0o755)
        mkdir(workshop.path + "/www/real", 0o750)
        symlink("www/real", workshop.site)
        try workshop.publish(["a.html": "a"])
        try workshop.publish(["a.html": "b"])
        #expect(try workshop.status("site").st_mode & S_IFMT == S_IFLNK)
        #expect(try workshop.files("www/real") == ["a.html": "b"])
        #expect(try workshop.status("www/real").st_mode & 0o777 == 0o750)
    }

    @Test("where the system cannot exchange, two renames; a kill between them is healed")
    func withoutExchange() throws {
        try workshop.publish(["a.html": "1"], canExchange: false)
        try workshop.publish(["a.html": "2"], canExchange: false)
        #expect(try workshop.files() == ["a.html": "2"])
        #expect(try workshop.names() == ["site"])

        rename(workshop.site, workshop.path + "/.site.kayoi-old")
        mkdir(workshop.path + "/.site.kayoi-new", 0o755)
        try workshop.put(".site.kayoi-new/half.html", "")
        do {
            let publisher = try workshop.publisher()
            #expect(try workshop.files() == ["a.html": "2"])
            try publisher.publish("a.html", Array("2".utf8))
        }
        #expect(try workshop.names() == ["site"])
    }

    @Test("of a build that was stopped nothing stays, whatever its files are called")
    func healing() throws {
        mkdir(workshop.path + "/.site.kayoi-new", 0o755)
        mkdir(workshop.path + "/.site.kayoi-new/folder", 0o755)
        var name = Array((workshop.path + "/.site.kayoi-new/").utf8CString.dropLast()) + [-1, 0]
        mkdir(&name, 0o755)
        try workshop.publish(["a.html": "a"])
        #expect(try workshop.names() == ["site"])
        #expect(try workshop.files() == ["a.html": "a"])
    }

    @Test("the second of two builds waits; when it takes too long, it says so")
    func twoAtOnce() throws {
        let first = try workshop.publisher()
        var waitedFor: Int32?
        #expect(throws: PublishFault(kind: .busy(process: getpid()), path: workshop.path)) {
            try workshop.publisher(patience: .milliseconds(100)) { waitedFor = $0 }
        }
        #expect(waitedFor == getpid())
        try first.publish("a.html", [])
        _ = try first.finish()
    }

    @Test("many threads at once")
    func threads() async throws {
        let publisher = try workshop.publisher()
        try await withThrowingTaskGroup { group in
            for thread in 0..<8 {
                group.addTask {
                    for number in 0..<100 {
                        try publisher.publish("\(number % 7)/\(thread)-\(number).html", [1, 2, 3])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try publisher.finish().written == 800)
        #expect(try workshop.isWhole())
    }

    @Test("refusals of the system: message, no leftovers, the old site as it was")
    func refusals() throws {
        #expect(throws: PublishFault(kind: .system(.open, ENOENT), path: "/nowhere/at")) {
            try workshop.publisher("/nowhere/at/all")
        }
        try workshop.put("file", "x")
        #expect(throws: PublishFault.self) { try workshop.publisher(workshop.path + "/file") }
        let name = String(repeating: "n", count: 300)
        try workshop.publish(["a.html": "a"])
        do {
            let publisher = try workshop.publisher()
            #expect(
                throws: PublishFault(
                    kind: .system(.write, ENAMETOOLONG), path: workshop.path + "/.site.kayoi-new/" + name)
            ) { try publisher.publish(name, []) }
            #expect(throws: PublishFault.self) { try publisher.finish() }
        }
        #expect(try workshop.files() == ["a.html": "a"])
        #expect(try workshop.names() == ["file", "site"])
        #expect(throws: PublishFault.self) { try workshop.publish(["a": "", "a/b": ""]) }
    }
}
