// Draws the map of an area: its ground, its numbered places, and insets where they stand too close.

import Geography

extension Basemap {
    /// Draws an area with its places.
    package func draw(_ map: AreaMap, style: MapStyle = .wide, words: MapWords) -> DrawnMap {
        AreaDrawing(view: AreaView(map, self), style: style, words: words).drawn()
    }

    /// Draws it once in each style.
    package func draw(_ map: AreaMap, styles: [MapStyle], words: MapWords) -> [DrawnMap] {
        let view = AreaView(map, self)
        return styles.map { AreaDrawing(view: view, style: $0, words: words).drawn() }
    }
}

private struct AreaDrawing {
    let view: AreaView
    let style: MapStyle
    let words: MapWords

    private var basemap: Basemap { view.basemap }
    private var map: AreaMap { view.map }
    private var variant: Variant { style.variant }

    func drawn() -> DrawnMap {
        let foot = Foot(credit: basemap.credit, style: style)
        var plan = plan(view.extent, view.shown, footLines: foot.lines)
        let layout = plan.layout
        let north = NorthArrow.box(in: layout.body, avoiding: plan.main.spots.map(\.box), variant: variant)
        plan.main.north = north
        let cells = CellMark.gather(
            map.cells, layout.projection,
            avoiding: plan.main.spots.map(\.box) + plan.main.insetFrames.map(\.box) + [north],
            variant: variant)
        plan.main.keptFree =
            cells.compactMap(\.text?.box) + plan.main.dots.map { Box(centre: $0, half: Vec(4, 4)) }
        plan.main.layOut(
            basemap, words: words, names: view.names, inside: inside(layout.projection))
        for i in plan.insets.indices { plan.insets[i].layer.layOut(basemap, words: words, names: view.names) }

        var svg = SVGWriter(style: style, colour: map.colour)
        svg.openPicture(width: layout.width, height: layout.height)
        drawBody(plan.main, cells, layout, into: &svg)
        for inset in plan.insets { drawInset(inset, into: &svg) }
        foot.draw(layout, words: words, into: &svg)
        svg.closePicture()
        let layers = [plan.main] + plan.insets.map(\.layer)
        return DrawnMap(svg: svg.bytes, facts: facts(plan)) { layers.flatMap(\.boxes) }
    }

    private func facts(_ plan: Plan) -> MapFacts {
        let layout = plan.layout
        var facts = MapFacts(width: layout.width, height: layout.height, scale: layout.scale)
        facts.order = view.order
        facts.offMap = view.offMap
        facts.dotsOnly = !plan.main.dots.isEmpty
        facts.insets = plan.insets.count
        if layout.scale != nil {
            let grid = ReferenceGrid(frame: layout.body)
            for pin in view.shown {
                facts.gridReferences[pin.number] = grid.reference(of: layout.projection(pin.coordinate))
            }
        }
        return facts
    }

    // MARK: Layout

    /// The picture's division, and where the marks stand in each of its bodies.
    private struct Plan {
        var layout: Layout
        var main: MarkLayer
        var insets: [Inset] = []
    }

    /// Where marks would be pushed too far, insets show them larger; where these would be too many, or crowded
    /// themselves, nothing but dots can be told apart.
    private func plan(_ extent: BoundingBox, _ pins: [Pin], footLines: Int) -> Plan {
        let whole = Layout(showing: extent, style: style, footLines: footLines)
        guard var trial = Trial(of: pins, on: whole, variant: variant, most: maxInsets) else {
            return dots(whole, pins)
        }
        let layout = Layout(
            showing: extent, style: style, footLines: footLines, panelShapes: trial.crowds.map(\.shape))
        // On paper the panels take room from the map, so that other places may be crowded on it.
        if layout.scale != nil, !layout.panels.isEmpty,
            let again = Trial(of: pins, on: layout, variant: variant, most: layout.panels.count), !again.crowds.isEmpty
        {
            trial = again
        }
        let insets = zip(trial.crowds, layout.panels).enumerated().map { inset($0 + 1, $1.0, in: $1.1) }
        let plan = Plan(layout: layout, main: marks(layout, pins, trial, besides: insets.map(\.crowd)), insets: insets)
        let marks = plan.main.spots + insets.flatMap(\.layer.spots)
        return marks.allSatisfy { $0.moved < variant.pin * 2 } ? plan : dots(whole, pins)
    }

    private func dots(_ layout: Layout, _ pins: [Pin]) -> Plan {
        var main = MarkLayer(projection: layout.projection, variant: variant, spots: [], body: 0)
        main.dots = pins.map { layout.projection($0.coordinate) }
        return Plan(layout: layout, main: main)
    }

    // MARK: Marks

