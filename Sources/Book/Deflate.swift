/// The packing of PDF's streams (zlib, RFC 1950).

import CZlib

enum Deflate {
    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            compress2(buffer.baseAddress, &length, bytes, UInt(bytes.count), 6)
            count = Int(length)
        }
    }

    /// Nil where the bytes are no such packing, or unpack to more than a page can need.
    static func unpack(_ bytes: [UInt8], limit: Int = 1 << 28) -> [UInt8]? {
        var capacity = max(bytes.count * 8, 1024)
        while capacity <= limit {
            var status = Z_OK
            let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                var length = UInt(buffer.count)
                status = uncompress(buffer.baseAddress, &length, bytes, UInt(bytes.count))
                count = status == Z_OK ? Int(length) : 0
            }
            if status == Z_OK { return result }
            guard status == Z_BUF_ERROR else { return nil }
            capacity *= 4
        }
        return nil
    }
}
