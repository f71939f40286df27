// A template's tree + a shape + the words of a language → the steps of a program. Partials and layouts are put in
// where they are named, so each is checked against the views of every page that uses it.

import Messages

struct Compiler {
    let library: [String: ParsedTemplate]
    let words: StringTable
    private(set) var faults = FaultList()
    /// The templates that were put in.
    private(set) var used: Set<String> = []
    private var steps: [Step] = []
    /// Text that is not yet a step, so that neighbours become one.
    private var literal = OutputBuffer()
    private var depth = 1
    /// What partials within partials may grow to, in nodes put in.
    private var left = 100_000

    init(library: [String: ParsedTemplate], words: StringTable) {
        self.library = library
        self.words = words
    }

    mutating func compile(_ template: ParsedTemplate, _ fields: Fields) -> Program {
        used.insert(template.name)
        put(template.nodes, Context(template: template, chain: [template.name], blocks: [:], indent: []), Scope(fields))
        flush()
        return Program(steps: steps, depth: depth)
    }

    /// Where the nodes come from and what surrounds them.
    private struct Context {
        let template: ParsedTemplate
        /// The templates being put in, the page's first.
        let chain: [String]
        /// What stands in blocks instead of their default.
        var blocks: [String: Override]
        /// What starts each line.
        let indent: [UInt8]
    }

    private final class Override {
        let body: [Node]
        let context: Context
        var isUsed = false

        init(body: [Node], context: Context) {
            self.body = body
            self.context = context
        }
    }

    // MARK: Nodes

    private mutating func put(_ nodes: [Node], _ context: Context, _ scope: Scope) {
        guard left > 0 else { return }
        left -= nodes.count
        if left <= 0 { faults.add(.tooLarge, 0..<0, in: context.template.file) }
        depth = max(depth, scope.views)
        for node in nodes {
            switch node {
            case .literal(let range): context.template.file.bytes[range].withUnsafeBufferPointer { literal.append($0) }
            case .lineStart: literal.append(context.indent)
            case .variable(let name): putVariable(name, context, scope)
            case .section(let name, let inverted, let body): putSection(name, inverted, body, context, scope)
            case .partial(let name, let indent): putPartial(name, indent, context, scope)
            case .layout(let name, let blocks): putLayout(name, blocks, context, scope)
            case .block(let block): putBlock(block, context, scope)
            }
        }
    }

    private mutating func putVariable(_ name: Name, _ context: Context, _ scope: Scope) {
        if name.text.hasPrefix("t.") { return putWord(name, context, scope) }
        guard let (view, field) = find(name.text, at: name, context, scope) else { return }
        switch field {
        case .text(let text): add(.text(view, text))
        case .flag: fault(.noText(name.text, isList: false), name, context)
        case .group(let group): fault(.noText(name.text, isList: group.isList), name, context)
        }
    }

    private mutating func putSection(
        _ name: Name, _ inverted: Bool, _ body: [Node], _ context: Context, _ scope: Scope
    ) {
        if name.text == "t" || name.text.hasPrefix("t.") { return fault(.noSection(name.text), name, context) }
        guard let (view, field) = find(name.text, at: name, context, scope) else { return }
        func choice(_ flag: FlagField, _ inner: Scope) {
            let (yes, no) = inverted ? ([], steps(of: body, context, scope)) : (steps(of: body, context, inner), [])
            add(.choice(view, flag, yes, no))
        }
        switch field {
        case .text(let text): choice(FlagField { !text.isBlank($0) }, scope.entering(text, of: view))
        case .flag(let flag): choice(flag, scope)
        case .group(let group):
            if inverted { return choice(FlagField { group.count($0) > 0 }, scope) }
            // Lists within lists that know nothing of each other would make a page grow without end.
            if group.isList, scope.repeats(listOf: view) { return fault(.listInList(name.text), name, context) }
            add(.group(view, group, as: scope.views, steps(of: body, context, scope.entering(group, of: view))))
        }
    }

