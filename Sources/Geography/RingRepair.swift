// Makes sound rings of whatever a file gives: closed, wound the right way, without corners that say nothing.

/// What had to be done to the rings of a polygon.
struct RingRepair {
    private(set) var faults: Set<GeoFault.Kind> = []
    /// Edge comparisons left for finding crossings; a file that needs more is drawn all the same, only unchecked.
    private var crossingBudget = 4_000_000

    init() {}

    /// The polygon of an outer ring and its holes, or nil when the outer ring holds no surface.
    mutating func polygon(_ rings: [[Coordinate]]) -> Polygon? {
        guard let first = rings.first, let outer = ring(first, counterClockwise: true) else {
            if !rings.isEmpty { faults.insert(.degenerateRing) }
            return nil
        }
        return Polygon(outer: outer, holes: rings.dropFirst().compactMap { ring($0, counterClockwise: false) })
    }

    mutating func takeFaults() -> Set<GeoFault.Kind> {
        defer { faults = [] }
        return faults
    }

    private mutating func ring(_ corners: [Coordinate], counterClockwise: Bool) -> [Coordinate]? {
        var ring: [Coordinate] = []
        ring.reserveCapacity(corners.count + 1)
        for corner in corners where corner != ring.last { ring.append(corner) }
        guard ring.count >= 3, let first = ring.first else { return degenerate() }
        if ring.last != first {
            faults.insert(.unclosedRing)
            ring.append(first)
        }
        let area = ring.signedArea
        // 1e-12 square degrees are a hundredth of a square metre.
        guard ring.count >= 4, abs(area) > 1e-12 || crosses(ring) else { return degenerate() }
        if crosses(ring) { faults.insert(.selfCrossing) }
        if (area > 0) != counterClockwise {
            faults.insert(.wrongWinding)
            ring.reverse()
        }
        return ring
    }

    private mutating func degenerate() -> [Coordinate]? {
        faults.insert(.degenerateRing)
        return nil
    }

    /// Whether two edges of the ring cross: sweeps from west to east, comparing edges that are abreast.
    private mutating func crosses(_ ring: [Coordinate]) -> Bool {
        let edges = zip(ring, ring.dropFirst()).map(Edge.init).sorted { $0.west < $1.west }
        var abreast: [Edge] = []
        for edge in edges {
            var kept = 0
            for i in abreast.indices {
                crossingBudget -= 1
                let other = abreast[i]
                guard other.east >= edge.west else { continue }
                if other.crosses(edge) { return true }
                abreast[kept] = other
                kept += 1
            }
            guard crossingBudget > 0 else { return false }
            abreast.removeSubrange(kept...)
            abreast.append(edge)
        }
        return false
    }

    private struct Edge {
        let a: Coordinate
        let b: Coordinate
        var west: Double { min(a.longitude, b.longitude) }
        var east: Double { max(a.longitude, b.longitude) }

        init(_ a: Coordinate, _ b: Coordinate) {
            self.a = a
            self.b = b
        }

        /// Crosses properly: a touch at a corner is no crossing.
        func crosses(_ other: Edge) -> Bool {
            guard max(a.latitude, b.latitude) >= min(other.a.latitude, other.b.latitude),
                max(other.a.latitude, other.b.latitude) >= min(a.latitude, b.latitude)
            else { return false }
            return side(other.a) * side(other.b) < 0 && other.side(a) * other.side(b) < 0
        }

        private func side(_ point: Coordinate) -> Double {
            let cross =
                (b.longitude - a.longitude) * (point.latitude - a.latitude)
                - (b.latitude - a.latitude) * (point.longitude - a.longitude)
            // A tenth of a millimetre beside the line is on the line.
            return abs(cross) < 1e-15 ? 0 : cross.sign == .minus ? -1 : 1
        }
    }
}
