// What a template does, in the form in which it is fast: a flat list of instructions without reference counting.
// (Counting the references of a template that all threads share cost more than everything else together.)

/// A step of a template. The integers say which of the open views the field belongs to.
enum Step: Sendable {
    case literal([UInt8])
    case text(Int, TextField)
    /// The first steps when the flag is set, else the second.
    case choice(Int, FlagField, [Step], [Step])
    /// The steps for each element, which is the open view number `as` meanwhile.
    case group(Int, GroupField, as: Int, [Step])
    /// The first steps when the text reads "1", else the second: grammatical number.
    case number(Int, TextField, one: [Step], other: [Step])
}

/// Immutable, so that many threads may run it.
final class Program: Sendable {
    /// Keeps the fields alive that the instructions name.
    private let steps: [Step]
    private let instructions: [Instruction]
    private let literals: [UInt8]
    /// How many views are open at once at most: the page's, a list's item, a record of it …
    private let depth: Int

    init(steps: [Step], depth: Int) {
        var assembly = Assembly()
        assembly.add(steps)
        self.steps = steps
        self.instructions = assembly.instructions
        self.literals = assembly.literals
        self.depth = depth
    }

    func run(with view: ViewPointer, into output: inout OutputBuffer) {
        withUnsafeTemporaryAllocation(of: ViewPointer.self, capacity: depth) { views in
            views.initializeElement(at: 0, to: view)
            instructions.withUnsafeBufferPointer { instructions in
                literals.withUnsafeBufferPointer { literals in
                    let machine = Machine(instructions: instructions, literals: literals, views: views)
                    machine.run(from: 0, to: instructions.count, &output)
                }
            }
        }
    }
}

/// Fields are unmanaged here: the program that holds the instructions keeps them.
private enum Instruction: Sendable {
    case literal(start: Int, count: Int)
    case text(view: Int, Unmanaged<TextField>)
    case skipUnless(view: Int, Unmanaged<FlagField>, to: Int)
    case skipUnlessOne(view: Int, Unmanaged<TextField>, to: Int)
    case jump(to: Int)
    case group(view: Int, Unmanaged<GroupField>, as: Int, end: Int)
}

private struct Assembly {
    var instructions: [Instruction] = []
    var literals: [UInt8] = []

    mutating func add(_ steps: [Step]) {
        for step in steps {
            switch step {
            case .literal(let bytes):
                instructions.append(.literal(start: literals.count, count: bytes.count))
                literals += bytes
            case .text(let view, let field):
                instructions.append(.text(view: view, .passUnretained(field)))
            case .choice(let view, let flag, let yes, let no):
                branch(yes, no) { .skipUnless(view: view, .passUnretained(flag), to: $0) }
            case .number(let view, let field, let one, let other):
                branch(one, other) { .skipUnlessOne(view: view, .passUnretained(field), to: $0) }
            case .group(let view, let group, let inner, let steps):
                let start = reserve()
                add(steps)
                instructions[start] = .group(view: view, .passUnretained(group), as: inner, end: instructions.count)
            }
        }
    }

    private mutating func branch(_ yes: [Step], _ no: [Step], _ skip: (_ to: Int) -> Instruction) {
        let start = reserve()
        add(yes)
        guard !no.isEmpty else {
            instructions[start] = skip(instructions.count)
            return
        }
        let end = reserve()
        instructions[start] = skip(instructions.count)
        add(no)
        instructions[end] = .jump(to: instructions.count)
    }

    /// A place for an instruction that needs to know where what follows ends.
    private mutating func reserve() -> Int {
        instructions.append(.jump(to: 0))
        return instructions.count - 1
    }
}

private struct Machine {
    let instructions: UnsafeBufferPointer<Instruction>
    let literals: UnsafeBufferPointer<UInt8>
    let views: UnsafeMutableBufferPointer<ViewPointer>

    func run(from start: Int, to end: Int, _ output: inout OutputBuffer) {
        var next = start
        while next < end {
            let instruction = instructions[next]
            next += 1
            switch instruction {
            case .literal(let start, let count):
                output.append(UnsafeBufferPointer(rebasing: literals[start..<start + count]))
            case .text(let view, let field):
                field._withUnsafeGuaranteedRef { $0.write(views[view], &output) }
            case .skipUnless(let view, let flag, let target):
                if !flag._withUnsafeGuaranteedRef({ $0.isSet(views[view]) }) { next = target }
            case .skipUnlessOne(let view, let field, let target):
                let before = output.count
                field._withUnsafeGuaranteedRef { $0.write(views[view], &output) }
                if !output.takeBack(to: before, comparing: "1") { next = target }
            case .jump(let target):
                next = target
            case .group(let view, let group, let inner, let end):
                group._withUnsafeGuaranteedRef {
                    $0.visit(views[view]) { element in
                        views.initializeElement(at: inner, to: element)
                        run(from: next, to: end, &output)
                    }
                }
                next = end
            }
        }
    }
}
