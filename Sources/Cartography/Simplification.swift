// Leaves out the corners of a line that nobody would see.
//
// Douglas & Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line",
// Cartographica 10 (1973); with a stack of its own, so that no line is too long for it.

/// Keeps the corners of a line that hold every other corner within `tolerance` pixels of it; first and last always stay.
func simplify(_ line: inout [Vec], tolerance: Double) {
    let kept = line.withUnsafeMutableBufferPointer { points in
        withSimplifier(of: points, tolerance: tolerance) { $0.simplify(points.indices, to: 0) }
    }
    line.removeLast(line.count - kept)
}

/// What simplifies lines of which all corners stand in one array.
func withSimplifier<Result>(
    of points: UnsafeMutableBufferPointer<Vec>, tolerance: Double, _ body: (Simplifier) -> Result
) -> Result {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: points.count) {
        body(Simplifier(points: points, ahead: $0, limit: tolerance * tolerance))
    }
}

struct Simplifier {
    fileprivate let points: UnsafeMutableBufferPointer<Vec>
    /// Of the line at hand the corners that stay, as far as they are known, the next one on top.
    fileprivate let ahead: UnsafeMutableBufferPointer<Int>
    fileprivate let limit: Double

    /// Moves what is kept of a line to where the lines before it end; the end of what is kept.
    func simplify(_ line: Range<Int>, to start: Int) -> Int {
        guard var first = line.first else { return start }
        points[start] = points[first]
        var kept = start + 1
        ahead[0] = line.upperBound - 1
        var known = line.count > 1 ? 1 : 0
        // The line is done up to `first`.
        while known > 0 {
            let last = ahead[known - 1]
            let farthest = farthest(between: first, and: last)
            if farthest > first {
                ahead[known] = farthest
                known += 1
            } else {
                points[kept] = points[last]
                (first, kept, known) = (last, kept + 1, known - 1)
            }
        }
        return kept
    }

    /// The corner between two others that lies farthest beyond the limit from the straight line between them; the first
    /// of the two where none does.
    @inline(__always)
    private func farthest(between first: Int, and last: Int) -> Int {
        guard last > first + 1 else { return first }
        let side = Segment(from: points[first], to: points[last])
        var (farthest, distance) = (first, limit)
        for i in first + 1..<last {
            let d = side.squaredDistance(to: points[i])
            if d > distance { (farthest, distance) = (i, d) }
        }
        return farthest
    }
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
