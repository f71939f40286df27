import Randomness
import Testing

@testable import Cartography

@Suite struct ClippingTests {
    private let frame = Box(left: 0, top: 0, right: 100, bottom: 60)

    private func star(_ random: inout SplitMix) -> [Vec] {
        let each = Int.random(in: 1...4, using: &random)
        let middle = Vec(.random(in: -40...140, using: &random), .random(in: -40...100, using: &random))
        // Rising directions around the middle, some in every quarter, keep the ring from crossing itself.
        let turns = (0..<4 * each).map { Double($0 % 4) + .random(in: 0..<1, using: &random) }.sorted()
        return turns.map { middle + diamond($0) * Double.random(in: 5...90, using: &random) }
    }

    /// The unit diamond, once around in four quarters.
    private func diamond(_ turn: Double) -> Vec {
        let t = turn.truncatingRemainder(dividingBy: 1)
        return switch Int(turn) {
        case 0: Vec(1 - t, t)
        case 1: Vec(-t, 1 - t)
        case 2: Vec(t - 1, -t)
        default: Vec(t, t - 1)
        }
    }

    private func area(_ ring: [Vec]) -> Double {
        guard var a = ring.last else { return 0 }
        var sum = 0.0
        for b in ring {
            sum += a.x * b.y - b.x * a.y
            a = b
        }
        return abs(sum) / 2
    }

    private func pieces(_ line: [Vec]) -> [[Vec]] {
        var lines = Polylines()
        lines.add(line, clippedTo: frame)
        return lines.lists
    }

    @Test func ringsStayInTheFrameAndNeverGrow() {
        var random = SplitMix(seed: 11)
        for _ in 0..<2_000 {
            let ring = star(&random)
            let clipped = clippedRing(ring, to: frame)
            #expect(!clipped.contains { !frame.grown(by: 1e-9).contains($0) })
            #expect(area(clipped) <= min(area(ring), 6_000) + 1e-6)
            // A smaller frame leaves no more than a larger one.
            let smaller = clippedRing(ring, to: frame.grown(by: -15))
            #expect(area(smaller) <= area(clipped) + 1e-6)
            // Clipping what is clipped changes nothing.
            #expect(abs(area(clippedRing(clipped, to: frame)) - area(clipped)) < 1e-6)
        }
    }

    @Test func whatLiesWithinIsUntouched() {
        let ring = [Vec(10, 10), Vec(90, 12), Vec(50, 50)]
        #expect(clippedRing(ring, to: frame).count == 3)
        #expect(pieces(ring) == [ring])
        #expect(clippedRing([Vec(-10, -10), Vec(200, -10), Vec(200, 100), Vec(-10, 100)], to: frame).count == 4)
        #expect(clippedRing(ring.map { $0 + Vec(200, 0) }, to: frame) == [])
    }

    @Test func linesAreCutIntoPieces() {
        let zigzag = [Vec(-10, 30), Vec(50, 30), Vec(50, -20), Vec(70, -20), Vec(70, 30), Vec(120, 30)]
        #expect(
            pieces(zigzag) == [
                [Vec(0, 30), Vec(50, 30), Vec(50, 0)], [Vec(70, 0), Vec(70, 30), Vec(100, 30)],
            ])
    }

    @Test func linesNeverGetLonger() {
        func length(_ line: [Vec]) -> Double { zip(line, line.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length } }
        var random = SplitMix(seed: 12)
        for _ in 0..<2_000 {
            let line = star(&random)
            let pieces = pieces(line)
            #expect(!pieces.joined().contains { !frame.grown(by: 1e-9).contains($0) })
            #expect(pieces.map(length).reduce(0, +) <= length(line) + 1e-6)
        }
    }
}

@Suite struct SimplificationTests {
    @Test func everyCornerStaysWithinTheTolerance() {
        var random = SplitMix(seed: 5)
        for _ in 0..<200 {
            var line = [Vec(0, 0)]
            for _ in 0..<Int.random(in: 1...300, using: &random) {
                line.append(
                    (line.last ?? Vec(0, 0))
                        + Vec(.random(in: -2...4, using: &random), .random(in: -3...3, using: &random)))
            }
            let tolerance = Double.random(in: 0.1...5, using: &random)
            var kept = line
            simplify(&kept, tolerance: tolerance)
            #expect(kept.first == line.first && kept.last == line.last)
            for point in line {
                let nearest = zip(kept, kept.dropFirst()).map { Segment(from: $0, to: $1).squaredDistance(to: point) }
                    .min()
                #expect((nearest ?? .infinity).squareRoot() <= tolerance + 1e-9)
            }
        }
    }

    @Test func aStraightLineIsItsEnds() {
        let line = (0...1_000).map { Vec(Double($0), 0) }
        var points = line
        simplify(&points, tolerance: 0.1)
        #expect(points == [Vec(0, 0), Vec(1_000, 0)])
        // Among other lines each is simplified by itself.
        var lines = Polylines()
        let box = Box(left: -10, top: -10, right: 2_000, bottom: 10)
        for line in [[Vec(7, 7), Vec(7, 8), Vec(8, 8)], line, [Vec(1, 0), Vec(2, 0), Vec(3, 0)]] {
            lines.add(line, clippedTo: box)
        }
        lines.simplify(tolerance: 0.1)
        #expect(
            lines.lists == [
                [Vec(7, 7), Vec(7, 8), Vec(8, 8)], [Vec(0, 0), Vec(1_000, 0)], [Vec(1, 0), Vec(3, 0)],
            ])
        var none: [Vec] = []
        simplify(&none, tolerance: 1)
        #expect(none == [])
    }
}
