// Which bytes to change for an edit. `Editing` holds what others call.

/// Bytes to replace by a text.
struct Edit {
    var range: Range<Int>
    var text: String
}

/// A value and what surrounds it.
struct Place {
    var node: Node
    /// The column of the keys or list marks that the value belongs to.
    var column: Int
    /// Between brackets.
    var inFlow: Bool
}

/// Finds the bytes for each kind of edit. Whether the outcome reads as it should is checked afterwards.
struct Editor {
    let document: Document

    private var bytes: [UInt8] { document.source.bytes }

    // MARK: Replacing

    func replace(_ place: Place, with value: NewValue) -> [Edit] {
        if place.node.equals(value) { return [] }
        if case .list(let items) = value, let list = place.node.sequence, !items.isEmpty,
            list.contains(where: { _ in true })
        {
            return change(list, place, to: items)
        }
        if case .scalar(let string) = value, place.node.string != nil { return [scalar(place, string)] }
        return [whole(place, value)]
    }

    /// A block would take what follows on the line for its own, and so it would deeper comments and blanks on the lines after.
    private func writer(_ place: Place, until end: Int) -> ValueWriter {
        var writer = ValueWriter(newline: document.newline, inFlow: place.inFlow)
        writer.allowsBlock = document.lineEnd(of: end) == end
        var line = document.nextLine(after: end)
        while line < document.fields.upperBound {
            let lineEnd = document.lineEnd(of: line)
            let content = bytes[line..<lineEnd].firstIndex { !isBlank($0) }
            if content == nil {
                writer.allowsLastBreaks = false
                if lineEnd > line { writer.allowsBlock = false }
            } else if let content, bytes[content] == ASCII.hash {
                if content - line > place.column { writer.allowsBlock = false }
            } else {
                break
            }
            line = document.nextLine(after: line)
        }
        return writer
    }

    /// One scalar for another, in its place and style.
    private func scalar(_ place: Place, _ string: String) -> Edit {
        let record = place.node.record
        let writer = writer(place, until: record.end)
        let text = writer.scalar(string, style: record.kind, column: max(place.column, 0), old: literal(record))
        return Edit(range: place.node.range, text: lead(record) + text)
    }

    /// The header and indentation of a literal block, to keep.
    private func literal(_ record: Record) -> ValueWriter.OldBlock? {
        guard record.kind == .literal else { return nil }
        let end = min(document.lineEnd(of: record.start), record.end)
        let header = bytes.withUnsafeBufferPointer { BlockHeader($0, from: record.start, to: end) }
        guard let header else { return nil }
        return ValueWriter.OldBlock(
            header: document.source.string(record.start..<end), chomping: header.chomping, indent: Int(record.indent))
    }

    /// What must stand before a value where there was none.
    private func lead(_ record: Record) -> String {
        guard record.kind == .empty else { return "" }
        let before = bytes[max(0, record.start - 3)..<record.start]
        let followsMark =
            [ASCII.colon, ASCII.dash].contains(before.last) || before.elementsEqual("：".utf8)
            || before.elementsEqual("－".utf8)
        return followsMark ? " " : ": "
    }

    /// A value of another kind: written anew, on the line of its key if nothing but space is between.
    private func whole(_ place: Place, _ value: NewValue) -> Edit {
        let record = place.node.record
        let writer = writer(place, until: record.end)
        let text = writer.text(value, column: max(place.column, 0))
        if record.kind == .empty { return Edit(range: place.node.range, text: lead(record).dropLast() + text) }
        var start = record.start
        while start > 0, isBlank(bytes[start - 1]) || isBreak(bytes[start - 1]) { start -= 1 }
        let mark = start > 0 ? bytes[start - 1] : 0
        let isAfterMark =
            mark == ASCII.colon || mark == ASCII.dash || bytes[max(0, start - 3)..<start].elementsEqual("：".utf8)
        if isAfterMark { return Edit(range: start..<record.end, text: text) }
        // Between a comment and the value stays a line break; the value must be indented beyond its key.
        let isOutdented = document.column(of: record.start) <= place.column
        return Edit(range: place.node.range, text: (isOutdented ? "  " : "") + text.drop { $0 == " " })
    }

    // MARK: Itemss

