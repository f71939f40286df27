// Leaves out the corners of a line that nobody would see.
//
// Douglas & Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line",
// Cartographica 10 (1973); with a stack of its own, so that no line is too long for it.

/// The corners that keep every other corner within `tolerance` pixels of the line; first and last always stay.
func simplified(_ line: [Vec], tolerance: Double) -> [Vec] {
    guard line.count > 2 else { return line }
    var keep = [Bool](repeating: false, count: line.count)
    keep[0] = true
    keep[line.count - 1] = true
    var open = [(0, line.count - 1)]
    let limit = tolerance * tolerance
    while let (first, last) = open.popLast() {
        var (farthest, distance) = (first, limit)
        for i in first + 1..<max(last, first + 1) {
            let d = squaredDistance(of: line[i], from: line[first], to: line[last])
            if d > distance { (farthest, distance) = (i, d) }
        }
        guard farthest > first else { continue }
        keep[farthest] = true
        if farthest - first > 1 { open.append((first, farthest)) }
        if last - farthest > 1 { open.append((farthest, last)) }
    }
    return line.indices.compactMap { keep[$0] ? line[$0] : nil }
}

/// The lines that are not shorter than `shortest` pixels, and of these the longest that have so many corners together.
func thinned(_ lines: [[Vec]], shortest: Double, corners: Int) -> [[Vec]] {
    let lengths = lines.map { line in zip(line, line.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length } }
    var rest = corners
    var kept = lines.indices.filter { lengths[$0] >= shortest }
    if kept.reduce(0, { $0 + lines[$1].count }) > corners {
        kept.sort { (-lengths[$0], $0) < (-lengths[$1], $1) }
        kept = kept.prefix {
            rest -= lines[$0].count
            return rest >= 0
        }.sorted()
    }
    return kept.map { lines[$0] }
}

/// From a point to the segment between two others, squared.
func squaredDistance(of p: Vec, from a: Vec, to b: Vec) -> Double {
    let (d, e) = (b - a, p - a)
    let length = d.x * d.x + d.y * d.y
    let t = length > 0 ? min(max((e.x * d.x + e.y * d.y) / length, 0), 1) : 0
    let rest = e - d * t
    return rest.x * rest.x + rest.y * rest.y
}
