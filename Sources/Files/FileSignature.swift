/// What the system says of a file, without a look into it.

import Encoding
import Glibc

/// Tells a file from what it was: every change gives another one.
package struct FileSignature: Equatable, Sendable {
    private let mode: UInt32
    private let size: Int
    private let inode: UInt
    private let modified: Int
    /// Editors may set the time of the content back; that of the change they cannot.
    private let changed: Int

    package init(_ status: stat) {
        mode = status.st_mode
        size = Int(status.st_size)
        inode = status.st_ino
        modified = FileClock.nanoseconds(status.st_mtim)
        changed = FileClock.nanoseconds(status.st_ctim)
    }

    /// Of what stands at a path now, a link itself; nil where there is nothing.
    package init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// False for a file that had changed just before that time, or has since: another change would not show.
    package func isSettled(at time: Int) -> Bool { settling < time }

    /// From then on another change carries another time.
    var settling: Int { changed + FileClock.tick(at: changed) }

    func add(to sum: inout Fingerprint) {
        for fact in [Int(mode), size, Int(bitPattern: inode), modified, changed] {
            sum.add(UInt64(bitPattern: Int64(fact)))
        }
    }
}

/// The time by which file systems note changes, in nanoseconds since 1970.
package enum FileClock {
    /// It goes on by steps no longer than this: two changes in one carry the same time. There are file systems that count
    /// in seconds, and FAT counts every second one.
    static func tick(at time: Int) -> Int { time % 1_000_000_000 == 0 ? 2_000_000_000 : 50_000_000 }

    package static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
}