    /// Only the items that differ are touched.
    private func change(_ list: Items, _ place: Place, to items: [NewValue]) -> [Edit] {
        let old = Array(list)
        var first = 0
        while first < min(old.count, items.count), old[first].equals(items[first]) { first += 1 }
        var last = 0
        while last < min(old.count, items.count) - first,
            old[old.count - 1 - last].equals(items[items.count - 1 - last])
        { last += 1 }
        let middle = old[first..<old.count - last]
        let new = items[first..<items.count - last]
        let isFlow = list.node.record.kind == .flowSequence
        let column = isFlow ? place.column : document.column(of: list.node.record.start)
        var edits: [Edit] = []
        for (node, value) in zip(middle, new) {
            edits += replace(Place(node: node, column: column, inFlow: place.inFlow || isFlow), with: value)
        }
        if middle.count > new.count {
            edits.append(removal(of: Array(middle.dropFirst(new.count)), from: list, of: old))
        } else if new.count > middle.count {
            edits += insertions(
                of: Array(new.dropFirst(middle.count)), before: first + middle.count, in: list, of: old, place)
        }
        return edits
    }

    func append(_ items: [NewValue], to list: Items, _ place: Place) -> [Edit] {
        let old = Array(list)
        return insertions(of: items, before: old.count, in: list, of: old, place)
    }

    private func insertions(of items: [NewValue], before index: Int, in list: Items, of old: [Node], _ place: Place)
        -> [Edit]
    {
        let record = list.node.record
        if record.kind == .flowSequence {
            let writer = ValueWriter(newline: document.newline, inFlow: true)
            let texts = items.map { String(writer.text($0, column: 0).dropFirst()) }.joined(separator: ", ")
            if old.isEmpty { return [Edit(range: record.start + 1..<record.start + 1, text: texts)] }
            if index == 0 { return [insertion(at: old[0].range.lowerBound, texts + ", ")] }
            return [insertion(at: old[index - 1].range.upperBound, ", " + texts)]
        }
        let column = document.column(of: record.start)
        let writer = ValueWriter(newline: document.newline, inFlow: false)
        let indentation = indentation(of: record.start)
        let lines = items.map { "-" + writer.itemText($0, column: column) }
        if index == 0 {
            return [insertion(at: record.start, lines.map { $0 + document.newline + indentation }.joined())]
        }
        let end = document.lineEnd(of: old[index - 1].range.upperBound)
        return [insertion(at: end, lines.map { document.newline + indentation + $0 }.joined())]
    }

    private func insertion(at offset: Int, _ text: String) -> Edit { Edit(range: offset..<offset, text: text) }

    /// What stands before an offset on its line, with list marks turned into space.
    private func indentation(of offset: Int) -> String {
        let prefix = document.source.string(document.lineStart(of: offset)..<offset)
        return String(
            String.UnicodeScalarView(prefix.unicodeScalars.map { $0 == " " || $0 == "　" ? $0 : $0 == "－" ? "　" : " " }))
    }

    // MARK: Fields

    /// The edit, and the record before which the new one comes.
    func insert(_ key: String, _ value: NewValue, into mapping: Mapping, _ place: Place, at position: FieldPosition)
        -> (edit: Edit, record: Int)?
    {
        let fields = Array(mapping)
        let index: Int
        switch position {
        case .first: index = 0
        case .last: index = fields.count
        case .after(let name):
            guard let found = fields.firstIndex(where: { $0.key == name }) else { return nil }
            index = found + 1
        }
        let isFlow = mapping.node.record.kind == .flowMapping
        let column = fields.first.map { isFlow ? 0 : document.column(of: $0.keyRange.lowerBound) } ?? 0
        let writer = ValueWriter(newline: document.newline, inFlow: isFlow || place.inFlow)
        let text = writer.key(key) + ":" + writer.text(value, column: column)
        guard let first = fields.first else {
            let start = isFlow ? mapping.node.record.start + 1 : document.fields.lowerBound
            return (insertion(at: start, isFlow ? text : text + document.newline), mapping.node.index + 1)
        }
        let indentation = indentation(of: first.keyRange.lowerBound)
        guard index > 0 else {
            let separator = isFlow ? ", " : document.newline + indentation
            return (insertion(at: first.keyRange.lowerBound, text + separator), mapping.node.index + 1)
        }
        let previous = fields[index - 1].value
        let end = previous.range.upperBound
        let edit =
            isFlow
            ? insertion(at: end, ", " + text)
            : insertion(at: document.lineEnd(of: end), document.newline + indentation + text)
        return (edit, Int(previous.record.next))
    }

