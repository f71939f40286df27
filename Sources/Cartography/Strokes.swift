// Joins the pieces of a street again, which geodata cut at every crossing.

import Geography

/// Lines joined end to end where one runs on into the other: the "strokes" of R. C. Thomson and D. E. Richardson, "The
/// 'good continuation' principle of perceptual organization applied to the generalization of road networks", 19th
/// International Cartographic Conference (1999). The long ones are the streets that a small map must keep.
enum Strokes {
    static func joined(_ lines: [[Coordinate]]) -> [[Coordinate]] {
        let lines = lines.filter { $0.count > 1 }
        let mates = mates(of: lines)
        var visited = [Bool](repeating: false, count: lines.count)
        var strokes: [[Coordinate]] = []
        strokes.reserveCapacity(lines.count)
        for line in lines.indices where !visited[line] {
            // Back to where the stroke begins, or once around.
            var end = 2 * line
            while mates[end] >= 0, mates[end] / 2 != line { end = mates[end] ^ 1 }
            var stroke: [Coordinate] = []
            while end >= 0, !visited[end / 2] {
                visited[end / 2] = true
                let piece = lines[end / 2]
                if end % 2 == 0 {
                    stroke += piece.dropFirst(stroke.isEmpty ? 0 : 1)
                } else {
                    stroke += piece.reversed().dropFirst(stroke.isEmpty ? 0 : 1)
                }
                end = mates[end ^ 1]
            }
            strokes.append(stroke)
        }
        return strokes
    }

    /// Of each end (2 i the beginning of line i, 2 i + 1 its end) the end of another line that it runs on into, or -1.
    private static func mates(of lines: [[Coordinate]]) -> [Int] {
        var mates = [Int](repeating: -1, count: 2 * lines.count)
        var ends: [(node: SIMD2<Double>, end: Int)] = []
        ends.reserveCapacity(2 * lines.count)
        for (i, line) in lines.enumerated() {
            ends.append((SIMD2(line[0].longitude, line[0].latitude), 2 * i))
            ends.append((SIMD2(line[line.count - 1].longitude, line[line.count - 1].latitude), 2 * i + 1))
        }
        ends.sort { ($0.node.x, $0.node.y, $0.end) < ($1.node.x, $1.node.y, $1.end) }
        var first = 0
        while first < ends.count {
            var last = first + 1
            while last < ends.count, ends[last].node == ends[first].node { last += 1 }
            // More than eight roads meet nowhere; more lines in one point are not roads.
            if 2...8 ~= last - first { pair(ends[first..<last].map(\.end), of: lines, into: &mates) }
            first = last
        }
        return mates
    }

    /// Pairs the ends that meet in one node, the straightest first, up to a bend of 45°.
    private static func pair(_ ends: [Int], of lines: [[Coordinate]], into mates: inout [Int]) {
        var pairs: [(bend: Double, a: Int, b: Int)] = []
        for (i, a) in ends.enumerated() {
            for b in ends[(i + 1)...] where a / 2 != b / 2 {
                let (u, v) = (direction(of: a, lines), direction(of: b, lines))
                let cosine = u.x * v.x + u.y * v.y
                if cosine < -0.7 { pairs.append((cosine, a, b)) }
            }
        }
        for pair in pairs.sorted(by: { ($0.bend, $0.a, $0.b) < ($1.bend, $1.a, $1.b) })
        where mates[pair.a] < 0 && mates[pair.b] < 0 {
            mates[pair.a] = pair.b
            mates[pair.b] = pair.a
        }
    }

    /// Where the line goes from one of its ends, as a vector of length 1.
    private static func direction(of end: Int, _ lines: [[Coordinate]]) -> Vec {
        let line = lines[end / 2]
        let (from, to) = end % 2 == 0 ? (line[0], line[1]) : (line[line.count - 1], line[line.count - 2])
        // A degree of longitude is about 0.82 of one of latitude in the middle of Japan: near enough for a bend.
        let step = Vec((to.longitude - from.longitude) * 0.82, to.latitude - from.latitude)
        return step.length > 0 ? step / step.length : Vec(0, 0)
    }
}
