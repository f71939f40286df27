// Drawings of the site's own → pictures, for those who show no drawings: messengers and social networks. What was
// drawn once is kept, by content.

import Glibc
import Parallel

/// A picture that was made from a drawing.
package struct DrawnPicture: Sendable, Hashable {
    /// The finished file in the cache.
    package var file: String
    /// In the site: "cards/0a1b2c3d4e5f6071.png". Differs when the picture does.
    package var publishedName: String
}

package struct DrawingLibrary: Sendable {
    private let store: PhotoStore
    private let searchPath: String

    /// - Parameters:
    ///   - cache: A folder for finished files, all of its own. It is made where needed.
    ///   - searchPath: Where the programs are looked for; nil: `PATH`.
    package init(cache: String, searchPath: String? = nil) {
        store = PhotoStore(folder: cache)
        self.searchPath = searchPath ?? getenv("PATH").map { String(cString: $0) } ?? ""
    }

    /// All of these SVG drawings as PNG, in their order; or none, and why.
    package func prepare(_ drawings: [[UInt8]]) throws(DrawingFault) -> [DrawnPicture] {
        let keys = drawings.parallelMap { hexadecimal(sha256(Array(Self.options.utf8) + $0)).prefix(16) }
        let pictures = keys.map {
            DrawnPicture(file: "\(store.folder)/\($0).png", publishedName: "cards/\($0).png")
        }
        let missing = drawings.indices.filter { !isThere(pictures[$0].file) }
        if !missing.isEmpty { try draw(missing.map { (drawings[$0], pictures[$0].file) }) }
        removeUnused(keeping: Set(keys))
        return pictures
    }

    private func isThere(_ file: String) -> Bool {
        // A link could lead to anything on this machine, and would be published.
        var status = stat()
        return lstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    }

    private func removeUnused(keeping keys: Set<Substring>) {
        let youngest = time(nil) - 3600
        for name in names(in: store.folder) where isFinished(name) && !keys.contains(name.dropLast(4)) {
            var status = stat()
            let path = store.folder + "/" + name
            if lstat(path, &status) == 0, status.st_mtim.tv_sec <= youngest { unlink(path) }
        }
    }

    /// Other people's files are left alone.
    private func isFinished(_ name: String) -> Bool {
        let key = name.utf8.dropLast(4)
        return name.hasSuffix(".png") && key.count == 16
            && key.allSatisfy { "0123456789abcdef".utf8.contains($0) }
    }
}

// MARK: Drawing

extension DrawingLibrary {
    /// libvips' options for a finished file: few colours, as drawings have.
    private static let options = "[strip,palette,compression=9]"

    /// One run of the program draws so many: to start it takes longer than a drawing.
    private static let batch = 8

    private func draw(_ drawings: [(svg: [UInt8], file: String)]) throws(DrawingFault) {
        guard let thumbnail = Program(named: "vipsthumbnail", in: searchPath) else { throw .engineMissing }
        guard hasJapaneseFont else { throw .noJapaneseFont }
        do { try store.create() } catch { throw DrawingFault(error) }
        let batches = stride(from: 0, to: drawings.count, by: Self.batch).map {
            Array(drawings[$0..<min($0 + Self.batch, drawings.count)])
        }
        let results = batches.parallelMap { batch in
            Result { () throws(PhotoFault.Kind) in try draw(batch, by: thumbnail) }
        }
        for case .failure(let kind) in results { throw DrawingFault(kind) }
    }

    private func draw(_ batch: [(svg: [UInt8], file: String)], by thumbnail: Program) throws(PhotoFault.Kind) {
        try store.withWorkFolder { folder throws(PhotoFault.Kind) in
            for (number, drawing) in batch.enumerated() { try write(drawing.svg, to: "\(folder)/\(number).svg") }
            let names = batch.indices.map { "\($0).svg" }
            let (ending, output) = thumbnail.run(
                ["--vips-concurrency=1"] + names + ["--size", "1200x630", "--output", "%s.png" + Self.options],
                in: folder, environment: ["LC_ALL=C.UTF-8", "TMPDIR=."], until: .now + .seconds(120))
            guard ending == .exit(0) else { throw .damaged(detail: String(output.suffix(160))) }
            for (number, drawing) in batch.enumerated() {
                try store.adopt("\(folder)/\(number).png", as: drawing.file)
            }
        }
    }

    /// Without one, names would be drawn as empty boxes. Where nobody can say, it is believed to be there.
    private var hasJapaneseFont: Bool {
        guard let list = Program(named: "fc-list", in: searchPath) else { return true }
        let (ending, output) = list.run(
            [":lang=ja", "family"], in: "/", environment: ["LC_ALL=C.UTF-8"], until: .now + .seconds(30))
        return ending != .exit(0) || output.utf8.contains { $0 > 0x20 }
    }
}

// MARK: Faults

/// Why there are no pictures of drawings; never of one alone.
package enum DrawingFault: Error, Sendable, Hashable {
    case engineMissing
    case noJapaneseFont
    /// With what libvips said about it.
    case notDrawn(detail: String)
    /// By `errno`.
    case cacheFailed(String, Int32)

    init(_ kind: PhotoFault.Kind) {
        switch kind {
        case .cacheFailed(let path, let number): self = .cacheFailed(path, number)
        case .damaged(let detail): self = .notDrawn(detail: detail)
        default: self = .notDrawn(detail: "\(kind)")
        }
    }
}
