/// The folder in which a work is set may hold what is private, so none stays behind.

import Glibc
import Testing

@testable import Book

@Suite("The working folder")
struct WorkingFolderTests {
    @Test("goes with the work")
    func gone() throws {
        var path = ""
        do {
            let folder = try WorkingFolder()
            path = folder.path
            try folder.write([1], to: "templates/book/a.typ")
            #expect(access(path, F_OK) == 0)
        }
        #expect(access(path, F_OK) != 0)
    }

    @Test("that a killed run has left goes with the next one, but not the one in which another works")
    func leftBehind() throws {
        let used = try WorkingFolder()
        try used.write([1], to: "book.json")
        let parent = WorkingFolder.parent(of: used.path)
        let left = parent + "/.kayoi-typesetting-left-\(getpid())"
        mkdir(left, 0o700)
        mkdir(left + "/templates", 0o700)
        try WorkingFolder.write([1], to: left + "/templates/book.json")
        let link = left + ".link"
        symlink(used.path, link)
        defer { unlink(link) }
        _ = try WorkingFolder()
        #expect(access(left, F_OK) != 0)
        #expect(try WorkingFolder.read(used.path + "/book.json") == [1])
        #expect(access(link, F_OK) == 0, "a link is not followed")
    }
}
