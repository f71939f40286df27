// What can be drawn, as plain values: an area with its places, one place, the municipality.

import Geography

/// A numbered place whose exact position may be shown.
package struct Pin: Hashable, Sendable {
    /// The number that readers find in the list (一覧表 No.).
    package var number: Int
    /// Name for the label and the link's title.
    package var title: String
    /// Relative address of its page or list entry; nil where there is nothing to link to, as on paper.
    package var href: String?
    package var coordinate: Coordinate

    package init(number: Int, title: String, href: String? = nil, coordinate: Coordinate) {
        (self.number, self.title, self.href, self.coordinate) = (number, title, href, coordinate)
    }
}

/// Places whose position is shown only as a grid square of about 500 m (およそ): a hatched square, never a pin.
package struct ApproximateCell: Hashable, Sendable {
    package var square: GridSquare
    package var numbers: [Int]
    package var href: String?

    package init(square: GridSquare, numbers: [Int], href: String? = nil) {
        (self.square, self.numbers, self.href) = (square, numbers, href)
    }
}

/// An area with its numbered places.
package struct AreaMap: Hashable, Sendable {
    /// Nil: drawn around its places.
    package var boundary: MultiPolygon?
    /// Index of the area's colour, from 1; beyond the palette it begins again.
    package var colour: Int
    package var pins: [Pin]
    package var cells: [ApproximateCell]

    package init(boundary: MultiPolygon?, colour: Int, pins: [Pin], cells: [ApproximateCell] = []) {
        (self.boundary, self.colour, self.pins, self.cells) = (boundary, colour, pins, cells)
    }
}

/// One place and its neighbourhood, with rings at 300 m and 500 m and the nearest stops.
package struct PlaceMap: Hashable, Sendable {
    package enum Spot: Hashable, Sendable {
        case pin(Pin)
        case cell(ApproximateCell)
    }

    package var spot: Spot
    package var colour: Int
    /// Other places nearby, drawn small.
    package var others: [Pin]
    /// Whether to draw the rings of 300 m and 500 m (never around a cell).
    package var rings: Bool

    package init(spot: Spot, colour: Int, others: [Pin] = [], rings: Bool = true) {
        (self.spot, self.colour, self.others, self.rings) = (spot, colour, others, rings)
    }
}

/// The municipality: its areas in their colours with the number of places in each. In the facts of its picture the
/// numbers are indices of `areas`.
package struct OverviewMap: Hashable, Sendable {
    package struct Area: Hashable, Sendable {
        package var name: String
        package var count: Int
        package var colour: Int
        package var href: String?
        package var boundary: MultiPolygon

        package init(name: String, count: Int, colour: Int, href: String? = nil, boundary: MultiPolygon) {
            (self.name, self.count, self.colour, self.href) = (name, count, colour, href)
            self.boundary = boundary
        }
    }

    /// What lies within a walk of something, to be told from what does not.
    package struct Reach: Hashable, Sendable {
        package var from: [Coordinate]
        package var metres: Double

        package init(from: [Coordinate], metres: Double) {
            (self.from, self.metres) = (from, metres)
        }
    }

    package var areas: [Area]
    /// With it, areas show their colours on their plates only: the ground is coloured beyond the reach.
    package var reach: Reach?

    package init(areas: [Area], reach: Reach? = nil) {
        (self.areas, self.reach) = (areas, reach)
    }
}