    private mutating func putPartial(_ name: Name, _ indent: Range<Int>, _ context: Context, _ scope: Scope) {
        guard let partial = open(name, context) else { return }
        let inner = Context(
            template: partial, chain: context.chain + [partial.name], blocks: context.blocks,
            indent: context.indent + context.template.file.bytes[indent])
        put(partial.nodes, inner, scope)
    }

    private mutating func putLayout(_ name: Name, _ blocks: [Block], _ context: Context, _ scope: Scope) {
        guard let layout = open(name, context) else { return }
        var inner = Context(
            template: layout, chain: context.chain + [layout.name], blocks: context.blocks, indent: context.indent)
        let overrides = blocks.map { ($0.name, Override(body: $0.body, context: context)) }
        // What uses this template as its layout goes before what stands here.
        inner.blocks.merge(overrides.map { ($0.text, $1) }) { outer, own in
            own.isUsed = true
            return outer
        }
        put(layout.nodes, inner, scope)
        for (block, override) in overrides where !override.isUsed {
            let nearest = nearestWord(to: block.text, among: layout.blockNames.sorted())
            fault(.noBlock(block.text, layout: layout.name, nearest: nearest), block, context)
        }
    }

    private mutating func putBlock(_ block: Block, _ context: Context, _ scope: Scope) {
        guard let override = context.blocks[block.name.text] else { return put(block.body, context, scope) }
        override.isUsed = true
        put(override.body, override.context, scope)
    }

    /// A word of the string table is text of the page. Names in it, `{count}`, are looked up like those of the template.
    private mutating func putWord(_ name: Name, _ context: Context, _ scope: Scope) {
        let key = String(name.text.dropFirst(2))
        guard let word = words[key] else {
            return fault(
                .noWord(key, language: words.language, nearest: nearestWord(to: key, among: words.keys.sorted())), name,
                context)
        }
        guard let one = word.one, let counted = word.other.parameters.first else {
            return put(word.other, name, context, scope)
        }
        guard let (view, field) = find(counted, at: name, context, scope) else { return }
        guard case .text(let text) = field else { return fault(.noText(counted, isList: false), name, context) }
        add(
            .number(
                view, text,
                one: collect { $0.put(one, name, context, scope) },
                other: collect { $0.put(word.other, name, context, scope) }))
    }

    private mutating func put(_ phrase: Phrase, _ name: Name, _ context: Context, _ scope: Scope) {
        for part in phrase.parts {
            switch part {
            case .text(let text): literal.append(escaping: text.utf8)
            case .parameter(let parameter):
                putVariable(Name(text: parameter, range: name.range), context, scope)
            }
        }
    }

    // MARK: Parts

    private mutating func steps(of nodes: [Node], _ context: Context, _ scope: Scope) -> [Step] {
        collect { $0.put(nodes, context, scope) }
    }

    private mutating func collect(_ put: (inout Compiler) -> Void) -> [Step] {
        flush()
        let outer = steps
        steps = []
        put(&self)
        flush()
        defer { steps = outer }
        return steps
    }

    private mutating func add(_ step: Step) {
        flush()
        steps.append(step)
    }

    private mutating func flush() {
        if literal.count > 0 { steps.append(.literal(literal.bytes)) }
        literal = OutputBuffer()
    }

    /// The partial or layout of that name, unless it is being put in already.
    private mutating func open(_ name: Name, _ context: Context) -> ParsedTemplate? {
        guard let template = library[name.text] else {
            fault(
                .noPartial(name.text, nearest: nearestWord(to: name.text, among: library.keys.sorted())), name, context)
            return nil
        }
        used.insert(name.text)
        if let start = context.chain.firstIndex(of: name.text) {
            fault(.recursion(Array(context.chain[start...] + [name.text])), name, context)
            return nil
        }
        return template
    }

    private mutating func find(
        _ text: String, at name: Name, _ context: Context, _ scope: Scope
    ) -> (view: Int, field: Field)? {
        do {
            return try scope.find(text)
        } catch {
            fault(error.kind, name, context)
            return nil
        }
    }

    private mutating func fault(_ kind: TemplateFault.Kind, _ name: Name, _ context: Context) {
        faults.add(kind, name.range, in: context.template.file)
    }
}
