// The words of a text without its form: for searching, and for descriptions.

import Encoding

extension MarkdownText {
    /// The text on one line, so many characters at most, the last one `…` where something was cut.
    package func plainText(limit: Int) -> String { shortened(plainText, to: limit) }
}

/// The words of blocks on one line; readings of furigana are left out.
func plainText(_ blocks: [Block]) -> String {
    var words = PlainWriter()
    words.write(blocks)
    return words.text
}

/// The words of a line.
func plainText(_ inlines: [Inline]) -> String {
    var words = PlainWriter()
    words.write(inlines)
    return words.text
}

// MARK: - Shortening

private func shortened(_ text: String, to limit: Int) -> String {
    // Characters have a byte at least.
    guard text.utf8.count > limit else { return text }
    let kept = max(limit - 1, 0)
    if let end = text.withBytes({ plainEnd($0, after: kept) }) {
        let bytes = text.utf8
        return end < bytes.count ? String(text[..<bytes.index(bytes.startIndex, offsetBy: end)]) + "…" : text
    }
    guard let cut = text.index(text.startIndex, offsetBy: kept, limitedBy: text.endIndex),
        cut < text.endIndex, text.index(after: cut) < text.endIndex
    else { return text }
    return String(text[..<cut]) + "…"
}

/// Where so many characters end; the text's end if there is not more than one more. Nil where some may have more code
/// points than one: to find the borders of those takes tables.
private func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, after count: Int) -> Int? {
    var (at, end) = (0, 0)
    for number in 0..<count + 2 {
        if number == count { end = at }
        guard at < bytes.count else { return bytes.count }
        guard let length = plainLength(bytes, at) else { return nil }
        at += length
    }
    return end
}

/// How many bytes the printed ASCII character, kana, ideograph or full-width form at an offset has; nil for all else.
@inline(__always)
private func plainLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    switch bytes[at] {
    case 0x20...0x7E: return 1
    case 0xE3:
        // U+3000 to U+30FF, without the marks of voice that join kana, and those beside them that join Hangul and tones.
        let (second, third) = (bytes[at + 1], bytes[at + 2])
        let isMark =
            second == 0x82 && (0x99...0x9A).contains(third) || second == 0x80 && (0xAA...0xB0).contains(third)
        return (0x80...0x83).contains(second) && !isMark ? 3 : nil
    case 0xE4...0xE9: return 3
    case 0xEF: return (0xBC...0xBD).contains(bytes[at + 1]) ? 3 : nil
    default: return nil
    }
}

// MARK: - Writing

private struct PlainWriter {
    private(set) var text = ""
    private var needsSpace = false

    mutating func write(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .paragraph(let inlines), .heading(_, _, let inlines): write(inlines)
            case .quote(let blocks): write(blocks)
            case .list(let list): for item in list.items { write(item) }
            case .code(_, let code): write(code)
            case .figure(let picture): write(picture.title.isEmpty ? picture.alternative : picture.title)
            case .thematicBreak: break
            }
            needsSpace = true
        }
    }

    mutating func write(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .text(let words), .code(let words), .ruby(let words, _), .telephone(_, let words): write(words)
            case .softBreak, .lineBreak: needsSpace = true
            case .emphasis(let content), .strong(let content), .link(_, _, let content): write(content)
            case .picture(let picture): write(picture.alternative)
            case .place(let place): write(place.target)
            }
        }
    }

    private mutating func write(_ words: String) {
        let isOneWord = words.withBytes { bytes in
            guard wordEnd(bytes, from: 0) < bytes.count else { return true }
            split(bytes)
            return false
        }
        // As nearly every text is, for Japanese has no spaces.
        if isOneWord, !words.isEmpty { append(words) }
    }

    private mutating func split(_ bytes: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while at < bytes.count {
            let end = wordEnd(bytes, from: at)
            if end > at { append(String(decoding: bytes[at..<end], as: UTF8.self)) }
            guard end < bytes.count else { break }
            needsSpace = true
            at = end + blankLength(bytes, end)
        }
    }

    private mutating func append(_ word: String) {
        if text.isEmpty {
            text = word
        } else {
            if needsSpace { text += " " }
            text += word
        }
        needsSpace = false
    }

    /// Where the next white space is.
    private func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return start }
        var at = start
        while true {
            at = ByteScan.first(in: base, from: at, to: bytes.count, Self.suspects)
            guard at < bytes.count else { return at }
            if bytes[at] != 0x80 {
                if blankLength(bytes, at) > 0 { return at }
            } else if at > start, blankLength(bytes, at - 1) > 0 {
                return at - 1
            }
            at += 1
        }
    }

    /// Controls and spaces, the first byte of a no-break space, and the second of a full-width one: its first is that of
    /// all kana.
    @inline(__always)
    private static func suspects(in word: UInt64) -> UInt64 {
        ByteScan.below(0x21, word) | ByteScan.zeros(word ^ ByteScan.all(0xC2))
            | ByteScan.zeros(word ^ ByteScan.all(0x80))
    }

    /// How many bytes of white space stand at an offset: control characters, spaces, no-break and full-width ones.
    @inline(__always) private func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        switch bytes[at] {
        case 0...0x20: 1
        case 0xC2 where bytes[at + 1] == 0xA0: 2
        case 0xE3 where bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80: 3
        default: 0
        }
    }
}
