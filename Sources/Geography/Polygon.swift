// Areas on the ground: what lies inside, how large, how far outside, where the middle is.

/// One ring around, and the rings of its holes; every ring ends where it began.
package struct Polygon: Hashable, Sendable {
    package var outer: [Coordinate]
    package var holes: [[Coordinate]]

    package init(outer: [Coordinate], holes: [[Coordinate]] = []) {
        self.outer = outer
        self.holes = holes
    }

    package var rings: [[Coordinate]] { [outer] + holes }
}

/// An area in one or several pieces (an island, an exclave), such as a district's boundary (境界).
package struct MultiPolygon: Hashable, Sendable {
    package let polygons: [Polygon]
    package let bounds: BoundingBox

    package init(_ polygons: [Polygon]) {
        self.polygons = polygons
        bounds = polygons.reduce(into: BoundingBox()) { $0 = $0.union(BoundingBox($1.outer)) }
    }

    package var rings: [[Coordinate]] { polygons.flatMap(\.rings) }

    /// Inside by the even–odd rule, so that holes, wrong winding and rings that cross themselves all give a sane answer.
    package func contains(_ point: Coordinate) -> Bool {
        guard bounds.contains(point) else { return false }
        return polygons.contains { polygon in
            polygon.outer.encloses(point) != (polygon.holes.count { $0.encloses(point) } % 2 == 1)
        }
    }

    /// Where a line along a parallel runs inside the area: for many points in a row.
    package func row(at latitude: Double) -> PolygonRow { PolygonRow(self, at: latitude) }

    /// Square metres.
    package var area: Double {
        let metric = LocalMetric(latitude: bounds.isEmpty ? 0 : bounds.centre.latitude)
        let squareDegrees = polygons.reduce(0) { sum, polygon in
            sum + polygon.holes.reduce(abs(polygon.outer.signedArea)) { $0 - abs($1.signedArea) }
        }
        return max(squareDegrees, 0) * metric.metresPerDegreeOfLatitude * metric.metresPerDegreeOfLongitude
    }

    /// The centre of gravity of the largest piece (it may lie outside a crescent); nil without any coordinate.
    package var centre: Coordinate? {
        let largest = polygons.max { abs($0.outer.signedArea) < abs($1.outer.signedArea) }
        return largest.flatMap { $0.outer.centroid }
    }

    /// Metres from the area: 0 inside, else to the nearest point of its border; nil for an area without coordinates.
    package func distance(to point: Coordinate) -> Double? {
        guard !bounds.isEmpty else { return nil }
        guard !contains(point) else { return 0 }
        let metric = LocalMetric(latitude: point.latitude)
        let (ky, kx) = (metric.metresPerDegreeOfLatitude, metric.metresPerDegreeOfLongitude)
        var nearest = Double.infinity
        for ring in rings {
            var previous: (x: Double, y: Double)?
            for corner in ring {
                let b = (x: (corner.longitude - point.longitude) * kx, y: (corner.latitude - point.latitude) * ky)
                let a = previous ?? b
                let (dx, dy) = (b.x - a.x, b.y - a.y)
                let length = dx * dx + dy * dy
                let t = length > 0 ? min(max(-(a.x * dx + a.y * dy) / length, 0), 1) : 0
                let (x, y) = (a.x + t * dx, a.y + t * dy)
                nearest = min(nearest, x * x + y * y)
                previous = b
            }
        }
        return nearest.squareRoot()
    }
}

/// The parts of a parallel that lie inside an area.
package struct PolygonRow {
    private let bounds: BoundingBox
    private let latitude: Double
    /// Where it enters the area and where it leaves it, by turns, from west to east in each polygon.
    private var crossings: [Double] = []

    fileprivate init(_ area: MultiPolygon, at latitude: Double) {
        bounds = area.bounds
        self.latitude = latitude
        for polygon in area.polygons {
            var own: [Double] = []
            own.reserveCapacity(4)
            polygon.outer.forEachCrossing(of: latitude) { own.append($0) }
            for hole in polygon.holes { hole.forEachCrossing(of: latitude) { own.append($0) } }
            own.sort()
            if crossings.isEmpty { crossings = own } else { crossings += own }
        }
    }

    /// The same as the area's `contains` for a point on the parallel.
    package func contains(longitude: Double) -> Bool {
        guard bounds.contains(Coordinate(latitude: latitude, longitude: longitude)) else { return false }
        // A closed ring is crossed an even number of times.
        for entry in stride(from: 0, to: crossings.count - 1, by: 2)
        where crossings[entry] <= longitude && longitude < crossings[entry + 1] {
            return true
        }
        return false
    }
}

extension [Coordinate] {
    /// The ring's area in square degrees, positive when counter-clockwise.
    package var signedArea: Double {
        guard let origin = first else { return 0 }
        var sum = 0.0
        var previous = origin
        for corner in self {
            sum += (previous.longitude - origin.longitude) * (corner.latitude - origin.latitude)
            sum -= (corner.longitude - origin.longitude) * (previous.latitude - origin.latitude)
            previous = corner
        }
        return sum / 2
    }

    /// The centre of gravity of the ring's surface, or of its corners when it has none.
    var centroid: Coordinate? {
        guard let origin = first else { return nil }
        var (sum, x, y) = (0.0, 0.0, 0.0)
        for (a, b) in zip(self, dropFirst()) {
            let (ax, ay) = (a.longitude - origin.longitude, a.latitude - origin.latitude)
            let (bx, by) = (b.longitude - origin.longitude, b.latitude - origin.latitude)
            let cross = ax * by - bx * ay
            sum += cross
            x += (ax + bx) * cross
            y += (ay + by) * cross
        }
        guard abs(sum) > 1e-14 else { return BoundingBox(self).centre }
        return Coordinate(latitude: origin.latitude + y / (3 * sum), longitude: origin.longitude + x / (3 * sum))
    }

    /// Whether a ray to the east crosses the ring an odd number of times. The ring need not be closed.
    func encloses(_ point: Coordinate) -> Bool {
        var inside = false
        forEachCrossing(of: point.latitude) { if point.longitude < $0 { inside.toggle() } }
        return inside
    }

    /// The longitudes at which a parallel crosses the ring, which need not be closed.
    @inline(__always)
    fileprivate func forEachCrossing(of latitude: Double, _ body: (Double) -> Void) {
        guard var a = last else { return }
        for b in self {
            if (a.latitude > latitude) != (b.latitude > latitude) {
                let t = (latitude - a.latitude) / (b.latitude - a.latitude)
                body(a.longitude + t * (b.longitude - a.longitude))
            }
            a = b
        }
    }
}
