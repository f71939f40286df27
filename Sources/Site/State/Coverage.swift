/// How much of an area lies farther than a walk from any place: measured on a grid of points, because nobody publishes where
/// each resident lives.

import Geography
import Publication

struct Coverage {
    /// 500 m in a straight line: what a person of eighty walks in about ten minutes.
    static let walk = 500.0

    private let metric: LocalMetric
    /// The places in rows as high as a walk is long, from south to north; those of a row from west to east.
    private var rows: [[Coordinate]] = []
    private let southernmost: Int

    init(_ coordinates: [Coordinate]) {
        let bounds = BoundingBox(coordinates)
        metric = LocalMetric(latitude: bounds.isEmpty ? 35 : bounds.centre.latitude)
        southernmost = bounds.isEmpty ? 0 : Self.row(at: bounds.south, metric)
        guard !bounds.isEmpty else { return }
        rows = Array(repeating: [], count: Self.row(at: bounds.north, metric) - southernmost + 1)
        for place in coordinates.sorted(by: { $0.longitude < $1.longitude }) {
            rows[Self.row(at: place.latitude, metric) - southernmost].append(place)
        }
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
        let own = Self.row(at: point.latitude, metric) - southernmost
        return nearby(point, inRow: own) ?? nearby(point, inRow: own - 1) ?? nearby(point, inRow: own + 1)
    }

    private func nearby(_ point: Coordinate, inRow row: Int) -> Coordinate? {
        guard rows.indices.contains(row) else { return nil }
        // A little more than a walk: what was rounded must not decide.
        let reach = 1.001 * Self.walk / metric.metresPerDegreeOfLongitude
        var next = rows[row].count(westOf: point.longitude - reach)
        while next < rows[row].count, rows[row][next].longitude <= point.longitude + reach {
            if isNear(rows[row][next], point) { return rows[row][next] }
            next += 1
        }
        return nil
    }

    /// On the plane of the whole map: over a walk's length the difference to the sphere is centimetres.
    private func isNear(_ place: Coordinate, _ point: Coordinate) -> Bool {
        let north = (place.latitude - point.latitude) * metric.metresPerDegreeOfLatitude
        let east = (place.longitude - point.longitude) * metric.metresPerDegreeOfLongitude
        return north * north + east * east <= Self.walk * Self.walk
    }

    private static func row(at latitude: Double, _ metric: LocalMetric) -> Int {
        Int((latitude * metric.metresPerDegreeOfLatitude / walk).rounded(.down))
    }

    /// The points of a square grid inside a boundary, row by row between its crossings (even-odd rule).
    private static func forEachPoint(in boundary: MultiPolygon, rows: Int, _ body: (Coordinate) -> Void) {
        let bounds = boundary.bounds
        guard !bounds.isEmpty, bounds.north > bounds.south else { return }
        let metric = LocalMetric(latitude: bounds.centre.latitude)
        let step = (bounds.north - bounds.south) / Double(rows)
        // A boundary may be a line but for its rounding: then the grid has fewer columns than would make squares.
        let across = max(
            step * metric.metresPerDegreeOfLatitude / metric.metresPerDegreeOfLongitude,
            (bounds.east - bounds.west) / Double(8 * rows))
        let latitudes = (0..<rows).map { bounds.south + (Double($0) + 0.5) * step }
        let crossings = crossings(of: boundary, with: latitudes)
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
            let (from, to) = (crossings[pair], crossings[pair + 1])
            var column = ((from.longitude - bounds.west) / across).rounded(.up)
            while bounds.west + column * across < to.longitude {
                body(Coordinate(latitude: latitudes[from.row], longitude: bounds.west + column * across))
                column += 1
            }
        }
    }

    private typealias Crossing = (row: Int, longitude: Double)

    /// Where a boundary crosses latitudes, given from south to north: row by row, from west to east. A closed ring crosses
    /// each an even number of times.
    private static func crossings(of boundary: MultiPolygon, with latitudes: [Double]) -> [Crossing] {
        var crossings: [Crossing] = []
        for ring in boundary.rings {
            guard var last = ring.last else { continue }
            // So many of the latitudes lie south of the point before.
            var below = latitudes.count { $0 < last.latitude }
            for point in ring {
                func cross(_ row: Int) {
                    let share = (latitudes[row] - last.latitude) / (point.latitude - last.latitude)
                    crossings.append((row, last.longitude + share * (point.longitude - last.longitude)))
                }
                while below < latitudes.count, latitudes[below] < point.latitude {
                    cross(below)
                    below += 1
                }
                while below > 0, latitudes[below - 1] >= point.latitude {
                    below -= 1
                    cross(below)
                }
                last = point
            }
        }
        return crossings.sorted { $0 < $1 }
    }
}

extension [Coordinate] {
    /// Of coordinates from west to east, how many lie west of a longitude.
    fileprivate func count(westOf longitude: Double) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].longitude < longitude { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
