// Draws the municipality: its areas in their colours, each with its name and how many places it has.

import Geography

extension Basemap {
    /// Draws the overview of the municipality.
    /// - Parameter plan: of the same areas in the same style, where there is one already.
    package func draw(
        _ map: OverviewMap, style: MapStyle = .wide, words: MapWords, as plan: OverviewPlan? = nil
    ) -> DrawnMap {
        let plan = plan ?? self.plan(map.areas, style: style)
        return OverviewDrawing(basemap: self, map: map, style: style, words: words, plan: plan).drawn()
    }
}

private struct OverviewDrawing {
    let basemap: Basemap
    let map: OverviewMap
    let style: MapStyle
    let words: MapWords
    let plan: OverviewPlan

    func drawn() -> DrawnMap {
        let (layout, plates) = (plan.layout, plan.plates)
        let projection = layout.projection
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
        Foot(credit: basemap.credit, style: style).draw(layout, words: words, into: &svg)
        svg.closePicture()

        var facts = MapFacts(width: layout.width, height: layout.height, scale: layout.scale)
        facts.order = ReadingOrder.of(plates.compactMap { map.areas[$0.index].boundary.centre }).map {
            plates[$0].index
        }
        return DrawnMap(svg: svg.bytes, facts: facts) {
            var boxes = [DrawnBox(content: .furniture, box: north, body: 0)]
            for plate in plates {
                boxes.append(DrawnBox(content: .pin([plate.index]), box: plate.chip, body: 0))
                if let name = plate.name {
                    boxes.append(DrawnBox(content: .label([plate.index]), box: name, body: 0))
                }
            }
            return boxes
        }
    }

    private func drawAreas(_ projection: Projection, into svg: inout SVGWriter) {
        var ground = Ground(basemap, projection)
        for (area, outline) in zip(map.areas, plan.outlines) {
            svg.pointerLink(area.href) { svg in
                if map.reach == nil {
                    svg.path(.area, outline.surface, colour: area.colour)
                } else {
                    svg.path(.far, outline.surface)
                }
            }
        }
        if let reach = map.reach { draw(reach, ground, projection, into: &svg) }
        svg.openGround()
        ground.draw(into: &svg, withMinorRoads: false)
        for outline in plan.outlines { svg.path(.areaEdge, outline.line) }
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

    private func draw(_ plate: OverviewPlan.Plate, into svg: inout SVGWriter) {
        let area = map.areas[plate.index]
        let size = style.variant.fontSize(.label)
        let number = style.variant.fontSize(.number)
        svg.link(area.href, title: "\(area.name) \(words.count(area.count))") { svg in
            svg.rectangle(.pin, plate.chip.grown(by: -1), radius: plate.chip.height / 2 - 1, colour: area.colour)
            svg.text(.number, String(area.count), at: plate.chip.centre + Vec(0, number * 0.36))
            guard let name = plate.name else { return }
            for (i, line) in plate.lines.enumerated() {
                let baseline = name.top + size * (0.86 + Double(i) * LabelPlacement.lineHeight)
                svg.text(.label, line, at: Vec(name.centre.x, baseline), anchor: .middle)
            }
        }
    }
}
