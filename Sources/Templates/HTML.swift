// Markup that is known to be safe. Everything else is text, and text is escaped.

/// UTF-8 bytes that go into a page as they stand.
///
/// There is no way from a `String` to `HTML` but by saying so: `HTML(trusted:)` stands where somebody made sure
/// (a renderer of our own), `HTML(escaping:)` everywhere else.
@usableFromInline
package struct HTML: Sendable, Hashable {
    package let bytes: [UInt8]

    package init(trusted bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    package init(trusted text: String) {
        self.bytes = Array(text.utf8)
    }

    package init(escaping text: some TextValue) {
        var buffer = OutputBuffer()
        text.write(to: &buffer)
        self.bytes = buffer.bytes
    }

    @usableFromInline
    package var isEmpty: Bool { bytes.isEmpty }
}
