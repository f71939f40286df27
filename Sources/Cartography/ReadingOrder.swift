// In which order a person reads places off a map.

import Geography

/// Reading order: in bands from north to south, in each from west to east.
package enum ReadingOrder {
    /// The indices of the positions in reading order; the same for every variant of a map, so that one list serves all.
    ///
    /// A band begins with the northernmost place left and is as high as makes bands about as full as they are many.
    package static func of(_ positions: [Coordinate]) -> [Int] {
        let bounds = BoundingBox(positions)
        guard !bounds.isEmpty else { return [] }
        let (width, height) = bounds.metres
        // n places in r bands of c: r / c = height / width.
        let bands = (Double(positions.count) * height / max(width, 1)).squareRoot()
        let metric = LocalMetric(latitude: bounds.centre.latitude)
        let bandHeight = max(height / max(bands, 1), 30) / metric.metresPerDegreeOfLatitude

        let fromNorth = positions.indices.sorted {
            (-positions[$0].latitude, $0) < (-positions[$1].latitude, $1)
        }
        var order: [Int] = []
        var rest = fromNorth[...]
        while let first = rest.first {
            let band = rest.prefix { positions[$0].latitude > positions[first].latitude - bandHeight }
            order += band.sorted { (positions[$0].longitude, $0) < (positions[$1].longitude, $1) }
            rest = rest.dropFirst(band.count)
        }
        return order
    }
}
