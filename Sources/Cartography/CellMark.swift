// The sign of an approximate position: its grid square, hatched, with the numbers of the places somewhere in it.

import Geography

/// A hatched grid square.
struct CellMark {
    let cell: ApproximateCell
    let box: Box
    /// The numbers, where they found room.
    let text: (lines: [String], box: Box)?

    /// The signs of cells, one for each square; their numbers keep clear of the boxes.
    static func gather(
        _ cells: [ApproximateCell], _ projection: Projection, avoiding boxes: [Box], variant: Variant
    ) -> [CellMark] {
        var merged: [ApproximateCell] = []
        for cell in cells {
            if let known = merged.firstIndex(where: { $0.square == cell.square }) {
                merged[known].numbers += cell.numbers
                // Two places: no single page to lead to.
                merged[known].href = nil
            } else {
                merged.append(cell)
            }
        }
        let frame = projection.frame.grown(by: -2)
        return merged.map { cell in
            let box = projection.box(cell.square.bounds)
            let numbers = cell.numbers.sorted().map(String.init).joined(separator: "・")
            let size = variant.fontSize(.label)
            let lines = wrapped(numbers, width: max(box.width / size - 0.4, 3))
            let half = Vec((lines.map(TextWidth.ofText).max() ?? 0) * size / 2 + 1, Double(lines.count) * size * 0.6)
            let step = Vec(max(box.width / 2 - half.x - 2, 0), max(box.height / 2 - half.y - 2, 0))
            let places = [
                Vec(0, 0), Vec(0, -1), Vec(0, 1), Vec(-1, 0), Vec(1, 0), Vec(-1, -1), Vec(1, -1), Vec(-1, 1), Vec(1, 1),
            ]
            .map { Box(centre: box.centre + $0 * step, half: half) }
            let free = places.first { place in frame.contains(place) && !boxes.contains { $0.overlaps(place) } }
            return CellMark(cell: cell, box: box, text: lines.isEmpty ? nil : free.map { (lines, $0) })
        }
    }

    func draw(words: MapWords, into svg: inout SVGWriter) {
        var hatch = PathData()
        var start = box.left - box.height
        while start < box.right {
            if let (a, b) = clippedSegment(
                from: Vec(start, box.bottom), to: Vec(start + box.height, box.top), to: box)
            {
                hatch.add(from: a, to: b)
            }
            start += 11
        }
        var edge = PathData()
        edge.add(box)
        let numbers = cell.numbers.map(String.init).joined(separator: "・")
        svg.link(cell.href, title: numbers.isEmpty ? words.approximate : "\(numbers) \(words.approximate)") { svg in
            svg.path(.cell, hatch)
            svg.path(.cellEdge, edge)
            guard let text else { return }
            let size = svg.style.variant.fontSize(.label)
            for (i, line) in text.lines.enumerated() {
                svg.text(
                    .cellNumber, line, at: Vec(text.box.centre.x, text.box.top + size * (0.96 + Double(i) * 1.2)))
            }
        }
    }
}
