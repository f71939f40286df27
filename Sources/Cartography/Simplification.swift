// Leaves out the corners of a line that nobody would see.
//
// Douglas & Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line",
// Cartographica 10 (1973); with a stack of its own, so that no line is too long for it.

/// Of the line that begins at `start` and ends with the array, keeps the corners that hold every other corner within
/// `tolerance` pixels of the line; first and last always stay.
func simplify(_ points: inout [Vec], from start: Int = 0, tolerance: Double) {
    guard points.count - start > 2 else { return }
    let limit = tolerance * tolerance
    // The line is done up to `first`.
    var (first, kept) = (start, start + 1)
    points.withUnsafeMutableBufferPointer { points in
        withUnsafeTemporaryAllocation(of: Int.self, capacity: points.count - start) { ahead in
            // The corners that stay, as far as they are known, the next one on top.
            ahead[0] = points.count - 1
            var known = 1
            while known > 0 {
                let last = ahead[known - 1]
                let side = Segment(from: points[first], to: points[last])
                var (farthest, distance) = (first, limit)
                for i in first + 1..<max(last, first + 1) {
                    let d = side.squaredDistance(to: points[i])
                    if d > distance { (farthest, distance) = (i, d) }
                }
                if farthest > first {
                    ahead[known] = farthest
                    known += 1
                } else {
                    points[kept] = points[last]
                    (first, kept, known) = (last, kept + 1, known - 1)
                }
            }
        }
    }
    points.removeLast(points.count - kept)
}

/// The numbers of the lines that are not shorter than `shortest` pixels, and of these the longest that have so many
/// corners together.
func thinned(_ lines: Polylines, shortest: Double, corners: Int) -> [Int] {
    guard !lines.isEmpty else { return [] }
    var kept: [(line: Int, length: Double, corners: Int)] = []
    kept.reserveCapacity(lines.count)
    for number in lines.indices {
        let line = lines[number]
        var length = 0.0
        for i in line.indices.dropFirst() { length += (line[i] - line[i - 1]).length }
        if length >= shortest { kept.append((number, length, line.count)) }
    }
    if kept.reduce(0, { $0 + $1.corners }) > corners {
        kept.sort { $0.length != $1.length ? $0.length > $1.length : $0.line < $1.line }
        var rest = corners
        kept = kept.prefix {
            rest -= $0.corners
            return rest >= 0
        }.sorted { $0.line < $1.line }
    }
    return kept.map(\.line)
}

/// A straight line between two points, to measure from.
struct Segment {
    private let start: Vec
    private let step: Vec
    private let squaredLength: Double

    @inline(__always)
    init(from a: Vec, to b: Vec) {
        (start, step) = (a, b - a)
        squaredLength = step.x * step.x + step.y * step.y
    }

    @inline(__always)
    func squaredDistance(to point: Vec) -> Double {
        let e = point - start
        let t = squaredLength > 0 ? min(max((e.x * step.x + e.y * step.y) / squaredLength, 0), 1) : 0
        let rest = e - step * t
        return rest.x * rest.x + rest.y * rest.y
    }
}
