// From degrees to pixels: a local equirectangular projection, true to length at the middle of the picture.

import Geography

/// Degrees → pixels of one map body. For the few kilometres of an area its error stays far below a pixel.
struct Projection {
    /// The corner of the body, in pixels of the whole picture, is `frame.left, frame.top`.
    let frame: Box
    let pixelsPerMetre: Double
    /// Longitude and latitude.
    private let centre: Vec
    private let scale: Vec
    private let middle: Vec

    /// `centre` comes to stand in the middle of `frame`.
    init(centre: Coordinate, frame: Box, pixelsPerMetre: Double) {
        let metric = LocalMetric(latitude: centre.latitude)
        self.frame = frame
        self.centre = centre.degrees
        self.pixelsPerMetre = pixelsPerMetre
        scale =
            Vec(metric.metresPerDegreeOfLongitude, -metric.metresPerDegreeOfLatitude) * pixelsPerMetre
        middle = frame.centre
    }

    func callAsFunction(_ point: Coordinate) -> Vec { self(degrees: point.degrees) }

    @inline(__always)
    func callAsFunction(degrees: Vec) -> Vec { middle + (degrees - centre) * scale }

    func coordinate(_ point: Vec) -> Coordinate {
        let step = (point - middle) / scale
        return Coordinate(latitude: centre.y + step.y, longitude: centre.x + step.x)
    }

    /// What part of the earth a box of the picture shows.
    func ground(_ box: Box) -> BoundingBox {
        let (a, b) = (
            (Vec(box.left, box.bottom) - middle) / scale, (Vec(box.right, box.top) - middle) / scale
        )
        return BoundingBox(
            south: centre.y + a.y, west: centre.x + a.x, north: centre.y + b.y, east: centre.x + b.x)
    }

    func box(_ bounds: BoundingBox) -> Box {
        let a = self(Coordinate(latitude: bounds.north, longitude: bounds.west))
        let b = self(Coordinate(latitude: bounds.south, longitude: bounds.east))
        return Box(left: a.x, top: a.y, right: b.x, bottom: b.y)
    }

    var detail: Detail { Detail(pixelsPerMetre: pixelsPerMetre) }
}

/// A line on the earth as it falls on the drawing; its corners are projected when they are asked for.
struct ProjectedLine: RandomAccessCollection {
    /// Longitudes and latitudes.
    let degrees: Slice<UnsafeBufferPointer<Vec>>
    let projection: Projection

    var startIndex: Int { degrees.startIndex }
    var endIndex: Int { degrees.endIndex }
    @inline(__always) subscript(corner: Int) -> Vec { projection(degrees: degrees[corner]) }
}

extension Coordinate {
    /// Longitude and latitude, as a plane has them.
    var degrees: Vec { Vec(longitude, latitude) }
}

/// How much a scale lets one see; decides what is drawn and how wide.
package enum Detail: String, CaseIterable, Sendable {
    /// Up to some 1:9,000: a walk of a quarter of an hour fills the picture.
    case close
    /// Up to some 1:30,000: a school district.
    case middle
    /// A municipality.
    case far

    init(pixelsPerMetre: Double) {
        self = pixelsPerMetre > 0.4 ? .close : pixelsPerMetre > 0.1 ? .middle : .far
    }
}
