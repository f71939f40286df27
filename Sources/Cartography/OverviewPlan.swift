// How areas lie on an overview, and where their names and counts stand.

import Geography

/// How areas are drawn and where their plates stand: the same wherever the same areas are shown, whatever else a page
/// shows of them, and made once, for to find room in every area is the most of an overview's work.
package struct OverviewPlan: Sendable {
    /// The plate of an area: its count above its name.
    struct Plate {
        var index: Int
        var lines: [Substring]
        var chip: Box
        var name: Box?
    }

    let layout: Layout
    let plates: [Plate]
    /// Of each area its surface and its border.
    let outlines: [(surface: PathData, line: PathData)]
}

extension Basemap {
    /// Plans the overview of some areas.
    package func plan(_ areas: [OverviewMap.Area], style: MapStyle) -> OverviewPlan {
        var extent = areas.reduce(BoundingBox()) { $0.union($1.boundary.bounds) }
        if extent.isEmpty { extent = wholeExtent }
        extent = extent.grown(byMetres: 100)
        let foot = Foot(credit: credit, style: style)
        let layout = Layout(showing: extent, style: style, footLines: foot.lines, padding: 6)
        let planner = OverviewPlanner(areas: areas, variant: style.variant, projection: layout.projection)
        let ground = Ground(self, layout.projection)
        let outlines = areas.map { area in
            let paths = ground.paths(of: area.boundary)
            return (paths.surface, paths.line)
        }
        return OverviewPlan(layout: layout, plates: planner.plates(), outlines: outlines)
    }
}

private struct OverviewPlanner {
    let areas: [OverviewMap.Area]
    let variant: Variant
    let projection: Projection

    /// Largest areas last: the small ones have the least choice.
    func plates() -> [OverviewPlan.Plate] {
        var plates = [OverviewPlan.Plate?](repeating: nil, count: areas.count)
        // With the air that plates keep between one another.
        var taken: [Box] = []
        let sizes = areas.map(\.boundary.area)
        for i in areas.indices.sorted(by: { (sizes[$0], $0) < (sizes[$1], $1) }) {
            guard let plate = plate(i, taken) else { continue }
            plates[i] = plate
            taken.append(plate.chip.grown(by: 2))
            if let name = plate.name { taken.append(name.grown(by: 2)) }
        }
        return plates.compactMap { $0 }
    }

    /// The plate stands where the area is widest, or as near to there as it finds room; nil for an area without extent.
    private func plate(_ index: Int, _ taken: [Box]) -> OverviewPlan.Plate? {
        let area = areas[index]
        let inner = InnerPoints(of: area.boundary, projection)
        guard let extent = inner.extent else { return nil }
        let size = variant.fontSize(.label)
        let frame = projection.frame.grown(by: -3)
        let chipWidth = max(variant.pin, TextWidth.ofText(String(area.count)) * variant.fontSize(.number) + 12)
        for form in Name(area.name).forms(widest: variant == .narrow ? 8 : 12) + [LabelForm([])] {
            let lines = form.lines
            let width = form.width * size
            let textHeight = lines.isEmpty ? 0 : form.height * size
            let half = Vec(max(chipWidth, width), variant.pin + 2 + textHeight) / 2
            let near = taken.filter(Box(centre: extent.centre, half: extent.size / 2 + half + 1).overlaps)
            func boxes(at spot: Vec) -> (chip: Box, name: Box?) {
                let top = spot.y - (variant.pin + 2 + textHeight) / 2
                let chip = Box(
                    left: spot.x - chipWidth / 2, top: top, right: spot.x + chipWidth / 2, bottom: top + variant.pin)
                let name = Box(
                    left: spot.x - width / 2, top: chip.bottom + 2, right: spot.x + width / 2,
                    bottom: chip.bottom + 2 + textHeight)
                return (chip, lines.isEmpty ? nil : name)
            }
            let height = lines.isEmpty ? variant.pin : half.y * 2
            let spot = inner.farthest { spot in
                let (left, top) = (spot.x - half.x, spot.y - half.y)
                let both = Box(left: left, top: top, right: spot.x + half.x, bottom: top + height)
                return frame.contains(both) && !near.contains { $0.overlaps(both) }
            }
            guard let spot else { continue }
            let (chip, name) = boxes(at: spot)
            return OverviewPlan.Plate(index: index, lines: lines, chip: chip, name: name)
        }
        return nil
    }
}
