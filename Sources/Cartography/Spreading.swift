// Pushes crowded marks apart, by small steps until none touches another.

extension [Spot] {
    /// Pushes crowded marks apart until none touches another or one of the `fixed` boxes, as little as may be, and keeps
    /// them in the frame.
    mutating func spread(in frame: Box, around fixed: [Box] = [], gap: Double = 2) {
        var marks = map { MovingMark($0, in: frame) }
        marks.withUnsafeMutableBufferPointer { marks in
            var spreading = Spreading(marks, around: fixed, gap: gap)
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
    /// The pairs of marks that could touch before one of both is out of reach.
    private var pairs: PairTable
    /// The same, the lower number first, by both.
    private var order: [PairTable.Pair] = []

    init(_ marks: UnsafeMutableBufferPointer<MovingMark>, around fixed: [Box], gap: Double) {
        (self.marks, self.fixed, self.gap) = (marks, fixed, gap)
        pairs = PairTable(count: marks.count)
        for i in marks.indices { pair(i, with: i + 1..<marks.count) }
        pairs.list(in: &order)
    }

    mutating func run() {
        for round in 0..<120 {
            var isFree = !pushApart()
            for i in marks.indices where marks[i].isMoving {
                // While there is time, marks draw back towards their places.
                let isClear = marks[i].settle(around: fixed, gap: gap, drawingBack: round < 60 ? 0.04 : 0)
                isFree = isFree && isClear
                if marks[i].isOutOfReach { look(at: i) }
            }
            if isFree, round >= 60 || !marks.contains(where: \.isMoving) { return }
        }
    }

    /// Pushes marks off one another; false where none had to move. Those that stand still need not be asked about one
    /// another.
    private mutating func pushApart() -> Bool {
        var pushed = false
        var next = 0
        while next < order.count {
            let (i, j) = order[next]
            next += 1
            guard marks[i].isMoving || marks[j].isMoving else { continue }
            let lacking = marks[i].shape.lacking(at: marks[i].at, marks[j].shape, at: marks[j].at, gap: gap)
            guard lacking > 0.05 else { continue }
            pushed = true
            let step = away(i, j) * (lacking / 2 + 0.05)
            marks[i].push(by: -step)
            marks[j].push(by: step)
            guard marks[i].isOutOfReach || marks[j].isOutOfReach else { continue }
            if marks[i].isOutOfReach { look(at: i) }
            if marks[j].isOutOfReach { look(at: j) }
            next = order.firstIndex { $0 > (i, j) } ?? order.count
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

    // MARK: Which pairs to ask

    /// Looks for the marks that a mark may touch from now on, for it has gone far enough for others to come near.
    private mutating func look(at i: Int) {
        marks[i].see()
        pair(i, with: 0..<i)
        pair(i, with: i + 1..<marks.count)
        pairs.list(in: &order)
    }

    private mutating func pair(_ i: Int, with others: Range<Int>) {
        for j in others { pairs.set(min(i, j), max(i, j), to: marks[i].canTouch(marks[j], gap: gap)) }
    }
}

/// For each pair of numbers, the lower one first, whether it is in the table; a bit each.
private struct PairTable {
    private var words: [UInt64]
    private let wordsOfRow: Int

    init(count: Int) {
        wordsOfRow = count / 64 + 1
        words = [UInt64](repeating: 0, count: count * wordsOfRow)
    }

    @inline(__always)
    mutating func set(_ i: Int, _ j: Int, to isIn: Bool) {
        let (word, bit) = (i * wordsOfRow + (j >> 6), UInt64(j & 63))
        words[word] = words[word] & ~(1 << bit) | (isIn ? 1 : 0) << bit
    }

    typealias Pair = (low: Int, high: Int)

    /// Lists the pairs by the lower number, then by the higher.
    func list(in pairs: inout [Pair]) {
        pairs.removeAll(keepingCapacity: true)
        for (place, word) in words.enumerated() where word != 0 {
            let (i, first) = (place / wordsOfRow, (place % wordsOfRow) << 6)
            var rest = word
            while rest != 0 {
                pairs.append((i, first + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }
}
