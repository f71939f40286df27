// The border between two areas belongs to both of them, and to the areas above them: it is drawn once.

import Geography

enum SharedBorders {
    /// The rings as lines in which no side between two corners comes twice.
    static func lines(of rings: [[Coordinate]]) -> [[Coordinate]] {
        var seen = Set<Side>()
        var lines: [[Coordinate]] = []
        for ring in rings {
            var line: [Coordinate] = []
            for (a, b) in zip(ring, ring.dropFirst()) {
                if seen.insert(Side(a, b)).inserted {
                    if line.isEmpty { line.append(a) }
                    line.append(b)
                } else if !line.isEmpty {
                    lines.append(line)
                    line = []
                }
            }
            if !line.isEmpty { lines.append(line) }
        }
        return lines
    }

    /// A side without direction; the same to a tenth of a metre is the same.
    private struct Side: Hashable {
        let low: SIMD2<Int32>
        let high: SIMD2<Int32>

        init(_ a: Coordinate, _ b: Coordinate) {
            let (a, b) = (Self.rounded(a), Self.rounded(b))
            (low, high) = (a.x, a.y) < (b.x, b.y) ? (a, b) : (b, a)
        }

        private static func rounded(_ point: Coordinate) -> SIMD2<Int32> {
            guard point.isValid else { return SIMD2(0, 0) }
            return SIMD2(Int32((point.longitude * 1e6).rounded()), Int32((point.latitude * 1e6).rounded()))
        }
    }
}
