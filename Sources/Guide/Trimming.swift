/// White space at the ends of values, in the scripts that editors type.

import FrontMatter

extension String {
    /// Without white space at its ends, full-width too. Most texts have none and are returned as they are.
    var trimmed: String {
        guard withBytes({ $0.mayBeginBlank || $0.mayEndBlank }) else { return self }
        var rest = Substring(self).unicodeScalars
        while let first = rest.first, first.isBlank { rest.removeFirst() }
        while let last = rest.last, last.isBlank { rest.removeLast() }
        return String(rest)
    }

    /// The trimmed pieces between scalars that separate.
    func pieces(separatedBy isSeparator: (Unicode.Scalar) -> Bool) -> [String] {
        guard unicodeScalars.contains(where: isSeparator) else { return isEmpty ? [] : [trimmed] }
        return unicodeScalars.split(whereSeparator: isSeparator).map { String($0).trimmed }
    }
}

/// What the bytes at the ends tell of a blank in UTF-8, so that nearly all texts are known at once to have none.
extension UnsafeBufferPointer<UInt8> {
    fileprivate var mayBeginBlank: Bool {
        guard let first else { return false }
        return first <= 0x20 || first == 0xC2 || mayBeBlank(at: 0)
    }

    fileprivate var mayEndBlank: Bool {
        guard let last else { return false }
        return last <= 0x20 || count >= 2 && self[count - 2] == 0xC2 || mayBeBlank(at: count - 3)
    }

    /// Of three bytes: the full-width space, and the typographic ones with what else is beside them.
    private func mayBeBlank(at offset: Int) -> Bool {
        guard offset >= 0, offset + 3 <= count, self[offset + 1] == 0x80 else { return false }
        return self[offset] == 0xE2 || self[offset] == 0xE3 && self[offset + 2] == 0x80
    }
}

extension Unicode.Scalar {
    /// Space, tab, line ends, no-break and full-width space, and the typographic spaces. (Unicode's own table of white
    /// space is the same but for rarities, and many times slower to ask.)
    var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: true
        default: false
        }
    }
}
