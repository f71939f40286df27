/// How much of an area lies farther than a walk from any place: measured on a grid of points, because nobody publishes where
/// each resident lives.

import Geography
import Publication

struct Coverage {
    /// 500 m in a straight line: what a person of eighty walks in about ten minutes.
    static let walk = 500.0

    private let metric: LocalMetric
    private var places: [Cell: [Coordinate]] = [:]

    private struct Cell: Hashable {
        var row: Int
        var column: Int
    }

    init(_ coordinates: [Coordinate]) {
        metric = LocalMetric(latitude: BoundingBox(coordinates).isEmpty ? 35 : BoundingBox(coordinates).centre.latitude)
        for coordinate in coordinates { places[cell(coordinate), default: []].append(coordinate) }
    }

    /// The share, 0...1, of a boundary's surface that is farther than a walk from all places; nil where it has none.
    func farShare(of boundary: MultiPolygon) -> Double? {
        var far = 0
        var all = 0
        // What is near the point before is mostly near this one too.
        var last: Coordinate?
        Self.forEachPoint(in: boundary, rows: 60) { point in
            all += 1
            if let place = last, isNear(place, point) { return }
            last = nearby(point)
            if last == nil { far += 1 }
        }
        return all == 0 ? nil : Double(far) / Double(all)
    }

    /// A place within a walk of a point.
    private func nearby(_ point: Coordinate) -> Coordinate? {
        let own = cell(point)
        for row in own.row - 1...own.row + 1 {
            for column in own.column - 1...own.column + 1 {
                for place in places[Cell(row: row, column: column)] ?? [] where isNear(place, point) { return place }
            }
        }
        return nil
    }

    /// On the plane of the whole map: over a walk's length the difference to the sphere is centimetres.
    private func isNear(_ place: Coordinate, _ point: Coordinate) -> Bool {
        let north = (place.latitude - point.latitude) * metric.metresPerDegreeOfLatitude
        let east = (place.longitude - point.longitude) * metric.metresPerDegreeOfLongitude
        return north * north + east * east <= Self.walk * Self.walk
    }

    private func cell(_ point: Coordinate) -> Cell {
        Cell(
            row: Int((point.latitude * metric.metresPerDegreeOfLatitude / Self.walk).rounded(.down)),
            column: Int((point.longitude * metric.metresPerDegreeOfLongitude / Self.walk).rounded(.down)))
    }

    /// The points of a square grid inside a boundary, row by row between its crossings (even-odd rule).
    private static func forEachPoint(in boundary: MultiPolygon, rows: Int, _ body: (Coordinate) -> Void) {
        let bounds = boundary.bounds
        guard !bounds.isEmpty, bounds.north > bounds.south else { return }
        let metric = LocalMetric(latitude: bounds.centre.latitude)
        let step = (bounds.north - bounds.south) / Double(rows)
        let across = step * metric.metresPerDegreeOfLatitude / metric.metresPerDegreeOfLongitude
        let rings = boundary.rings
        var crossings: [Double] = []
        for row in 0..<rows {
            let latitude = bounds.south + (Double(row) + 0.5) * step
            crossings.removeAll(keepingCapacity: true)
            for ring in rings { Self.addCrossings(of: ring, at: latitude, to: &crossings) }
            crossings.sort()
            for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                var column = ((crossings[pair] - bounds.west) / across).rounded(.up)
                while bounds.west + column * across < crossings[pair + 1] {
                    body(Coordinate(latitude: latitude, longitude: bounds.west + column * across))
                    column += 1
                }
            }
        }
    }

    private static func addCrossings(of ring: [Coordinate], at latitude: Double, to crossings: inout [Double]) {
        guard var last = ring.last else { return }
        for point in ring {
            if (last.latitude <= latitude) != (point.latitude <= latitude) {
                let share = (latitude - last.latitude) / (point.latitude - last.latitude)
                crossings.append(last.longitude + share * (point.longitude - last.longitude))
            }
            last = point
        }
    }
}
