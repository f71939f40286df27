// Which marks are so near to one another that they may touch, while all of them move.

/// For each mark those that may touch it. The frame is cut into columns and into rows, as broad as the smallest mark and
/// its gap: marks of that size that touch stand in the same one or in two side by side, both ways.
struct Neighbours {
    private var (columns, rows): (Bands, Bands)
    /// Of each mark the others near to it, a bit each, `words` words to a mark.
    private var near: [UInt64]
    let words: Int
    /// Where each mark stays in its column and its row.
    private var cells: [(low: Vec, high: Vec)]

    init(of marks: UnsafeMutableBufferPointer<MovingMark>, in frame: Box, gap: Double) {
        let smallest = marks.reduce(Vec(repeating: .infinity)) { pointwiseMin($0, $1.half) }
        words = marks.count / 64 + 1
        near = [UInt64](repeating: 0, count: marks.count * words)
        cells = Array(repeating: (Vec(0, 0), Vec(0, 0)), count: marks.count)
        columns = Bands(from: frame.left, to: frame.right, breadth: 2 * smallest.x + gap, words: words)
        rows = Bands(from: frame.top, to: frame.bottom, breadth: 2 * smallest.y + gap, words: words)
        for mark in marks {
            columns.add(larger: mark.half.x - smallest.x)
            rows.add(larger: mark.half.y - smallest.y)
        }
        for i in marks.indices { put(i, at: marks[i].at) }
    }

    /// Of the 64 marks from `64 * word` on, a bit each, those near to mark `i`.
    @inline(__always)
    subscript(i: Int, word: Int) -> UInt64 { near[i * words + word] }

    /// A mark has moved; whether others may be near to it now.
    @inline(__always)
    @discardableResult
    mutating func note(_ i: Int, at place: Vec) -> Bool {
        guard any((place .< cells[i].low) .| (place .>= cells[i].high)) else { return false }
        put(i, at: place)
        return true
    }

    private mutating func put(_ i: Int, at place: Vec) {
        let (column, row) = (columns.put(i, at: place.x), rows.put(i, at: place.y))
        cells[i] = (Vec(column.lowerBound, row.lowerBound), Vec(column.upperBound, row.upperBound))
        for word in 0..<words {
            var found = columns[near: i, word] & rows[near: i, word]
            if word == i >> 6 { found &= ~(1 << UInt64(i & 63)) }
            // Who has come near, or is near no more, is told.
            var changed = near[i * words + word] ^ found
            near[i * words + word] = found
            while changed != 0 {
                near[(word << 6 + changed.trailingZeroBitCount) * words + i >> 6] ^= 1 << UInt64(i & 63)
                changed &= changed - 1
            }
        }
    }
}

/// The frame cut one way into bands.
private struct Bands {
    /// Of each band the marks that reach it or one beside it, a bit each, `words` words to a band.
    private var marks: [UInt64]
    private let words: Int
    private let start: Double
    private let breadth: Double
    private let last: Int
    /// Of each mark its band, -1 before it has one, and how many more it reaches to either side for its size.
    private var places: [(band: Int, reach: Int)] = []

    init(from start: Double, to end: Double, breadth: Double, words: Int) {
        (self.start, self.breadth, self.words) = (start, breadth, words)
        last = Int(max((end - start) / breadth, 0))
        marks = [UInt64](repeating: 0, count: (last + 1) * words)
    }

    /// Adds a mark whose half is larger than the smallest by so much.
    mutating func add(larger: Double) { places.append((-1, Int((larger / breadth).rounded(.up)))) }

    /// The marks that may touch mark `i`, and mark `i` itself.
    subscript(near i: Int, word: Int) -> UInt64 {
        let (band, reach) = places[i]
        return bands(band, reach).reduce(0) { $0 | marks[$1 * words + word] }
    }

    /// Puts a mark into its band; from where to where that runs. Beyond the frame the outermost bands go on.
    mutating func put(_ i: Int, at place: Double) -> Range<Double> {
        let (old, reach) = places[i]
        let band = Int(max(0, min(Double(last), (place - start) / breadth)))
        if band != old {
            if old >= 0 { flip(i, old, reach + 1) }
            flip(i, band, reach + 1)
            places[i].band = band
        }
        let low = band == 0 ? -.infinity : start + Double(band) * breadth
        return low..<(band == last ? .infinity : start + Double(band + 1) * breadth)
    }

    /// Adds a mark to some bands, or takes it out of them.
    private mutating func flip(_ i: Int, _ middle: Int, _ reach: Int) {
        for band in bands(middle, reach) { marks[band * words + i >> 6] ^= 1 << UInt64(i & 63) }
    }

    private func bands(_ middle: Int, _ reach: Int) -> ClosedRange<Int> {
        max(middle - reach, 0)...min(middle + reach, last)
    }
}
