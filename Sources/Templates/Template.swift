// A compiled template, as the rest of kayoi sees it.

/// A template for one kind of view and one language: rendering cannot fail, and looks nothing up by name.
package struct Template<View: ~Copyable>: Sendable {
    let program: Program

    /// Appends the page to `output`.
    package func render(_ view: borrowing View, into output: inout OutputBuffer) {
        withUnsafePointer(to: view) { program.run(with: ViewPointer($0), into: &output) }
    }

    package func render(_ view: borrowing View) -> HTML {
        // A line or two of a list.
        var output = OutputBuffer(capacity: 512)
        render(view, into: &output)
        return HTML(trusted: output.bytes)
    }
}
