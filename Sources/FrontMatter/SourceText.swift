// A file as it was read: its name and its bytes in UTF-8, from which lines and columns are computed when a message needs them.

import Synchronization

/// The text of one file, always valid UTF-8 whatever the bytes on disk were.
package struct SourceText: Sendable {
    /// How the bytes on disk were written.
    package enum Encoding: Sendable, Equatable {
        case utf8
        case utf8WithByteOrderMark
        /// Shift_JIS as Windows writes it (CP932); `bytes` are the conversion to UTF-8.
        case shiftJIS
        /// Neither; `bytes` have U+FFFD where the file is broken, and must not be written back.
        case unknown
    }

    /// The file's name as messages show it, usually relative to the guide.
    package let file: String
    /// The text in UTF-8, including a byte order mark where there was one.
    package let bytes: [UInt8]
    package let encoding: Encoding
    /// What had to be said about the encoding.
    package let faults: [Fault]
    private let lines = LineIndex()

    /// Decodes UTF-8 or Shift_JIS; never fails, broken bytes become a fault.
    package init(file: String, bytes: [UInt8]) {
        self.file = file
        let decoded = DecodedText(bytes)
        self.bytes = decoded.bytes
        encoding = decoded.encoding
        faults = decoded.faults
    }

    package init(file: String, text: String) {
        self.init(file: file, bytes: Array(text.utf8))
    }

    /// Where the text begins, after a byte order mark.
    package var textStart: Int { encoding == .utf8WithByteOrderMark ? 3 : 0 }

    /// The text between two byte offsets.
    package func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// Line and column, both from 1, of a byte offset; the column counts Unicode scalars.
    package func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        let line = lines.number(of: offset, in: bytes)
        let start = lines.range(of: line, in: bytes).lowerBound
        let from = line == 1 ? max(start, textStart) : start
        return (line, lines.scalarCount(from: min(from, offset), to: offset, in: bytes) + 1)
    }

    /// The bytes of a line (from 1), without its line break.
    package func lineRange(_ line: Int) -> Range<Int> {
        let range = lines.range(of: line, in: bytes)
        return line == 1 ? max(range.lowerBound, min(textStart, range.upperBound))..<range.upperBound : range
    }
}

/// Where the lines of a text begin; found once, when first asked for.
private final class LineIndex: Sendable {
    private let starts = Mutex<[Int]>([])
    /// The last count of scalars. Findings follow each other, and of a very long line each counts only what is new.
    private let last = Mutex((from: 0, to: 0, count: 0))

    func scalarCount(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
        last.withLock { last in
            let isOn = last.from == start && last.to <= end
            let counted = isOn ? last.to : start
            let count = bytes[counted..<end].reduce(isOn ? last.count : 0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            last = (start, end, count)
            return count
        }
    }

    func number(of offset: Int, in bytes: [UInt8]) -> Int {
        withStarts(of: bytes) { starts in
            var low = 0
            var high = starts.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if starts[middle] <= offset { low = middle } else { high = middle }
            }
            return low + 1
        }
    }

    func range(of line: Int, in bytes: [UInt8]) -> Range<Int> {
        withStarts(of: bytes) { starts in
            guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
            let start = starts[line - 1]
            var end = line < starts.count ? starts[line] : bytes.count
            while end > start, isBreak(bytes[end - 1]) { end -= 1 }
            return start..<end
        }
    }

    private func withStarts<Value>(of bytes: [UInt8], _ body: ([Int]) -> Value) -> Value {
        starts.withLock { starts in
            if starts.isEmpty { starts = lineStarts(of: bytes) }
            return body(starts)
        }
    }
}

/// Lines end with LF, CRLF or a lone CR.
private func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where isBreak(byte) {
        let isFirstOfTwo = byte == ASCII.carriageReturn && index + 1 < bytes.count && bytes[index + 1] == ASCII.newline
        if !isFirstOfTwo { starts.append(index + 1) }
    }
    return starts
}
