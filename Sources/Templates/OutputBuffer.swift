// The bytes of a page while it is written.

import Encoding

/// A growing array of UTF-8 bytes. Keep one for many pages: `removeAll()` keeps its memory.
@usableFromInline
package struct OutputBuffer: Sendable {
    package private(set) var bytes: [UInt8] = []
    /// Where passages stand in them, one behind the other.
    package private(set) var passages: [(place: Range<Int>, reading: Passage.Reading)] = []

    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    package var count: Int { bytes.count }

    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        passages.removeAll(keepingCapacity: true)
    }

    package mutating func append(_ part: UnsafeBufferPointer<UInt8>) {
        bytes.append(run: part)
    }

    /// Markup that stands in the program itself.
    package mutating func append(_ markup: StaticString) {
        markup.withUTF8Buffer { append($0) }
    }

    /// Text with something else in place of its suspects.
    @inline(__always)
    mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, suspects: (ByteScan.Block) -> ByteScan.Block.Marks,
        instead: (UnsafePointer<UInt8>, Int, Int) -> (length: Int, StaticString?)
    ) {
        bytes.append(text, suspects: suspects, instead: instead)
    }

    package mutating func append(_ part: [UInt8]) {
        // Of all places in one file there need not be a second copy.
        if bytes.isEmpty, part.count > 1 << 20 { bytes = part } else { bytes.append(contentsOf: part) }
    }

    @usableFromInline
    package mutating func append(_ html: HTML) {
        // By its bytes: to hand over the array itself would count a reference, which all threads share.
        html.bytes.withUnsafeBufferPointer { append($0) }
    }

    mutating func append(_ passage: Passage) {
        let start = count
        append(passage.html)
        if !passage.html.isEmpty { passages.append((start..<count, passage.reading)) }
    }

    /// Whether what was written after `start` is exactly `expected`; it is taken back in any case.
    mutating func takeBack(to start: Int, comparing expected: StaticString) -> Bool {
        let written = bytes[start...]
        let isEqual = expected.withUTF8Buffer { written.elementsEqual($0) }
        bytes.removeSubrange(start...)
        while let last = passages.last, last.place.upperBound > start { passages.removeLast() }
        return isEqual
    }
}
