// Where in the source a thing stands that libcmark found: its block gives the lines, a search in them the bytes.

import CCMark
import CLinux

/// Finds words in the block that is being read, each after the one before.
struct Locator {
    private let text: UnsafeBufferPointer<UInt8>
    private let offset: Int
    private var block = 0..<0
    private var cursor = 0
    /// Kept once it was asked for: a long line may be the place of very many words.
    private var firstLine: Range<Int>?
    private var lineStarts: [Int]?
    /// Words that are written otherwise in the source (by entities or escapes) cost a search to the end of the block each.
    private var missesLeft = 100
    private var node: OpaquePointer?

    init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
        self.text = text
        self.offset = offset
    }

    /// From now on the block is this one.
    mutating func enter(_ node: OpaquePointer) {
        self.node = node
    }

    /// A range of the body as a range of the source.
    func shifted(_ range: Range<Int>) -> Range<Int> { range.lowerBound + offset..<range.upperBound + offset }

    /// The first line of the block.
    var line: Range<Int> {
        mutating get {
            settle()
            if let firstLine { return firstLine }
            var end = block.lowerBound
            while end < block.upperBound, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
            let line = shifted(block.lowerBound..<end)
            firstLine = line
            return line
        }
    }

    /// The next occurrence of the word in the block; the block's first line where it is not found as it is.
    mutating func find(_ word: String) -> Range<Int> {
        settle()
        var word = word
        let found = word.withUTF8 { word in
            missesLeft > 0 && !word.isEmpty ? firstRange(of: word, in: cursor..<block.upperBound) : nil
        }
        guard let found else {
            missesLeft -= 1
            return line
        }
        cursor = found.upperBound
        return shifted(found)
    }

    /// The range up to and with the mark that follows on its line.
    func extended(_ range: Range<Int>, to mark: StaticString) -> Range<Int> {
        let start = range.upperBound - offset
        var end = start
        while end < block.upperBound, text[end] != 0x0A, end - start < 8 {
            if end + mark.utf8CodeUnitCount <= block.upperBound,
                (0..<mark.utf8CodeUnitCount).allSatisfy({ text[end + $0] == mark.utf8Start[$0] })
            {
                return range.lowerBound..<end + mark.utf8CodeUnitCount + offset
            }
            end += 1
        }
        return range
    }

    /// The lines of the block, found only when a place is asked for.
    private mutating func settle() {
        guard let node else { return }
        self.node = nil
        let starts = lineStarts ?? findLines()
        lineStarts = starts
        let first = min(max(Int(cmark_node_get_start_line(node)), 1), starts.count)
        let last = min(max(Int(cmark_node_get_end_line(node)), first), starts.count)
        block = starts[first - 1]..<(last < starts.count ? starts[last] : text.count)
        cursor = block.lowerBound
        firstLine = nil
    }

    private func findLines() -> [Int] {
        var starts = [0]
        for index in text.indices where text[index] == 0x0A || text[index] == 0x0D {
            let isFirstOfTwo = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
            if !isFirstOfTwo { starts.append(index + 1) }
        }
        return starts
    }

    /// By the system's search, which takes linear time on any word.
    private func firstRange(of word: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Range<Int>? {
        guard let text = text.baseAddress, let start = word.baseAddress,
            let found = memmem(text + range.lowerBound, range.count, start, word.count)
        else { return nil }
        let place = UnsafeRawPointer(found) - UnsafeRawPointer(text)
        return place..<place + word.count
    }
}
