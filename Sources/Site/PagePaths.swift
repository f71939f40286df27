/// Paths between the pages of the site.

import Publication

extension Address {
    /// How to get from a page to the site's root: "" or "../".
    static func root(of path: String) -> String {
        String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
    }

    /// The file that a link leads to.
    static func decoded(_ link: some StringProtocol) -> String {
        guard link.utf8.contains(UInt8(ascii: "%")) else { return String(link) }
        var bytes: [UInt8] = []
        var rest = Array(link.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
