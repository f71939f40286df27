// What comes out of drawing: the picture, and what the page and the tests must know of it.

import Geography

/// A finished map.
package struct DrawnMap: Sendable {
    /// The picture as SVG, UTF-8. No role: stands inside a `<figure aria-labelledby>`.
    package var svg: [UInt8]
    package var facts: MapFacts
    /// Gathers the boxes: pages have no need of them.
    let gatherBoxes: @Sendable () -> [DrawnBox]

    /// Everything drawn that must not be overlapped.
    package var boxes: [DrawnBox] { gatherBoxes() }

    /// Numbers whose name stands on the map.
    package var labelled: Set<Int> {
        boxes.reduce(into: []) { names, box in
            if case .label(let numbers) = box.content { names.formUnion(numbers) }
        }
    }
}

/// Facts of a finished map.
package struct MapFacts: Hashable, Sendable {
    /// Size in pixels of 1/96 inch.
    package var width = 0.0
    package var height = 0.0
    /// The denominator of the scale on paper (5,000 for 1:5,000); nil on screens.
    package var scale: Int?
    /// The numbers of all places, approximate ones too, as a person reads: in bands from top to bottom, in each from
    /// left to right. The list beside the map has the same order.
    package var order: [Int] = []
    /// Of each number, the cell of the reference grid ("C4"); empty on screens.
    package var gridReferences: [Int: String] = [:]
    /// Numbers that lie too far outside to be on the map.
    package var offMap: [Int] = []
    /// True where places were too many for numbers: each is a dot, and only the list names them.
    package var dotsOnly = false
    /// How many enlarged insets were drawn.
    package var insets = 0
    /// Of a place: the nearest stations and stops, nearest first.
    package var nearestStops: [Stop] = []
    package struct Stop: Hashable, Sendable {
        package var name: String
        /// The landmark's type, "station" or "bus-stop".
        package var type: String
        /// As the crow flies.
        package var metres: Double
    }
}

/// A box of the picture that holds something.
package struct DrawnBox: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case pin([Int])
        case label([Int])
        case landmark
        case landmarkLabel
        case furniture
    }

    package var content: Content
    package var box: Box
    /// Which body of the picture it stands in: 0 the map, 1… the insets.
    package var body: Int
}
