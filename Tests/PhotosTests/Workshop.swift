// A folder for one test, in which pictures are made, photographed by an imaginary phone, and looked at.

import FrontMatter
import Glibc

@testable import Photos

/// libvips is there to be tested with.
let hasEngine = Engine(searchPath: "/usr/bin") != nil

final class Workshop: Sendable {
    let folder: String

    init() throws {
        var template = Array("/tmp/kayoi-photos-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Trouble(what: "mkdtemp") }
        folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { _ = run("/bin/rm", ["-rf", folder]) }

    var cache: String { folder + "/cache" }
    var library: PhotoLibrary { PhotoLibrary(cache: cache, searchPath: "/usr/bin") }

    func request(_ name: String) -> PhotoRequest { PhotoRequest(name: name, path: folder + "/" + name) }

    /// The photo of that name, which is expected to become one.
    func prepare(_ name: String) throws -> PreparedPhoto {
        let (photos, faults) = library.prepare([request(name)])
        guard let photo = photos[name], faults.isEmpty else { throw Trouble(what: "\(faults)") }
        return photo
    }

    func put(_ bytes: [UInt8], as name: String) throws { try Photos.write(bytes, to: folder + "/" + name) }

    func bytes(of path: String) throws -> [UInt8] { try Original(path: path, limit: .max).bytes }

    /// Converts a picture with libvips: "x.tif" → "x.jpg", by the name's ending.
    func convert(_ name: String, to other: String, options: String = "") throws {
        let (ending, output) = run("/usr/bin/vips", ["copy", name, other + options])
        if ending != .exit(0) { throw Trouble(what: output) }
    }

    /// What libvips tells of a file: size, colours, metadata.
    func description(of path: String) -> String { run("/usr/bin/vipsheader", ["-a", path]).output }

    /// The colour at a point, rounded to black, red, green, blue, white or whatever else is near.
    func colour(of path: String, x: Int, y: Int) -> [Int] {
        run("/usr/bin/vips", ["getpoint", path, "\(x)", "\(y)"]).output.split(whereSeparator: \.isWhitespace)
            .compactMap { Double($0) }.map { $0 < 64 ? 0 : $0 > 192 ? 255 : 128 }
    }

    func names(in folder: String) -> [String] {
        run("/bin/ls", ["-A", folder]).output.split(separator: "\n").map(String.init)
    }

    /// A program of the test's own, for the library to find in place of libvips'.
    func script(_ name: String, _ text: String) throws {
        try put(Array("#!/bin/sh\n\(text)\n".utf8), as: name)
        chmod(folder + "/" + name, 0o755)
    }

    @discardableResult
    func run(_ path: String, _ arguments: [String]) -> (ending: Program.Ending, output: String) {
        let slash = path.lastIndex(of: "/") ?? path.startIndex
        let program = Program(named: String(path[slash...].dropFirst()), in: String(path[..<slash]))
        return program?.run(arguments, in: folder, environment: ["LC_ALL=C"], until: .now + .seconds(60))
            ?? (.notStarted(ENOENT), "")
    }
}

struct Trouble: Error {
    var what: String
}

func inode(of path: String) -> UInt? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt(status.st_ino) : nil
}
