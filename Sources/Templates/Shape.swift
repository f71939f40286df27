// The names that a kind of view gives to templates, each with the way to its value.
// A template is compiled against a shape: what the shape does not name, the template cannot use.

/// The fields of `View` by name.
///
///     extension PlacePage {
///         static let shape = Shape<PlacePage>("place") { view in
///             view.text("number") { $0.number }
///             view.text("body") { $0.body }  // typed as HTML: inserted as it is
///             view.flag("isHome") { $0.isHome }
///             view.record("area", AreaLink.shape) { $0.area }
///             view.list("nearby", PlaceLink.shape) { $0.nearby }
///         }
///     }
///
/// Views may be large: `~Copyable` makes the compiler lend them to the closures, where it would copy each for each field.
/// What is inlinable is so that the closures are made for their types where those are known. The name `t` belongs to the
/// string table. A list has two names of its own, `list.any` and `list.count`.
@usableFromInline
package struct Shape<View: ~Copyable>: Sendable {
    @usableFromInline let fields: Fields

    /// `name` is what messages call such a view.
    @inlinable
    package init(_ name: String, _ describe: (inout Description) -> Void) {
        var description = Description()
        describe(&description)
        fields = Fields(name: name, byName: description.byName)
    }

    @usableFromInline
    package struct Description {
        @usableFromInline var byName: [String: Field] = [:]

        @inlinable
        init() {}

        /// Text, or nil for none. `HTML` is inserted as it is, everything else escaped.
        @inlinable
        package mutating func text<Text: TextValue>(_ name: String, _ get: @escaping @Sendable (borrowing View) -> Text)
        {
            byName[name] = .text(
                TextField(
                    write: { get($0.assumingMemoryBound(to: View.self).pointee).write(to: &$1) },
                    isBlank: { get($0.assumingMemoryBound(to: View.self).pointee).isBlank }))
        }

        @inlinable
        package mutating func flag(_ name: String, _ get: @escaping @Sendable (borrowing View) -> Bool) {
            byName[name] = .flag(FlagField { get($0.assumingMemoryBound(to: View.self).pointee) })
        }

        /// A part of the view, or nil.
        @inlinable
        package mutating func record<Part>(
            _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape<Part>,
            _ get: @escaping @Sendable (borrowing View) -> Part?
        ) {
            byName[name] = .group(
                GroupField(
                    element: .record { shape().fields }, isList: false,
                    visit: { view, body in
                        guard let part = get(view.assumingMemoryBound(to: View.self).pointee) else { return }
                        withUnsafePointer(to: part) { body(ViewPointer($0)) }
                    },
                    count: { get($0.assumingMemoryBound(to: View.self).pointee) == nil ? 0 : 1 }))
        }

        @inlinable
        package mutating func list<Item>(
            _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape<Item>,
            _ get: @escaping @Sendable (borrowing View) -> [Item]
        ) {
            addList(name, .record { shape().fields }, get)
        }

        /// A list of texts: `{{#name}}{{.}}{{/name}}`.
        @inlinable
        package mutating func list<Text: TextValue>(
            _ name: String, _ get: @escaping @Sendable (borrowing View) -> [Text]
        ) {
            let text = TextField(
                write: { $0.assumingMemoryBound(to: Text.self).pointee.write(to: &$1) },
                isBlank: { $0.assumingMemoryBound(to: Text.self).pointee.isBlank })
            addList(name, .text(text), get)
        }

        @inlinable
        mutating func addList<Item>(
            _ name: String, _ element: GroupField.Element, _ get: @escaping @Sendable (borrowing View) -> [Item]
        ) {
            byName[name] = .group(
                GroupField(
                    element: element, isList: true,
                    visit: { view, body in
                        get(view.assumingMemoryBound(to: View.self).pointee).withUnsafeBufferPointer { items in
                            guard let first = items.baseAddress else { return }
                            for index in items.indices { body(ViewPointer(first + index)) }
                        }
                    },
                    count: { get($0.assumingMemoryBound(to: View.self).pointee).count }))
        }
    }
}

/// A shape without its type. Field closures take a pointer to the view; that it points to the right type is certain by
/// construction, because only the compiler pairs fields and views, and it follows the shapes.
@usableFromInline
final class Fields: Sendable {
    let name: String
    let byName: [String: Field]

    @usableFromInline
    init(name: String, byName: [String: Field]) {
        self.name = name
        self.byName = byName
    }
}

@usableFromInline
typealias ViewPointer = UnsafeRawPointer

@usableFromInline
enum Field: Sendable {
    case text(TextField)
    case flag(FlagField)
    case group(GroupField)
}

@usableFromInline
final class FlagField: Sendable {
    let isSet: @Sendable (ViewPointer) -> Bool

    @usableFromInline
    init(isSet: @escaping @Sendable (ViewPointer) -> Bool) {
        self.isSet = isSet
    }
}

@usableFromInline
final class TextField: Sendable {
    let write: @Sendable (ViewPointer, inout OutputBuffer) -> Void
    let isBlank: @Sendable (ViewPointer) -> Bool

    @usableFromInline
    init(
        write: @escaping @Sendable (ViewPointer, inout OutputBuffer) -> Void,
        isBlank: @escaping @Sendable (ViewPointer) -> Bool
    ) {
        self.write = write
        self.isBlank = isBlank
    }
}

/// A record (visited once, or not at all) or a list (each item visited).
@usableFromInline
final class GroupField: Sendable {
    @usableFromInline
    enum Element: Sendable {
        /// The shape is asked for when it is needed, so that shapes may refer to themselves.
        case record(@Sendable () -> Fields)
        case text(TextField)
    }

    let element: Element
    let isList: Bool
    let visit: @Sendable (ViewPointer, (ViewPointer) -> Void) -> Void
    let count: @Sendable (ViewPointer) -> Int

    @usableFromInline
    init(
        element: Element, isList: Bool,
        visit: @escaping @Sendable (ViewPointer, (ViewPointer) -> Void) -> Void,
        count: @escaping @Sendable (ViewPointer) -> Int
    ) {
        self.element = element
        self.isList = isList
        self.visit = visit
        self.count = count
    }
}
