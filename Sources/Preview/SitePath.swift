/// From the target of a request to the path of a file in the site, with no second way to write any path.

enum SitePath {
    /// The path, decoded once; nil for what no link of a site can be: other forms of target, steps that lead up or
    /// nowhere, escapes of bytes that mean something, and what is not UTF-8.
    static func path(of target: String) -> String? {
        guard !target.utf8.contains(UInt8(ascii: "#")), target.utf8.first == UInt8(ascii: "/") else { return nil }
        let written = target.utf8.dropFirst().prefix { $0 != UInt8(ascii: "?") }
        guard let bytes = decoded(written), let path = String(validating: bytes, as: UTF8.self) else { return nil }
        let steps = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, step) in steps.enumerated() {
            if step.isEmpty, index + 1 < steps.count { return nil }
            if step.elementsEqual(".".utf8) || step.elementsEqual("..".utf8) { return nil }
        }
        // What stands in a folder's place is its index.
        return steps.last?.isEmpty == true ? path + "index.html" : path
    }

    private static func decoded(_ text: Substring.UTF8View) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = text[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\") { return nil }
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                return nil
            }
            let value = high << 4 | low
            switch value {
            case 0..<0x20, 0x7F, UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "%"): return nil
            default: bytes.append(value)
            }
        }
        return bytes
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
