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
            svg.pointerLink(area.href) { svg in svg.path(.area, paths.surface, colour: area.colour) }
            edges.append(paths.line)
        }
        svg.openGround()
        ground.draw(into: &svg, withMinorRoads: false)
        for edge in edges { svg.path(.areaEdge, edge) }
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
        var taken: [Box] = []
        let order = map.areas.indices.sorted {
            (map.areas[$0].boundary.area, $0) < (map.areas[$1].boundary.area, $1)
        }
        for i in order {
            let plate = plate(i, projection, taken)
            plates[i] = plate
            if let plate {
                taken.append(plate.chip)
                if let name = plate.name { taken.append(name) }
            }
        }
        return plates.compactMap { $0 }
    }

    /// The plate stands where the area is widest, or as near to there as it finds room; nil for an area without extent.
    private func plate(_ index: Int, _ projection: Projection, _ taken: [Box]) -> Plate? {
        let area = map.areas[index]
        guard let box = Box(around: area.boundary.rings.flatMap { $0.map { projection($0) } }) else { return nil }
        let variant = style.variant
        let size = variant.fontSize(.label)
        let chipWidth = max(variant.pin, TextWidth.ofText(String(area.count)) * variant.fontSize(.number) + 12)
        let spots = innerPoints(area.boundary, box, projection)
        for form in labelForms(area.name, widest: variant == .narrow ? 8 : 12) + [LabelForm([])] {
            let lines = form.lines
            let width = form.width * size
            let textHeight = lines.isEmpty ? 0 : (Double(lines.count - 1) * LabelPlacement.lineHeight + 1) * size
            for spot in spots {
                let top = spot.y - (variant.pin + 2 + textHeight) / 2
                let chip = Box(
                    left: spot.x - chipWidth / 2, top: top, right: spot.x + chipWidth / 2, bottom: top + variant.pin)
                let name = Box(
                    left: spot.x - width / 2, top: chip.bottom + 2, right: spot.x + width / 2,
                    bottom: chip.bottom + 2 + textHeight)
                let both = lines.isEmpty ? chip : chip.union(name)
                guard projection.frame.grown(by: -3).contains(both),
                    !taken.contains(where: { $0.grown(by: 2).overlaps(both) })
                else { continue }
                return Plate(index: index, area: area, lines: lines, chip: chip, name: lines.isEmpty ? nil : name)
            }
        }
        return nil
    }

    /// Points inside an area, the farthest from its border first.
    private func innerPoints(_ boundary: MultiPolygon, _ box: Box, _ projection: Projection) -> [Vec] {
        let rings = boundary.rings.map { ring in
            var projected = ring.map { projection($0) }
            simplify(&projected, tolerance: 1)
            return projected
        }
        let step = max(box.width, box.height, 1) / 24
        var points: [(depth: Double, at: Vec)] = []
        for row in 0...Int(box.height / step) {
            for column in 0...Int(box.width / step) {
                let at = Vec(box.left + (Double(column) + 0.5) * step, box.top + (Double(row) + 0.5) * step)
                guard boundary.contains(projection.coordinate(at)) else { continue }
                var nearest = Double.infinity
                for ring in rings {
                    // Sideways counts less than up and down: names are wide.
                    let squeeze = Vec(0.6, 1)
                    for (a, b) in zip(ring, ring.dropFirst()) {
                        nearest = min(
                            nearest, Segment(from: a * squeeze, to: b * squeeze).squaredDistance(to: at * squeeze))
                    }
                }
                points.append((nearest, at))
            }
        }
        points.sort { ($1.depth, $0.at.y, $0.at.x) < ($0.depth, $1.at.y, $1.at.x) }
        return points.isEmpty ? [box.centre] : points.map(\.at)
    }
}
