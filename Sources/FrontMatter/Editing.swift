// Changing one field and giving back every other byte as it was: comments, order, quoting and spacing stay.

/// A step on the way to a value: a field's name, or an item's index from 0.
package enum PathStep: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    case index(Int)

    package init(stringLiteral value: String) { self = .key(value) }
    package init(integerLiteral value: Int) { self = .index(value) }
}

/// Where among its siblings a new field goes.
package enum FieldPosition: Sendable, Hashable {
    case first
    case last
    case after(String)
}

extension Document {
    /// The value at a path; the empty path is the root mapping.
    package func node(at path: [PathStep]) -> Node? {
        path.reduce(root.node) { node, step in node.flatMap { $0.child(step) } }
    }

    /// The file with another value at the path; nil where there is no such value, or the file cannot be written back
    /// (it is not in UTF-8 or Shift_JIS, or what is broken around the place would be read differently afterwards).
    package func replacing(_ path: [PathStep], with value: NewValue) -> [UInt8]? {
        guard let place = place(of: path), !path.isEmpty else { return nil }
        let editor = Editor(document: self)
        let records = place.node.index..<Int(place.node.record.next)
        return applied(editor.replace(place, with: value), to: records) { $0.node(at: path)?.equals(value) == true }
    }

    /// The file with one more field in the mapping at `path`; nil also where the field is there already.
    package func inserting(
        _ key: String, _ value: NewValue, in path: [PathStep] = [], at position: FieldPosition = .last
    ) -> [UInt8]? {
        guard let place = place(of: path), let mapping = place.node.mapping, mapping[key] == nil,
            let (edit, record) = Editor(document: self).insert(key, value, into: mapping, place, at: position)
        else { return nil }
        return applied([edit], to: record..<record) { $0.node(at: path + [.key(key)])?.equals(value) == true }
    }

    /// The file with one more item at the end of the list at `path`.
    package func appending(_ value: NewValue, to path: [PathStep]) -> [UInt8]? {
        guard let place = place(of: path), let list = place.node.sequence else { return nil }
        let count = list.reduce(0) { count, _ in count + 1 }
        let end = Int(place.node.record.next)
        return applied(Editor(document: self).append([value], to: list, place), to: end..<end) {
            $0.node(at: path + [.index(count)])?.equals(value) == true
        }
    }

    /// The file without the field or the item at the path.
    package func removing(_ path: [PathStep]) -> [UInt8]? {
        guard let step = path.last, let parent = place(of: path.dropLast()), let node = parent.node.child(step)
        else { return nil }
        let editor = Editor(document: self)
        let edit = editor.remove(node, from: parent)
        let isField = parent.node.mapping != nil
        let records = (isField ? node.index - 1 : node.index)..<Int(node.record.next)
        // Blank lines and comments after it stay, unless a block before it would take them for its own.
        return [edit, editor.withLinesBehind(edit)].lazy.compactMap { edit in
            applied([edit], to: records) { !isField || $0.node(at: path) == nil }
        }.first
    }

    // MARK: Steps

    private func place(of path: some Collection<PathStep>) -> Place? {
        guard isEditable else { return nil }
        var place = Place(node: root.node, column: -1, inFlow: false)
        for step in path {
            guard let child = place.node.child(step), child.isClosed else { return nil }
            let isFlow = place.node.record.kind == .flowMapping || place.node.record.kind == .flowSequence
            place = Place(
                node: child, column: isFlow ? place.column : column(of: place.node.record.start),
                inFlow: place.inFlow || isFlow)
        }
        return place
    }

    /// The edits made to some records, if the outcome reads as it should: all other values as before, and no error that was
    /// not there.
    private func applied(_ edits: [Edit], to records: Range<Int>, _ isRight: (Document) -> Bool) -> [UInt8]? {
        var bytes = source.bytes
        // From the end on; of two at one place the second stands behind the first.
        for (_, edit) in edits.enumerated().sorted(by: {
            ($0.element.range.lowerBound, $0.offset) > ($1.element.range.lowerBound, $1.offset)
        }) {
            bytes.replaceSubrange(edit.range, with: edit.text.utf8)
        }
        let changed = Document(parsing: SourceText(file: source.file, bytes: bytes), knownKeys: knownKeys)
        let errors = { (document: Document) in document.faults.count { $0.severity == .error } }
        let (before, after) = (tree.strings, changed.tree.strings)
        let keeps =
            after.starts(with: before[..<records.lowerBound])
            && after.reversed().starts(with: before[records.upperBound...].reversed())
        return keeps && isRight(changed) && errors(changed) <= errors(self) ? bytes : nil
    }
}

extension Tree {
    /// The strings of all keys and scalars, an empty one for each collection.
    fileprivate var strings: [String] { records.map { $0.string(in: self) } }
}

extension Node {
    fileprivate func child(_ step: PathStep) -> Node? {
        switch step {
        case .key(let key): mapping?[key]
        case .index(let index): sequence?.dropFirst(max(index, 0)).first { _ in index >= 0 }
        }
    }

    /// Not a list or mapping in brackets whose end is missing: where it ends is then a guess.
    fileprivate var isClosed: Bool {
        let last = range.isEmpty ? nil : tree.source.bytes[range.upperBound - 1]
        switch record.kind {
        case .flowSequence: return last == UInt8(ascii: "]")
        case .flowMapping: return last == UInt8(ascii: "}")
        default: return true
        }
    }

    /// The value is written here, in whatever style.
    func equals(_ value: NewValue) -> Bool {
        switch value {
        case .scalar(let string):
            return self.string.map { $0.unicodeScalars.elementsEqual(string.unicodeScalars) } ?? false
        case .list(let items):
            guard let sequence else { return false }
            let nodes = Array(sequence)
            return nodes.count == items.count && zip(nodes, items).allSatisfy { $0.equals($1) }
        case .fields(let fields):
            guard let mapping else { return false }
            let found = Array(mapping)
            return found.count == fields.count
                && zip(found, fields).allSatisfy { $0.key == $1.key && $0.value.equals($1.value) }
        }
    }
}
