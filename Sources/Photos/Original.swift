// The file that an editor put into content/photos/: recognised by its stamp, known by its content.

import CCrypto
import Glibc

/// What tells, without reading it, that a file is the one it was. Times in nanoseconds.
struct Stamp: Sendable, Hashable {
    var size: Int
    var modified: Int
    /// Unlike `modified` set by the system alone, so that no copying program can turn it back.
    var changed: Int

    init(size: Int, modified: Int, changed: Int) {
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    init(_ status: stat) {
        size = Int(status.st_size)
        modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
    }

    /// Of the file at a path; nil where there is none.
    init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// A file as it was at one moment.
struct Original: Sendable {
    let stamp: Stamp
    let bytes: [UInt8]

    init(path: String, limit: Int) throws(PhotoFault.Kind) {
        // O_NONBLOCK: a pipe in a photo's place must not hold the build up. O_NOFOLLOW: a link may lead anywhere.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .unreadable(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        stamp = Stamp(status)
        guard stamp.size <= limit else { throw .tooManyBytes(stamp.size, limit: limit) }

        var failure: Int32 = 0
        bytes = [UInt8](unsafeUninitializedCapacity: stamp.size) { buffer, count in
            while let start = buffer.baseAddress, count < buffer.count {
                let got = read(descriptor, start + count, buffer.count - count)
                if got > 0 {
                    count += got
                } else if got == 0 {
                    return
                } else if errno != EINTR {
                    failure = errno
                    return
                }
            }
        }
        if failure != 0 { throw .unreadable(failure) }
    }

    /// Whether the file begins as photos do: JPEG, PNG, GIF, TIFF, WebP, HEIC and AVIF. To libvips, documents, tables and
    /// drawings are pictures too, and each would bring another reader for strangers' bytes.
    var beginsAsPhoto: Bool { Self.beginAsPhoto(bytes) }

    /// What is wrong with a file at the first look, at its size and its beginning.
    static func faultAtFirstLook(at path: String, limit: Int) -> PhotoFault.Kind? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { return .unreadable(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .unreadable(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { return .notAFile }
        guard status.st_size <= limit else { return .tooManyBytes(Int(status.st_size), limit: limit) }
        var beginning = [UInt8](repeating: 0, count: 16)
        let count = read(descriptor, &beginning, beginning.count)
        guard count >= 0 else { return .unreadable(errno) }
        return beginAsPhoto(Array(beginning.prefix(count))) ? nil : .notAPicture
    }

    private static func beginAsPhoto(_ bytes: [UInt8]) -> Bool {
        let marks: [(at: Int, bytes: [UInt8])] = [
            (0, [0xFF, 0xD8, 0xFF]), (0, [0x89] + "PNG\r\n".utf8), (0, Array("GIF8".utf8)), (0, Array("II*\0".utf8)),
            (0, Array("MM\0*".utf8)), (8, Array("WEBP".utf8)), (4, Array("ftyp".utf8)),
        ]
        return marks.contains { bytes.dropFirst($0.at).starts(with: $0.bytes) }
    }

    /// Content and recipe in 64 hexadecimal digits: what is made from the one by the other is always the same.
    var key: String { hexadecimal(sha256(Array(Recipe.text.utf8) + sha256(bytes))) }
}

/// FIPS 180-4.
func sha256(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
        count = EVP_Digest(bytes, bytes.count, digest.baseAddress, nil, EVP_sha256(), nil) == 1 ? 32 : 0
        // libcrypto fails here only without memory, and then Swift stops too.
        precondition(count == 32)
    }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
