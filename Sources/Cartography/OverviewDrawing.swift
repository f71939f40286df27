// Draws the municipality: its areas in their colours, each with its name and how many places it has.

import Geography

extension Basemap {
    /// Draws the overview of the municipality.
    package func draw(_ map: OverviewMap, style: MapStyle = .wide, words: MapWords) -> DrawnMap {
        OverviewDrawing(basemap: self, map: map, style: style, words: words).drawn()
    }
}

private struct OverviewDrawing {
    let basemap: Basemap
    let map: OverviewMap
    let style: MapStyle
    let words: MapWords

    /// The plate of an area: its count above its name.
    private struct Plate {
        var index: Int
        var area: OverviewMap.Area
        var lines: [Substring]
        var chip: Box
        var name: Box?
    }

    func drawn() -> DrawnMap {
        let foot = Foot(credit: basemap.credit, style: style)
        var extent = map.areas.reduce(BoundingBox()) { $0.union($1.boundary.bounds) }
        if extent.isEmpty { extent = basemap.wholeExtent }
        extent = extent.grown(byMetres: 100)
        let layout = Layout(showing: extent, style: style, footLines: foot.lines, padding: 6)
        let projection = layout.projection
        let plates = plates(projection)
        let north = NorthArrow.box(
            in: layout.body, avoiding: plates.flatMap { [$0.chip] + [$0.name].compactMap { $0 } },
            variant: style.variant)

        var svg = SVGWriter(style: style, colour: 1)
        svg.openPicture(width: layout.width, height: layout.height)
        svg.openBody(layout.body, detail: projection.detail)
        svg.rectangle(.outside, layout.body)
        drawAreas(projection, into: &svg)
        NorthArrow.draw(in: north, words: words, into: &svg)
        for plate in plates { draw(plate, into: &svg) }
        svg.rectangle(.frame, layout.body.grown(by: -0.5))
        svg.closeBody()
        foot.draw(layout, words: words, into: &svg)
        svg.closePicture()

        var facts = MapFacts(width: layout.width, height: layout.height, scale: layout.scale)
        facts.labelled = Set(plates.filter { $0.name != nil }.map(\.index))
        facts.order = ReadingOrder.of(plates.compactMap(\.area.boundary.centre)).map { plates[$0].index }
        for plate in plates {
            facts.boxes.append(DrawnBox(content: .pin([plate.index]), box: plate.chip, body: 0))
            if let name = plate.name {
                facts.boxes.append(DrawnBox(content: .label([plate.index]), box: name, body: 0))
            }
        }
        facts.boxes.append(DrawnBox(content: .furniture, box: north, body: 0))
        return DrawnMap(svg: svg.bytes, facts: facts)
    }

    private func drawAreas(_ projection: Projection, into svg: inout SVGWriter) {
        let ground = Ground(basemap, projection)
        var edges: [PathData] = []
        for area in map.areas {
            let paths = ground.paths(of: area.boundary)
            svg.pointerLink(area.href) { svg in
                if map.reach == nil {
                    svg.path(.area, paths.surface, colour: area.colour)
                } else {
                    svg.path(.far, paths.surface)
                }
            }
            edges.append(paths.line)
        }
        if let reach = map.reach { draw(reach, ground, projection, into: &svg) }
        svg.openGround()
        ground.draw(into: &svg, withMinorRoads: false)
        for edge in edges { svg.path(.areaEdge, edge) }
        svg.closeGround()
    }

    /// Light circles on the dark areas; what is no area's covers them again.
    private func draw(
        _ reach: OverviewMap.Reach, _ ground: Ground, _ projection: Projection, into svg: inout SVGWriter
    ) {
        let radius = reach.metres * projection.pixelsPerMetre
        let near = projection.frame.grown(by: radius)
        var circles = PathData()
        var drawn: Set<Vec> = []
        for coordinate in reach.from {
            let exact = projection(coordinate)
            // Of places that stand close together one circle shows as much as all.
            let centre = Vec((exact.x / 2).rounded() * 2, (exact.y / 2).rounded() * 2)
            if near.contains(centre), drawn.insert(centre).inserted { circles.addCircle(at: centre, radius: radius) }
        }
        svg.openGround()
        svg.path(.land, circles)
        svg.path(.outside, ground.paths(of: MultiPolygon(map.areas.flatMap(\.boundary.polygons))).inverse)
        svg.closeGround()
    }

    private func draw(_ plate: Plate, into svg: inout SVGWriter) {
        let size = style.variant.fontSize(.label)
        let number = style.variant.fontSize(.number)
        svg.link(plate.area.href, title: "\(plate.area.name) \(words.count(plate.area.count))") { svg in
            svg.rectangle(.pin, plate.chip.grown(by: -1), radius: plate.chip.height / 2 - 1, colour: plate.area.colour)
            svg.text(.number, String(plate.area.count), at: plate.chip.centre + Vec(0, number * 0.36))
            guard let name = plate.name else { return }
            for (i, line) in plate.lines.enumerated() {
                let baseline = name.top + size * (0.86 + Double(i) * LabelPlacement.lineHeight)
                svg.text(.label, line, at: Vec(name.centre.x, baseline), anchor: .middle)
            }
        }
    }

    // MARK: Plates

    /// Largest areas last: the small ones have the least choice.
    private func plates(_ projection: Projection) -> [Plate] {
        var plates = [Plate?](repeating: nil, count: map.areas.count)
        // With the air that plates keep between one another.
        var taken: [Box] = []
        let sizes = map.areas.map(\.boundary.area)
        for i in map.areas.indices.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
            guard let plate = plate(i, projection, taken) else { continue }
            plates[i] = plate
            taken.append(plate.chip.grown(by: 2))
            if let name = plate.name { taken.append(name.grown(by: 2)) }
        }
        return plates.compactMap { $0 }
    }

    /// The plate stands where the area is widest, or as near to there as it finds room; nil for an area without extent.
    private func plate(_ index: Int, _ projection: Projection, _ taken: [Box]) -> Plate? {
        let area = map.areas[index]
        let inner = InnerPoints(of: area.boundary, projection)
        guard let extent = Box(around: inner.points) else { return nil }
        let variant = style.variant
        let size = variant.fontSize(.label)
        let frame = projection.frame.grown(by: -3)
        let chipWidth = max(variant.pin, TextWidth.ofText(String(area.count)) * variant.fontSize(.number) + 12)
        for form in labelForms(area.name, widest: variant == .narrow ? 8 : 12) + [LabelForm([])] {
            let lines = form.lines
            let width = form.width * size
            let textHeight = lines.isEmpty ? 0 : (Double(lines.count - 1) * LabelPlacement.lineHeight + 1) * size
            let half = Vec(max(chipWidth, width), variant.pin + 2 + textHeight) / 2
            let near = taken.filter(Box(centre: extent.centre, half: extent.size / 2 + half + 1).overlaps)
            for spot in inner.points {
                let top = spot.y - (variant.pin + 2 + textHeight) / 2
                let chip = Box(
                    left: spot.x - chipWidth / 2, top: top, right: spot.x + chipWidth / 2, bottom: top + variant.pin)
                let name = Box(
                    left: spot.x - width / 2, top: chip.bottom + 2, right: spot.x + width / 2,
                    bottom: chip.bottom + 2 + textHeight)
                let both = lines.isEmpty ? chip : chip.union(name)
                guard frame.contains(both), !near.contains(where: { $0.overlaps(both) }) else { continue }
                return Plate(index: index, area: area, lines: lines, chip: chip, name: lines.isEmpty ? nil : name)
            }
        }
        return nil
    }
}
