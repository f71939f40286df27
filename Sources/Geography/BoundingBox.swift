// The smallest box along the graticule that holds some coordinates.

/// A box in degrees, WGS84. The empty box (`BoundingBox()`) contains nothing and gives way to whatever is added.
package struct BoundingBox: Hashable, Sendable {
    package var south = Double.infinity
    package var west = Double.infinity
    package var north = -Double.infinity
    package var east = -Double.infinity

    package init() {}

    package init(south: Double, west: Double, north: Double, east: Double) {
        (self.south, self.west, self.north, self.east) = (south, west, north, east)
    }

    package init(_ coordinates: some Sequence<Coordinate>) {
        for coordinate in coordinates { add(coordinate) }
    }

    package var isEmpty: Bool { south > north || west > east }

    package var centre: Coordinate {
        Coordinate(latitude: (south + north) / 2, longitude: (west + east) / 2)
    }

    /// Width and height on the ground.
    package var metres: (east: Double, north: Double) {
        guard !isEmpty else { return (0, 0) }
        let metric = LocalMetric(latitude: centre.latitude)
        return ((east - west) * metric.metresPerDegreeOfLongitude, (north - south) * metric.metresPerDegreeOfLatitude)
    }

    package func contains(_ point: Coordinate) -> Bool {
        point.latitude >= south && point.latitude <= north && point.longitude >= west && point.longitude <= east
    }

    package func intersects(_ other: BoundingBox) -> Bool {
        south <= other.north && other.south <= north && west <= other.east && other.west <= east
    }

    package mutating func add(_ point: Coordinate) {
        south = min(south, point.latitude)
        north = max(north, point.latitude)
        west = min(west, point.longitude)
        east = max(east, point.longitude)
    }

    package func union(_ other: BoundingBox) -> BoundingBox {
        BoundingBox(
            south: min(south, other.south), west: min(west, other.west), north: max(north, other.north),
            east: max(east, other.east))
    }

    /// The box with so many metres more on every side.
    package func grown(byMetres metres: Double) -> BoundingBox {
        guard !isEmpty else { return self }
        let metric = LocalMetric(latitude: centre.latitude)
        let (dy, dx) = (metres / metric.metresPerDegreeOfLatitude, metres / metric.metresPerDegreeOfLongitude)
        return BoundingBox(south: south - dy, west: west - dx, north: north + dy, east: east + dx)
    }
}
