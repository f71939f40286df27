// Where names are looked up: in the innermost open view first, then outward.

import Messages

/// What is open at a place of a template, the outermost first. Views are numbered in the order they open.
struct Scope {
    private enum Level {
        case record(Fields, view: Int)
        /// `{{.}}` is this text; all other names are looked up further out.
        case text(TextField, view: Int)
    }

    private var levels: [Level]
    var views: Int { lists.count }
    /// Of each view, in how many of the open lists it stands: it is an item of the last of them, or a part of one.
    private var lists = [0]

    init(_ fields: Fields) {
        levels = [.record(fields, view: 0)]
    }

    /// Whether a list of that view would be written again for each item of a list around it.
    func repeats(listOf view: Int) -> Bool { lists[view] < lists.max() ?? 0 }

    /// Inside a section about a record or a list of a view.
    func entering(_ group: GroupField, of view: Int) -> Scope {
        var inner = self
        switch group.element {
        case .record(let fields): inner.levels.append(.record(fields(), view: views))
        case .text(let field): inner.levels.append(.text(field, view: views))
        }
        inner.lists.append(lists[view] + (group.isList ? 1 : 0))
        return inner
    }

    /// Inside a section about a text, which opens no view of its own.
    func entering(_ text: TextField, of view: Int) -> Scope {
        var inner = self
        inner.levels.append(.text(text, view: view))
        return inner
    }

    /// The field of that name and the number of the view it belongs to.
    func find(_ name: String) throws(Missing) -> (view: Int, field: Field) {
        let hasParts = name.isEmpty || name.utf8.contains(UInt8(ascii: "."))
        let path = hasParts ? name.utf8.split(separator: UInt8(ascii: ".")).compactMap { String($0) } : [name]
        guard let first = path.first else {
            guard case .text(let text, let view)? = levels.last else { throw Missing(kind: .noCurrentText) }
            return (view, .text(text))
        }
        for case .record(let fields, let view) in levels.reversed() {
            guard let field = fields.byName[first] else { continue }
            return (view, try follow(path.dropFirst(), from: field, named: first))
        }
        throw Missing(
            kind: .noName(first, in: records.map(\.name), nearest: nearestWord(to: first, among: names.sorted())))
    }

    struct Missing: Error {
        let kind: TemplateFault.Kind
    }

    private var records: [Fields] {
        levels.reversed().compactMap { if case .record(let fields, _) = $0 { fields } else { nil } }
    }

    private var names: Set<String> {
        records.reduce(into: []) { $0.formUnion($1.byName.keys) }
    }
}

/// `b` of `a.b`.
private func follow(_ path: ArraySlice<String>, from field: Field, named name: String) throws(Scope.Missing) -> Field {
    guard let next = path.first else { return field }
    guard case .group(let group) = field else { throw Scope.Missing(kind: .throughText(name)) }
    if group.isList {
        switch next {
        case "any": return try follow(path.dropFirst(), from: .flag(FlagField { group.count($0) > 0 }), named: next)
        case "count": return try follow(path.dropFirst(), from: .text(countField(of: group)), named: next)
        default: throw Scope.Missing(kind: .throughList(name))
        }
    }
    guard case .record(let shape) = group.element else { throw Scope.Missing(kind: .throughText(name)) }
    let fields = shape()
    guard let inner = fields.byName[next] else {
        throw Scope.Missing(
            kind: .noName(next, in: [fields.name], nearest: nearestWord(to: next, among: fields.byName.keys.sorted())))
    }
    return try follow(path.dropFirst(), from: inner.inside(group), named: next)
}

private func countField(of group: GroupField) -> TextField {
    TextField(write: { group.count($0).write(to: &$1) }, isBlank: { group.count($0) == 0 })
}

extension Field {
    /// The same field, seen from the view that holds the record.
    fileprivate func inside(_ record: GroupField) -> Field {
        switch self {
        case .text(let text):
            .text(
                TextField(
                    write: { view, output in record.visit(view) { text.write($0, &output) } },
                    isBlank: { view in
                        var isBlank = true
                        record.visit(view) { isBlank = text.isBlank($0) }
                        return isBlank
                    }))
        case .flag(let flag):
            .flag(
                FlagField { view in
                    var isSet = false
                    record.visit(view) { isSet = flag.isSet($0) }
                    return isSet
                })
        case .group(let group):
            .group(
                GroupField(
                    element: group.element, isList: group.isList,
                    visit: { view, body in record.visit(view) { group.visit($0, body) } },
                    count: { view in
                        var count = 0
                        record.visit(view) { count = group.count($0) }
                        return count
                    }))
        }
    }
}
