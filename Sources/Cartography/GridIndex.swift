// Finds what lies near without looking at everything.

import Geography

/// Boxes sorted into the cells of a plain grid over all of them.
struct GridIndex: Sendable {
    /// Around all boxes.
    private let bounds: Extent
    private var side = 1
    /// Cells to a degree.
    private var (columnsPerDegree, rowsPerDegree) = (0.0, 0.0)
    /// Of cell i, the numbers of its boxes are `members[starts[i]..<starts[i + 1]]`.
    private var starts: [Int32] = [0, 0]
    private var members: [Int32] = []
    private let boxes: [Extent]
    /// Of each box the first of its cells.
    private var firsts: [(column: Int32, row: Int32)] = []

    init(_ boxes: [BoundingBox]) {
        let whole = boxes.reduce(BoundingBox()) { $0.union($1) }
        bounds = Extent(whole)
        self.boxes = boxes.map(Extent.init)
        guard !whole.isEmpty else { return }
        let boxes = self.boxes
        // About four boxes to a cell.
        divide(into: min(max(Int(Double(boxes.count / 4).squareRoot()), 1), 256))
        // Boxes that reach across many cells would each stand in all of them.
        let most = Self.mostCells * boxes.count
        while side > 1, boxes.reduce(0, { $0 + cellCount(of: $1) }) > most { divide(into: side / 2) }
        var counts = [Int32](repeating: 0, count: side * side + 1)
        for box in boxes { forEachCell(of: box) { counts[$0 + 1] += 1 } }
        for cell in 1..<counts.count { counts[cell] += counts[cell - 1] }
        starts = counts
        var filled = [Int32](repeating: 0, count: Int(counts[counts.count - 1]))
        for (number, box) in boxes.enumerated() {
            forEachCell(of: box) { cell in
                filled[Int(counts[cell])] = Int32(number)
                counts[cell] += 1
            }
        }
        members = filled
        firsts = boxes.map { box in
            let own = cells(of: box)
            return (Int32(own.columns.lowerBound), Int32(own.rows.lowerBound))
        }
    }

    /// In so many cells a box may stand, in the mean: memory stays in proportion to the boxes.
    private static let mostCells = 64

    /// How often boxes stand in cells.
    var size: Int { members.count }

    private mutating func divide(into side: Int) {
        self.side = side
        columnsPerDegree = Double(side) / max(bounds.high.x - bounds.low.x, 1e-12)
        rowsPerDegree = Double(side) / max(bounds.high.y - bounds.low.y, 1e-12)
    }

    private func cellCount(of box: Extent) -> Int {
        let (columns, rows) = cells(of: box)
        return columns.count * rows.count
    }

    /// The numbers of the boxes that touch `box`, in rising order, each once.
    func touching(_ box: BoundingBox) -> [Int] {
        let box = Extent(box)
        guard box.touches(bounds) else { return [] }
        if box.holds(bounds) { return Array(boxes.indices) }
        let window = cells(of: box)
        var found: [Int] = []
        found.reserveCapacity(
            window.rows.reduce(0) {
                $0 + members(in: $1 * side + window.columns.lowerBound...$1 * side + window.columns.upperBound).count
            })
        for row in window.rows {
            for column in window.columns {
                let cell = row * side + column
                for member in members(in: cell...cell) {
                    let number = Int(members[member])
                    guard boxes[number].touches(box) else { continue }
                    // What lies in several cells counts in the first that it shares with the window.
                    let first = firsts[number]
                    if max(Int(first.row), window.rows.lowerBound) == row,
                        max(Int(first.column), window.columns.lowerBound) == column
                    {
                        found.append(number)
                    }
                }
            }
        }
        found.sort()
        return found
    }

    /// Where the members of cells that follow one another stand.
    private func members(in cells: ClosedRange<Int>) -> Range<Int> {
        Int(starts[cells.lowerBound])..<Int(starts[cells.upperBound + 1])
    }

    @inline(__always)
    private func cells(of box: Extent) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        (
            cells((box.low.x - bounds.low.x) * columnsPerDegree, (box.high.x - bounds.low.x) * columnsPerDegree),
            cells((box.low.y - bounds.low.y) * rowsPerDegree, (box.high.y - bounds.low.y) * rowsPerDegree)
        )
    }

    private func forEachCell(of box: Extent, _ body: (Int) -> Void) {
        let (columns, rows) = cells(of: box)
        for row in rows {
            for column in columns { body(row * side + column) }
        }
    }

    @inline(__always)
    private func cells(_ low: Double, _ high: Double) -> ClosedRange<Int> {
        func cell(_ value: Double) -> Int { Int(min(max(value, 0), Double(side - 1))) }
        let first = cell(low)
        return first...max(first, cell(high))
    }
}

/// A box in degrees whose two directions are compared at once; one that is empty touches nothing.
private struct Extent {
    let low: Vec
    let high: Vec

    init(_ box: BoundingBox) {
        low = Vec(box.west, box.south)
        high = Vec(box.east, box.north)
    }

    @inline(__always)
    func touches(_ other: Extent) -> Bool { all((low .<= other.high) .& (other.low .<= high)) }

    func holds(_ other: Extent) -> Bool { all((low .<= other.low) .& (other.high .<= high)) }
}
