// Pushes crowded marks apart, by small steps until none touches another.

extension [Spot] {
    /// Pushes crowded marks apart until none touches another or one of the `fixed` boxes, as little as may be, and keeps
    /// them in the frame.
    mutating func spread(in frame: Box, around fixed: [Box] = [], gap: Double = 2) {
        var marks = map { MovingMark($0, in: frame) }
        marks.withUnsafeMutableBufferPointer { marks in
            var spreading = Spreading(marks, in: frame, around: fixed, gap: gap)
            spreading.run()
        }
        for i in indices { self[i].mark = marks[i].at }
    }
}

/// Pushes marks about until each has room.
private struct Spreading {
    private let marks: UnsafeMutableBufferPointer<MovingMark>
    private let fixed: [Box]
    private let gap: Double
    private var neighbours: Neighbours

    init(_ marks: UnsafeMutableBufferPointer<MovingMark>, in frame: Box, around fixed: [Box], gap: Double) {
        (self.marks, self.fixed, self.gap) = (marks, fixed, gap)
        neighbours = Neighbours(of: marks, in: frame, gap: gap)
    }

    mutating func run() {
        for round in 0..<120 {
            var isFree = !pushApart()
            for i in marks.indices where marks[i].isMoving {
                // While there is time, marks draw back towards their places.
                let isClear = marks[i].settle(around: fixed, gap: gap, drawingBack: round < 60 ? 0.04 : 0)
                isFree = isFree && isClear
                neighbours.note(i, at: marks[i].at)
            }
            if isFree, round >= 60 || !marks.contains(where: \.isMoving) { return }
        }
    }

    /// Pushes marks off one another; false where none had to move. Those that stand still need not be asked about one
    /// another.
    private mutating func pushApart() -> Bool {
        var pushed = false
        for i in marks.indices {
            // Each pair once, by the lower of its numbers.
            var later: UInt64 = ~1 << UInt64(i & 63)
            for word in i >> 6..<neighbours.words {
                var rest = neighbours[i, word] & later
                later = ~0
                while rest != 0 {
                    let j = word << 6 + rest.trailingZeroBitCount
                    rest &= rest - 1
                    guard marks[i].isMoving || marks[j].isMoving else { continue }
                    let lacking = marks[i].shape.lacking(at: marks[i].at, marks[j].shape, at: marks[j].at, gap: gap)
                    guard lacking > 0.05 else { continue }
                    pushed = true
                    let step = away(i, j) * (lacking / 2 + 0.05)
                    marks[i].push(by: -step)
                    marks[j].push(by: step)
                    neighbours.note(j, at: marks[j].at)
                    if neighbours.note(i, at: marks[i].at) {
                        rest = neighbours[i, word] & (~1 << UInt64(j & 63))
                    }
                }
            }
        }
        return pushed
    }

    /// The direction from mark i to mark j; for marks on one another a direction of their own.
    @inline(__always)
    private func away(_ i: Int, _ j: Int) -> Vec {
        let d = marks[j].at - marks[i].at
        let length = d.length
        if length > 0.01 { return d / length }
        return Self.directions[(i * 3 + j) % Self.directions.count]
    }

    private static let directions: [Vec] = [Vec(1, 0), Vec(0.6, 0.8), Vec(-0.6, 0.8), Vec(0.8, -0.6), Vec(0, 1)]
}
