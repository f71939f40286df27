// What can be wrong with a template or a string table: facts here, their wording in Wording.swift.

package struct TemplateFault: Sendable, Hashable {
    package let kind: Kind
    package let place: SourcePlace

    /// Whether pages would not be as they should; the others are warnings.
    package var isError: Bool { if case .unused = kind { false } else { true } }

    package enum Kind: Sendable, Hashable {
        // The text of a template
        case tagNotClosed
        case badTag(String)
        case rawHTML(String)
        case newDelimiters
        case sectionNotClosed(String)
        case closesNothing(String)
        case closesAnother(String, open: String, line: Int)
        case outsideBlocks(layout: String)
        case blockTwice(String)
        case tooDeep

        // What it refers to
        case noTemplate(String, nearest: String?)
        case noPartial(String, nearest: String?)
        case recursion([String])
        case noBlock(String, layout: String, nearest: String?)
        case noName(String, in: [String], nearest: String?)
        case noText(String, isList: Bool)
        case noSection(String)
        case noCurrentText
        case throughList(String)
        case listInList(String)
        case throughText(String)
        case noWord(String, language: String, nearest: String?)
        case tooLarge

        // What refers to it
        case unused(nearest: String?)

        // String tables
        case badEntry
        case badQuote
        case wordTwice(String, line: Int)
        case wordOfNobody(String, nearest: String?)
    }
}

/// Faults up to a number that somebody can still read: the cost of a fault is a walk through its file.
struct FaultList {
    static let most = 200

    private(set) var all: [TemplateFault] = []

    mutating func add(_ kind: TemplateFault.Kind, _ range: Range<Int>, in file: TemplateFile) {
        guard all.count < Self.most else { return }
        all.append(TemplateFault(kind: kind, place: file.place(of: range)))
    }
}
