// Finds the places that stand too close for a map's scale: an inset shows them larger.

import Geography

/// A group of places that an inset shows.
struct Crowd {
    var pins: [Pin]
    var bounds: BoundingBox

    /// Height over width on the ground.
    var shape: Double {
        let (width, height) = bounds.metres
        return height / max(width, 1)
    }
}

/// The marks of all places, pushed apart, and the groups of those that stand too close.
struct Trial {
    var spots: [Spot]
    var crowds: [Crowd]

    /// Metres that a mark may be pushed away from its place; beyond, an inset is drawn.
    private static let farthest = 40.0
    /// Marks that a map can bear at all.
    private static let most = 250

    /// How marks fit on a layout, with the `most` largest crowds from the top down; nil when there are too many places at
    /// all.
    init?(of pins: [Pin], on layout: Layout, variant: Variant, most: Int) {
        let projection = layout.projection
        guard var spots = Spot.gather(pins, projection, variant: variant, most: Self.most) else { return nil }
        spots.spread(in: layout.body)
        let groups = spots.crowds(limit: Self.farthest * projection.pixelsPerMetre, widest: layout.body.width * 0.4)
        let largest = groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.prefix(most)
        func top(_ group: [Int]) -> Double { group.map { spots[$0].place.y }.min() ?? 0 }
        crowds = largest.sorted { top($0) < top($1) }.map { group in
            let pins = group.flatMap { spots[$0].pins }
            return Crowd(pins: pins, bounds: BoundingBox(pins.map(\.coordinate)))
        }
        self.spots = spots
    }
}
