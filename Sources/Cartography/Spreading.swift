// Pushes crowded marks apart, by small steps until none touches another.

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

extension [Spot] {
    /// Pushes crowded marks apart until none touches another or one of the `fixed` boxes, as little as may be, and keeps
    /// them in the frame.
    mutating func spread(in frame: Box, around fixed: [Box] = [], gap: Double = 2) {
        var spreading = Spreading(self, frame: frame, fixed: fixed, gap: gap)
        spreading.run()
        for i in indices { self[i].mark = spreading.marks[i] }
    }
}

/// Marks on their way to where they have room.
private struct Spreading {
    private(set) var marks: [Vec]
    private let places: [Vec]
    private let halves: [Vec]
    private let shapes: [MarkShape]
    private let frame: Box
    private let fixed: [Box]
    private let gap: Double

    /// The pairs of marks that could touch before one of both is farther than its `reach` from where it was `seen`.
    private var pairs: PairTable
    private var seen: [Vec]
    private var reach: [Double]
    /// The marks that moved in the last round or in this one: the others stand still until they are pushed.
    private var isMoving: [Bool]
    /// The marks that others have pushed in this round.
    private var isPushed: [Bool]

    init(_ spots: [Spot], frame: Box, fixed: [Box], gap: Double) {
        (self.frame, self.fixed, self.gap) = (frame, fixed, gap)
        (marks, places) = (spots.map(\.mark), spots.map(\.place))
        (halves, shapes) = (spots.map(\.half), spots.map(MarkShape.init))
        pairs = PairTable(count: spots.count)
        (seen, reach) = (marks, marks.map { _ in 8 })
        (isMoving, isPushed) = (marks.map { _ in true }, marks.map { _ in false })
        for i in marks.indices {
            for j in 0..<i { pairs[j, i] = canTouch(i, j) }
        }
    }

    mutating func run() {
        for round in 0..<120 {
            var isFree = !pushApart()
            for i in marks.indices where isMoving[i] {
                let before = marks[i]
                let isClear = keepClear(i)
                // While there is time, marks draw back towards their places.
                if round < 60 { marks[i] += (places[i] - marks[i]) * 0.04 }
                let (low, high) = (
                    Vec(frame.left, frame.top) + halves[i] + 2, Vec(frame.right, frame.bottom) - halves[i] - 2
                )
                marks[i].clamp(lowerBound: pointwiseMin(low, high), upperBound: pointwiseMax(low, high))
                isMoving[i] = isPushed[i] || !isClear || marks[i] != before
                isPushed[i] = false
                isFree = isFree && isClear
                look(at: i)
            }
            if isFree, round >= 60 || !isMoving.contains(true) { return }
        }
    }

    /// Pushes marks off one another; false where none had to move.
    private mutating func pushApart() -> Bool {
        var pushed = false
        for i in marks.indices {
            var other = pairs.next(i, after: i)
            while let j = other {
                other = pairs.next(i, after: j)
                guard isMoving[i] || isMoving[j] else { continue }
                let lacking = shapes[i].lacking(at: marks[i], shapes[j], at: marks[j], gap: gap)
                if lacking > 0.05 {
                    pushed = true
                    (isMoving[i], isMoving[j], isPushed[i], isPushed[j]) = (true, true, true, true)
                    let step = away(i, j) * (lacking / 2 + 0.05)
                    marks[i] -= step
                    marks[j] += step
                    look(at: i)
                    look(at: j)
                    other = pairs.next(i, after: j)
                }
            }
        }
        return pushed
    }

    /// Pushes a mark off the fixed boxes; true where it stood clear of them.
    private mutating func keepClear(_ i: Int) -> Bool {
        var isClear = true
        for box in fixed {
            let reach = halves[i] + box.size / 2 + gap + 1
            let d = marks[i] - box.centre
            let lacking = reach - Vec(abs(d.x), abs(d.y))
            guard lacking.min() > 0 else { continue }
            isClear = false
            // Out by the shorter way.
            if lacking.x < lacking.y {
                marks[i].x += d.x < 0 ? -lacking.x : lacking.x
            } else {
                marks[i].y += d.y < 0 ? -lacking.y : lacking.y
            }
        }
        return isClear
    }

    /// The direction from mark i to mark j; for marks on one another a direction of their own.
    private func away(_ i: Int, _ j: Int) -> Vec {
        let d = marks[j] - marks[i]
        if d.length > 0.01 { return d / d.length }
        return Self.directions[(i * 3 + j) % Self.directions.count]
    }

    private static let directions: [Vec] = [Vec(1, 0), Vec(0.6, 0.8), Vec(-0.6, 0.8), Vec(0.8, -0.6), Vec(0, 1)]

    // MARK: Which pairs to ask

    private func canTouch(_ i: Int, _ j: Int) -> Bool {
        shapes[i].lacking(at: seen[i], shapes[j], at: seen[j], gap: gap + reach[i] + reach[j]) > 0
    }

    /// Looks for the marks that a mark may touch from now on, if it has gone far enough for others to come near. Who goes
    /// far once goes far again, and is let go twice as far.
    @inline(__always)
    private mutating func look(at i: Int) {
        if (marks[i] - seen[i]).length > reach[i] { lookAgain(at: i) }
    }

    private mutating func lookAgain(at i: Int) {
        seen[i] = marks[i]
        reach[i] *= 2
        for j in marks.indices where j != i { pairs[min(i, j), max(i, j)] = canTouch(i, j) }
    }
}

/// For each pair of numbers whether it is in the table; a bit each.
private struct PairTable {
    private var words: [UInt64]
    private let wordsOfRow: Int

    init(count: Int) {
        wordsOfRow = (count + 63) / 64
        words = [UInt64](repeating: 0, count: count * wordsOfRow)
    }

    subscript(i: Int, j: Int) -> Bool {
        get { words[i * wordsOfRow + j / 64] >> UInt64(j % 64) & 1 == 1 }
        set {
            let bit = UInt64(1) << UInt64(j % 64)
            if newValue { words[i * wordsOfRow + j / 64] |= bit } else { words[i * wordsOfRow + j / 64] &= ~bit }
        }
    }

    /// The lowest number above `j` with which `i` is in the table.
    @inline(__always)
    func next(_ i: Int, after j: Int) -> Int? {
        var (word, mask) = ((j + 1) / 64, ~UInt64(0) << UInt64((j + 1) % 64))
        while word < wordsOfRow {
            let rest = words[i * wordsOfRow + word] & mask
            if rest != 0 { return word * 64 + rest.trailingZeroBitCount }
            (word, mask) = (word + 1, ~0)
        }
        return nil
    }
}