    /// The marks of the main map, without those that insets show.
    private func marks(_ layout: Layout, _ pins: [Pin], _ trial: Trial, besides crowds: [Crowd]) -> MarkLayer {
        let projection = layout.projection
        var layer = MarkLayer(projection: projection, variant: variant, spots: [], body: 0)
        for (i, crowd) in crowds.enumerated() {
            let places = crowd.pins.map { projection($0.coordinate) }
            if let box = Box(around: places) { layer.insetFrames.append((letter(i + 1), box.grown(by: 7), places)) }
        }
        let fixed = layer.insetFrames.map(\.box) + stations(projection)
        if trial.crowds.isEmpty, fixed.isEmpty {
            layer.spots = trial.spots
        } else {
            // Pins at one coordinate share a mark, and so an inset.
            let taken = Set(crowds.flatMap(\.pins).map(\.coordinate))
            layer.spots = Spot.gather(pins.filter { !taken.contains($0.coordinate) }, projection, variant: variant)
            layer.spots.spread(in: layout.body, around: fixed)
        }
        layer.spots = ordered(layer.spots)
        return layer
    }

    /// Marks in the order of the list.
    private func ordered(_ spots: [Spot]) -> [Spot] {
        let ranks = spots.map { spot in spot.pins.reduce(Int.max) { min($0, view.rank[$1.number] ?? $0) } }
        return spots.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { spots[$0] }
    }

    /// The signs of stations, for which marks make room: no map of a district without its station.
    private func stations(_ projection: Projection) -> [Box] {
        basemap.landmarks.landmarks(in: projection.ground(projection.frame))
            .filter(\.isStation)
            .map { Box(centre: projection($0.coordinate), half: PlacedLandmark.half) }
    }

    private var maxInsets: Int {
        switch variant {
        case .wide: 6
        case .narrow: 8
        case .print: 4
        case .poster: 2
        }
    }

    private func letter(_ number: Int) -> String { String(UnicodeScalar(UInt8(64 + min(number, 26)))) }

    // MARK: Insets

    private struct Inset {
        var crowd: Crowd
        var layer: MarkLayer
        var title: Box
        var name: String
    }

    private func inset(_ number: Int, _ crowd: Crowd, in panel: Box) -> Inset {
        let ground = crowd.bounds.metres
        // Room for a pin and its label on every side.
        let room = panel.size - Vec(variant.pin * 3, variant.pin * 2.2)
        let scale = min(room.x / max(ground.east, 1), room.y / max(ground.north, 1), 0.8)
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
        spots.spread(in: clear, around: stations(projection))
        var layer = MarkLayer(projection: projection, variant: variant, spots: ordered(spots), body: number)
        layer.keptFree = [title, bar]
        return Inset(crowd: crowd, layer: layer, title: title, name: name)
    }

    private func drawInset(_ inset: Inset, into svg: inout SVGWriter) {
        let projection = inset.layer.projection
        var ground = Ground(basemap, projection)
        let size = variant.fontSize(.small)
        svg.openBody(projection.frame, detail: projection.detail)
        svg.openGround()
        svg.rectangle(.land, projection.frame)
        ground.draw(into: &svg)
        if let boundary = map.boundary { drawBorder(ground.paths(of: boundary).line, into: &svg) }
        inset.layer.drawLandmarks(into: &svg)
        svg.closeGround()
        inset.layer.drawMarks(into: &svg)
        svg.rectangle(.symbolGround, inset.title)
        svg.text(.insetTag, inset.name, at: Vec(inset.title.left + 6, inset.title.top + size * 1.2))
        ScaleBar(pixelsPerMetre: projection.pixelsPerMetre, room: projection.frame.width * 0.25)
            .draw(
                at: Vec(projection.frame.left + 8, projection.frame.bottom - 9), role: .insetTag, words: words,
                into: &svg)
        svg.rectangle(.frame, projection.frame.grown(by: -0.5))
        svg.closeBody()
    }

    // MARK: The main body

    private func inside(_ projection: Projection) -> ((Vec) -> Bool)? {
        guard let boundary = map.boundary else { return nil }
        return { boundary.contains(projection.coordinate($0)) }
    }

    private func drawBody(_ marks: MarkLayer, _ cells: [CellMark], _ layout: Layout, into svg: inout SVGWriter) {
        let projection = layout.projection
        var ground = Ground(basemap, projection)
        let grid = layout.scale == nil ? nil : ReferenceGrid(frame: layout.body)
        svg.openBody(layout.body, detail: projection.detail)
        svg.openGround()
        svg.rectangle(.land, layout.body)
        let paths = map.boundary.map { ground.paths(of: $0) }
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
        if let north = marks.north { NorthArrow.draw(in: north, words: words, into: &svg) }
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
