/// JSON objects field by field, for files that tell something of every place: to build such a file as one value first would
/// take longer than to write it.

/// Writes the fields of one object.
@usableFromInline
package struct ObjectWriter {
    @usableFromInline var output: [UInt8]
    private var isFirst = true

    fileprivate init(_ output: [UInt8]) { self.output = output }

    /// A field, unless it is nil.
    package mutating func put(_ name: StaticString, _ value: JSON?) {
        guard let value else { return }
        begin(name)
        value.write(into: &output)
    }

    /// Texts; no field where there are none.
    package mutating func put(_ name: StaticString, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        put(name, each: texts) { text, output in JSON.string(text).write(into: &output) }
    }

    /// An array of what `write` writes of each item. Inlinable, so that it is made for the items where their type is known.
    @inlinable
    package mutating func put<Items: Sequence>(
        _ name: StaticString, each items: Items, _ write: (Items.Element, inout [UInt8]) -> Void
    ) {
        begin(name)
        output.append(UInt8(ascii: "["))
        var isFirst = true
        for item in items {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            write(item, &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    /// An object within this one.
    package mutating func put(_ name: StaticString, _ fields: (inout ObjectWriter) -> Void) {
        begin(name)
        output.appendObject(fields)
    }

    /// - Parameter name: needs no escapes.
    @usableFromInline
    mutating func begin(_ name: StaticString) {
        let isFirst = exchange(&isFirst, with: false)
        output.append(addingCapacity: name.utf8CodeUnitCount + 4) { field in
            if !isFirst { field.append(UInt8(ascii: ",")) }
            field.append(UInt8(ascii: "\""))
            for letter in UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount) {
                field.append(letter)
            }
            field.append(UInt8(ascii: "\""))
            field.append(UInt8(ascii: ":"))
        }
    }
}

extension [UInt8] {
    /// Appends an object.
    package mutating func appendObject(_ fields: (inout ObjectWriter) -> Void) {
        append(UInt8(ascii: "{"))
        // Handed over and back: were both to hold the bytes for a moment, they would be copied.
        var writer = ObjectWriter(exchange(&self, with: []))
        fields(&writer)
        self = exchange(&writer.output, with: [])
        append(UInt8(ascii: "}"))
    }
}
