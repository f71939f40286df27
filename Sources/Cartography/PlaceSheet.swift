// What is the same on the maps of all places.

import Geography

/// What the maps of all places have in common in one style and one language, drawn once: how the picture is divided, the
/// north arrow, the frame and the foot.
package struct PlaceSheet: Sendable {
    let basemap: Basemap
    let style: MapStyle
    let words: MapWords
    let layout: Layout
    let north: Box
    /// Where nothing but the north arrow stands on the map.
    let rings: Rings
    /// As SVG: the north arrow, and everything that follows the marks.
    let (arrow, closing): ([UInt8], [UInt8])
    /// As SVG, in each colour of an area: everything that comes before the ground's layers.
    private let openings: [[UInt8]]

    /// Metres from the place to the edge of its map, at least.
    private static let reach = 520.0

    package init(_ basemap: Basemap, style: MapStyle, words: MapWords) {
        (self.basemap, self.style, self.words) = (basemap, style, words)
        let foot = Foot(credit: basemap.credit, style: style)
        layout = Layout(
            showing: Vec(2 * Self.reach, 2 * Self.reach), around: basemap.wholeExtent.centre, style: style,
            footLines: foot.lines, padding: 4, tallest: style.variant == .narrow ? 1 : 0.8)
        north = NorthArrow.box(in: layout.body, avoiding: [], variant: style.variant)
        rings = Rings(on: layout, style: style, avoiding: [north])
        let style = style
        func drawn(_ layout: Layout, _ draw: (inout SVGWriter) -> Void) -> [UInt8] {
            var svg = SVGWriter(style: style, colour: 1)
            svg.enterBody(detail: layout.projection.detail)
            draw(&svg)
            return svg.bytes
        }
        arrow = drawn(layout) { [north] svg in NorthArrow.draw(in: north, words: words, into: &svg) }
        closing = drawn(layout) { [layout] svg in
            svg.rectangle(.frame, layout.body.grown(by: -0.5))
            svg.closeBody()
            foot.draw(layout, words: words, into: &svg)
            svg.closePicture()
        }
        openings = AreaColour.all.indices.map { [layout] colour in
            var svg = SVGWriter(style: style, colour: colour + 1)
            svg.openPicture(width: layout.width, height: layout.height)
            svg.openBody(layout.body, detail: layout.projection.detail)
            svg.openGround()
            svg.rectangle(.land, layout.body)
            return svg.bytes
        }
    }

    /// A picture of a place in the colour of its area, ready for the ground's layers.
    func picture(colour: Int) -> SVGWriter {
        var svg = SVGWriter(style: style, colour: colour)
        svg.enterBody(detail: layout.projection.detail)
        svg.write(openings[svg.colour - 1])
        return svg
    }
}
