// The standard Japanese grid square of about 500 m, behind which an approximate position hides.

/// A half grid square (2分の1地域メッシュ, JIS X 0410): 15″ of latitude by 22.5″ of longitude, about 460 m × 570 m in
/// the middle of Japan.
package struct GridSquare: Hashable, Sendable {
    /// Rows of 15″ from the equator and columns of 22.5″ from Greenwich.
    private let row: Int
    private let column: Int

    /// The square that holds a position; a position on an edge belongs to the square north or east of it.
    package init(containing point: Coordinate) {
        let point = point.isValid ? point : Coordinate(latitude: 0, longitude: 0)
        // A billionth of a row: the product of a decimal degree may fall short of the edge it stands on.
        row = Int((point.latitude * Self.rowsPerDegree + 1e-9).rounded(.down))
        column = Int((point.longitude * Self.columnsPerDegree + 1e-9).rounded(.down))
    }

    package var centre: Coordinate {
        Coordinate(
            latitude: (Double(row) + 0.5) / Self.rowsPerDegree,
            longitude: (Double(column) + 0.5) / Self.columnsPerDegree)
    }

    package var bounds: BoundingBox {
        BoundingBox(
            south: Double(row) / Self.rowsPerDegree, west: Double(column) / Self.columnsPerDegree,
            north: Double(row + 1) / Self.rowsPerDegree, east: Double(column + 1) / Self.columnsPerDegree)
    }

    /// The nine digits of the standard: first grid 40′ × 1° (four), second an eighth of it (two), third a tenth of
    /// that (two), and the quarter, 1 south-west to 4 north-east. Nil outside latitudes 0–66° and longitudes 100–180°,
    /// for which the standard has no code.
    package var code: String? {
        guard row >= 0, row < 100 * 160, column >= 100 * 160, column < 180 * 160 else { return nil }
        let (north, east) = (row % 160, column % 160)
        let first = (row / 160) * 100 + column / 160 - 100
        let rest = (north / 20) * 10_000 + (east / 20) * 1_000 + (north % 20 / 2) * 100 + (east % 20 / 2) * 10
        let digits = String(first * 100_000 + rest + (north % 2) * 2 + east % 2 + 1)
        return String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }

    private static let rowsPerDegree = 240.0
    private static let columnsPerDegree = 160.0
}

extension Coordinate {
    /// The grid square of about 500 m in which the position lies; its `centre` is what may be shown of a home.
    package var gridSquare: GridSquare { GridSquare(containing: self) }
}
