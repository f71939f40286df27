// How a document is kept: its nodes in one flat array, in the order of the text, each with the index after its last descendant.

/// The nodes of a document together with the text they are ranges of.
final class Tree: Sendable {
    let source: SourceText
    let records: [Record]

    init(source: SourceText, records: [Record]) {
        self.source = source
        self.records = records
    }
}

/// One node. A mapping's children are key, value, key, value …
struct Record: Sendable {
    enum Kind: UInt8, Sendable {
        case empty, plain, curlyQuoted, singleQuoted, doubleQuoted, literal, folded
        case flowSequence, blockSequence, flowMapping, blockMapping
    }

    var kind: Kind
    /// A scalar whose value is exactly the bytes of its content range.
    var isVerbatim = false
    /// Of a key that is one of the known ones and stands there as it is: its number; -1 for all else.
    var number: Int16 = -1
    /// Of a literal or folded block: how many columns its lines are indented.
    var indent: Int32 = 0
    /// The index of the record after this one and everything in it.
    var next: Int32
    var start: Int
    var end: Int

    /// The value of a verbatim scalar: without its quotes.
    var content: Range<Int> {
        switch kind {
        case .singleQuoted, .doubleQuoted: start + 1..<end - 1
        case .curlyQuoted: start + 3..<end - 3
        default: start..<end
        }
    }
}
