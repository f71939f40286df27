// A folder of its own for each test, and short ways to publish and to look.

import Glibc
import Testing

@testable import Publishing

/// A temporary folder, gone with the value.
final class Workshop: Sendable {
    let path: String

    init(in base: String = "/tmp") {
        var template = Array("\(base)/kayoi-publishing-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? base + "/kayoi-publishing"
    }

    deinit { try? Folder("/").remove(String(path.dropFirst())) }

    var site: String { path + "/site" }

    func publisher(
        _ output: String? = nil, day: String = "2026-05-01", patience: Duration = .seconds(20),
        canExchange: Bool = true,
        waiting: (Int32?) -> Void = { _ in }
    ) throws(PublishFault) -> Publisher {
        try Publisher(
            output: output ?? site, version: "1.0", day: day, patience: patience, canExchange: canExchange,
            waiting: waiting)
    }

    @discardableResult
    func publish(_ files: [String: String], canExchange: Bool = true) throws(PublishFault) -> Publisher.Report {
        let publisher = try publisher(canExchange: canExchange)
        for (path, text) in files { try publisher.publish(path, Array(text.utf8)) }
        return try publisher.finish()
    }

    func put(_ name: String, _ text: String) throws {
        try Folder(path).write(name, Array(text.utf8))
    }

    /// Every file below a folder of the workshop, without the manifest.
    func files(_ name: String = "site") throws -> [String: String] {
        var found: [String: String] = [:]
        func walk(_ folder: Folder, _ prefix: String) throws {
            for entry in try folder.entries() {
                guard let name = entry.name else { continue }
                if entry.isFolder {
                    try walk(Folder(name, in: folder), prefix + name + "/")
                } else if name != Manifest.name {
                    // Of a symbolic link, nothing: it is not followed.
                    found[prefix + name] = (try? folder.read(name)).flatMap { $0 }.map {
                        String(decoding: $0, as: UTF8.self)
                    }
                }
            }
        }
        try walk(Folder(path + "/" + name), "")
        return found
    }

    /// Names in the workshop itself.
    func names() throws -> [String] {
        try Folder(path).entries().compactMap(\.name).sorted()
    }

    func status(_ name: String) throws -> stat {
        try #require(Folder(path).status(name))
    }

    /// Runs a program and waits for it; whether it went well.
    func run(_ words: String...) -> Bool {
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        guard posix_spawnp(&process, words[0], nil, nil, &arguments, environ) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status == 0
    }

    /// What the site's own manifest says is true of its files.
    func isWhole() throws -> Bool {
        let folder = try Folder(site)
        guard let json = try folder.read(Manifest.name), let manifest = Manifest(json: json) else { return false }
        let files = try files()
        return files.count == manifest.files.count
            && files.allSatisfy { path, text in
                manifest[path] == Array(text.utf8).withUnsafeBytes { Digest(of: $0) }
            }
    }
}
