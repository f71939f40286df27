// The ground of all maps of a guide, prepared once: sorted by kind, cut into short pieces, and indexed.

import Geography

/// What maps are drawn on. A class, so that drawings share it at no cost.
package final class Basemap: Sendable {
    /// Boundaries of areas by the area's id.
    package let boundaries: [String: MultiPolygon]
    /// The source of the data (出典), which stands on every map.
    package let credit: String

    let water: SurfaceLayer
    let parks: SurfaceLayer
    let buildings: SurfaceLayer
    let roadSurfaces: SurfaceLayer
    let borders: LineLayer
    let rivers: LineLayer
    let roads: LineLayer
    let majorRoads: LineLayer
    let paths: LineLayer
    let rails: LineLayer
    let landmarks: LandmarkLayer
    /// Of the landmarks those that have a name and where one gets on: stations and bus stops.
    let stops: LandmarkLayer
    /// A number for each name of a landmark, so that names need not be compared letter by letter.
    let landmarkNames: [String: Int]

    /// Prepares features, as GeoJSON gives them, of all files of a guide together.
    package init(_ features: [Feature], credit: String = "") {
        self.credit = credit
        var byKind: [Feature.Kind: [Feature]] = [:]
        for feature in features { byKind[feature.kind, default: []].append(feature) }
        func surfaces(_ kind: Feature.Kind) -> [Polygon] { (byKind[kind] ?? []).flatMap(\.geometry.polygons) }
        func lines(_ kind: Feature.Kind) -> [[Coordinate]] { (byKind[kind] ?? []).flatMap(\.geometry.lines) }

        let outlines = RoadOutlines(lines(.road) + surfaces(.road).flatMap(\.rings))
        roadSurfaces = SurfaceLayer(outlines.surfaces + surfaces(.roadMajor))
        roads = LineLayer(Strokes.joined(outlines.lines))
        majorRoads = LineLayer(Strokes.joined(lines(.roadMajor)))
        paths = LineLayer(Strokes.joined(lines(.path)))
        rails = LineLayer(Strokes.joined(lines(.rail)))
        rivers = LineLayer(lines(.water))
        water = SurfaceLayer(surfaces(.water))
        parks = SurfaceLayer(surfaces(.park))
        buildings = SurfaceLayer(surfaces(.building))
        borders = LineLayer(SharedBorders.lines(of: surfaces(.boundary).flatMap(\.rings)))
        var names: [String: Int] = [:]
        let all = (byKind[.landmark] ?? []).flatMap { Landmark.list($0, numbering: &names) }
        landmarkNames = names
        landmarks = LandmarkLayer(all)
        stops = LandmarkLayer(all.filter { $0.isStop && $0.nameNumber != nil })

        var pieces: [String: [Polygon]] = [:]
        for feature in byKind[.boundary] ?? [] {
            if let area = feature.area { pieces[area, default: []] += feature.geometry.polygons }
        }
        boundaries = pieces.mapValues(MultiPolygon.init)
    }

    /// All that has a boundary, else the middle of Japan.
    var wholeExtent: BoundingBox {
        let all = boundaries.values.reduce(BoundingBox()) { $0.union($1.bounds) }
        return all.isEmpty ? BoundingBox([Coordinate(latitude: 36, longitude: 138)]) : all
    }
}

/// Lines of one kind, in pieces short enough that a picture needs to look at few of them in vain.
final class LineLayer: Sendable {
    /// In degrees.
    private let points: [Vec]
    /// Piece i is `points[starts[i]...ends[i]]`; it continues the one before when it begins with that one's last point.
    private let starts: [Int]
    private let ends: [Int]
    private let index: GridIndex

    private static let sidesOfPiece = 8

    init(_ lines: [[Coordinate]]) {
        var (starts, ends, boxes): ([Int], [Int], [BoundingBox]) = ([], [], [])
        var all: [Vec] = []
        for line in lines where line.count > 1 {
            let first = all.count
            all += line.map(\.degrees)
            for start in stride(from: 0, to: line.count - 1, by: Self.sidesOfPiece) {
                let end = min(start + Self.sidesOfPiece, line.count - 1)
                starts.append(first + start)
                ends.append(first + end)
                boxes.append(BoundingBox(line[start...end]))
            }
        }
        points = all
        (self.starts, self.ends) = (starts, ends)
        index = GridIndex(boxes)
    }

    var isEmpty: Bool { starts.isEmpty }

    /// Adds what of the lines is inside a box of the picture, which shows `ground`, projected; runs of pieces are joined
    /// again.
    func add(to lines: inout Polylines, in box: Box, showing ground: BoundingBox, _ projection: Projection) {
        var pieces = index.touching(ground)[...]
        lines.reserve(corners: pieces.count * Self.sidesOfPiece)
        points.withUnsafeBufferPointer { points in
            while let first = pieces.popFirst() {
                var end = ends[first]
                while let next = pieces.first, starts[next] == end {
                    end = ends[next]
                    pieces.removeFirst()
                }
                lines.add(ProjectedLine(degrees: points[starts[first]...end], projection: projection), clippedTo: box)
            }
        }
    }
}

/// Surfaces of one kind.
final class SurfaceLayer: Sendable {
    private let polygons: [Polygon]
    /// In square degrees, to compare.
    private let areas: [Double]
    private let index: GridIndex

    init(_ polygons: [Polygon]) {
        self.polygons = polygons
        areas = polygons.map { abs($0.outer.signedArea) }
        index = GridIndex(polygons.map { BoundingBox($0.outer) })
    }

    /// The polygons that touch a box; of too many only the largest, as many as have so many corners together.
    func polygons(in ground: BoundingBox, corners: Int? = nil) -> some Sequence<Polygon> {
        var found = index.touching(ground)
        if var rest = corners, found.reduce(0, { $0 + polygons[$1].outer.count }) > rest {
            found.sort { (-areas[$0], $0) < (-areas[$1], $1) }
            found = found.prefix {
                rest -= polygons[$0].outer.count
                return rest >= 0
            }.sorted()
        }
        return found.lazy.map { [polygons] in polygons[$0] }
    }
}

/// A landmark (目印): a point with a type and mostly a name.
struct Landmark: Sendable {
    let type: String
    let name: String
    /// The same for all landmarks of one name; nil for those without.
    let nameNumber: Int?
    let coordinate: Coordinate
    let isStation: Bool
    /// A station or a bus stop.
    let isStop: Bool
    let pictogram: Pictogram

    /// The landmarks that a feature stands for: one for each of its points and surfaces. Adds its name to `names`.
    static func list(_ feature: Feature, numbering names: inout [String: Int]) -> [Landmark] {
        let (type, name) = (feature.type ?? "", feature.name ?? "")
        var number: Int?
        if !name.isEmpty {
            number = names[name] ?? names.count
            names[name] = number
        }
        let isStation = type == "station"
        let places = feature.geometry.points + feature.geometry.polygons.compactMap { MultiPolygon([$0]).centre }
        return places.map { place in
            Landmark(
                type: type, name: name, nameNumber: number, coordinate: place, isStation: isStation,
                isStop: isStation || type == "bus-stop", pictogram: Pictogram.of(type))
        }
    }
}

/// Landmarks, to be found by where they are.
struct LandmarkLayer: Sendable {
    private let all: [Landmark]
    private let index: GridIndex

    init(_ landmarks: [Landmark]) {
        all = landmarks
        index = GridIndex(all.map { BoundingBox([$0.coordinate]) })
    }

    var isEmpty: Bool { all.isEmpty }

    func landmarks(in ground: BoundingBox) -> [Landmark] {
        index.touching(ground).map { all[$0] }
    }
}
