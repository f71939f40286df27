import Testing

@testable import Geography

@Suite struct PolygonTests {
    private func ring(_ corners: (Double, Double)...) -> [Coordinate] {
        let ring = corners.map { Coordinate(latitude: 35 + $0.1, longitude: 138 + $0.0) }
        return ring + ring.prefix(1)
    }

    private func point(_ x: Double, _ y: Double) -> Coordinate { Coordinate(latitude: 35 + y, longitude: 138 + x) }

    @Test func insideAndInTheHole() {
        let area = MultiPolygon([
            Polygon(
                outer: ring((0, 0), (0.04, 0), (0.04, 0.04), (0, 0.04)),
                holes: [ring((0.01, 0.01), (0.01, 0.03), (0.03, 0.03), (0.03, 0.01))]),
            Polygon(outer: ring((0.1, 0), (0.11, 0), (0.11, 0.01), (0.1, 0.01))),
        ])
        #expect(area.contains(point(0.005, 0.02)))
        #expect(!area.contains(point(0.02, 0.02)))
        #expect(area.contains(point(0.105, 0.005)))
        #expect(!area.contains(point(0.07, 0.005)))
    }

    @Test func windingDoesNotMatter() {
        let corners = ring((0, 0), (0.04, 0), (0.04, 0.04), (0, 0.04))
        let (one, other) = (MultiPolygon([Polygon(outer: corners)]), MultiPolygon([Polygon(outer: corners.reversed())]))
        #expect(one.contains(point(0.02, 0.02)) && other.contains(point(0.02, 0.02)))
        #expect(abs(one.area - other.area) < 1)
    }

    @Test func areaInSquareMetres() {
        // 0.01° at 35° N is 1,109.4 m by 912.9 m.
        let area = MultiPolygon([Polygon(outer: ring((0, 0), (0.01, 0), (0.01, 0.01), (0, 0.01)))]).area
        #expect(abs(area / (1_109.4 * 912.9) - 1) < 0.002)
    }

    @Test func distanceFromOutside() throws {
        let area = MultiPolygon([Polygon(outer: ring((0, 0), (0.01, 0), (0.01, 0.01), (0, 0.01)))])
        #expect(area.distance(to: point(0.005, 0.005)) == 0)
        let south = try #require(area.distance(to: point(0.005, -0.001)))
        #expect(abs(south - 110.9) < 0.5)
        #expect(MultiPolygon([]).distance(to: point(0, 0)) == nil)
    }

    @Test func centreOfAnLShapeIsItsCentreOfGravity() throws {
        let shape = MultiPolygon([
            Polygon(outer: ring((0, 0), (0.02, 0), (0.02, 0.01), (0.01, 0.01), (0.01, 0.02), (0, 0.02)))
        ])
        let centre = try #require(shape.centre)
        #expect(abs(centre.longitude - 138 - 0.025 / 3) < 1e-6)
        #expect(MultiPolygon([]).centre == nil)
    }
}
