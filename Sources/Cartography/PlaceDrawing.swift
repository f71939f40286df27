// Draws one place and its neighbourhood: rings, the nearest stops, other places small.

import Geography

extension PlaceSheet {
    /// Draws a place and its neighbourhood.
    package func draw(_ map: PlaceMap) -> DrawnMap {
        PlaceDrawing(sheet: self, map: map).drawn()
    }
}

extension Basemap {
    /// Draws a place and its neighbourhood on a sheet of its own.
    package func draw(_ map: PlaceMap, style: MapStyle = .wide, words: MapWords) -> DrawnMap {
        PlaceSheet(self, style: style, words: words).draw(map)
    }
}

private struct PlaceDrawing {
    let sheet: PlaceSheet
    let map: PlaceMap

    private var basemap: Basemap { sheet.basemap }
    private var variant: Variant { sheet.style.variant }

    private var centre: Coordinate {
        switch map.spot {
        case .pin(let pin): pin.coordinate.isValid ? pin.coordinate : basemap.wholeExtent.centre
        case .cell(let cell): cell.square.centre
        }
    }

    func drawn() -> DrawnMap {
        let (layout, words) = (sheet.layout, sheet.words)
        let projection = layout.projection(around: centre)
        let stops = nearestStops()

        var marks = MarkLayer(projection: projection, variant: variant, spots: [], body: 0)
        var cells: [CellMark] = []
        marks.north = sheet.north
        if case .pin(let pin) = map.spot {
            marks.spots = [Spot(pins: [pin], place: projection(pin.coordinate), variant: variant)]
        }
        let others = otherPlaces(projection, besides: marks.spots)
        if case .cell(let cell) = map.spot {
            cells = CellMark.gather([cell], projection, avoiding: others.map(\.box), variant: variant)
        }
        let rings = rings(avoiding: others.map(\.box))
        for case let text? in cells.map(\.text) { marks.keptFree.append(text.box) }
        if let rings { marks.keptFree += rings.texts }
        for other in others { marks.keptFree.append(other.box) }
        marks.layOut(basemap, words: words, wanted: stops.compactMap { basemap.landmarkNames[$0.name] })

        var svg = sheet.picture(colour: map.colour)
        drawGround(projection, rings, marks, into: &svg)
        for other in others { draw(other.pin, in: other.box, into: &svg) }
        for cell in cells { cell.draw(words: words, into: &svg) }
        svg.write(sheet.arrow)
        marks.drawMarks(into: &svg)
        svg.write(sheet.closing)

        var facts = MapFacts(width: layout.width, height: layout.height, scale: layout.scale)
        facts.order = marks.spots.flatMap(\.numbers)
        facts.nearestStops = stops
        return DrawnMap(svg: svg.bytes, facts: facts) { [marks] in marks.boxes }
    }

    private func drawGround(
        _ projection: Projection, _ rings: Rings?, _ marks: MarkLayer, into svg: inout SVGWriter
    ) {
        var ground = Ground(basemap, projection)
        ground.draw(into: &svg)
        ground.drawBorders(into: &svg)
        if let rings { svg.write(rings.svg) }
        marks.drawLandmarks(into: &svg)
        svg.closeGround()
    }

    private func draw(_ pin: Pin, in box: Box, into svg: inout SVGWriter) {
        svg.link(pin) { svg in
            svg.circle(.other, at: box.centre, radius: box.width / 2 - 1)
            let baseline = variant.fontSize(.small) * 0.36
            svg.text(.otherNumber, String(pin.number), at: box.centre + Vec(0, baseline))
        }
    }

    // MARK: Surroundings

    /// None around a cell, for there is no point to measure from.
    private func rings(avoiding others: [Box]) -> Rings? {
        guard map.rings, case .pin = map.spot else { return nil }
        return others.isEmpty
            ? sheet.rings : Rings(on: sheet.layout, style: sheet.style, avoiding: [sheet.north] + others)
    }

    /// The two nearest stations or bus stops within 1.5 km, of different names.
    private func nearestStops() -> [MapFacts.Stop] {
        guard case .pin = map.spot, !basemap.stops.isEmpty else { return [] }
        var stops: [MapFacts.Stop] = []
        let found = basemap.stops.landmarks(in: BoundingBox([centre]).grown(byMetres: 1_500))
            .map { MapFacts.Stop(name: $0.name, type: $0.type, metres: centre.distance(to: $0.coordinate)) }
            .sorted { ($0.metres, $0.name) < ($1.metres, $1.name) }
        for stop in found where stops.count < 2 && !stops.contains(where: { $0.name == stop.name }) {
            stops.append(stop)
        }
        return stops
    }

    /// Other places within the body that do not touch the marks.
    private func otherPlaces(_ projection: Projection, besides spots: [Spot]) -> [(pin: Pin, box: Box)] {
        let radius = max(variant.fontSize(.small) * 1.05, variant == .narrow ? 13 : 0)
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
