/// Texts as trees of nodes for the templates: what somebody typed is data there and can never become Typst code.
///
/// A node is an object with `kind`; blocks that hold blocks have `blocks`, those that hold a line have `line`.

import Encoding
import Markdown
import Publication

extension JSON {
    /// The blocks of a text.
    init(_ text: MarkdownText) { self = .array(text.blocks.map(JSON.init(block:))) }

    private init(block: Block) {
        switch block {
        case .paragraph(let line): self = ["kind": "paragraph", "line": JSON(line: line)]
        case .heading(let level, _, let line):
            // A heading without words would be a mistake in the document.
            guard line.contains(where: \.hasWords) else {
                self = ["kind": "paragraph", "line": JSON(line: line)]
                return
            }
            self = ["kind": "heading", "level": .integer(level), "line": JSON(line: line)]
        case .quote(let blocks): self = ["kind": "quote", "blocks": .array(blocks.map(JSON.init(block:)))]
        case .list(let list):
            let items = list.items.map { JSON.array($0.map(JSON.init(block:))) }
            self = ["kind": "list", "start": list.start.map(JSON.integer) ?? .null, "items": .array(items)]
        case .code(_, let code): self = ["kind": "code", "text": .string(code)]
        case .figure(let picture): self = ["kind": "figure", "picture": JSON(picture)]
        case .thematicBreak: self = ["kind": "rule"]
        }
    }

    private init(line: [Inline]) { self = .array(line.map(JSON.init(inline:))) }

    private init(inline: Inline) {
        switch inline {
        case .text(let text): self = ["kind": "text", "text": .string(text)]
        case .softBreak: self = ["kind": "soft"]
        case .lineBreak: self = ["kind": "break"]
        case .code(let code): self = ["kind": "code", "text": .string(code)]
        case .emphasis(let line): self = ["kind": "emphasis", "line": JSON(line: line)]
        case .strong(let line): self = ["kind": "strong", "line": JSON(line: line)]
        case .link(let address, _, let line):
            // An empty one leads nowhere, and a longer one no PDF can hold: their words stand alone.
            let isPrinted = !address.isEmpty && address.utf8.count <= 2000
            self = ["kind": "link", "address": isPrinted ? .string(address) : .null, "line": JSON(line: line)]
        case .picture(let picture): self = ["kind": "text", "text": .string(picture.alternative)]
        case .ruby(let base, let reading): self = ["kind": "ruby", "base": .string(base), "reading": .string(reading)]
        case .place(let reference):
            self = [
                "kind": "place", "number": reference.number.map(JSON.integer) ?? .null,
                "text": .string(reference.target),
            ]
        case .telephone(_, let text): self = ["kind": "telephone", "text": .string(text)]
        }
    }

    private init(_ picture: Picture) {
        self = [
            "file": .string(picture.address), "description": .string(picture.alternative),
            "caption": .string(picture.title),
        ]
    }
}

extension JSON {
    /// A name in pieces of base and reading, for group ruby.
    static func ruby(_ name: String, _ reading: String) -> JSON {
        .array(Furigana.align(name, reading: reading).map { [.string($0.base), .string($0.reading)] })
    }
}

extension Inline {
    /// Whether anything of it is printed.
    fileprivate var hasWords: Bool {
        switch self {
        case .text(let text), .code(let text), .ruby(let text, _), .telephone(_, let text):
            text.contains { !$0.isWhitespace }
        case .emphasis(let line), .strong(let line), .link(_, _, let line): line.contains(where: \.hasWords)
        case .picture(let picture): picture.alternative.contains { !$0.isWhitespace }
        case .place: true
        case .softBreak, .lineBreak: false
        }
    }
}
