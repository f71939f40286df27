// The marks while they are pushed apart: their shapes, and how each keeps to its place.

/// The shape of a mark: all points within `radius` of a box of half the size `arm`.
struct MarkShape {
    let arm: Vec
    let radius: Double

    init(_ spot: Spot) {
        (arm, radius) = (spot.half - spot.radius, spot.radius)
    }

    /// How far two marks at given places are from having `gap` between them; 0 or less is far enough.
    @inline(__always)
    func lacking(at p: Vec, _ other: MarkShape, at q: Vec, gap: Double) -> Double {
        let reach = arm + other.arm
        let d = Vec(max(abs(p.x - q.x) - reach.x, 0), max(abs(p.y - q.y) - reach.y, 0))
        return radius + other.radius + gap - d.length
    }
}

/// A mark on its way to where it has room.
struct MovingMark {
    var at: Vec
    let place: Vec
    let shape: MarkShape
    let half: Vec
    /// Where its middle may be.
    private let (low, high): (Vec, Vec)

    /// Whether others have pushed it in this round.
    private var isPushed = false
    /// Whether it moved in the last round or in this one: else it stands still until it is pushed.
    private(set) var isMoving = true

    init(_ spot: Spot, in frame: Box) {
        (at, place, half, shape) = (spot.mark, spot.place, spot.half, MarkShape(spot))
        let (a, b) = (Vec(frame.left, frame.top) + half + 2, Vec(frame.right, frame.bottom) - half - 2)
        (low, high) = (pointwiseMin(a, b), pointwiseMax(a, b))
    }

    mutating func push(by step: Vec) {
        at += step
        isPushed = true
        isMoving = true
    }

    /// Ends a round: the mark leaves the fixed boxes, draws back towards its place by so much, and stays in the frame.
    /// Whether it stood clear of the boxes.
    @inline(__always)
    mutating func settle(around fixed: [Box], gap: Double, drawingBack share: Double) -> Bool {
        let before = at
        let isClear = keepClear(of: fixed, gap: gap)
        at += (place - at) * share
        at.replace(with: low, where: at .< low)
        at.replace(with: high, where: at .> high)
        isMoving = isPushed || !isClear || at != before
        isPushed = false
        return isClear
    }

    /// Pushes the mark off the fixed boxes; true where it stood clear of them.
    @inline(__always)
    private mutating func keepClear(of fixed: [Box], gap: Double) -> Bool {
        var isClear = true
        for box in fixed {
            let reach = half + box.size / 2 + gap + 1
            let d = at - box.centre
            let lacking = reach - Vec(abs(d.x), abs(d.y))
            guard lacking.x > 0, lacking.y > 0 else { continue }
            isClear = false
            // Out by the shorter way.
            if lacking.x < lacking.y {
                at.x += d.x < 0 ? -lacking.x : lacking.x
            } else {
                at.y += d.y < 0 ? -lacking.y : lacking.y
            }
        }
        return isClear
    }
}
