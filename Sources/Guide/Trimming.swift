/// White space at the ends of values, in the scripts that editors type.

extension String {
    /// Without white space at its ends, full-width too. Most texts have none and are returned as they are.
    var trimmed: String {
        guard let start = utf8.first, let end = utf8.last, start.mayBeginBlank || end.mayEndBlank else { return self }
        let scalars = unicodeScalars
        guard let first = scalars.first, let last = scalars.last, first.isBlank || last.isBlank else { return self }
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

/// What the first and the last byte tell of a blank in UTF-8, so that nearly all texts are known at once to have none.
extension UInt8 {
    fileprivate var mayBeginBlank: Bool { self <= 0x20 || self == 0xC2 || self == 0xE2 || self == 0xE3 }
    fileprivate var mayEndBlank: Bool {
        switch self {
        case ...0x20, 0x80...0x8A, 0xA0, 0xA8, 0xA9, 0xAF: true
        default: false
        }
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
