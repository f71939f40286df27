// Draws one place and its neighbourhood: rings, the nearest stops, other places small.

import Geography

extension Basemap {
    /// Draws a place and its neighbourhood.
    package func draw(_ map: PlaceMap, style: MapStyle = .wide, words: MapWords = MapWords()) -> DrawnMap {
        PlaceDrawing(basemap: self, map: map, style: style, words: words).drawn()
    }
}

private struct PlaceDrawing {
    let basemap: Basemap
    let map: PlaceMap
    let style: MapStyle
    let words: MapWords

    private static let rings = [300.0, 500.0]

    private var centre: Coordinate {
        switch map.spot {
        case .pin(let pin): pin.coordinate.isValid ? pin.coordinate : basemap.wholeExtent.centre
        case .cell(let cell): cell.square.centre
        }
    }

    func drawn() -> DrawnMap {
        let variant = style.variant
        let foot = Foot(credit: basemap.credit, style: style)
        let extent = BoundingBox([centre]).grown(byMetres: 520)
        let layout = Layout(
            showing: extent, style: style, footLines: foot.lines, padding: 4, tallest: variant == .narrow ? 1 : 0.8)
        let projection = layout.projection
        let stops = nearestStops()

        var marks = MarkLayer(projection: projection, variant: variant, spots: [], body: 0)
        if case .pin(let pin) = map.spot {
            marks.spots = Spot.gather([pin], projection, variant: variant)
        }
        let others = otherPlaces(projection, besides: marks.spots)
        let middle = projection(centre)
        marks.furniture = [NorthArrow.box(in: layout.body, avoiding: [], variant: variant)]
        let taken = marks.furniture + others.map(\.box)
        let ringLabels = rings(projection).map { ringLabel($0, middle, projection, avoiding: taken) }
        var cells: [CellMark] = []
        if case .cell(let cell) = map.spot {
            cells = CellMark.gather([cell], projection, avoiding: others.map(\.box), variant: variant)
        }
        marks.keptFree = cells.compactMap(\.text?.box) + ringLabels.map(\.box) + others.map(\.box)
        marks.layOut(basemap, words: words, wanted: Set(stops.map(\.name)))

        var svg = SVGWriter(style: style, colour: map.colour)
        svg.openPicture(width: layout.width, height: layout.height)
        svg.openBody(layout.body, detail: projection.detail)
        svg.openGround()
        svg.rectangle(.land, layout.body)
        let ground = Ground(basemap, projection)
        ground.draw(into: &svg)
        ground.drawBorders(into: &svg)
        for (ring, label) in zip(rings(projection), ringLabels) {
            var path = PathData()
            path.addCircle(at: middle, radius: ring * projection.pixelsPerMetre)
            svg.path(.ring, path)
            svg.text(.ringText, label.text, at: Vec(label.box.centre.x, label.box.bottom - 3), anchor: .middle)
        }
        marks.drawLandmarks(into: &svg)
        svg.closeGround()
        for other in others {
            svg.link(other.pin.href, title: "\(other.pin.number) \(other.pin.title)") { svg in
                svg.circle(.other, at: other.box.centre, radius: other.box.width / 2 - 1)
                let baseline = variant.fontSize(.small) * 0.36
                svg.text(.otherNumber, String(other.pin.number), at: other.box.centre + Vec(0, baseline))
            }
        }
        for cell in cells { cell.draw(words: words, into: &svg) }
        for box in marks.furniture { NorthArrow.draw(in: box, words: words, into: &svg) }
        marks.drawMarks(into: &svg)
        svg.rectangle(.frame, layout.body.grown(by: -0.5))
        svg.closeBody()
        foot.draw(
            in: layout.foot, ScaleBar(pixelsPerMetre: projection.pixelsPerMetre, room: layout.width * 0.28),
            scale: layout.scale, words: words, into: &svg)
        svg.closePicture()

        var facts = MapFacts(width: layout.width, height: layout.height, scale: layout.scale)
        facts.order = marks.spots.flatMap(\.numbers)
        facts.labelled = Set(zip(marks.spots, marks.labels).flatMap { $1 == nil ? [] : $0.numbers })
        facts.nearestStops = stops
        facts.boxes = marks.boxes
        return DrawnMap(svg: svg.bytes, facts: facts)
    }

    /// Around a cell there is no point to measure from.
    private func rings(_ projection: Projection) -> [Double] {
        guard map.rings, case .pin = map.spot else { return [] }
        return Self.rings
    }

    /// The label of a ring on the ring itself, at the first of sixteen points where it is free.
    private func ringLabel(
        _ metres: Double, _ middle: Vec, _ projection: Projection, avoiding boxes: [Box]
    ) -> (text: String, box: Box) {
        let text = "\(Int(metres)) m"
        let size = style.variant.fontSize(.small)
        let half = Vec(TextWidth.ofText(text) * size / 2 + 2, size * 0.6)
        let radius = metres * projection.pixelsPerMetre
        let places = Self.compass.map { Box(centre: middle + $0 * radius, half: half) }
        let frame = projection.frame.grown(by: -2)
        let free = places.first { place in frame.contains(place) && !boxes.contains { $0.overlaps(place) } }
        return (text, free ?? places[0])
    }

    /// Directions from the top, by turns to the right and to the left.
    private static let compass: [Vec] = [
        Vec(0, -1), Vec(0.383, -0.924), Vec(-0.383, -0.924), Vec(0.707, -0.707), Vec(-0.707, -0.707),
        Vec(0.924, -0.383),
        Vec(-0.924, -0.383), Vec(1, 0), Vec(-1, 0), Vec(0.924, 0.383), Vec(-0.924, 0.383), Vec(0.707, 0.707),
        Vec(-0.707, 0.707), Vec(0.383, 0.924), Vec(-0.383, 0.924), Vec(0, 1),
    ]

    /// The two nearest stations or bus stops within 1.5 km, of different names.
    private func nearestStops() -> [MapFacts.Stop] {
        guard case .pin = map.spot else { return [] }
        var stops: [MapFacts.Stop] = []
        let near = BoundingBox([centre]).grown(byMetres: 1_500)
        let found = basemap.landmarks.landmarks(in: near)
            .filter { ["station", "bus-stop"].contains($0.type) && !$0.name.isEmpty }
            .map { MapFacts.Stop(name: $0.name, type: $0.type, metres: centre.distance(to: $0.coordinate)) }
            .sorted { ($0.metres, $0.name) < ($1.metres, $1.name) }
        for stop in found where stops.count < 2 && !stops.contains(where: { $0.name == stop.name }) {
            stops.append(stop)
        }
        return stops
    }

    /// Other places within the body that do not touch the marks.
    private func otherPlaces(_ projection: Projection, besides spots: [Spot]) -> [(pin: Pin, box: Box)] {
        let radius = max(style.variant.fontSize(.small) * 1.05, style.variant == .narrow ? 13 : 0)
        let frame = projection.frame.grown(by: -2)
        let visible = projection.ground(projection.frame)
        var result: [(pin: Pin, box: Box)] = []
        for pin in map.others where visible.contains(pin.coordinate) {
            let box = Box(centre: projection(pin.coordinate), half: Vec(radius, radius))
            guard frame.contains(box),
                !spots.contains(where: { $0.box.overlaps(box) || $0.numbers.contains(pin.number) }),
                !result.contains(where: { $0.box.overlaps(box) })
            else { continue }
            result.append((pin, box))
        }
        return result
    }
}
