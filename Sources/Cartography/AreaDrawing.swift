// Draws the map of an area: its ground, its numbered places, and insets where they stand too close.

import Geography

extension Basemap {
    /// Draws an area with its places.
    package func draw(_ map: AreaMap, style: MapStyle = .wide, words: MapWords = MapWords()) -> DrawnMap {
        AreaDrawing(basemap: self, map: map, style: style, words: words).drawn()
    }
}

private struct AreaDrawing {
    let basemap: Basemap
    let map: AreaMap
    let style: MapStyle
    let words: MapWords

    private var variant: Variant { style.variant }

    func drawn() -> DrawnMap {
        let (extent, pins, offMap) = extent()
        let foot = Foot(credit: basemap.credit, style: style)
        var layout = Layout(showing: extent, style: style, footLines: foot.lines)
        var (main, crowds) = marks(layout, pins)
        if !crowds.isEmpty {
            let shapes = crowds.map(\.shape)
            layout = Layout(showing: extent, style: style, footLines: foot.lines, panelShapes: shapes)
            // On paper the panels take room from the map, so that its marks must be laid out again.
            if layout.scale != nil {
                (main, crowds) = marks(layout, pins)
                if crowds.count > layout.panels.count { (main, crowds) = marks(layout, pins, panels: layout.panels.count) }
            }
        }
        let insets = zip(crowds, layout.panels).enumerated().map { i, pair in
            inset(i + 1, pair.0, in: pair.1)
        }

        let boundary = map.boundary
        main.furniture.append(NorthArrow.box(in: layout.body, avoiding: main.spots.map(\.box), variant: variant))
        let cells = CellMark.gather(
            map.cells, layout.projection, avoiding: main.spots.map(\.box) + main.insetFrames.map(\.box) + main.furniture,
            variant: variant)
        main.keptFree = cells.compactMap(\.text?.box)
        main.layOut(basemap, words: words, inside: inside(layout.projection))

        var svg = SVGWriter(style: style, colour: map.colour)
        svg.openPicture(width: layout.width, height: layout.height)
        drawBody(main, cells, layout, boundary, into: &svg)
        for inset in insets { drawInset(inset, boundary, into: &svg) }
        foot.draw(
            in: layout.foot, ScaleBar(pixelsPerMetre: layout.projection.pixelsPerMetre, room: layout.width * 0.28),
            scale: layout.scale, words: words, into: &svg)
        svg.closePicture()

        var facts = MapFacts(width: layout.width, height: layout.height, scale: layout.scale)
        facts.order = ReadingOrder.of(map.pins.map(\.coordinate)).map { map.pins[$0].number }
        facts.offMap = offMap.map(\.number)
        facts.dotsOnly = !main.dots.isEmpty
        facts.insets = insets.count
        for layer in [main] + insets.map(\.layer) {
            facts.boxes += layer.boxes
            for (spot, label) in zip(layer.spots, layer.labels) where label != nil { facts.labelled.formUnion(spot.numbers) }
        }
        if layout.scale != nil {
            let grid = ReferenceGrid(frame: layout.body)
            for pin in pins { facts.gridReferences[pin.number] = grid.reference(of: layout.projection(pin.coordinate)) }
        }
        return DrawnMap(svg: svg.bytes, facts: facts)
    }

    // MARK: Layout

    /// What to show: the area and the places in or near it. Places far away would shrink the map to nothing.
    private func extent() -> (BoundingBox, shown: [Pin], offMap: [Pin]) {
        var extent = map.boundary?.bounds ?? BoundingBox()
        var (shown, offMap): ([Pin], [Pin]) = ([], [])
        let near = extent.isEmpty ? nil : extent.grown(byMetres: 1_000)
        for pin in map.pins.sorted(by: { $0.number < $1.number }) {
            if pin.coordinate.isValid, near?.contains(pin.coordinate) ?? true {
                extent.add(pin.coordinate)
                shown.append(pin)
            } else {
                offMap.append(pin)
            }
        }
        for cell in map.cells where near?.intersects(cell.square.bounds) ?? true {
            extent = extent.union(cell.square.bounds)
        }
        if extent.isEmpty { extent = basemap.wholeExtent }
        // A single place, or an area of no size, still wants its surroundings.
        let metric = LocalMetric(latitude: extent.centre.latitude)
        let size = max(
            (extent.north - extent.south) * metric.metresPerDegreeOfLatitude,
            (extent.east - extent.west) * metric.metresPerDegreeOfLongitude)
        if size < 700 { extent = extent.grown(byMetres: (700 - size) / 2) }
        if map.boundary == nil { extent = extent.grown(byMetres: 150) }
        return (extent, shown, offMap)
    }

