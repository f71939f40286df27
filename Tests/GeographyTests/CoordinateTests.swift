import Randomness
import Testing

@testable import Geography

@Suite struct CoordinateTests {
    /// Distances from the Geospatial Information Authority's calculation of distance and azimuth would differ by less
    /// than the promised 0.1 %; here: one minute of the meridian, and of the parallel at 35° (Bowditch, table 7).
    @Test func distanceIsInMetresOnTheEllipsoid() {
        let here = Coordinate(latitude: 35, longitude: 138)
        let north = Coordinate(latitude: 35 + 1 / 60.0, longitude: 138)
        let east = Coordinate(latitude: 35, longitude: 138 + 1 / 60.0)
        #expect(abs(here.distance(to: north) - 1_849.0) < 1)
        #expect(abs(here.distance(to: east) - 1_521.4) < 1)
        #expect(here.distance(to: here) == 0)
    }

    /// Worked by hand from JIS X 0410; Tokyo station's third grid square, 5339-46-11, is well known.
    @Test(arguments: [
        (35.681236, 139.767125, "533946113"), (34.867, 138.325, "523822461"), (26.2124, 127.6809, "392725541"),
    ])
    func codeOfTheGridSquare(latitude: Double, longitude: Double, expected: String) {
        #expect(Coordinate(latitude: latitude, longitude: longitude).gridSquare.code == expected)
    }

    @Test func theCentreHidesThePlaceAndKeepsTheSquare() {
        var random = SplitMix(seed: 1)
        for _ in 0..<500 {
            let home = Coordinate(
                latitude: .random(in: 24...45, using: &random), longitude: .random(in: 123...153, using: &random))
            let square = home.gridSquare
            #expect(square.bounds.contains(home))
            #expect(square.centre.gridSquare == square)
            #expect(square.centre.distance(to: home) < 420)
        }
    }

    @Test func edgesBelongToTheSquareNorthEast() {
        // 34.85 is 8364 rows of 15″: the product in binary falls just short of it.
        let corner = Coordinate(latitude: 34.85, longitude: 138.325)
        #expect(abs(corner.gridSquare.bounds.south - 34.85) < 1e-9)
        #expect(abs(corner.gridSquare.bounds.west - 138.325) < 1e-9)
    }

    @Test func noCodeWhereTheStandardHasNone() {
        #expect(Coordinate(latitude: -35, longitude: 138).gridSquare.code == nil)
        #expect(Coordinate(latitude: .nan, longitude: 138).gridSquare.code == nil)
    }
}
