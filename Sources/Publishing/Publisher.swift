// Publishing in one step: readers see the old site or the new one, whole, whatever happens meanwhile.

import Dispatch
import Files
import Glibc
import Synchronization

/// Takes the files of a new site and puts it in the place of the old one.
///
///     let publisher = try Publisher(output: "site", version: "1.0.0", day: "2026-05-01")
///     try publisher.publish("index.html", page)  // from as many threads as you like
///     let report = try publisher.finish()
///
/// The new site grows beside the output. A file that is as it was keeps its inode and its time; if all are, the site stays
/// untouched. What kayoi did not make (CNAME, .gitignore, .git) is carried over. A publisher that is let go without
/// `finish` leaves nothing.
package final class Publisher: Sendable {
    private let parent: Folder
    private let names: Neighbours
    private let lock: BuildLock
    private let old: Folder?
    private let new: Folder
    private let previous: Manifest
    private let previousJSON: [UInt8]?
    private let version: String
    private let day: String
    private let canExchange: Bool
    private let progress = Mutex(Progress())

    private struct Progress {
        var files: [Manifest.Entry] = []
        /// Files that are as they were.
        var kept: [String] = []
        var folders: Set<Substring> = []
        /// What was written.
        var inventory = Inventory()
        var failure: PublishFault?
    }

    /// Waits for another build of the same output up to `patience`; `waiting` is told that build's process, once.
    /// - Throws: when the output holds something that kayoi did not make, another build takes too long, or the system
    ///   refuses.
    package convenience init(
        output: String, version: String, day: String, patience: Duration = .seconds(60),
        waiting: (_ process: Int32?) -> Void = { _ in }
    ) throws(PublishFault) {
        try self.init(
            output: output, version: version, day: day, patience: patience, canExchange: true, waiting: waiting)
    }

    /// Without `canExchange`, as on a system that cannot.
    init(
        output: String, version: String, day: String, patience: Duration, canExchange: Bool,
        waiting: (_ process: Int32?) -> Void
    ) throws(PublishFault) {
        self.version = version
        self.day = day
        self.canExchange = canExchange
        let (parentPath, name) = try locate(output)
        parent = try Folder(parentPath)
        names = Neighbours(site: name)
        lock = try BuildLock(names.lock, in: parent, patience: patience, waiting: waiting)
        try parent.heal(names)
        old = parent.status(name) == nil ? nil : try Folder(name, in: parent)
        let json = try old?.read(Manifest.name)
        previousJSON = json
        if let old { previous = try manifest(json, of: old) } else { previous = Manifest() }
        try parent.makeNewFolder(names.new)
        new = try Folder(names.new, in: parent)
    }

    deinit { parent.remove(names.new) }

    /// Takes one file. May be called from several threads at once. After a fault, `finish` gives that fault too.
    /// - Parameter path: relative to the site, with `/`.
    package func publish(_ path: String, _ bytes: [UInt8]) throws(PublishFault) {
        try publish(path, bytes.span)
    }

    package func publish(_ path: String, _ bytes: Span<UInt8>) throws(PublishFault) {
        try bytes.withUnsafeBytes { (bytes) throws(PublishFault) in try take(path, bytes) }
    }

    private func take(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(PublishFault) {
        do throws(PublishFault) {
            guard isProper(path) else { throw PublishFault(kind: .badPath, path: path) }
            let digest = Digest(of: bytes)
            let isKept = previous[path] == digest && old?.holds(path, bytes) == true
            try note(path, digest, isKept: isKept)
            if isKept { return }
            let signature = try new.write(path, bytes)
            progress.withLock { $0.inventory.add(path[...], signature) }
        } catch {
            progress.withLock { $0.failure = $0.failure ?? error }
            throw error
        }
    }

    /// What a build did to the output.
    package struct Report: Sendable {
        /// Nothing at all was touched.
        package let isUnchanged: Bool
        package let written: Int
        package let kept: Int
        /// Files of the old site that are no more.
        package let removed: [String]
        /// Files that kayoi did not make, other than Git's own.
        package let carried: [String]
        /// Files that kayoi did not make and has now made its own.
        package let replaced: [String]
        /// Of the output.
        package let inventory: Inventory
    }

    /// Puts the new site in the place of the old one.
    package func finish() throws(PublishFault) -> Report {
        let progress = progress.withLock { $0 }
        if let failure = progress.failure { throw failure }
        let (manifest, kept) = (try Manifest(progress.files), progress.kept)
        let json = manifest.json(version: version, day: day)
        let isUnchanged = kept.count == manifest.files.count && json == previousJSON
        var inventory = progress.inventory
        var foreign = Foreign()
        if isUnchanged {
            if let old { try refuseLinks(in: old, at: "") }
        } else {
            try linkAll(kept)
            if let old { try carry(old, at: "", isOurs: true, previous.folders, manifest, &foreign) }
            inventory.add(Manifest.name[...], try new.write(Manifest.name, json))
            try exchange()
        }
        // Another link to a file changes what the system says of it.
        if let old { inventory = Inventory(in: isUnchanged ? old : new) }
        return Report(
            isUnchanged: isUnchanged, written: manifest.files.count - kept.count, kept: kept.count,
            removed: previous.files.map(\.path).filter { manifest[$0] == nil },
            carried: foreign.carried.sorted(), replaced: foreign.replaced.sorted(),
            inventory: inventory)
    }

    // MARK: Steps

    /// Enters a file, and sees that its folder is there.
    private func note(_ path: String, _ digest: Digest, isKept: Bool) throws(PublishFault) {
        try progress.withLock { (progress) throws(PublishFault) in
            progress.files.append(Manifest.Entry(path: path, digest: digest))
            if isKept { progress.kept.append(path) }
            try makeFolders(above: path, &progress.folders)
        }
    }

    private func makeFolders(above path: String, _ known: inout Set<Substring>) throws(PublishFault) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), !known.contains(path[..<slash]) else { return }
        let folder = path[..<slash]
        try makeFolders(above: String(folder), &known)
        try new.makeFolder(String(folder))
        known.insert(folder)
    }

    private func linkAll(_ paths: [String]) throws(PublishFault) {
        guard let old else { return }
        let failure = Mutex<PublishFault?>(nil)
        let share = 512
        DispatchQueue.concurrentPerform(iterations: (paths.count + share - 1) / share) { [new] number in
            do throws(PublishFault) {
                for path in paths[number * share..<min(paths.count, (number + 1) * share)] {
                    try old.link(path, into: new)
                }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
    }

    /// Links what the old site holds and kayoi did not make, with its folders, unless the new site has its own of that name.
    private func carry(
        _ folder: Folder, at prefix: String, isOurs: Bool, _ ownFolders: Set<Substring>, _ manifest: Manifest,
        _ foreign: inout Foreign
    ) throws(PublishFault) {
        for entry in try folder.entries() {
            guard let name = entry.name else { throw PublishFault(kind: .system(.link, EILSEQ), path: folder.path) }
            let path = prefix + name
            let isKnown = entry.isFolder ? ownFolders.contains(path[...]) : previous[path] != nil
            if path == Manifest.name || isKnown && !entry.isFolder { continue }
            if manifest[path] != nil {
                foreign.replaced.append(path)
                continue
            }
            if !isKnown, isOurs {
                try progress.withLock { (progress) throws(PublishFault) in
                    try makeFolders(above: path, &progress.folders)
                }
            }
            guard entry.isFolder else {
                if folder.leadsOut(name) { throw PublishFault(kind: .linkOut, path: folder.shown(name)) }
                try old?.link(path, into: new)
                if !path.hasPrefix(".git") { foreign.carried.append(path) }
                continue
            }
            let inner = try Folder(name, in: folder)
            if !isKnown { try new.makeFolder(path) }
            try carry(inner, at: path + "/", isOurs: isKnown, ownFolders, manifest, &foreign)
            if !isKnown { try new.copyMode(of: inner, to: path) }
        }
    }

    /// As `carry` does, where all that kayoi made is as it was.
    private func refuseLinks(in folder: Folder, at prefix: String) throws(PublishFault) {
        for entry in try folder.entries() {
            guard let name = entry.name else { throw PublishFault(kind: .system(.link, EILSEQ), path: folder.path) }
            if previous[prefix + name] != nil { continue }
            if entry.isFolder {
                try refuseLinks(in: Folder(name, in: folder), at: prefix + name + "/")
            } else if folder.leadsOut(name) {
                throw PublishFault(kind: .linkOut, path: folder.shown(name))
            }
        }
    }

    private func exchange() throws(PublishFault) {
        if let old { try new.copyMode(of: old, to: ".") }
        try new.flush()
        try parent.swap(names, canExchange: canExchange)
        parent.flushNames()
        parent.remove(names.new)
        parent.remove(names.old)
    }
}

private struct Foreign {
    var carried: [String] = []
    var replaced: [String] = []
}

/// The folder in which the output stands, and its name there; a symbolic link is followed.
private func locate(_ output: String) throws(PublishFault) -> (parent: String, name: String) {
    func split(_ path: String) -> (parent: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
    if let real = realpath(output, nil) {
        defer { free(real) }
        return split(String(cString: real))
    }
    guard errno == ENOENT else { throw PublishFault(kind: .system(.open, errno), path: output) }
    var path = output
    while path.hasSuffix("/") { path.removeLast() }
    guard !path.isEmpty else { throw PublishFault(kind: .system(.open, ENOENT), path: output) }
    return split(path)
}

/// What kayoi made of the files in `site`: all that its manifest names. A folder without one is only taken when empty.
private func manifest(_ json: [UInt8]?, of site: Folder) throws(PublishFault) -> Manifest {
    if let json {
        guard let manifest = Manifest(json: json) else {
            throw PublishFault(kind: .damagedManifest, path: site.shown(Manifest.name))
        }
        return manifest
    }
    let harmless: Set = [".git", ".gitignore", ".gitattributes", ".gitkeep", ".keep"]
    let others = try site.entries().map { $0.name ?? "?" }.filter { !harmless.contains($0) }.sorted()
    guard others.isEmpty else { throw PublishFault(kind: .notOurs(Array(others.prefix(3))), path: site.path) }
    return Manifest()
}

/// Whether a path stays within the site: no empty part, no `.`, no `..`, no NUL.
private func isProper(_ path: String) -> Bool {
    guard path != Manifest.name else { return false }
    // How long the step is so far, and of how many dots.
    var (length, dots) = (0, 0)
    for byte in path.utf8 {
        if byte == 0 { return false }
        if byte == UInt8(ascii: "/") {
            guard length > 0, length > 2 || dots < length else { return false }
            (length, dots) = (0, 0)
        } else {
            length += 1
            if byte == UInt8(ascii: ".") { dots += 1 }
        }
    }
    return length > 0 && (length > 2 || dots < length)
}