    private var maxPanels: Int {
        switch variant {
        case .wide: 6
        case .narrow: 8
        case .print: 4
        case .poster: 2
        }
    }

    /// A group of places that an inset shows.
    private struct Crowd {
        var pins: [Pin]
        var bounds: BoundingBox

        /// Height over width on the ground.
        var shape: Double {
            let metric = LocalMetric(latitude: bounds.centre.latitude)
            let height = (bounds.north - bounds.south) * metric.metresPerDegreeOfLatitude
            return height / max((bounds.east - bounds.west) * metric.metresPerDegreeOfLongitude, 1)
        }
    }

    /// The marks of the main map, and the crowds taken from it into insets. Where there would be more insets than fit
    /// (by default than are good), or marks still end up far from their places, the places become dots.
    private func marks(_ layout: Layout, _ pins: [Pin], panels: Int? = nil) -> (MarkLayer, [Crowd]) {
        let projection = layout.projection
        var layer = MarkLayer(projection: projection, variant: variant, spots: [], body: 0)
        var spots = Spot.gather(pins, projection, variant: variant)
        guard spots.count <= AreaDrawing.most else {
            layer.dots = pins.map { projection($0.coordinate) }
            return (layer, [])
        }
        var spread = spots
        spread.spread(in: layout.body)
        let limit = AreaDrawing.farthest * projection.pixelsPerMetre
        let groups = spread.crowds(limit: limit, widest: layout.body.width * 0.4).sorted {
            ($0.map { spots[$0].place.y }.min() ?? 0) < ($1.map { spots[$0].place.y }.min() ?? 0)
        }
        if groups.count > panels ?? maxPanels {
            if spread.allSatisfy({ $0.moved < variant.pin * 1.6 }) {
                layer.spots = spread
            } else {
                layer.dots = pins.map { projection($0.coordinate) }
            }
            return (layer, [])
        }
        var crowds: [Crowd] = []
        for (i, group) in groups.enumerated() {
            let members = group.map { spots[$0] }
            let pins = members.flatMap(\.pins)
            crowds.append(Crowd(pins: pins, bounds: BoundingBox(pins.map(\.coordinate))))
            if let box = Box(around: members.map(\.place)) {
                layer.insetFrames.append((letter(i + 1), box.grown(by: 7), members.map(\.place)))
            }
        }
        let taken = Set(groups.flatMap { $0 })
        spots = spots.indices.filter { !taken.contains($0) }.map { spots[$0] }
        spots.spread(in: layout.body, around: layer.insetFrames.map(\.box))
        layer.spots = spots
        return (layer, crowds)
    }

    /// Metres that a mark may be pushed away from its place; beyond, an inset is drawn.
    private static let farthest = 40.0
    /// Marks that a map can bear at all.
    private static let most = 250

    private func letter(_ number: Int) -> String { String(UnicodeScalar(UInt8(64 + min(number, 26)))) }

    // MARK: Insets

    private struct Inset {
        var layer: MarkLayer
        var title: Box
        var name: String
    }

