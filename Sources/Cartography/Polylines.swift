// Many lines in one array: a picture has thousands of them, and none is worth an array of its own.

/// Lines on the drawing, clipped and simplified as they come.
struct Polylines {
    private var points: [Vec] = []
    /// Line i is `points[ends[i - 1]..<ends[i]]`; what follows the last end is a line still open.
    private var ends: [Int] = []
    private let tolerance: Double?

    /// The corners of lines are left out up to `tolerance` pixels, where it is given; `corners`: about so many are to
    /// come.
    init(tolerance: Double? = nil, corners: Int = 0) {
        self.tolerance = tolerance
        guard corners > 0 else { return }
        points.reserveCapacity(corners)
        ends.reserveCapacity(corners / 8)
    }

    /// All corners together.
    var corners: Int { ends.last ?? 0 }

    /// What of a line is inside the box; it continues the open line when it begins where that one ends.
    @inline(__always)
    mutating func extend(by line: some Collection<Vec>, clippedTo box: Box) {
        guard var a = line.first else { return }
        var edgesOfA = box.edges(passedBy: a)
        for b in line.dropFirst() {
            let edgesOfB = box.edges(passedBy: b)
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
