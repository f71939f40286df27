// The fields of a document as others see them: mappings, sequences and scalars, each with its place.

import Encoding

/// A value in a document.
package struct Node: Sendable {
    let tree: Tree
    let index: Int

    package enum Value: Sendable {
        case scalar(String)
        case sequence(Items)
        case mapping(Mapping)
    }

    package var value: Value {
        if let mapping { return .mapping(mapping) }
        if let sequence { return .sequence(sequence) }
        return .scalar(record.string(in: tree))
    }

    /// The bytes of the value: with its quotes or brackets, without a comment. Empty, at the place where it would be
    /// written, for a value that is not there.
    package var range: Range<Int> { record.start..<record.end }

    /// The string of a scalar; nil for a collection. A value that is not there is the empty string.
    package var string: String? { record.isCollection ? nil : record.string(in: tree) }

    /// The string for readers: without the characters that are a fault where they are typed and can be named by an escape.
    package var text: String? {
        let string = string
        return record.kind == .doubleQuoted && !record.isVerbatim ? string?.shown : string
    }

    package var sequence: Items? {
        record.kind == .blockSequence || record.kind == .flowSequence ? Items(self) : nil
    }

    package var mapping: Mapping? {
        record.kind == .blockMapping || record.kind == .flowMapping ? Mapping(self) : nil
    }

    /// Nothing stands after the key or the list mark.
    package var isEmpty: Bool { record.kind == .empty }

    /// The bytes of a string that stands in the text as it is, without escapes and folds: what is at an offset of the
    /// string's UTF-8 is at this offset from the lower bound. Nil for other values.
    package var verbatimRange: Range<Int>? { record.isVerbatim ? record.content : nil }

    var record: Record { tree.records[index] }
}

/// The items of a list.
package struct Items: Sendable, Sequence {
    package let node: Node
    init(_ node: Node) { self.node = node }

    package var underestimatedCount: Int {
        var (index, count) = (node.index + 1, 0)
        let end = Int(node.record.next)
        while index < end { (index, count) = (Int(node.tree.records[index].next), count + 1) }
        return count
    }

    package func makeIterator() -> ItemIterator {
        ItemIterator(tree: node.tree, index: node.index + 1, end: Int(node.record.next))
    }
}

package struct ItemIterator: IteratorProtocol {
    let tree: Tree
    var index: Int
    let end: Int

    package mutating func next() -> Node? {
        guard index < end else { return nil }
        defer { index = Int(tree.records[index].next) }
        return Node(tree: tree, index: index)
    }
}

/// A key and its value.
package struct Field: Sendable {
    let keyNode: Node

    package var value: Node { Node(tree: keyNode.tree, index: keyNode.index + 1) }
    package var key: String { keyNode.record.string(in: keyNode.tree) }
    /// The number of the key among the known ones; nil for others, and for a known one that stands there in other bytes.
    package var knownKey: Int? {
        let number = keyNode.record.number
        return number < 0 ? nil : Int(number)
    }
    /// Where the value is in its mapping: small, for tables.
    package var valueIndex: Mapping.ValueIndex { Mapping.ValueIndex(index: Int32(keyNode.index + 1)) }
    /// The bytes of the key, without the colon.
    package var keyRange: Range<Int> { keyNode.range }
}

/// Fields in their order. A name that stands twice is a fault; the first one counts.
package struct Mapping: Sendable, Sequence {
    package let node: Node
    init(_ node: Node) { self.node = node }

    package func makeIterator() -> FieldIterator {
        FieldIterator(tree: node.tree, index: node.index + 1, end: Int(node.record.next))
    }

    package struct ValueIndex: Equatable, Sendable {
        fileprivate let index: Int32
        /// Of a value that is not there: the root of all is nobody's.
        package static let none = ValueIndex(index: 0)
    }

    package subscript(value: ValueIndex) -> Node? {
        value.index == 0 ? nil : Node(tree: node.tree, index: Int(value.index))
    }

    /// The key of a value, and the line in which it stands.
    package func key(of value: ValueIndex) -> (name: String, line: Int)? {
        guard value != .none else { return nil }
        let key = Node(tree: node.tree, index: Int(value.index) - 1)
        return (key.record.string(in: node.tree), node.tree.source.position(of: key.range.lowerBound).line)
    }

    /// The value of a field. Searches from the first field on: to read all of a large mapping, iterate.
    package subscript(key: String) -> Node? { field(key)?.value }

    package func field(_ key: String) -> Field? {
        first { $0.keyNode.record.equals(key, in: $0.keyNode.tree) }
    }
}

package struct FieldIterator: IteratorProtocol {
    let tree: Tree
    var index: Int
    let end: Int

    package mutating func next() -> Field? {
        guard index + 1 < end else { return nil }
        defer { index = Int(tree.records[index + 1].next) }
        return Field(keyNode: Node(tree: tree, index: index))
    }
}

extension Record {
    var isCollection: Bool {
        switch kind {
        case .blockMapping, .blockSequence, .flowMapping, .flowSequence: true
        default: false
        }
    }

    func string(in tree: Tree) -> String {
        tree.source.bytes.withUnsafeBufferPointer { string(in: $0) }
    }

    /// Compares without making a string where the text has neither escapes nor folds.
    fileprivate func equals(_ other: String, in tree: Tree) -> Bool {
        guard isVerbatim else { return string(in: tree) == other }
        let range = content
        guard range.count == other.utf8.count else { return false }
        return tree.source.bytes[range].elementsEqual(other.utf8)
    }
}
