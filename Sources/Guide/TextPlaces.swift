/// Where in its file stands what a text must not tell. Records keep their texts without places, for hardly any is ever
/// asked for: it is looked for when a message needs it.

import FrontMatter

/// A text of a record.
enum TextPlace: Sendable, Equatable {
    case body
    /// A field of the file, or of the same name below another one.
    case field(Key, below: Key? = nil)
}

extension Fault.Kind {
    /// What was told, and in which text.
    var told: (words: String, place: TextPlace)? {
        switch self {
        case .privateTelephoneInText(let words, let place), .unpublishedNameInText(let words, let place): (words, place)
        default: nil
        }
    }
}

extension [Fault] {
    /// Each is looked for in the whole text.
    private static let mostPlaced = 100

    /// The same with the places of what texts tell. The same words of one text, told again, are at their next place; where
    /// there is none, they were told.
    func placed(in source: SourceText) -> [Fault] {
        guard contains(where: { $0.kind.told != nil }) else { return self }
        let document = Document(parsing: source, knownKeys: KeySet.allNames)
        var found: [(kind: Fault.Kind, places: ArraySlice<Range<Int>>)] = []
        return compactMap { fault in
            guard let told = fault.kind.told else { return fault }
            var fault = fault
            if let index = found.firstIndex(where: { $0.kind == fault.kind }) {
                guard let place = found[index].places.popFirst() else { return nil }
                fault.range = place
            } else if found.count < Self.mostPlaced {
                var places = document.places(of: told.words, in: told.place)[...]
                fault.range = places.popFirst()
                found.append((fault.kind, places))
            }
            return fault
        }
    }
}

extension Document {
    /// Where some words stand in a text; where they are written otherwise there, the text's beginning.
    fileprivate func places(of words: String, in place: TextPlace) -> [Range<Int>] {
        switch place {
        case .body:
            let found = source.ranges(of: words, in: body)
            return found.isEmpty && !body.isEmpty ? [body.prefix(1)] : found
        case .field(let key, let above):
            let scalars = scalars(of: key, below: above)
            let found = scalars.flatMap { source.ranges(of: words, in: $0.range) }
            if !found.isEmpty { return found }
            let holding = scalars.filter { $0.text?.contains(words) ?? false }
            return (holding.isEmpty ? scalars.prefix(1) : holding[...]).map(\.range)
        }
    }

    /// The texts of a field, in the order of the file.
    private func scalars(of key: Key, below above: Key?) -> [Node] {
        let keys = (own: KeySet([key]), above: KeySet(above.map { [$0] } ?? []))
        return root.flatMap { field -> [Node] in
            if keys.own.key(named: field.key.trimmed) != nil { return field.value.scalars }
            guard above != nil, keys.above.key(named: field.key.trimmed) != nil else { return [] }
            return field.value.scalars(ofFields: { keys.own.key(named: $0) != nil })
        }
    }
}

extension Node {
    fileprivate var scalars: [Node] {
        switch value {
        case .scalar: [self]
        case .sequence(let items): items.flatMap(\.scalars)
        case .mapping(let fields): fields.flatMap(\.value.scalars)
        }
    }

    /// Those of some fields of the records here.
    fileprivate func scalars(ofFields areMeant: (String) -> Bool) -> [Node] {
        switch value {
        case .scalar: []
        case .sequence(let items): items.flatMap { $0.scalars(ofFields: areMeant) }
        case .mapping(let fields): fields.flatMap { areMeant($0.key.trimmed) ? $0.value.scalars : [] }
        }
    }
}

extension SourceText {
    /// Where some words stand as they are.
    fileprivate func ranges(of words: String, in range: Range<Int>) -> [Range<Int>] {
        guard !words.isEmpty, !range.isEmpty else { return [] }
        return bytes[range].ranges(of: Array(words.utf8))
    }
}
