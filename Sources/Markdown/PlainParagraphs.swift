// Texts of plain words: paragraphs and nothing else, as nearly all are. To CommonMark no sign in them means anything, so
// libcmark need not look at them.

import Encoding

extension TreeReader {
    /// The paragraphs of the text; nil where anything may be more than words.
    mutating func plainParagraphs() -> [Block]? {
        guard let lines = plainLines(of: text) else { return nil }
        return lines.split(whereSeparator: \.isEmpty).map { paragraph in
            var inlines: [Inline] = []
            for line in paragraph {
                if !inlines.isEmpty { inlines.append(.softBreak) }
                appendText(UnsafeBufferPointer(rebasing: text[line]), at: line.lowerBound, to: &inlines)
            }
            return .paragraph(inlines)
        }
    }
}

/// The lines of a text, without their line feeds. Nil where a sign may mean something to CommonMark: a doubt, not an answer.
private func plainLines(of text: UnsafeBufferPointer<UInt8>) -> [Range<Int>]? {
    guard let base = text.baseAddress else { return nil }
    var lines: [Range<Int>] = []
    var start = 0
    var at = 0
    while start < text.count {
        at = ByteScan.first(in: base, from: at, to: text.count, mayMean)
        if at < text.count, text[at] != 0x0A {
            // Brackets are a link's only before its address: what begins with one, as definitions do, is no plain line.
            guard text[at] == UInt8(ascii: "]"), at + 1 == text.count || text[at + 1] != UInt8(ascii: "(") else {
                return nil
            }
            at += 1
        } else {
            guard isOfWords(text[start..<at]) else { return nil }
            lines.append(start..<at)
            at += 1
            start = at
        }
    }
    return lines
}

/// Whether a line neither begins with a sign, a digit or a space, nor ends with a space; also where it is empty.
private func isOfWords(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = line.first, let last = line.last else { return true }
    return (first >= 0x80 || (0x61...0x7A).contains(first | 0x20)) && last != 0x20
}

/// Control characters with the line feed; \ ] ^ _, which differ in two bits; * & < and `.
@inline(__always)
private func mayMean(in word: UInt64) -> UInt64 {
    ByteScan.below(0x20, word) | ByteScan.zeros(word & ByteScan.all(0xFC) ^ ByteScan.all(0x5C))
        | ByteScan.zeros(word ^ ByteScan.all(0x2A)) | ByteScan.zeros(word ^ ByteScan.all(0x26))
        | ByteScan.zeros(word ^ ByteScan.all(0x3C)) | ByteScan.zeros(word ^ ByteScan.all(0x60))
}
