import Geography
import Randomness
import Testing

@testable import Cartography

@Suite struct BasemapTests {
    /// A point some metres from the middle of the town.
    private func at(_ east: Double, _ north: Double) -> Coordinate {
        let metric = LocalMetric(latitude: Crowd.centre.latitude)
        return Coordinate(
            latitude: Crowd.centre.latitude + north / metric.metresPerDegreeOfLatitude,
            longitude: Crowd.centre.longitude + east / metric.metresPerDegreeOfLongitude)
    }

    private func ring(_ left: Double, _ bottom: Double, _ right: Double, _ top: Double) -> [Coordinate] {
        [at(left, bottom), at(right, bottom), at(right, top), at(left, top), at(left, bottom)]
    }

    // MARK: Roads as outlines

    @Test func aNetworkOfKerbsBecomesASurface() {
        // Two blocks of houses in a network of streets 12 m wide: one ring around, one around each block.
        let outlines = RoadOutlines([ring(12, 12, 112, 88), ring(0, 0, 224, 100), ring(124, 12, 212, 88)])
        #expect(outlines.lines.isEmpty)
        #expect(outlines.surfaces.map(\.holes.count) == [2])
        #expect(outlines.surfaces[0].outer.signedArea > 0)
        #expect(!outlines.surfaces[0].holes.contains { $0.signedArea > 0 })
    }

    @Test func aRoadAroundABlockStaysALine() {
        let block = ring(0, 0, 200, 150)
        let open = [at(0, 0), at(500, 0)]
        let outlines = RoadOutlines([block, open])
        #expect(outlines.surfaces.isEmpty)
        #expect(outlines.lines.count == 2)
    }

    // MARK: Streets

    @Test func aStreetCutAtItsCrossingsIsOneAgain() {
        let west = [at(-300, 0), at(-100, 5)]
        let middle = [at(100, 0), at(-100, 5)]
        let east = [at(100, 0), at(400, 10)]
        let side = [at(100, 0), at(100, 300)]
        let strokes = Strokes.joined([west, side, middle, east])
        #expect(strokes.map(\.count).sorted() == [2, 4])
        let street = strokes.first { $0.count == 4 } ?? []
        #expect(
            [street.first, street.last].contains(at(-300, 0)) && [street.first, street.last].contains(at(400, 10)))
    }

    @Test func everyPieceStaysInExactlyOneStroke() {
        var random = SplitMix(seed: 21)
        let nodes = (0..<40).map { _ in at(.random(in: 0...900, using: &random), .random(in: 0...900, using: &random)) }
        let lines = (0..<300).map { _ in
            (0..<Int.random(in: 2...4, using: &random)).map { _ in nodes[Int.random(in: 0..<40, using: &random)] }
        }
        let sides = { (lines: [[Coordinate]]) in lines.reduce(0) { $0 + $1.count - 1 } }
        #expect(sides(Strokes.joined(lines)) == sides(lines))
        #expect(Strokes.joined([]) == [] && Strokes.joined([[at(0, 0)]]) == [])
    }

    @Test func borrowedBordersAreDrawnOnce() {
        let (left, right) = (ring(0, 0, 100, 100), ring(100, 0, 200, 100))
        let lines = SharedBorders.lines(of: [left, right, ring(0, 0, 100, 100)])
        #expect(lines.reduce(0) { $0 + $1.count - 1 } == 7)
    }

    // MARK: Finding and thinning

    @Test func theIndexFindsWhatASearchOfAllFinds() {
        var random = SplitMix(seed: 22)
        func box(_ size: Double) -> BoundingBox {
            let corner = at(.random(in: 0...5_000, using: &random), .random(in: 0...5_000, using: &random))
            return BoundingBox([corner]).grown(byMetres: .random(in: 0...size, using: &random))
        }
        let boxes = (0..<700).map { _ in box(200) }
        let index = GridIndex(boxes)
        for _ in 0..<200 {
            let window = box(1_500)
            #expect(index.touching(window) == boxes.indices.filter { boxes[$0].intersects(window) })
        }
        #expect(GridIndex([]).touching(box(100)) == [])
    }

    /// Each of these roads crosses the whole map: an index that put it into all the cells that it touches would need a
    /// thousand times the memory.
    @Test func theIndexGrowsWithItsBoxesAlone() {
        let whole = BoundingBox([at(0, 0)]).grown(byMetres: 5_000)
        let boxes = [BoundingBox](repeating: whole, count: 100_000) + [BoundingBox([at(9_000, 9_000)])]
        let index = GridIndex(boxes)
        #expect(index.size <= 64 * boxes.count)
        #expect(index.touching(BoundingBox([at(10, 10)])).count == 100_000)
    }

    @Test func theLongestLinesStay() {
        var lines = Polylines()
        for length in [5.0, 80, 3, 40, 60] {
            lines.add([Vec(0, 0), Vec(length, 0)], clippedTo: Box(left: 0, top: 0, right: 100, bottom: 100))
        }
        func lengths(shortest: Double, corners: Int) -> [Double] {
            var kept = lines
            kept.thin(shortest: shortest, corners: corners)
            return kept.lists.map { $0.last?.x ?? 0 }
        }
        #expect(lengths(shortest: 4, corners: 100) == [5, 80, 40, 60])
        #expect(lengths(shortest: 0, corners: 5) == [80, 60])
        #expect(lengths(shortest: 50, corners: 3) == [80])
    }

    /// As much geodata as a city has streets: the picture stays light.
    @Test func denseDataIsThinnedOut() {
        var random = SplitMix(seed: 23)
        let streets = (0..<20_000).map { _ -> Feature in
            let start = (
                Double.random(in: -2_000...2_000, using: &random), Double.random(in: -2_000...2_000, using: &random)
            )
            let line = (0..<4).map { _ in
                at(start.0 + .random(in: -60...60, using: &random), start.1 + .random(in: -60...60, using: &random))
            }
            return Feature(kind: .road, geometry: Geometry(lines: [line]))
        }
        let map = Basemap(streets).draw(
            AreaMap(boundary: Crowd.square(metres: 3_000), colour: 1, pins: Crowd.pins(25, seed: 1, metres: 2_800)))
        #expect(map.svg.count < 40_000)
    }
}
