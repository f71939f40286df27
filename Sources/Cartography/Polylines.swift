// Many lines in one array: a picture has thousands of them, and none is worth an array of its own.

/// Lines on the drawing, clipped as they come.
struct Polylines {
    private var points: [Vec] = []
    /// Line i is `points[ends[i - 1]..<ends[i]]`.
    private var ends: [Int] = []

    /// Begins anew in the same room.
    mutating func removeAll() {
        points.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Makes room for about so many corners, and at once for what most layers have.
    mutating func reserve(corners: Int) {
        points.reserveCapacity(Swift.max(corners, 500))
        ends.reserveCapacity(Swift.max(corners / 8, 60))
    }

    var count: Int { ends.count }
    /// All corners together.
    var corners: Int { points.count }

    /// Adds what of a line is inside the box: as many lines as it comes in.
    @inline(__always)
    mutating func add(_ line: some Collection<Vec>, clippedTo box: Box) {
        Self.add(line, clippedTo: box, to: &points, &ends)
    }

    @inline(__always)
    private static func add(
        _ line: some Collection<Vec>, clippedTo box: Box, to points: inout [Vec], _ ends: inout [Int]
    ) {
        let before = points.count
        points.append(addingCapacity: 2 * line.count) { inside in
            guard var a = line.first else { return }
            var edgesOfA = PassedEdges(of: box, by: a)
            // Where the line that is open has come to.
            var last: Vec?
            for b in line.dropFirst() {
                let edgesOfB = PassedEdges(of: box, by: b)
                if let (start, end) = clippedSegment(from: a, beyond: edgesOfA, to: b, beyond: edgesOfB, to: box) {
                    if last != start {
                        if last != nil { ends.append(before + inside.count) }
                        inside.append(start)
                    }
                    inside.append(end)
                    last = end
                }
                (a, edgesOfA) = (b, edgesOfB)
            }
        }
        if points.count > before { ends.append(points.count) }
    }

    /// Leaves out the corners that nobody would see, up to `tolerance` pixels.
    mutating func simplify(tolerance: Double) {
        var (start, kept) = (0, 0)
        points.withUnsafeMutableBufferPointer { points in
            withSimplifier(of: points, tolerance: tolerance) { simplifier in
                for line in ends.indices {
                    let end = ends[line]
                    kept = simplifier.simplify(start..<end, to: kept)
                    (start, ends[line]) = (end, kept)
                }
            }
        }
        points.removeLast(points.count - kept)
    }

    /// Leaves out the lines that are shorter than `shortest` pixels, and all but the longest that have `most` corners
    /// together.
    mutating func thin(shortest: Double, corners most: Int) {
        var kept: [Int] = []
        kept.reserveCapacity(count)
        for line in ends.indices where length(line, upTo: shortest) >= shortest { kept.append(line) }
        keep(kept)
        guard corners > most else { return }
        var rest = most
        let longest = ends.indices.map { (line: $0, length: length($0)) }
            .sorted { ($1.length, $0.line) < ($0.length, $1.line) }
            .prefix {
                rest -= self.corners(of: $0.line).count
                return rest >= 0
            }
        keep(longest.map(\.line).sorted())
    }

    /// The length of a line in pixels; of one that is longer than `enough`, anything above that.
    private func length(_ line: Int, upTo enough: Double = .infinity) -> Double {
        var length = 0.0
        for i in corners(of: line).dropFirst() where length < enough { length += (points[i] - points[i - 1]).length }
        return length
    }

    private func corners(of line: Int) -> Range<Int> { (line == 0 ? 0 : ends[line - 1])..<ends[line] }

    /// Keeps some of the lines, by their numbers in rising order.
    private mutating func keep(_ lines: [Int]) {
        guard lines.count < count else { return }
        var corners = 0
        for (number, line) in lines.enumerated() {
            for corner in self.corners(of: line) {
                points[corners] = points[corner]
                corners += 1
            }
            ends[number] = corners
        }
        points.removeLast(points.count - corners)
        ends.removeLast(ends.count - lines.count)
    }

    /// The corners of each line.
    @inline(__always)
    func forEachLine(_ body: (Span<Vec>) -> Void) {
        let points = points.span
        var start = 0
        for end in ends {
            body(points.extracting(start..<end))
            start = end
        }
    }
}
