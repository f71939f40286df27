// All templates of a guide: the built-in ones, with the guide's own files in place of those of the same name.

import Messages

/// Templates by name, to be compiled for the views of the site.
///
///     var templates = TemplateSet(DefaultTemplates.files)
///     templates.override(with: files of the guide's templates/)
///     let place = templates.compile("place", for: PlacePage.shape, words: japanese)
///     …
///     guard templates.faults.isEmpty else { … }  // every fault of every template
package struct TemplateSet: Sendable {
    private var library: [String: ParsedTemplate] = [:]
    private var used: Set<String> = []
    private var compileFaults: [TemplateFault] = []

    /// Of `files`, those whose name ends in `.mustache`.
    package init(_ files: [TemplateFile] = []) {
        override(with: files)
    }

    /// Files of the same name win over those that are there.
    package mutating func override(with files: [TemplateFile]) {
        for file in files where file.name.hasSuffix(ParsedTemplate.suffix) {
            let template = ParsedTemplate(file)
            library[template.name] = template
        }
    }

    /// The template `name` (`place`, `parts/map`: without `.mustache`) for views of one shape, in one language.
    /// With faults the template shows what it can; see `faults`.
    package mutating func compile<View: ~Copyable>(_ name: String, for shape: Shape<View>, words: StringTable)
        -> Template<View>
    {
        guard let template = library[name] else {
            let file = TemplateFile(name: name, path: name + ParsedTemplate.suffix, bytes: [])
            let kind = TemplateFault.Kind.noTemplate(name, nearest: nearestWord(to: name, among: library.keys.sorted()))
            compileFaults.append(TemplateFault(kind: kind, place: file.place(of: 0..<0)))
            return Template(program: Program(steps: [], depth: 1))
        }
        var compiler = Compiler(library: library, words: words)
        let program = compiler.compile(template, shape.fields)
        used.formUnion(compiler.used)
        compileFaults += compiler.faults.all
        return Template(program: program)
    }

    /// What is wrong with the text of any template, and with what was compiled so far; each once, by file and line.
    package var faults: [TemplateFault] {
        var seen: Set<TemplateFault> = []
        return (library.values.flatMap(\.faults) + compileFaults)
            .filter { seen.insert($0).inserted }
            .sorted {
                ($0.place.path, $0.place.line, $0.place.column, $0.message(.english))
                    < ($1.place.path, $1.place.line, $1.place.column, $1.message(.english))
            }
    }

    /// Of a guide's own files the templates that nothing compiled so far has used: names with a slip in them, mostly.
    package func unused(among own: [TemplateFile]) -> [TemplateFault] {
        own.filter { $0.name.hasSuffix(ParsedTemplate.suffix) }.compactMap { file in
            let name = String(file.name.dropLast(ParsedTemplate.suffix.count))
            guard !used.contains(name) else { return nil }
            let kind = TemplateFault.Kind.unused(nearest: nearestWord(to: name, among: used.sorted()))
            return TemplateFault(kind: kind, place: file.place(of: 0..<0))
        }
    }
}

struct ParsedTemplate: Sendable {
    static let suffix = ".mustache"

    let file: TemplateFile
    let nodes: [Node]
    let faults: [TemplateFault]

    init(_ file: TemplateFile) {
        self.file = file
        (nodes, faults) = parse(file)
    }

    /// `parts/map`
    var name: String { String(file.name.dropLast(Self.suffix.count)) }

    /// The blocks that a user of this layout can fill.
    var blockNames: Set<String> {
        var names: Set<String> = []
        func collect(_ nodes: [Node]) {
            for node in nodes {
                switch node {
                case .block(let block):
                    names.insert(block.name.text)
                    collect(block.body)
                case .section(_, _, let body): collect(body)
                case .layout(_, let blocks): for block in blocks { collect(block.body) }
                case .literal, .lineStart, .variable, .partial: break
                }
            }
        }
        collect(nodes)
        return names
    }
}
