// A template as a tree, before anybody knows what its names mean.

indirect enum Node: Sendable {
    case literal(Range<Int>)
    /// Something of the text stands at the start of a line here: where a partial's indentation goes.
    case lineStart
    case variable(Name)
    case section(Name, inverted: Bool, [Node])
    /// `{{> name}}`, with the whitespace before it when it stands alone on its line.
    case partial(Name, indent: Range<Int>)
    /// `{{< name}} … {{/name}}`: a layout, and what stands in its blocks.
    case layout(Name, blocks: [Block])
    /// `{{$name}} … {{/name}}`
    case block(Block)
}

struct Name: Sendable {
    let text: String
    let range: Range<Int>
}

struct Block: Sendable {
    let name: Name
    let body: [Node]
}
