// Cities publish their roads as centre lines or as the outlines of the road surface; outlines must be filled.

import Geography

/// Road lines sorted into surfaces (rings that turn out to be kerbs) and lines.
///
/// A network of streets comes as one ring around it and one ring around each block. So rings are nested, each with the
/// rings directly inside it; where what lies between is as narrow as a road, it is one.
struct RoadOutlines {
    var surfaces: [Polygon] = []
    var lines: [[Coordinate]] = []

    init(_ all: [[Coordinate]]) {
        var rings: [Ring] = []
        for line in all {
            if line.count >= 4, line.first == line.last { rings.append(Ring(line)) } else { lines.append(line) }
        }
        guard rings.count <= Self.limit else {
            lines += rings.map(\.corners)
            return
        }
        // Larger rings first: what encloses a ring stands before it.
        rings.sort { $0.area > $1.area }
        var children = [[Int]](repeating: [], count: rings.count)
        var depth = [Int](repeating: 0, count: rings.count)
        for i in rings.indices {
            guard let parent = rings[..<i].lastIndex(where: { $0.holds(rings[i]) }) else { continue }
            depth[i] = depth[parent] + 1
            if depth[parent] % 2 == 0 { children[parent].append(i) }
        }
        for i in rings.indices where depth[i] % 2 == 0 {
            let family = [rings[i]] + children[i].map { rings[$0] }
            let surface = rings[i].area - children[i].reduce(0) { $0 + rings[$1].area }
            let edge = family.reduce(0) { $0 + $1.length }
            if edge > 0, 2 * surface / edge <= Self.widest {
                surfaces.append(
                    Polygon(
                        outer: rings[i].corners.wound(counterClockwise: true),
                        holes: family.dropFirst().map { $0.corners.wound(counterClockwise: false) }))
            } else {
                lines += family.map(\.corners)
            }
        }
    }

    /// Metres: a broad avenue with its pavements. A ring that is wider in the mean goes around a block.
    private static let widest = 28.0
    /// Nesting looks at pairs; more rings than this are no outlines of a few streets, and are drawn as lines.
    private static let limit = 4_000

    private struct Ring {
        let corners: [Coordinate]
        let bounds: BoundingBox
        /// Square metres and metres.
        let area: Double
        let length: Double

        init(_ corners: [Coordinate]) {
            self.corners = corners
            bounds = BoundingBox(corners)
            area = MultiPolygon([Polygon(outer: corners)]).area
            let metric = LocalMetric(latitude: bounds.centre.latitude)
            length = zip(corners, corners.dropFirst()).reduce(0) { sum, side in
                let x = (side.1.longitude - side.0.longitude) * metric.metresPerDegreeOfLongitude
                let y = (side.1.latitude - side.0.latitude) * metric.metresPerDegreeOfLatitude
                return sum + (x * x + y * y).squareRoot()
            }
        }

        /// Two corners are asked, for outlines may touch.
        func holds(_ other: Ring) -> Bool {
            guard bounds.union(other.bounds) == bounds else { return false }
            let area = MultiPolygon([Polygon(outer: corners)])
            return area.contains(other.corners[0]) && area.contains(other.corners[other.corners.count / 2])
        }
    }
}

extension [Coordinate] {
    fileprivate func wound(counterClockwise: Bool) -> [Coordinate] {
        (signedArea > 0) == counterClockwise ? self : reversed()
    }
}
