// Cuts lines and surfaces at the edge of the picture.
//
// Surfaces by Sutherland & Hodgman, "Reentrant polygon clipping", CACM 17 (1974); lines by Liang & Barsky, "A new
// concept and method for line clipping", ACM TOG 3 (1984). A clipped surface is only ever filled: its cut edges run
// along the frame. Its outline is clipped as a line.

/// The part of a closed ring inside the box; empty when nothing of it is.
func clippedRing(_ ring: [Vec], to box: Box) -> [Vec] {
    var ring = ring
    for edge in Edge.allCases {
        guard var a = ring.last else { return [] }
        var result: [Vec] = []
        result.reserveCapacity(ring.count + 4)
        var aInside = edge.keeps(a, box)
        for b in ring {
            let bInside = edge.keeps(b, box)
            if aInside != bInside { result.append(edge.crossing(a, b, box)) }
            if bInside { result.append(b) }
            (a, aInside) = (b, bInside)
        }
        ring = result
    }
    return ring.count < 3 ? [] : ring
}

/// The part of a segment inside the box.
@inline(__always)
func clippedSegment(from a: Vec, to b: Vec, to box: Box) -> (Vec, Vec)? {
    clippedSegment(from: a, beyond: PassedEdges(of: box, by: a), to: b, beyond: PassedEdges(of: box, by: b), to: box)
}

/// The same, for ends of which it is known which edges they have passed.
@inline(__always)
func clippedSegment(
    from a: Vec, beyond edgesOfA: PassedEdges, to b: Vec, beyond edgesOfB: PassedEdges, to box: Box
) -> (Vec, Vec)? {
    if edgesOfA.haveOneInCommon(with: edgesOfB) { return nil }
    return edgesOfA.isEmpty && edgesOfB.isEmpty ? (a, b) : crossingSegment(from: a, to: b, box)
}

/// The edges of a box beyond which a point lies.
struct PassedEdges {
    /// Left and top, right and bottom.
    private let (low, high): (SIMDMask<SIMD2<Int64>>, SIMDMask<SIMD2<Int64>>)

    @inline(__always)
    init(of box: Box, by point: Vec) {
        (low, high) = (point .< Vec(box.left, box.top), point .> Vec(box.right, box.bottom))
    }

    /// True for a point inside.
    @inline(__always)
    var isEmpty: Bool { !any(low .| high) }

    @inline(__always)
    func haveOneInCommon(with other: PassedEdges) -> Bool { any((low .& other.low) .| (high .& other.high)) }
}

/// The part inside the box of a segment that crosses its edge or passes near.
private func crossingSegment(from a: Vec, to b: Vec, _ box: Box) -> (Vec, Vec)? {
    let d = b - a
    var (enter, leave) = (0.0, 1.0)
    /// Cuts at one edge; `p` is how fast the segment goes out over it, `q` how far inside it begins.
    func cut(_ p: Double, _ q: Double) -> Bool {
        if p == 0 { return q >= 0 }
        if p < 0 { enter = max(enter, q / p) } else { leave = min(leave, q / p) }
        return enter <= leave
    }
    guard cut(-d.x, a.x - box.left), cut(d.x, box.right - a.x), cut(-d.y, a.y - box.top), cut(d.y, box.bottom - a.y)
    else { return nil }
    return (enter == 0 ? a : a + d * enter, leave == 1 ? b : a + d * leave)
}

/// The four half planes whose common part is a box.
private enum Edge: CaseIterable {
    case left, right, top, bottom

    @inline(__always)
    func keeps(_ p: Vec, _ box: Box) -> Bool {
        switch self {
        case .left: p.x >= box.left
        case .right: p.x <= box.right
        case .top: p.y >= box.top
        case .bottom: p.y <= box.bottom
        }
    }

    func crossing(_ a: Vec, _ b: Vec, _ box: Box) -> Vec {
        switch self {
        case .left: Vec(box.left, a.y + (b.y - a.y) * (box.left - a.x) / (b.x - a.x))
        case .right: Vec(box.right, a.y + (b.y - a.y) * (box.right - a.x) / (b.x - a.x))
        case .top: Vec(a.x + (b.x - a.x) * (box.top - a.y) / (b.y - a.y), box.top)
        case .bottom: Vec(a.x + (b.x - a.x) * (box.bottom - a.y) / (b.y - a.y), box.bottom)
        }
    }
}
