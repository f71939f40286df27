// The cache folder: finished files, named by the key of what they were made from. Each appears complete or not at all,
// whoever else makes the same one at the same time.

import Glibc

struct PhotoStore: Sendable {
    let folder: String

    var indexPath: String { folder + "/index" }

    func path(of key: String, width: Int, _ format: PhotoFormat) -> String {
        "\(folder)/\(key)-\(width).\(format.rawValue)"
    }

    /// Whether all files are there, and of the size they were made; a power failure may leave them empty.
    func holds(_ rendering: Rendering) -> Bool {
        rendering.sizes.allSatisfy { size in
            zip(PhotoFormat.allCases, size.bytes).allSatisfy { format, bytes in
                var status = stat()
                return lstat(path(of: rendering.key, width: size.width, format), &status) == 0
                    && status.st_mode & S_IFMT == S_IFREG && status.st_size == bytes
            }
        }
    }

    /// Makes the folder and those above it.
    func create() throws(PhotoFault.Kind) {
        var end = folder.startIndex
        while end < folder.endIndex {
            end = folder[end...].dropFirst().firstIndex(of: "/") ?? folder.endIndex
            if mkdir(String(folder[..<end]), 0o777) != 0, errno != EEXIST { throw .cacheFailed(folder, errno) }
        }
    }

    /// A folder of one's own within the cache, for the time of `body`.
    func withWorkFolder<Result>(
        _ body: (String) throws(PhotoFault.Kind) -> Result
    ) throws(PhotoFault.Kind) -> Result {
        var template = Array("\(folder)/\(Self.workPrefix)XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .cacheFailed(folder, errno) }
        let work = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { removeFolder(work) }
        do {
            return try body(work)
        } catch .cacheFailed(_, let number) {
            // By the name that people know, and the same for all photos.
            throw .cacheFailed(folder, number)
        }
    }

    /// Takes over the files of a photo from a work folder.
    func adopt(_ rendered: Rendered, from work: String, as key: String) throws(PhotoFault.Kind) -> Rendering {
        var rendering = Rendering(key: key, original: rendered.original, sizes: [])
        for (stem, size) in rendered.files where rendering.sizes.last?.width != size.width {
            var bytes: [Int] = []
            for format in PhotoFormat.allCases {
                let file = "\(work)/\(stem).\(format.rawValue)"
                bytes.append(try adopt(file, as: path(of: key, width: size.width, format)))
            }
            rendering.sizes.append(Rendering.Size(width: size.width, height: size.height, bytes: bytes))
        }
        return rendering
    }

    /// Takes over one file, and gives its size in bytes.
    @discardableResult
    func adopt(_ file: String, as path: String) throws(PhotoFault.Kind) -> Int {
        var status = stat()
        guard stat(file, &status) == 0, rename(file, path) == 0 else { throw .cacheFailed(folder, errno) }
        return Int(status.st_size)
    }

    /// Removes the finished files whose key is not in `keys`, and what killed builds have left of their work, unless
    /// so young that another build may be busy with it.
    func removeAll(except keys: Set<Substring>, olderThan age: Duration) {
        let youngest = time(nil) - Int(age.components.seconds)
        for name in names(in: folder) {
            let isWork = name.hasPrefix(Self.workPrefix)
            guard isWork || isFinished(name), !keys.contains(name.prefix(64)) else { continue }
            let path = folder + "/" + name
            var status = stat()
            guard lstat(path, &status) == 0, status.st_mtim.tv_sec <= youngest else { continue }
            if isWork { removeFolder(path) } else { unlink(path) }
        }
    }

    private static let workPrefix = "work-"

    /// Other people's files are left alone.
    private func isFinished(_ name: String) -> Bool {
        name.utf8.count > 65 && name.utf8.dropFirst(64).first == UInt8(ascii: "-")
            && PhotoFormat.allCases.contains { name.hasSuffix("." + $0.rawValue) }
    }
}

func write(_ bytes: [UInt8], to path: String) throws(PhotoFault.Kind) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cacheFailed(path, errno) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno != EINTR { throw .cacheFailed(path, errno) }
        rest = rest.dropFirst(max(0, count))
    }
}

func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names
}

/// A folder that holds files only.
private func removeFolder(_ folder: String) {
    for name in names(in: folder) { unlink(folder + "/" + name) }
    rmdir(folder)
}