    private func inset(_ number: Int, _ crowd: Crowd, in panel: Box) -> Inset {
        let metric = LocalMetric(latitude: crowd.bounds.centre.latitude)
        let ground = Vec(
            (crowd.bounds.east - crowd.bounds.west) * metric.metresPerDegreeOfLongitude,
            (crowd.bounds.north - crowd.bounds.south) * metric.metresPerDegreeOfLatitude)
        // Room for a pin and its label on every side.
        let room = panel.size - Vec(variant.pin * 3, variant.pin * 2.2)
        let scale = min(room.x / max(ground.x, 1), room.y / max(ground.y, 1), 0.8)
        let projection = Projection(centre: crowd.bounds.centre, frame: panel, pixelsPerMetre: scale)
        let size = variant.fontSize(.small)
        let name = words.inset(letter(number))
        let title = Box(
            left: panel.left, top: panel.top, right: panel.left + TextWidth.ofText(name) * size + 12,
            bottom: panel.top + size * 1.6)
        let bar = Box(
            left: panel.left, top: panel.bottom - size * 1.7, right: panel.left + panel.width * 0.5,
            bottom: panel.bottom)
        var spots = Spot.gather(crowd.pins, projection, variant: variant)
        var clear = panel
        (clear.top, clear.bottom) = (title.bottom, bar.top)
        spots.spread(in: clear)
        var layer = MarkLayer(projection: projection, variant: variant, spots: spots, body: number)
        layer.furniture = [title, bar]
        layer.layOut(basemap, words: words)
        return Inset(layer: layer, title: title, name: name)
    }

    private func drawInset(_ inset: Inset, _ boundary: MultiPolygon?, into svg: inout SVGWriter) {
        let projection = inset.layer.projection
        let ground = Ground(basemap, projection)
        let size = variant.fontSize(.small)
        svg.openBody(projection.frame, detail: projection.detail)
        svg.openGround()
        svg.rectangle(.land, projection.frame)
        ground.draw(into: &svg)
        if let boundary { drawBorder(ground.paths(of: boundary).line, into: &svg) }
        inset.layer.drawLandmarks(into: &svg)
        svg.closeGround()
        inset.layer.drawMarks(into: &svg)
        svg.rectangle(.symbolGround, inset.title)
        svg.text(.insetTag, inset.name, at: Vec(inset.title.left + 6, inset.title.top + size * 1.2))
        ScaleBar(pixelsPerMetre: projection.pixelsPerMetre, room: projection.frame.width * 0.25)
            .draw(
                at: Vec(projection.frame.left + 8, projection.frame.bottom - 9), role: .insetTag, words: words, into: &svg)
        svg.rectangle(.frame, projection.frame.grown(by: -0.5))
        svg.closeBody()
    }

    // MARK: The main body

    private func inside(_ projection: Projection) -> ((Vec) -> Bool)? {
        guard let boundary = map.boundary else { return nil }
        return { boundary.contains(projection.coordinate($0)) }
    }

    private func drawBody(
        _ marks: MarkLayer, _ cells: [CellMark], _ layout: Layout, _ boundary: MultiPolygon?,
        into svg: inout SVGWriter
    ) {
        let projection = layout.projection
        let ground = Ground(basemap, projection)
        let grid = layout.scale == nil ? nil : ReferenceGrid(frame: layout.body)
        svg.openBody(layout.body, detail: projection.detail)
        svg.openGround()
        svg.rectangle(.land, layout.body)
        let paths = boundary.map { ground.paths(of: $0) }
        let outside = paths.flatMap { svg.stencil($0.inverse) }
        svg.path(.outside, outside)
        ground.draw(into: &svg)
        ground.drawBorders(into: &svg)
        // The neighbours' roads grow pale; their water stays water.
        svg.path(.veil, outside)
        if let paths { drawBorder(paths.line, into: &svg) }
        grid?.drawLines(into: &svg)
        marks.drawLandmarks(into: &svg)
        svg.closeGround()
        for cell in cells { cell.draw(words: words, into: &svg) }
        for box in marks.furniture { NorthArrow.draw(in: box, words: words, into: &svg) }
        marks.drawMarks(into: &svg)
        svg.rectangle(.frame, layout.body.grown(by: -0.5))
        svg.closeBody()
        grid?.drawNames(into: &svg)
    }

    /// A soft band in the area's colour, and the line on it.
    private func drawBorder(_ line: PathData, into svg: inout SVGWriter) {
        let line = svg.stencil(line)
        svg.path(.band, line)
        svg.path(.boundary, line)
    }
}

extension Basemap {
    /// All that has a boundary, else the middle of Japan.
    var wholeExtent: BoundingBox {
        let all = boundaries.values.reduce(BoundingBox()) { $0.union($1.bounds) }
        return all.isEmpty ? BoundingBox([Coordinate(latitude: 36, longitude: 138)]) : all
    }
}
