/// The way from paper to the web: a page's address with its QR code.

import Encoding

extension JSON {
    /// Null where there is no address.
    static func code(_ address: String) -> JSON {
        guard !address.isEmpty, let code = QRCode(address) else { return .null }
        let rows = (0..<code.size).map { row in
            String(
                decoding: code.modules[row * code.size..<(row + 1) * code.size].map {
                    $0 ? UInt8(ascii: "1") : UInt8(ascii: "0")
                }, as: UTF8.self)
        }
        return ["address": .string(address), "rows": JSON(rows)]
    }
}
