// Where inside an area there is room for its name.

import Geography

/// Points of a grid inside an area; the area's middle where it has no room for any.
struct InnerPoints {
    /// The box around them; nil for an area without corners.
    private(set) var extent: Box?
    private var points: [Vec] = []
    private var border = Border()

    init(of area: MultiPolygon, _ projection: Projection) {
        var box: Box?
        for ring in area.rings {
            var corners = ring.map { projection($0) }
            if let own = Box(around: corners) { box = box?.union(own) ?? own }
            simplify(&corners, tolerance: 1)
            border.add(corners)
        }
        guard let box else { return }
        let step = max(box.width, box.height, 1) / 24
        let columns = (0...Int(box.width / step)).map { column in
            let x = box.left + (Double(column) + 0.5) * step
            return (x: x, longitude: projection.coordinate(Vec(x, box.top)).longitude)
        }
        for row in 0...Int(box.height / step) {
            let y = box.top + (Double(row) + 0.5) * step
            let inside = area.row(at: projection.coordinate(Vec(box.left, y)).latitude)
            for column in columns where inside.contains(longitude: column.longitude) { points.append(Vec(column.x, y)) }
        }
        if points.isEmpty { points = [box.centre] }
        extent = Box(around: points)
    }

    /// Of the points that `isFree` likes, the one farthest from the border; of several the first.
    func farthest(where isFree: (Vec) -> Bool) -> Vec? {
        var best: Vec?
        var depth = -Double.infinity
        // The last point that was measured, and how far from the border it is at most.
        var last: (point: Vec, distance: Double)?
        for point in points {
            // None is farther from the border than its neighbour and the way to it.
            if let last {
                let most = last.distance + Border.length(point - last.point)
                // A little less than the best: what was rounded must not decide.
                if most * most < depth * 0.999_999 { continue }
            }
            guard isFree(point) else { continue }
            let own = border.squaredDistance(to: point, ifAbove: depth)
            if own > depth { (best, depth) = (point, own) }
            last = (point, own.squareRoot())
        }
        return best
    }
}

/// The border of an area, to measure the distance from; sideways it counts less than up and down, for names are wide.
private struct Border {
    /// Sides that follow one another, and the box around them.
    private var parts: [(box: Box, sides: [Segment])] = []

    private static let squeeze = Vec(0.6, 1)
    private static let sidesOfPart = 8

    mutating func add(_ ring: [Vec]) {
        let corners = ring.map { $0 * Self.squeeze }
        for start in stride(from: 0, to: corners.count - 1, by: Self.sidesOfPart) {
            let part = corners[start...min(start + Self.sidesOfPart, corners.count - 1)]
            guard let box = Box(around: part) else { continue }
            parts.append((box, zip(part, part.dropFirst()).map { Segment(from: $0, to: $1) }))
        }
    }

    /// The length of a step as distances count here.
    static func length(_ step: Vec) -> Double { (step * squeeze).length }

    /// Infinite where there is no border; where it is not above `least`, anything up to that.
    func squaredDistance(to point: Vec, ifAbove least: Double) -> Double {
        let point = point * Self.squeeze
        var nearest = Double.infinity
        for (box, sides) in parts {
            let gap = Vec(
                max(box.left - point.x, point.x - box.right, 0), max(box.top - point.y, point.y - box.bottom, 0))
            // A little more than the nearest: what was rounded must not decide.
            guard gap.x * gap.x + gap.y * gap.y <= nearest * 1.000_001 else { continue }
            for side in sides { nearest = min(nearest, side.squaredDistance(to: point)) }
            guard nearest > least else { break }
        }
        return nearest
    }
}
