/// The head of an HTTP/1.1 request (RFC 9112), read strictly: what is not plainly well formed is refused, not guessed at.

struct RequestHead: Sendable {
    var method: String
    /// As sent: printable ASCII.
    var target: String
    /// Names in lower case, in the order sent.
    var fields: [(name: String, value: String)]
    /// Whether the sender waits for another answer on the same connection.
    var keepsOpen: Bool

    func values(of name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Kayoi's preview takes no bodies; where one begins, the next request can no longer be found.
    var hasBody: Bool {
        !values(of: "transfer-encoding").isEmpty || values(of: "content-length").contains { $0 != "0" }
    }

    static let largestSize = 16 << 10
    private static let mostFields = 100
    static let end = Array("\r\n\r\n".utf8)
}

extension RequestHead {
    /// - Parameter bytes: all lines up to the empty one, without it; nil where they are no head.
    init?(_ bytes: [UInt8]) {
        var lines = Self.lines(bytes)[...]
        guard let first = lines.popFirst(), lines.count <= Self.mostFields else { return nil }
        let parts = first.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, Self.isToken(parts[0]), Self.isPrintable(parts[1]) else { return nil }
        let version = String(decoding: parts[2], as: UTF8.self)
        guard version == "HTTP/1.1" || version == "HTTP/1.0" else { return nil }
        method = String(decoding: parts[0], as: UTF8.self)
        target = String(decoding: parts[1], as: UTF8.self)
        keepsOpen = version == "HTTP/1.1"
        fields = []
        for line in lines {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), Self.isToken(line[..<colon]),
                !line.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F })
            else { return nil }
            fields.append(
                (
                    String(decoding: line[..<colon], as: UTF8.self).lowercased(), Self.trimmed(line[(colon + 1)...])
                ))
        }
        if values(of: "connection").contains(where: { $0.lowercased().contains("close") }) { keepsOpen = false }
    }

    private static func trimmed(_ value: ArraySlice<UInt8>) -> String {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        let end = value.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? value.startIndex
        return String(decoding: value[..<end].drop(while: isBlank), as: UTF8.self)
    }

    /// By CR LF; a CR or LF alone stays in its line, where nothing allows it.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for index in bytes.indices.dropFirst() where bytes[index] == 0x0A && bytes[index - 1] == 0x0D && index > start {
            lines.append(bytes[start..<index - 1])
            start = index + 1
        }
        return lines + [bytes[start...]]
    }

    private static func isPrintable(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        isPrintable(bytes) && !bytes.contains { #"(),/:;<=>?@[\]{}""#.utf8.contains($0) }
    }
}
