// Draws the ground of a body, from the sea up to the railway.

import Geography

/// Draws the layers of a basemap into one body of the picture.
struct Ground {
    let basemap: Basemap
    let projection: Projection
    /// Beyond the body by the width of the broadest line, so that no cap or join shows at its edge.
    private let clip: Box
    private let ground: BoundingBox
    /// Those of the layer at hand; the room they take serves all layers.
    private var lines = Polylines()

    init(_ basemap: Basemap, _ projection: Projection) {
        self.basemap = basemap
        self.projection = projection
        clip = projection.frame.grown(by: 8)
        ground = projection.ground(clip)
    }

    /// Everything but boundaries. Casings come before fills, minor before major, so that junctions run into one. An
    /// overview does without the minor roads.
    mutating func draw(into svg: inout SVGWriter, withMinorRoads: Bool = true) {
        let detail = projection.detail
        fill(basemap.water, .water, edge: .waterEdge, into: &svg)
        svg.path(.waterEdge, lines(basemap.rivers))
        fill(basemap.parks, .park, into: &svg)
        if detail == .close { fill(basemap.buildings, .building, density: 1.4, into: &svg) }
        if detail != .far { svg.path(.path, lines(basemap.paths, shortest: 10, density: 0.7)) }

        let major = svg.stencil(lines(basemap.majorRoads))
        let minor = svg.stencil(
            withMinorRoads ? lines(basemap.roads, shortest: detail == .far ? 30 : 6, density: 1.7) : PathData())
        svg.path(.roadEdge, minor)
        if withMinorRoads {
            svg.path(.surface, surfaces(basemap.roadSurfaces, smallest: detail == .far ? 20 : 0).surfaces)
        }
        svg.path(.roadMajorEdge, major)
        svg.path(.road, minor)
        svg.path(.roadMajor, major)

        let rails = svg.stencil(lines(basemap.rails))
        svg.path(.rail, rails)
        svg.path(.railGap, rails)
    }

    /// Thin lines between the neighbours.
    mutating func drawBorders(into svg: inout SVGWriter) {
        svg.path(.neighbour, lines(basemap.borders, tolerance: projection.detail == .far ? 1.6 : 0.8))
    }

    /// A boundary as a surface to fill and as a line to draw; `inverse` is everything but the surface.
    func paths(of area: MultiPolygon) -> (surface: PathData, inverse: PathData, line: PathData) {
        var (surface, inverse, line) = (PathData(), PathData(), PathData())
        inverse.add(clip)
        for ring in area.rings {
            var projected = ring.map { projection($0) }
            simplify(&projected, tolerance: 0.5)
            let inside = clippedRing(projected, to: clip)
            surface.add(inside[...], closed: true)
            inverse.add(inside[...], closed: true)
            var pieces = Polylines()
            pieces.add(projected, clippedTo: clip)
            line.add(pieces)
        }
        return (surface, inverse, line)
    }

    /// The lines of a layer as one path, clipped and simplified. Where there are more corners than `density` allows on a
    /// thousand square pixels, the shortest lines give way: a map of every lane shows none.
    private mutating func lines(
        _ layer: LineLayer, tolerance: Double = 0.5, shortest: Double = 0, density: Double? = nil
    ) -> PathData {
        guard !layer.isEmpty else { return PathData() }
        lines.removeAll()
        layer.add(to: &lines, in: clip, showing: ground, projection)
        lines.simplify(tolerance: tolerance)
        if let density { lines.thin(shortest: shortest, corners: corners(density)) }
        var path = PathData()
        path.add(lines)
        return path
    }

    private func corners(_ density: Double) -> Int {
        Int(density * projection.frame.width * projection.frame.height / 1_000)
    }

    private func fill(
        _ layer: SurfaceLayer, _ role: Role, edge: Role? = nil, density: Double? = nil, into svg: inout SVGWriter
    ) {
        let paths = surfaces(layer, smallest: 2.5, withEdges: edge != nil, most: density.map(corners))
        svg.path(role, paths.surfaces)
        if let edge { svg.path(edge, paths.edges) }
    }

    /// Surfaces to fill, and their outlines without what the clipping cut. Surfaces smaller than `smallest` pixels
    /// either way are left out, and with `corners` all but the largest that have so many.
    private func surfaces(
        _ layer: SurfaceLayer, smallest: Double = 0, withEdges: Bool = false, most corners: Int? = nil
    ) -> (surfaces: PathData, edges: PathData) {
        var (surfaces, edges) = (PathData(), PathData())
        var projected: [Vec] = []
        func add(_ ring: [Coordinate]) {
            projected.removeAll(keepingCapacity: true)
            for corner in ring { projected.append(projection(corner)) }
            simplify(&projected, tolerance: 0.3)
            guard let box = Box(around: projected), max(box.width, box.height) >= smallest else { return }
            if clip.contains(box) {
                surfaces.add(projected[...], closed: true)
                if withEdges { edges.add(projected[...], closed: true) }
            } else {
                surfaces.add(clippedRing(projected, to: clip)[...], closed: true)
                if withEdges {
                    var pieces = Polylines()
                    pieces.add(projected, clippedTo: clip)
                    edges.add(pieces)
                }
            }
        }
        for polygon in layer.polygons(in: ground, corners: corners) {
            add(polygon.outer)
            for hole in polygon.holes { add(hole) }
        }
        return (surfaces, edges)
    }
}
