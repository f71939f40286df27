/// How one find led to the next (芋づる図): a drawing of who led to whom, laid out when the site is built, and the same as a
/// list for narrow screens and for readers who cannot see it.

import Publication
import Templates

struct LinksPage: Sendable {
    var page: Shell
    var drawing: HTML
    var items: [ChainItem]

    static let shape = Shape<LinksPage>("links page") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("drawing") { $0.drawing }
        page.list("items", ChainItem.shape) { $0.items }
    }
}

/// A place of the list, under the one that led to it.
struct ChainItem: Sendable {
    var entry: KanaEntry
    /// Steps from the first place: how far it is set in.
    var depth: Int
    var from: String

    static let shape = Shape<ChainItem>("chain item") { item in
        item.text("href") { $0.entry.href }
        item.text("number") { $0.entry.place.number }
        item.text("numberSpoken") { $0.entry.place.numberSpoken }
        item.text("name") { $0.entry.place.name }
        item.text("colourClass") { $0.entry.place.colourClass }
        item.text("depth") { String($0.depth) }
        item.text("from") { $0.from }
    }
}

extension PageWriter {
    /// More than this nobody can follow with the eye: then the list stands alone.
    static let widestDrawing = 400

    func linksPage() -> LinksPage {
        let chains = Chains(publication, ledTo: relations.ledTo)
        return LinksPage(
            page: shell(at: "links.html", title: phrases("links.title"), description: phrases("links.lead")),
            drawing: (1...Self.widestDrawing).contains(chains.nodes.count) ? drawing(of: chains) : HTML(),
            items: chains.nodes.map(item))
    }

    private func item(_ node: Chains.Node) -> ChainItem {
        let sources = publication.places[node.place].relations.foundThrough.map {
            phrases.number(publication.places[$0].number)
        }
        return ChainItem(
            entry: entry(node.place, root: ""), depth: min(node.column, 5),
            from: sources.isEmpty
                ? "" : phrases("links.from", ["places": sources.joined(separator: phrases("list.separator"))]))
    }

    private func drawing(of chains: Chains) -> HTML {
        var svg = OutputBuffer(capacity: 64 << 10)
        func raw(_ text: String) { svg.append(HTML(trusted: text)) }
        let nodes = chains.nodes
        let width = ((nodes.map(\.column).max() ?? 0) + 1) * ChainForm.step - ChainForm.gap + 4
        let height = ((nodes.map(\.row).max() ?? 0) + 1) * ChainForm.line + 4
        raw("<svg class=\"chains\" width=\"\(width)\" height=\"\(height)\" viewBox=\"-2 -2 \(width) \(height)\">\n")
        for edge in chains.edges { raw(ChainForm.path(from: edge.from, to: edge.to, isFirst: edge.isFirst)) }
        for node in nodes {
            let place = publication.places[node.place]
            raw("<a class=\"chain \(colourClass(of: place))\" href=\"\(Address.place(place.number))\">")
            raw(
                "<rect x=\"\(ChainForm.x(node))\" y=\"\(ChainForm.y(node))\" width=\"\(ChainForm.width)\" height=\"\(ChainForm.height)\" rx=\"6\"/>"
            )
            raw("<circle cx=\"\(ChainForm.x(node) + 27)\" cy=\"\(ChainForm.y(node) + 27)\" r=\"19\"/>")
            raw(
                "<text class=\"chain-number\" x=\"\(ChainForm.x(node) + 27)\" y=\"\(ChainForm.y(node) + 33)\">\(place.number)</text>"
            )
            let lines = ChainForm.lines(place.name)
            for (index, line) in lines.enumerated() {
                let baseline = ChainForm.y(node) + (lines.count == 1 ? 33 : 23 + index * 21)
                raw("<text x=\"\(ChainForm.x(node) + 54)\" y=\"\(baseline)\">")
                svg.append(escaping: line.utf8)
                raw("</text>")
            }
            raw("</a>\n")
        }
        raw("</svg>")
        return HTML(trusted: svg.bytes)
    }
}

/// Places and what they led to, as trees: each stands under the first that led to it.
struct Chains {
    struct Node {
        var place: PlaceIndex
        var column: Int
        var row: Int
    }

    struct Edge {
        var from: Node
        var to: Node
        /// Along the tree; a place that several led to has further ones, drawn apart.
        var isFirst: Bool
    }

    /// From the top, each tree's one after the other.
    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []

    init(_ publication: Publication, ledTo: [[PlaceIndex]]) {
        let places = publication.places
        var row = 0
        var seen: Set<PlaceIndex> = []
        // Not by calling itself: who led to whom may be as long as the guide.
        func grow(from root: PlaceIndex) {
            seen.insert(root)
            nodes.append(Node(place: root, column: 0, row: row))
            var open: [(place: PlaceIndex, rest: ArraySlice<PlaceIndex>, hasChild: Bool)] = [
                (root, ledTo[root][...], false)
            ]
            while let last = open.indices.last {
                guard let child = open[last].rest.popFirst() else {
                    open.removeLast()
                    continue
                }
                guard places[child].relations.foundThrough.first == open[last].place, seen.insert(child).inserted else {
                    continue
                }
                if open[last].hasChild { row += 1 }
                open[last].hasChild = true
                nodes.append(Node(place: child, column: open.count, row: row))
                open.append((child, ledTo[child][...], false))
            }
        }
        let linked = places.indices.filter { !ledTo[$0].isEmpty || !places[$0].relations.foundThrough.isEmpty }
        // First those that nothing led to; then what is left of circles.
        for place in linked.filter({ places[$0].relations.foundThrough.isEmpty }) + linked where !seen.contains(place) {
            grow(from: place)
            row += 1
        }
        let byPlace = Dictionary(nodes.map { ($0.place, $0) }) { first, _ in first }
        for node in nodes {
            for (index, source) in places[node.place].relations.foundThrough.enumerated() {
                if let from = byPlace[source] { edges.append(Edge(from: from, to: node, isFirst: index == 0)) }
            }
        }
    }
}

/// Sizes of the drawing, in pixels.
private enum ChainForm {
    static let width = 268
    static let height = 54
    static let gap = 56
    static let step = width + gap
    static let line = 68

    static func x(_ node: Chains.Node) -> Int { node.column * step }
    static func y(_ node: Chains.Node) -> Int { node.row * line }

    static func path(from: Chains.Node, to: Chains.Node, isFirst: Bool) -> String {
        let start = (x: x(from) + width, y: y(from) + height / 2)
        let end = (x: x(to), y: y(to) + height / 2)
        let bend = gap * 3 / 5
        return
            "<path class=\"\(isFirst ? "chain-line" : "chain-line chain-also")\" d=\"M\(start.x) \(start.y)C\(start.x + bend) \(start.y) "
            + "\(end.x - bend) \(end.y) \(end.x) \(end.y)\"/>\n"
    }

    /// At most two lines of twelve characters.
    static func lines(_ name: String) -> [String] {
        guard name.count > 12 else { return [name] }
        let first = name.prefix(13).lastIndex(of: " ").map { name[..<$0] } ?? name.prefix(11)
        let rest = name[first.endIndex...].drop { $0 == " " }
        return [String(first), rest.count > 12 ? rest.prefix(11) + "…" : String(rest)]
    }
}
