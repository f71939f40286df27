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

/// The pieces of a line inside the box, in its order.
func clippedLine(_ line: some Collection<Vec>, to box: Box) -> [[Vec]] {
    guard var a = line.first else { return [] }
    var pieces: [[Vec]] = []
    var piece: [Vec] = []
    for b in line.dropFirst() {
        if let (start, end) = clippedSegment(from: a, to: b, to: box) {
            if piece.last != start {
                if piece.count > 1 { pieces.append(piece) }
                piece = [start]
            }
            piece.append(end)
        }
        a = b
    }
    if piece.count > 1 { pieces.append(piece) }
    return pieces
}

/// The part of a segment inside the box.
func clippedSegment(from a: Vec, to b: Vec, to box: Box) -> (Vec, Vec)? {
    let d = b - a
    var (enter, leave) = (0.0, 1.0)
    for (p, q) in [(-d.x, a.x - box.left), (d.x, box.right - a.x), (-d.y, a.y - box.top), (d.y, box.bottom - a.y)] {
        if p == 0 {
            if q < 0 { return nil }
        } else if p < 0 {
            enter = max(enter, q / p)
        } else {
            leave = min(leave, q / p)
        }
        if enter > leave { return nil }
    }
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
