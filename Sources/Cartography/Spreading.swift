// Pushes crowded marks apart, by small steps until none touches another.

extension [Spot] {
    /// Pushes crowded marks apart until none touches another or one of the `fixed` boxes, as little as may be, and keeps
    /// them in the frame.
    mutating func spread(in frame: Box, around fixed: [Box] = [], gap: Double = 2) {
        var spreading = Spreading(self, frame: frame, fixed: fixed, gap: gap)
        spreading.run()
        for i in indices { self[i].mark = spreading.marks[i].at }
    }
}

/// Pushes marks about until each has room.
private struct Spreading {
    private(set) var marks: [MovingMark]
    private let fixed: [Box]
    private let gap: Double
    /// The pairs of marks that could touch before one of both is out of reach.
    private var pairs: PairTable
    /// The marks that moved in the last round or in this one: the others stand still until they are pushed.
    private var moving: NumberSet

    init(_ spots: [Spot], frame: Box, fixed: [Box], gap: Double) {
        (self.fixed, self.gap) = (fixed, gap)
        marks = spots.map { MovingMark($0, in: frame) }
        pairs = PairTable(count: spots.count)
        moving = NumberSet(below: spots.count)
        for i in marks.indices {
            moving.insert(i)
            for j in 0..<i where canTouch(i, j) { pairs[j, i] = true }
        }
    }

    mutating func run() {
        for round in 0..<120 {
            var isFree = !pushApart()
            for i in marks.indices where moving.contains(i) {
                // While there is time, marks draw back towards their places.
                let (isMoving, isClear) = marks[i].settle(around: fixed, gap: gap, drawingBack: round < 60 ? 0.04 : 0)
                if !isMoving { moving.remove(i) }
                isFree = isFree && isClear
                look(at: i)
            }
            if isFree, round >= 60 || moving.isEmpty { return }
        }
    }

    /// Pushes marks off one another; false where none had to move.
    private mutating func pushApart() -> Bool {
        var pushed = false
        for i in marks.indices {
            var j = i
            while let next = pairs.next(i, after: j, touching: moving) {
                j = next
                let lacking = marks[i].shape.lacking(at: marks[i].at, marks[j].shape, at: marks[j].at, gap: gap)
                guard lacking > 0.05 else { continue }
                pushed = true
                moving.insert(i)
                moving.insert(j)
                let step = away(i, j) * (lacking / 2 + 0.05)
                marks[i].push(by: -step)
                marks[j].push(by: step)
                look(at: i)
                look(at: j)
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

    // MARK: Which pairs to ask

    private func canTouch(_ i: Int, _ j: Int) -> Bool {
        let (a, b) = (marks[i], marks[j])
        return a.shape.lacking(at: a.seen, b.shape, at: b.seen, gap: gap + a.reach + b.reach) > 0
    }

    /// Looks for the marks that a mark may touch from now on, if it has gone far enough for others to come near.
    @inline(__always)
    private mutating func look(at i: Int) {
        if marks[i].isOutOfReach { lookAgain(at: i) }
    }

    private mutating func lookAgain(at i: Int) {
        marks[i].see()
        for j in marks.indices where j != i { pairs[min(i, j), max(i, j)] = canTouch(i, j) }
    }
}

/// Numbers below a bound; a bit each.
private struct NumberSet {
    fileprivate private(set) var words: [UInt64]

    init(below bound: Int) {
        words = [UInt64](repeating: 0, count: (bound + 63) / 64)
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 == 1 }
    @inline(__always)
    mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }
    mutating func remove(_ number: Int) { words[number >> 6] &= ~(1 << UInt64(number & 63)) }
}

/// For each pair of numbers, the lower one first, whether it is in the table; a bit each.
private struct PairTable {
    private var words: [UInt64]
    private let wordsOfRow: Int

    init(count: Int) {
        wordsOfRow = (count + 63) / 64
        words = [UInt64](repeating: 0, count: count * wordsOfRow)
    }

    subscript(i: Int, j: Int) -> Bool {
        get { words[i * wordsOfRow + (j >> 6)] >> UInt64(j & 63) & 1 == 1 }
        set {
            let bit = UInt64(1) << UInt64(j & 63)
            if newValue { words[i * wordsOfRow + (j >> 6)] |= bit } else { words[i * wordsOfRow + (j >> 6)] &= ~bit }
        }
    }

    /// The lowest number above `j` that makes a pair with `i` of which one is in `set`.
    @inline(__always)
    func next(_ i: Int, after j: Int, touching set: NumberSet) -> Int? {
        let isAny = set.contains(i)
        var (word, mask) = ((j + 1) >> 6, ~UInt64(0) << UInt64((j + 1) & 63))
        while word < wordsOfRow {
            var rest = words[i * wordsOfRow + word] & mask
            if !isAny { rest &= set.words[word] }
            if rest != 0 { return word * 64 + rest.trailingZeroBitCount }
            (word, mask) = (word + 1, ~0)
        }
        return nil
    }
}
