// Many lines in one array: a picture has thousands of them, and none is worth an array of its own.

/// Lines on the drawing, clipped and simplified as they come.
struct Polylines {
    private var points: [Vec] = []
    /// Line i is `points[ends[i - 1]..<ends[i]]`; what follows the last end is a line still open.
    private var ends: [Int] = []
    private var tolerance: Double?

    /// Begins anew in the same room; corners of lines are left out up to `tolerance` pixels.
    mutating func removeAll(tolerance: Double) {
        points.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        self.tolerance = tolerance
    }

    /// Makes room for about so many corners, and at once for what most layers have.
    mutating func reserve(corners: Int) {
        points.reserveCapacity(Swift.max(corners, 500))
        ends.reserveCapacity(Swift.max(corners / 8, 60))
    }

    /// All corners together.
    var corners: Int { ends.last ?? 0 }

    /// What of a line is inside the box; it continues the open line when it begins where that one ends.
    @inline(__always)
    mutating func extend(by line: some Collection<Vec>, clippedTo box: Box) {
        guard var a = line.first else { return }
        var edgesOfA = PassedEdges(of: box, by: a)
        for b in line.dropFirst() {
            let edgesOfB = PassedEdges(of: box, by: b)
            if let (start, end) = clippedSegment(from: a, beyond: edgesOfA, to: b, beyond: edgesOfB, to: box) {
                if points.count == corners || points[points.count - 1] != start {
                    endLine()
                    points.append(start)
                }
                points.append(end)
            }
            (a, edgesOfA) = (b, edgesOfB)
        }
    }

    mutating func add(_ line: [Vec], clippedTo box: Box) {
        extend(by: line, clippedTo: box)
        endLine()
    }

    /// What is added from here on is another line.
    mutating func endLine() {
        let start = corners
        guard points.count > start else { return }
        if let tolerance { simplify(&points, from: start, tolerance: tolerance) }
        ends.append(points.count)
    }
}

extension Polylines: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { ends.count }
    subscript(line: Int) -> ArraySlice<Vec> { points[(line == 0 ? 0 : ends[line - 1])..<ends[line]] }
}
