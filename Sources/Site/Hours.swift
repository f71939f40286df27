/// Hours that stay together: a reader who finds 13:30〜 at a line's end takes it for the whole.

import Encoding
import Templates

/// A sentence in which no line ends within hours, such as 13:30〜15:30.
struct KeepingHours: TextValue {
    let sentence: String

    var isBlank: Bool { sentence.isEmpty }

    func write(to output: inout OutputBuffer) {
        sentence.withBytes { bytes in
            func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }
            var done = 0
            for dash in bytes.indices where Self.isDash(bytes, dash) {
                let start = bytes[..<dash].lastIndex { !Self.isOfTime($0) }.map { $0 + 1 } ?? 0
                guard start >= done, bytes[start..<dash].contains(UInt8(ascii: ":")) else { continue }
                let end = bytes[(dash + Self.dashLength)...].firstIndex { !Self.isOfTime($0) } ?? bytes.endIndex
                output.append(escaping: part(done..<start))
                output.append("<span class=\"hours\">")
                output.append(part(start..<end))
                output.append("</span>")
                done = end
            }
            output.append(escaping: part(done..<bytes.count))
        }
    }

    private static let dashLength = 3

    /// 〜 in Japanese, – in English.
    private static func isDash(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard bytes[at] >= 0xE2, at + dashLength <= bytes.count else { return false }
        return switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
        case (0xE3, 0x80, 0x9C), (0xE2, 0x80, 0x93): true
        default: false
        }
    }

    private static func isOfTime(_ byte: UInt8) -> Bool { (0x30...0x3A).contains(byte) }
}

/// A day and its hours, such as 12月1日（火） 13:30〜15:30: lines end between the words only.
struct KeepingWords: TextValue {
    let text: String

    var isBlank: Bool { text.utf8.allSatisfy { $0 == UInt8(ascii: " ") } }

    func write(to output: inout OutputBuffer) {
        text.withBytes { bytes in
            var (start, isFirst) = (0, true)
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
                if start < end {
                    if !isFirst { output.append(" ") }
                    isFirst = false
                    output.append("<span class=\"hours\">")
                    output.append(escaping: UnsafeBufferPointer(rebasing: bytes[start..<end]))
                    output.append("</span>")
                }
                start = end + 1
            }
        }
    }
}
