// The plane of the drawing: points and boxes in CSS pixels (1/96 inch), x to the right, y down.

/// A point or a step on the drawing.
typealias Vec = SIMD2<Double>

extension Vec {
    var length: Double { (x * x + y * y).squareRoot() }
}

/// An upright box on the drawing, in pixels of the whole picture.
package struct Box: Hashable, Sendable {
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double

    package init(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    init(centre: Vec, half: Vec) {
        self.init(
            left: centre.x - half.x, top: centre.y - half.y, right: centre.x + half.x, bottom: centre.y + half.y)
    }

    /// Overlaps nothing.
    static let nowhere = Box(left: .infinity, top: .infinity, right: -.infinity, bottom: -.infinity)

    package var width: Double { right - left }
    package var height: Double { bottom - top }
    var centre: Vec { Vec((left + right) / 2, (top + bottom) / 2) }
    var size: Vec { Vec(width, height) }

    func contains(_ point: Vec) -> Bool {
        point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
    }

    func contains(_ other: Box) -> Bool {
        other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom
    }

    /// Shares surface with the other; touching is no overlap. All sides are asked at once: a processor cannot foresee
    /// which of them keeps two boxes apart.
    package func overlaps(_ other: Box) -> Bool {
        all((low .< other.high) .& (other.low .< high))
    }

    /// The left upper corner, and the right lower one.
    @inline(__always) private var low: Vec { Vec(left, top) }
    @inline(__always) private var high: Vec { Vec(right, bottom) }

    /// The gap between two boxes, 0 when they touch or overlap.
    package func distance(to other: Box) -> Double {
        let dx = max(left - other.right, other.left - right, 0)
        let dy = max(top - other.bottom, other.top - bottom, 0)
        return (dx * dx + dy * dy).squareRoot()
    }

    func grown(by margin: Double) -> Box {
        Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }

    func moved(by step: Vec) -> Box {
        Box(left: left + step.x, top: top + step.y, right: right + step.x, bottom: bottom + step.y)
    }

    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    /// The smallest box around some points; nil without points.
    init?(around points: some Sequence<Vec>) {
        var box: Box?
        for point in points {
            let dot = Box(left: point.x, top: point.y, right: point.x, bottom: point.y)
            box = box?.union(dot) ?? dot
        }
        guard let box else { return nil }
        self = box
    }

    /// Whether the segment from `a` to `b` runs through the box.
    func isCrossed(from a: Vec, to b: Vec) -> Bool {
        clippedSegment(from: a, to: b, to: self) != nil
    }
}
