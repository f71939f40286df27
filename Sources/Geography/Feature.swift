// What a GeoJSON file tells us: one thing on the map, with its kind and its shape.

/// A feature of `content/geo/*.geojson`.
package struct Feature: Hashable, Sendable {
    /// What the map draws; the raw values are the words of the files.
    package enum Kind: String, CaseIterable, Sendable {
        case boundary, water, park, building, road, path, rail, landmark
        case roadMajor = "road-major"
    }

    package var kind: Kind
    package var name: String?
    /// Of a boundary: the id of the area that it bounds.
    package var area: String?
    /// Of a landmark: station, school, bus-stop …
    package var type: String?
    package var geometry: Geometry
    /// Its place in the file, from 1.
    package var number: Int

    package init(
        kind: Kind, name: String? = nil, area: String? = nil, type: String? = nil, geometry: Geometry, number: Int = 0
    ) {
        (self.kind, self.name, self.area, self.type) = (kind, name, area, type)
        (self.geometry, self.number) = (geometry, number)
    }
}

/// Points, lines and polygons together; every GeoJSON geometry, collections too, comes down to these three lists.
package struct Geometry: Hashable, Sendable {
    package var points: [Coordinate] = []
    package var lines: [[Coordinate]] = []
    package var polygons: [Polygon] = []

    package init(points: [Coordinate] = [], lines: [[Coordinate]] = [], polygons: [Polygon] = []) {
        (self.points, self.lines, self.polygons) = (points, lines, polygons)
    }

    package var isEmpty: Bool { points.isEmpty && lines.isEmpty && polygons.isEmpty }
}
