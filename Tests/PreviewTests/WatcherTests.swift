import Glibc
import TestSupport
import Testing

@testable import Preview

/// What editors and other programs do to files, and that it is told.
@Suite final class WatcherTests {
    private let root: String

    init() {
        var template = Array("/tmp/kayoi-watch-XXXXXX".utf8CString)
        root = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap(mkdtemp).map { String(cString: $0) } ?? "/tmp/kayoi-watch-failed"
        }
        for folder in ["content", "content/places", "templates"] { mkdir(root + "/" + folder, 0o755) }
        write("content/guide.md")
    }

    deinit {
        removeFolder(root)
        removeFolder(root + "-away")
    }

    private func write(_ path: String, _ text: String = "x") {
        guard let stream = fopen(root + "/" + path, "w") else { return }
        fputs(text, stream)
        fclose(stream)
    }

    /// The changes until one of them tells of `path`.
    private func expect(_ path: String, _ watcher: inout Watcher, _ location: SourceLocation = #_sourceLocation) {
        var told: Set<String> = []
        for _ in 0..<20 {
            guard let changes = watcher.next(within: .seconds(10)) else { break }
            if changes.isEverything || changes.paths.contains(path) { return }
            told.formUnion(changes.paths)
        }
        Issue.record("nothing told of \(path), but of \(told)", sourceLocation: location)
    }

    @Test func savedInPlace() {
        var watcher = Watcher(root: root)
        write("content/guide.md", "y")
        #expect(watcher.next(within: .seconds(10)) == Changes(paths: ["content/guide.md"]))
        write("content/places/浜.md")
        expect("content/places/浜.md", &watcher)
    }

    @Test func savedByRenamingAndByLinking() {
        var watcher = Watcher(root: root)
        write("content/.guide.md.swp")
        rename(root + "/content/.guide.md.swp", root + "/content/guide.md")
        #expect(watcher.next(within: .seconds(10)) == Changes(paths: ["content/guide.md"]))
        link(root + "/content/guide.md", root + "/content/places/himawari.md")
        expect("content/places/himawari.md", &watcher)
    }

    @Test func deletedAndMovedAway() {
        var watcher = Watcher(root: root)
        unlink(root + "/content/guide.md")
        expect("content/guide.md", &watcher)
        write("templates/home.mustache")
        expect("templates/home.mustache", &watcher)
        rename(root + "/templates/home.mustache", root + "/elsewhere")
        expect("templates/home.mustache", &watcher)
    }

    /// Nobody closes a pipe as a text is closed when it is written.
    @Test func aPipeInTheirPlaceIsTold() {
        var watcher = Watcher(root: root)
        mkfifo(root + "/content/places/himawari.md", 0o644)
        expect("content/places/himawari.md", &watcher)
    }

    @Test func newFoldersAreWatchedToo() {
        var watcher = Watcher(root: root)
        mkdir(root + "/content/places/hama", 0o755)
        mkdir(root + "/content/places/hama/kita", 0o755)
        expect("content/places/hama", &watcher)
        write("content/places/hama/kita/a.md")
        expect("content/places/hama/kita/a.md", &watcher)
        rename(root + "/content/places/hama", root + "/content/places/minami")
        expect("content/places/minami", &watcher)
        write("content/places/minami/kita/b.md")
        expect("content/places/minami/kita/b.md", &watcher)
    }

    @Test func whatEditorsKeepBesideATextIsNoChange() {
        var watcher = Watcher(root: root)
        for name in [
            "content/.guide.md.swp", "content/guide.md~", "content/#guide.md#", "content/4913", "site",
            "content/new.md",
        ] {
            write(name, "")
        }
        #expect(watcher.next(within: .seconds(10)) == Changes(paths: ["content/new.md"]))
    }

    @Test func aBurstIsFewAnswersAndNothingIsLost() {
        let paths = (0..<200).map { "content/places/\($0).md" }
        for path in paths { write(path) }
        var watcher = Watcher(root: root)
        // More than the kernel's queue holds by default (16384): it says so, and everything is read again.
        for number in 0..<20_000 { close(open(root + "/" + paths[number % paths.count], O_WRONLY)) }
        var told: Set<String> = []
        var answers = 0
        while let changes = watcher.next(within: .milliseconds(300)) {
            answers += 1
            if changes.isEverything { return }
            told.formUnion(changes.paths)
        }
        #expect(told == Set(paths) && answers < 2000)
    }

    @Test func theFolderGoesAndComesBack() {
        var watcher = Watcher(root: root)
        rename(root + "/content", root + "/away")
        expect("content", &watcher)
        #expect(watcher.next(within: .milliseconds(50)) == nil)
        rename(root + "/away", root + "/content")
        expect("content", &watcher)
        write("content/places/a.md")
        expect("content/places/a.md", &watcher)
    }

    @Test func theWholeGuideGoesAndComesBack() {
        var watcher = Watcher(root: root)
        rename(root, root + "-away")
        expect("", &watcher)
        #expect(watcher.next(within: .milliseconds(300)) == nil)
        rename(root + "-away", root)
        expect("", &watcher)
        write("content/guide.md", "back")
        expect("content/guide.md", &watcher)
    }
}
