// What can be wrong with front matter, as values: a kind and a place. `Wording.swift` turns them into sentences.

/// One finding in a text, by byte range.
package struct Fault: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        // The file
        case byteOrderMark
        case shiftJIS
        case invalidUTF8(byte: UInt8)
        case invalidShiftJIS(byte: UInt8)
        case eucJP
        case forbiddenCharacter(scalar: UInt32)
        case noFrontMatter
        case unclosedFrontMatter
        case tooManyFaults

        // What Japanese keyboards give: understood, with a note
        case fullWidthColon
        case fullWidthSpace
        case fullWidthDash
        case curlyQuotes

        // Parts of YAML that are not read
        case anchor
        case alias
        case tag
        case complexKey
        case severalDocuments
        case directive
        case tabIndentation
        case pairInList

        // Broken structure
        case expectedKey
        case emptyKey
        case missingSpaceAfterColon
        case colonInValue
        case duplicateKey(String)
        case wrongIndentation
        case unexpectedListItem
        case listOnKeyLine
        case unclosedQuote
        case textAfterValue
        case unknownEscape
        case reservedCharacter(UInt8)
        case wrongBlockHeader
        case unclosedBracket(UInt8)
        case expectedComma
        /// Where a field follows between braces.
        case wideComma
        case tooDeep
    }

    package let kind: Kind
    package let range: Range<Int>

    package init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    package var severity: Severity {
        switch kind {
        case .shiftJIS: .warning
        case .byteOrderMark, .fullWidthColon, .fullWidthSpace, .fullWidthDash, .curlyQuotes: .note
        default: .error
        }
    }
}
