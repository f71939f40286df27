// Texts that would make libcmark's time grow with the square of their length. Nobody means them.

import Encoding

/// The first line of a text that nests more blocks, or leaves more pictures open, than libcmark can bear.
func overload(in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let base = text.baseAddress else { return nil }
    var start = 0
    var openPictures = 0
    while start < text.count {
        var end = start
        while end < text.count, text[end] == 0x20 || text[end] == 0x09 { end += 1 }
        let isBlank = end == text.count || text[end] == 0x0A || text[end] == 0x0D
        while true {
            end = ByteScan.first(in: base, from: end, to: text.count) { word in
                ByteScan.zeros(word ^ ByteScan.all(0x0A)) | ByteScan.zeros(word ^ ByteScan.all(0x0D))
                    | ByteScan.zeros(word ^ ByteScan.all(0x5B))
            }
            guard end < text.count, text[end] == UInt8(ascii: "[") else { break }
            if end > start, text[end - 1] == UInt8(ascii: "!") { openPictures += 1 }
            end += 1
        }
        if isBlank { openPictures = 0 }
        // Each line is held against all blocks that are open; each link against all `![` before it in the paragraph
        // (CVE-2023-22486, in libcmark before 0.30.3).
        if blockMarks(in: text, start..<end) > 100 || openPictures > 1000 { return start..<min(start + 1, end) }
        start = end + 1
    }
    return nil
}

/// How many quotes and list items a line opens at most.
private func blockMarks(in text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
    var marks = 0
    for at in line {
        switch text[at] {
        case UInt8(ascii: ">"): marks += 1
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
            if at + 1 < line.upperBound, text[at + 1] == 0x20 || text[at + 1] == 0x09 { marks += 1 }
        case 0x20, 0x09, UInt8(ascii: "0")...UInt8(ascii: "9"): break
        default: return marks
        }
    }
    return marks
}
