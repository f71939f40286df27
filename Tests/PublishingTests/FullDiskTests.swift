import Glibc
import Testing

@testable import Publishing

private let canMount: Bool = {
    let (workshop, disk) = (Workshop(), "/disk")
    mkdir(workshop.path + disk, 0o755)
    return workshop.mount(disk) && workshop.run("umount", workshop.path + disk)
}()

/// Small disks of their own, which only root can have.
@Suite(
    "Disks", .enabled(if: canMount, "only root can mount, and in a container not even root"), .serialized)
struct FullDiskTests {
    let workshop = Workshop()

    private func withDisk(_ body: (Workshop) throws -> Void) throws {
        let disk = workshop.path + "/disk"
        mkdir(disk, 0o755)
        try #require(workshop.mount("/disk"))
        defer { _ = workshop.run("umount", disk) }
        try body(Workshop(in: disk))
    }

    @Test("full: message, room as before, the old site as it was, and the next build works")
    func full() throws {
        try withDisk { small in
            try small.publish(["a.html": "a"])
            do {
                let publisher = try small.publisher()
                let page = [UInt8](repeating: 1, count: 200_000)
                var fault: PublishFault?
                for number in 0..<5 where fault == nil {
                    do throws(PublishFault) { try publisher.publish("\(number)", page) } catch { fault = error }
                }
                #expect(fault?.kind == .system(.write, ENOSPC))
                #expect(fault?.message(.japanese).contains("空きがありません") == true)
                #expect(throws: PublishFault.self) { try publisher.finish() }
            }
            #expect(try small.files() == ["a.html": "a"])
            #expect(try small.names() == ["site"])
            try small.publish(["a.html": "b"])
            #expect(try small.files() == ["a.html": "b"])
        }
    }

    @Test("read-only")
    func readOnly() throws {
        try withDisk { small in
            try small.publish(["a.html": "a"])
            let disk = workshop.path + "/disk"
            try #require(workshop.run("mount", "-o", "remount,ro", disk))
            defer { _ = workshop.run("mount", "-o", "remount,rw", disk) }
            #expect(throws: PublishFault(kind: .system(.lock, EROFS), path: small.path + "/.site.kayoi-lock")) {
                try small.publish(["a.html": "b"])
            }
            #expect(try small.files() == ["a.html": "a"])
        }
    }

    @Test("an output that is itself a disk cannot be exchanged")
    func mountPoint() throws {
        let disk = workshop.path + "/disk"
        mkdir(disk, 0o755)
        try #require(workshop.mount("/disk"))
        defer { _ = workshop.run("umount", disk) }
        do {
            let publisher = try workshop.publisher(disk)
            try publisher.publish("a.html", [1])
            #expect(throws: PublishFault(kind: .mountPoint, path: disk)) { try publisher.finish() }
        }
        #expect(try workshop.names() == ["disk"])
    }
}

extension Workshop {
    /// A disk of 512 KB in one of its folders.
    fileprivate func mount(_ folder: String) -> Bool {
        run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", path + folder)
    }
}
