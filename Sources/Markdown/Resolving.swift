/// Texts whose links to places have been resolved: what leads nowhere that may be shown is gone from the tree.

extension MarkdownText {
    /// The same text with each link to a place given by its number, and those for which `number` has none replaced by
    /// `stranger`, so that not even the name that was typed is left.
    package func resolvingPlaces(stranger: String, _ number: (PlaceReference) -> Int?) -> MarkdownText {
        guard !places.isEmpty else { return self }
        var resolved: [PlaceReference] = []
        var strangers = 0
        func resolve(_ inline: Inline) -> Inline {
            guard case .place(let reference) = inline else { return inline }
            guard let number = number(reference) else {
                strangers += 1
                return .text(stranger)
            }
            let place = PlaceReference(target: "No.\(number)", range: reference.range)
            resolved.append(place)
            return .place(place)
        }
        func resolve(_ block: Block) -> Block {
            let before = strangers
            let block = block.mappingInlines(resolve, resolve)
            // A heading's id is made of its words.
            guard strangers > before, case .heading(let level, _, let words) = block else { return block }
            return .heading(level: level, id: "section-\(strangers)", words)
        }
        let blocks = blocks.map(resolve)
        return MarkdownText(blocks: blocks, places: resolved, pictures: pictures, links: links)
    }
}

extension Block {
    fileprivate func mappingInlines(_ change: (Inline) -> Inline, _ inner: (Block) -> Block) -> Block {
        switch self {
        case .paragraph(let inlines): .paragraph(inlines.map { $0.mapping(change) })
        case .heading(let level, let id, let inlines):
            .heading(level: level, id: id, inlines.map { $0.mapping(change) })
        case .quote(let blocks): .quote(blocks.map(inner))
        case .list(let list):
            .list(List(start: list.start, isTight: list.isTight, items: list.items.map { $0.map(inner) }))
        case .code, .figure, .thematicBreak: self
        }
    }
}

extension Inline {
    fileprivate func mapping(_ change: (Inline) -> Inline) -> Inline {
        switch self {
        case .emphasis(let content): .emphasis(content.map { $0.mapping(change) })
        case .strong(let content): .strong(content.map { $0.mapping(change) })
        case .link(let address, let title, let content):
            .link(address: address, title: title, content.map { $0.mapping(change) })
        default: change(self)
        }
    }
}
