// A point on the earth, and the local metric that turns degrees into metres around it.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A position in degrees, WGS84 (位置).
package struct Coordinate: Hashable, Sendable {
    package var latitude: Double
    package var longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Finite and within ±90° and ±180°.
    package var isValid: Bool { abs(latitude) <= 90 && abs(longitude) <= 180 }

    /// Within the box around Japan and its islands: latitude 20–46°, longitude 122–154°.
    package var isInJapan: Bool { Self.japan.contains(self) }

    /// The same numbers read the other way round.
    package var swapped: Coordinate { Coordinate(latitude: longitude, longitude: latitude) }

    /// Distance in metres along the ground; within 0.1 % up to some 100 km, not meant for more.
    package func distance(to other: Coordinate) -> Double {
        let metric = LocalMetric(latitude: (latitude + other.latitude) / 2)
        let north = (other.latitude - latitude) * metric.metresPerDegreeOfLatitude
        let east = (other.longitude - longitude) * metric.metresPerDegreeOfLongitude
        return (north * north + east * east).squareRoot()
    }

    package static let japan = BoundingBox(south: 20, west: 122, north: 46, east: 154)
}

/// How long a degree is in metres at a latitude, on the WGS84 ellipsoid.
///
/// Series of the length of a degree of the meridian and of the parallel: NGA, *The American Practical Navigator*
/// (Bowditch), table 7; the terms left out are below 1 cm a degree.
package struct LocalMetric: Sendable {
    package let metresPerDegreeOfLatitude: Double
    package let metresPerDegreeOfLongitude: Double

    package init(latitude: Double) {
        let phi = latitude * Double.pi / 180
        metresPerDegreeOfLatitude = 111_132.954 - 559.822 * cos(2 * phi) + 1.175 * cos(4 * phi)
        metresPerDegreeOfLongitude = max(111_412.84 * cos(phi) - 93.5 * cos(3 * phi) + 0.118 * cos(5 * phi), 1e-3)
    }
}
