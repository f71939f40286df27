// The moment in which the old site becomes the new one.

import CLinux
import Glibc

/// `RENAME_EXCHANGE` of linux/fs.h.
private let exchangeFlag: UInt32 = 1 << 1

/// The names beside an output `site`, all on its file system.
struct Neighbours: Sendable {
    let site: String

    var lock: String { ".\(site).kayoi-lock" }
    /// The site in the making; after the exchange, the old one until it is removed.
    var new: String { ".\(site).kayoi-new" }
    /// Only where the system cannot exchange: the old site, between two renames.
    var old: String { ".\(site).kayoi-old" }
}

extension Folder {
    /// Puts the folder `new` in the place of `site`, in one step if the system can (Linux: `renameat2`, `RENAME_EXCHANGE`).
    /// If not, by two renames: a kill between them leaves no site but `old`, which `heal` puts back.
    func swap(_ names: Neighbours, canExchange: Bool = true) throws(PublishFault) {
        guard status(names.site) != nil else {
            return try rename(names.new, to: names.site)
        }
        if canExchange {
            if renameat2(descriptor, names.new, descriptor, names.site, exchangeFlag) == 0 { return }
            guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { throw swapFault(names.site) }
        }
        try rename(names.site, to: names.old)
        do {
            try rename(names.new, to: names.site)
        } catch {
            try? rename(names.old, to: names.site)
            throw error
        }
    }

    /// Clears away what a killed build left.
    func heal(_ names: Neighbours) throws(PublishFault) {
        if status(names.site) == nil, status(names.old) != nil { try rename(names.old, to: names.site) }
        remove(names.old)
        remove(names.new)
    }

    /// What was written anywhere on this file system survives a loss of power from now on.
    func flush() throws(PublishFault) {
        if syncfs(descriptor) != 0 { throw PublishFault(kind: .system(.flush, errno), path: path) }
    }

    /// The names in this folder do.
    func flushNames() {
        fsync(descriptor)
    }

    private func rename(_ name: String, to other: String) throws(PublishFault) {
        if renameat(descriptor, name, descriptor, other) != 0 { throw swapFault(other) }
    }

    private func swapFault(_ name: String) -> PublishFault {
        if errno == EBUSY || errno == EXDEV { return PublishFault(kind: .mountPoint, path: shown(name)) }
        return fault(.exchange, name)
    }
}
