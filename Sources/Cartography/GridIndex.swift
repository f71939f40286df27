// Finds what lies near without looking at everything.

import Geography

/// Boxes sorted into the cells of a plain grid over all of them.
struct GridIndex: Sendable {
    private var bounds = BoundingBox()
    private var side = 1
    /// Cells to a degree.
    private var (columnsPerDegree, rowsPerDegree) = (0.0, 0.0)
    /// Of cell i, the numbers of its boxes are `members[starts[i]..<starts[i + 1]]`.
    private var starts: [Int32] = [0, 0]
    private var members: [Int32] = []
    private let boxes: [BoundingBox]
    /// Of each box the first of its cells.
    private var firsts: [(column: Int32, row: Int32)] = []

    init(_ boxes: [BoundingBox]) {
        self.boxes = boxes
        bounds = boxes.reduce(BoundingBox()) { $0.union($1) }
        guard !bounds.isEmpty else { return }
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
        columnsPerDegree = Double(side) / max(bounds.east - bounds.west, 1e-12)
        rowsPerDegree = Double(side) / max(bounds.north - bounds.south, 1e-12)
    }

    private func cellCount(of box: BoundingBox) -> Int {
        let (columns, rows) = cells(of: box)
        return columns.count * rows.count
    }

    /// The numbers of the boxes that touch `box`, in rising order, each once.
    func touching(_ box: BoundingBox) -> [Int] {
        guard !bounds.isEmpty, bounds.intersects(box) else { return [] }
        if box.union(bounds) == box { return Array(boxes.indices) }
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
                    // What lies in several cells counts in the first that it shares with the window.
                    let first = firsts[number]
                    if max(Int(first.row), window.rows.lowerBound) == row,
                        max(Int(first.column), window.columns.lowerBound) == column,
                        boxes[number].intersects(box)
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
    private func cells(of box: BoundingBox) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        (
            cells((box.west - bounds.west) * columnsPerDegree, (box.east - bounds.west) * columnsPerDegree),
            cells((box.south - bounds.south) * rowsPerDegree, (box.north - bounds.south) * rowsPerDegree)
        )
    }

    private func forEachCell(of box: BoundingBox, _ body: (Int) -> Void) {
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
