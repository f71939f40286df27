// Names for headings, to link to: the heading's own words, unique in a text and the same on every build.

struct HeadingIDs {
    private var used: [String: Int] = [:]

    /// The words with hyphens between; signs are left out. A name that is taken gets a number.
    mutating func id(for heading: String) -> String {
        var base = ""
        for scalar in heading.unicodeScalars.prefix(80) {
            if isLetterOrDigit(scalar) || scalar == "_" {
                base += scalar.isASCII ? scalar.properties.lowercaseMapping : String(scalar)
            } else if !base.isEmpty, base.last != "-" {
                base += "-"
            }
        }
        while base.last == "-" { base.removeLast() }
        if base.isEmpty { base = "section" }
        return unique(base)
    }

    private mutating func unique(_ base: String) -> String {
        var name = base
        while used[name] != nil {
            used[base, default: 1] += 1
            name = "\(base)-\(used[base, default: 1])"
        }
        used[name] = 1
        return name
    }

    private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
        // Letters of all scripts, their marks, and iteration marks such as 々.
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }
}
