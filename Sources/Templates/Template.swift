// A compiled template, and how it is rendered.

/// A template for one kind of view and one language: rendering cannot fail, and looks nothing up by name.
package struct Template<View>: Sendable {
    let program: Program

    /// Appends the page to `output`.
    package func render(_ view: View, into output: inout OutputBuffer) {
        withUnsafePointer(to: view) { program.run(with: ViewPointer($0), into: &output) }
    }

    package func render(_ view: View) -> HTML {
        var output = OutputBuffer()
        render(view, into: &output)
        return HTML(trusted: output.bytes)
    }
}

/// What a template does, step by step. Immutable, so that many threads may run it.
final class Program: Sendable {
    let steps: [Step]
    /// How many views are open at once at most: the page's, a list's item, a record of it …
    let depth: Int

    init(steps: [Step], depth: Int) {
        self.steps = steps
        self.depth = depth
    }

    func run(with view: ViewPointer, into output: inout OutputBuffer) {
        withUnsafeTemporaryAllocation(of: ViewPointer.self, capacity: depth) { views in
            views.initializeElement(at: 0, to: view)
            Step.run(steps, views, &output)
        }
    }
}

/// One step. The integers say which of the open views the field belongs to.
enum Step: Sendable {
    case literal([UInt8])
    case text(Int, TextField)
    /// The first steps when the text is not blank or the flag is set, else the second.
    case choice(Int, @Sendable (ViewPointer) -> Bool, [Step], [Step])
    /// The steps for each element, which is the open view number `as` meanwhile.
    case group(Int, GroupField, as: Int, [Step])
    /// The first steps when the text reads "1", else the second: grammatical number.
    case number(Int, TextField, one: [Step], other: [Step])

    static func run(_ steps: [Step], _ views: UnsafeMutableBufferPointer<ViewPointer>, _ output: inout OutputBuffer) {
        for step in steps {
            switch step {
            case .literal(let bytes):
                output.append(bytes)
            case .text(let view, let field):
                field.write(views[view], &output)
            case .choice(let view, let holds, let yes, let no):
                run(holds(views[view]) ? yes : no, views, &output)
            case .group(let view, let group, let inner, let steps):
                group.visit(views[view]) { element in
                    views.initializeElement(at: inner, to: element)
                    run(steps, views, &output)
                }
            case .number(let view, let field, let one, let other):
                let start = output.count
                field.write(views[view], &output)
                run(output.takeBack(to: start, comparing: "1") ? one : other, views, &output)
            }
        }
    }
}