    // MARK: Removing

    func remove(_ node: Node, from place: Place) -> Edit {
        guard let list = place.node.sequence else { return removeField(node, from: place.node) }
        let items = Array(list)
        if items.count == 1 { return whole(place, .list([])) }
        return removal(of: [node], from: list, of: items)
    }

    /// The removal of whole lines, together with the blank lines and comments behind them.
    func withLinesBehind(_ edit: Edit) -> Edit {
        var end = edit.range.upperBound
        guard end > 0, end == document.lineStart(of: end) else { return edit }
        while end < document.fields.upperBound {
            let content = bytes[end..<document.lineEnd(of: end)].first { !isBlank($0) }
            guard content == nil || content == ASCII.hash else { break }
            end = document.nextLine(after: end)
        }
        return Edit(range: edit.range.lowerBound..<end, text: edit.text)
    }

    private func removeField(_ node: Node, from mapping: Node) -> Edit {
        let fields = mapping.mapping.map { Array($0) } ?? []
        let index = fields.firstIndex { $0.value.index == node.index } ?? 0
        return removal(
            index..<index + 1, starts: fields.map(\.keyRange.lowerBound), ends: fields.map(\.value.range.upperBound),
            isFlow: mapping.record.kind == .flowMapping, container: mapping.range)
    }

    /// Neighbouring items of a list, but not all of them.
    private func removal(of gone: [Node], from list: Items, of items: [Node]) -> Edit {
        let index = items.firstIndex { $0.index == gone.first?.index } ?? 0
        let isFlow = list.node.record.kind == .flowSequence
        return removal(
            index..<index + gone.count, starts: isFlow ? items.map(\.range.lowerBound) : marks(of: list, items),
            ends: items.map(\.range.upperBound), isFlow: isFlow, container: list.node.range)
    }

    /// Whole lines in a block; in brackets the parts together with one comma.
    private func removal(_ gone: Range<Int>, starts: [Int], ends: [Int], isFlow: Bool, container: Range<Int>) -> Edit {
        let (start, end) = (starts[gone.lowerBound], ends[gone.upperBound - 1])
        let hasNext = gone.upperBound < starts.count
        if isFlow {
            if gone.lowerBound > 0 { return Edit(range: ends[gone.lowerBound - 1]..<end, text: "") }
            if hasNext { return Edit(range: start..<starts[gone.upperBound], text: "") }
            // The last one may have a comma behind it.
            let rest = bytes[end..<max(end, container.upperBound - 1)]
            let comma =
                rest.first { !isBlank($0) && !isBreak($0) } == ASCII.comma ? rest.firstIndex(of: ASCII.comma) : nil
            return Edit(range: start..<(comma.map { $0 + 1 } ?? end), text: "")
        }
        let line = document.lineStart(of: start)
        let isFirstOnLine = document.source.string(line..<start).unicodeScalars.allSatisfy { $0 == " " || $0 == "　" }
        if isFirstOnLine { return Edit(range: line..<document.nextLine(after: end), text: "") }
        if hasNext { return Edit(range: start..<starts[gone.upperBound], text: "") }
        // A tab before a comment must not come to stand behind the list mark.
        let blanks = bytes[end...].prefix(while: isBlank)
        return Edit(range: start..<blanks.endIndex, text: "")
    }

    /// Where each item's list mark stands: after the end of the item before, on the next line that has anything but a comment.
    private func marks(of list: Items, _ items: [Node]) -> [Int] {
        [list.node.record.start]
            + items.dropLast().map { item in
                var line = document.nextLine(after: item.range.upperBound)
                while line < document.fields.upperBound {
                    var at = line
                    while at < bytes.count, isBlank(bytes[at]) || bytes[at...].starts(with: "　".utf8) {
                        at += isBlank(bytes[at]) ? 1 : 3
                    }
                    if at < bytes.count, !isBreak(bytes[at]), bytes[at] != ASCII.hash { return at }
                    line = document.nextLine(after: line)
                }
                return line
            }
    }
}
