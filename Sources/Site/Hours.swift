/// Hours that stay together: a reader who finds 13:30〜 at a line's end takes it for the whole.

import Templates

extension HTML {
    /// A sentence in which no line ends within hours, such as 13:30〜15:30.
    init(keepingHours sentence: String) {
        let bytes = Array(sentence.utf8)
        var output = OutputBuffer(capacity: bytes.count + 64)
        var done = 0
        for dash in bytes.indices where Self.isDash(bytes, dash) {
            let start = bytes[..<dash].lastIndex { !Self.isOfTime($0) }.map { $0 + 1 } ?? 0
            guard start >= done, bytes[start..<dash].contains(UInt8(ascii: ":")) else { continue }
            let end = bytes[(dash + Self.dashLength)...].firstIndex { !Self.isOfTime($0) } ?? bytes.endIndex
            bytes[done..<start].withUnsafeBufferPointer { output.append(escaping: $0) }
            output.append(Self.hoursStart)
            bytes[start..<end].withUnsafeBufferPointer { output.append($0) }
            output.append(Self.hoursEnd)
            done = end
        }
        bytes[done...].withUnsafeBufferPointer { output.append(escaping: $0) }
        self.init(trusted: output.bytes)
    }

    /// A day and its hours, such as 12月1日（火） 13:30〜15:30: lines end between the words only.
    init(keepingWords text: String) {
        var output = OutputBuffer(capacity: text.utf8.count + 64)
        for word in Array(text.utf8).split(separator: UInt8(ascii: " ")) {
            if output.count > 0 { output.append(HTML(trusted: " ")) }
            output.append(Self.hoursStart)
            word.withUnsafeBufferPointer { output.append(escaping: $0) }
            output.append(Self.hoursEnd)
        }
        self.init(trusted: output.bytes)
    }

    private static let hoursStart = HTML(trusted: "<span class=\"hours\">")
    private static let hoursEnd = HTML(trusted: "</span>")
    private static let dashLength = 3

    /// 〜 in Japanese, – in English.
    private static func isDash(_ bytes: [UInt8], _ at: Int) -> Bool {
        guard bytes[at] >= 0xE2, at + dashLength <= bytes.count else { return false }
        return switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
        case (0xE3, 0x80, 0x9C), (0xE2, 0x80, 0x93): true
        default: false
        }
    }

    private static func isOfTime(_ byte: UInt8) -> Bool { (0x30...0x3A).contains(byte) }
}
