// One build at a time for an output. The lock is the kernel's and goes with the process, however that ends.

import Glibc

/// Held from `init` until it is let go. The file `.NAME.kayoi-lock` is there only meanwhile (or after a kill, harmless).
final class BuildLock: Sendable {
    private let parent: Folder
    private let name: String
    private let file: Int32

    /// Waits up to `patience` while another process builds; `waiting` is told its number, once.
    init(
        _ name: String, in parent: Folder, patience: Duration, waiting: (_ process: Int32?) -> Void
    ) throws(PublishFault) {
        self.parent = parent
        self.name = name
        let deadline = ContinuousClock.now + patience
        var hasToldSo = false
        while true {
            let file = openat(parent.descriptor, name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            if file < 0 { throw parent.fault(.lock, name) }
            if flock(file, LOCK_EX | LOCK_NB) == 0 {
                // The one before may have removed the file while this process opened it.
                if isCurrent(file, name, parent) {
                    self.file = file
                    break
                }
                close(file)
                continue
            }
            let reason = errno
            let process = holder(file)
            close(file)
            guard reason == EWOULDBLOCK || reason == EINTR else {
                throw PublishFault(kind: .system(.lock, reason), path: parent.shown(name))
            }
            guard ContinuousClock.now < deadline else {
                throw PublishFault(kind: .busy(process: process), path: parent.path)
            }
            if !hasToldSo { waiting(process) }
            hasToldSo = true
            usleep(20_000)
        }
        ftruncate(file, 0)
        let number = Array("\(getpid())\n".utf8)
        pwrite(file, number, number.count, 0)
    }

    deinit {
        unlinkat(parent.descriptor, name, 0)
        close(file)
    }
}

private func isCurrent(_ file: Int32, _ name: String, _ parent: Folder) -> Bool {
    var own = stat()
    guard fstat(file, &own) == 0, let there = parent.status(name) else { return false }
    return own.st_ino == there.st_ino && own.st_dev == there.st_dev
}

private func holder(_ file: Int32) -> Int32? {
    var digits = [UInt8](repeating: 0, count: 16)
    let count = pread(file, &digits, digits.count, 0)
    return Int32(String(decoding: digits.prefix { $0 != 0x0A }.prefix(max(0, count)), as: UTF8.self))
}
