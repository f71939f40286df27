// The picture that messengers and social networks show beside a shared link: a name in large letters, and where it lies.

import Geography

/// What a card says, as plain values.
package struct ShareCard: Hashable, Sendable {
    package var title: String
    /// Small, above the title: how an area's name is read.
    package var reading = ""
    /// Below the title: the guide's subtitle.
    package var subtitle = ""
    /// How many places there are, in words; empty for none.
    package var count = ""
    /// At the card's foot: the guide's title and who publishes it.
    package var foot: String
    /// Index of the colour, from 1; nil: that of no area.
    package var colour: Int?
    /// The area that is meant, by its index in the outlines; nil: all of them.
    package var area: Int?

    package init(title: String, foot: String) {
        (self.title, self.foot) = (title, foot)
    }

    /// In pixels: the shape that Open Graph pictures have everywhere.
    package static let size = (width: 1200, height: 630)
}

/// The outlines of areas as a card shows them, made once for all cards.
package struct CardOutlines: Sendable {
    /// Of each area its colour, from 1, and its surface; empty where it has no boundary.
    fileprivate let areas: [(colour: Int, path: [UInt8])]
    fileprivate let isEmpty: Bool

    fileprivate static let box = Box(left: 700, top: 64, right: 1140, bottom: 490)

    package init(_ areas: [(colour: Int, boundary: MultiPolygon?)]) {
        let extent = areas.reduce(BoundingBox()) { $1.boundary.map(\.bounds).map($0.union) ?? $0 }
        isEmpty = extent.isEmpty
        guard !extent.isEmpty else {
            self.areas = []
            return
        }
        let box = Self.box
        let ground = extent.metres
        let projection = Projection(
            centre: extent.centre, frame: box,
            pixelsPerMetre: min(box.width / max(ground.east, 1), box.height / max(ground.north, 1)))
        self.areas = areas.map { colour, boundary in
            var path = PathData()
            for ring in boundary?.rings ?? [] {
                var projected = ring.map { projection($0) }
                simplify(&projected, tolerance: 0.7)
                path.add(projected[...], closed: true)
            }
            return (colour, path.bytes)
        }
    }
}

extension ShareCard {
    /// The card as a picture of its own.
    package func svg(_ outlines: CardOutlines) -> [UInt8] {
        var svg = Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
            <rect width="1200" height="630" fill="\(paper)"/>
            <rect width="44" height="630" fill="\(deep)"/>

            """.utf8)
        draw(outlines, into: &svg)
        let width = outlines.isEmpty ? 1000.0 : 570.0
        let (size, lines) = fitted(title, width: width)
        let lineHeight = size * 1.28
        let block =
            (reading.isEmpty ? 0 : 58) + Double(lines.count) * lineHeight + (subtitle.isEmpty ? 0 : 66)
            + (count.isEmpty ? 0 : 92)
        var y = max(56, 64 + (426 - block) / 2)
        if !reading.isEmpty {
            text(reading, at: y + 34, size: fit(reading, 34, width), fill: soft, into: &svg)
            y += 58
        }
        for line in lines {
            text(line, at: y + size * 0.94, size: size, family: mincho, fill: ink, into: &svg)
            y += lineHeight
        }
        if !subtitle.isEmpty {
            text(subtitle, at: y + 44, size: fit(subtitle, 34, width), fill: soft, into: &svg)
            y += 66
        }
        if !count.isEmpty {
            text(count, at: y + 64, size: fit(count, 50, width), bold: true, fill: deep, into: &svg)
        }
        svg += "<path d=\"M100 524h1040M100 530h1040\" stroke=\"\(rule)\" stroke-width=\"2\"/>\n".utf8
        text(foot, at: 586, size: fit(foot, 36, 1040), fill: soft, into: &svg)
        svg += "</svg>\n".utf8
        return svg
    }

    private func draw(_ outlines: CardOutlines, into svg: inout [UInt8]) {
        for (index, outline) in outlines.areas.enumerated() where !outline.path.isEmpty {
            let look = AreaColour.all[AreaColour.number(outline.colour) - 1]
            let fill = index == area ? look.deep : area == nil ? look.tint : quiet
            svg += "<path fill=\"\(fill)\" stroke=\"\(area == nil ? look.deep : rule)\" stroke-width=\"2\" ".utf8
            svg += "stroke-linejoin=\"round\" fill-rule=\"evenodd\" d=\"".utf8
            svg += outline.path
            svg += "\"/>\n".utf8
        }
    }

    /// The largest lettering in which the title fits, in one to three lines.
    private func fitted(_ title: String, width: Double) -> (size: Double, lines: [String]) {
        let name = Name(title)
        for size in [116.0, 100, 88, 76, 66] {
            if let lines = name.forms(widest: width / size).map(\.lines).first(where: { $0.count <= 2 }) {
                return (size, lines.map(String.init))
            }
        }
        for size in [76.0, 66, 56, 48, 42] {
            if let form = name.forms(widest: width / size).first { return (size, form.lines.map(String.init)) }
        }
        return (42, Array(wrapped(title, width: width / 42).prefix(5)))
    }

    private func fit(_ text: String, _ size: Double, _ width: Double) -> Double {
        min(size, width / max(TextWidth.ofText(text), 1))
    }

    private func text(
        _ text: String, at y: Double, size: Double, family: String = gothic, bold: Bool = false, fill: String,
        into svg: inout [UInt8]
    ) {
        svg += "<text x=\"100\" y=\"".utf8
        svg.appendTenths(tenths(y))
        svg += "\" font-family=\"\(family)\" font-size=\"".utf8
        svg.appendTenths(tenths(size))
        svg += "\"\(bold ? " font-weight=\"700\"" : "") fill=\"\(fill)\">".utf8
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): svg += "&amp;".utf8
            case UInt8(ascii: "<"): svg += "&lt;".utf8
            case UInt8(ascii: ">"): svg += "&gt;".utf8
            // What XML does not allow.
            case ..<0x20: svg.append(0x20)
            default: svg.append(byte)
            }
        }
        svg += "</text>\n".utf8
    }

    private var deep: String { colour.map { AreaColour.all[AreaColour.number($0) - 1].deep } ?? "#842815" }
}

// The page's own colours and faces, by the names that Debian's fonts have.
private let (paper, ink, soft, rule, quiet) = ("#fbf7ec", "#241c14", "#4a3e31", "#8a7758", "#f3ebd9")
private let gothic = "BIZ UDPGothic, Noto Sans CJK JP, sans-serif"
private let mincho = "BIZ UDPMincho, Noto Serif CJK JP, serif"
