// What kayoi reads in plain words: furigana, place links, telephone numbers, and addresses.

import Encoding
import FrontMatter

/// Gives the parts of a text, which is valid UTF-8, in order; of a place its range in the text. In a link there are no
/// further links.
func splitByConventions(_ text: UnsafeBufferPointer<UInt8>, isInLink: Bool, _ yield: (Inline) -> Void) {
    var scanner = ConventionScanner(text, isInLink: isInLink)
    scanner.scan()
    guard !scanner.parts.isEmpty else { return yield(.text(String(part: text.indices, of: text))) }
    scanner.parts.forEach(yield)
}

private struct ConventionScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let isInLink: Bool
    /// Empty if the text is nothing but text.
    private(set) var parts: [Inline] = []
    private var textStart = 0
    private var at = 0
    /// No closing mark of this kind comes any more: saves searching for it again.
    private var hasBrace = true
    private var hasBrackets = true

    init(_ bytes: UnsafeBufferPointer<UInt8>, isInLink: Bool) {
        self.bytes = bytes
        self.isInLink = isInLink
    }

    mutating func scan() {
        guard let base = bytes.baseAddress else { return }
        while true {
            at = ByteScan.first(in: base, from: at, to: bytes.count, Self.suspects)
            guard at < bytes.count else { break }
            switch bytes[at] {
            case UInt8(ascii: "{") where hasBrace: take(ruby())
            case UInt8(ascii: "[") where hasBrackets && !isInLink: take(place())
            case UInt8(ascii: "0") where !isInLink, 0xEF where !isInLink && digit(at)?.value == 0: take(telephone())
            case UInt8(ascii: "h") where !isInLink: take(address())
            default: at += 1
            }
        }
        if !parts.isEmpty { flush(to: bytes.count) }
    }

    /// Where a convention may begin: { [ 0 h, and the first byte of a full-width digit.
    @inline(__always)
    private static func suspects(in word: UInt64) -> UInt64 {
        // { and [ differ in one bit.
        ByteScan.zeros(word & ByteScan.all(0xDF) ^ ByteScan.all(0x5B))
            | ByteScan.zeros(word ^ ByteScan.all(0x30)) | ByteScan.zeros(word ^ ByteScan.all(0x68))
            | ByteScan.zeros(word ^ ByteScan.all(0xEF))
    }

    private mutating func take(_ found: (part: Inline, end: Int)?) {
        guard let found else {
            at += 1
            return
        }
        flush(to: at)
        parts.append(found.part)
        at = found.end
        textStart = at
    }

    private mutating func flush(to end: Int) {
        if end > textStart { parts.append(.text(string(textStart..<end))) }
    }

    private func string(_ range: Range<Int>) -> String { String(part: range, of: bytes) }

    // MARK: Furigana and places

    /// `{漢字|かんじ}`
    private mutating func ruby() -> (part: Inline, end: Int)? {
        var bar: Int?
        var end = at + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "}") {
            if bytes[end] == UInt8(ascii: "{") { return nil }
            if bytes[end] == UInt8(ascii: "|") {
                guard bar == nil else { return nil }
                bar = end
            }
            end += 1
        }
        guard end < bytes.count else {
            hasBrace = false
            return nil
        }
        guard let bar, bar > at + 1, bar + 1 < end else { return nil }
        return (.ruby(base: string(at + 1..<bar), reading: string(bar + 1..<end)), end + 1)
    }

    /// `[[name]]`
    private mutating func place() -> (part: Inline, end: Int)? {
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "[") else { return nil }
        let start = at + 2
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "]") {
            if bytes[end] == UInt8(ascii: "[") { return nil }
            end += 1
        }
        guard end < bytes.count else {
            hasBrackets = false
            return nil
        }
        guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "]") else { return nil }
        let target = trimmed(start..<end)
        guard !target.isEmpty else { return nil }
        return (.place(PlaceReference(target: string(target), range: at..<end + 2)), end + 2)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    // MARK: Telephone numbers

    /// Three groups with hyphens that begin with 0 and have 10 or 11 digits together.
    private func telephone() -> (part: Inline, end: Int)? {
        guard !followsWord() else { return nil }
        var digits: [UInt8] = []
        var groups: [Int] = []
        var end = at
        while groups.count < 3 {
            let before = digits.count
            while let digit = digit(end), digits.count < 12 {
                digits.append(UInt8(ascii: "0") + digit.value)
                end += digit.length
            }
            groups.append(digits.count - before)
            if groups.count < 3 {
                guard let hyphen = hyphen(end) else { return nil }
                end += hyphen
            }
        }
        guard (10...11).contains(digits.count), (2...5).contains(groups[0]), (1...4).contains(groups[1]),
            (3...4).contains(groups[2]), digit(end) == nil, !isHyphenAndDigit(end)
        else { return nil }
        return (.telephone(digits: String(decoding: digits, as: UTF8.self), text: string(at..<end)), end)
    }

    private func isHyphenAndDigit(_ offset: Int) -> Bool {
        hyphen(offset).map { digit(offset + $0) != nil } ?? false
    }

    /// A half- or full-width digit.
    private func digit(_ offset: Int) -> (value: UInt8, length: Int)? {
        guard offset < bytes.count else { return nil }
        if (0x30...0x39).contains(bytes[offset]) { return (bytes[offset] - 0x30, 1) }
        guard offset + 2 < bytes.count, bytes[offset] == 0xEF, bytes[offset + 1] == 0xBC,
            (0x90...0x99).contains(bytes[offset + 2])
        else { return nil }
        return (bytes[offset + 2] - 0x90, 3)
    }

    /// The length of what people type as a hyphen: `-`, `－`, `‐`, `‑`, `–`, `−`, `ー`.
    private func hyphen(_ offset: Int) -> Int? {
        guard offset < bytes.count else { return nil }
        if bytes[offset] == UInt8(ascii: "-") { return 1 }
        guard offset + 2 < bytes.count else { return nil }
        switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
        case (0xEF, 0xBC, 0x8D), (0xE2, 0x80, 0x90...0x93), (0xE2, 0x88, 0x92), (0xE3, 0x83, 0xBC): return 3
        default: return nil
        }
    }

    /// A letter, digit or joining sign stands before: this is the middle of something.
    private func followsWord() -> Bool {
        guard at > 0 else { return false }
        switch bytes[at - 1] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "="): return true
        case 0x80...: return at >= 3 && (digit(at - 3) != nil || (hyphen(at - 3) == 3 && isNumberBefore(at - 3)))
        default: return false
        }
    }

    private func isNumberBefore(_ offset: Int) -> Bool {
        (offset >= 1 && digit(offset - 1) != nil) || (offset >= 3 && digit(offset - 3) != nil)
    }

    // MARK: Addresses

    /// `http://…` or `https://…`, up to what cannot belong to it.
    private func address() -> (part: Inline, end: Int)? {
        guard let start = ["http://", "https://"].first(where: starts)?.utf8.count, !followsWord() else { return nil }
        var end = at + start
        while end < bytes.count, isAddressByte(bytes[end]) { end += 1 }
        end = withoutSentence(at + start..<end)
        guard end > at + start else { return nil }
        let address = string(at..<end)
        return (.link(address: address, title: "", [.text(address)]), end)
    }

    private func starts(with word: String) -> Bool { bytes[at...].starts(with: word.utf8) }

    private func isAddressByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F && !"<>\"{}|\\^`".utf8.contains(byte)
    }

    /// Signs at the end belong to the sentence, and so does a parenthesis that was opened before.
    private func withoutSentence(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        var balance = bytes[range].reduce(0) { $0 + ($1 == UInt8(ascii: "(") ? 1 : $1 == UInt8(ascii: ")") ? -1 : 0) }
        while end > range.lowerBound {
            if bytes[end - 1] == UInt8(ascii: ")"), balance < 0 {
                balance += 1
            } else if !".,;:!?'*_~[]".utf8.contains(bytes[end - 1]) {
                break
            }
            end -= 1
        }
        return end
    }
}
