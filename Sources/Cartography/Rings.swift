// The circles around a place by which one sees how far a walk is.

import Geography

/// The rings of 300 m and 500 m around the middle of a map, as they are drawn, and where their lengths stand.
struct Rings: Sendable {
    /// As SVG.
    let svg: [UInt8]
    let texts: [Box]

    /// Their lengths stand clear of the boxes.
    init(on layout: Layout, style: MapStyle, avoiding boxes: [Box]) {
        let projection = layout.projection
        let size = style.variant.fontSize(.small)
        let frame = projection.frame.grown(by: -2)
        let middle = projection.frame.centre
        var svg = SVGWriter(style: style, colour: 1)
        svg.enterBody(detail: projection.detail)
        texts = [300, 500].map { metres in
            let radius = metres * projection.pixelsPerMetre
            var circle = PathData()
            circle.addCircle(at: middle, radius: radius)
            svg.path(.ring, circle)
            let text = "\(Int(metres)) m"
            let half = Vec(TextWidth.ofText(text) * size / 2 + 2, size * 0.6)
            let places = Self.compass.lazy.map { Box(centre: middle + $0 * radius, half: half) }
            let free = places.first { place in frame.contains(place) && !boxes.contains { $0.overlaps(place) } }
            let box = free ?? places[0]
            svg.text(.ringText, text, at: Vec(box.centre.x, box.bottom - 3), anchor: .middle)
            return box
        }
        self.svg = svg.bytes
    }

    /// Directions from the top, by turns to the right and to the left: a length stands at the first where it is free.
    private static let compass: [Vec] = [
        Vec(0, -1), Vec(0.383, -0.924), Vec(-0.383, -0.924), Vec(0.707, -0.707), Vec(-0.707, -0.707),
        Vec(0.924, -0.383),
        Vec(-0.924, -0.383), Vec(1, 0), Vec(-1, 0), Vec(0.924, 0.383), Vec(-0.924, 0.383), Vec(0.707, 0.707),
        Vec(-0.707, 0.707), Vec(0.383, 0.924), Vec(-0.383, 0.924), Vec(0, 1),
    ]
}
