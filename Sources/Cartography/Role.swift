// What every drawn thing looks like, in one table: class name, colours, widths, lettering.

/// A kind of drawn thing; the raw value is its class name without `m-`.
enum Role: String, CaseIterable {
    case paper, land, outside, veil, far, water, building, park, road, path, rail, ring, cell, leader, dot, pin, north,
        bar
    case dotEdge = "dot-e"
    case waterEdge = "water-e"
    case surface
    case roadEdge = "road-e"
    case roadMajor = "major"
    case roadMajorEdge = "major-e"
    case railGap = "rail-g"
    case neighbour = "near"
    case boundary = "border"
    case band
    case area
    case areaEdge = "area-e"
    case cellEdge = "cell-e"
    case inset
    case grid
    case frame
    case symbol
    case symbolGround = "symbol-g"
    /// The part of a plate that one number takes: shows only when pointed at.
    case plate
    case other
    case number = "n"
    case label = "t"
    case landmarkLabel = "l"
    case small = "s"
    case gridText = "gt"
    case insetTag = "it"
    case ringText = "rt"
    case otherNumber = "on"
    case cellNumber = "cn"

    var look: Look {
        switch self {
        case .paper: Look(fill: .paper)
        case .land: Look(fill: .land)
        case .outside: Look(fill: .outside, evenOdd: true)
        case .veil: Look(fill: .outside, opacity: 0.42, evenOdd: true)
        case .far: Look(fill: .far)
        case .water: Look(fill: .water)
        case .waterEdge: Look(stroke: .waterEdge, width: .all(0.8))
        case .building: Look(fill: .building)
        case .park: Look(fill: .park, stroke: .parkEdge, width: .all(0.6))
        case .surface: Look(fill: .road, stroke: .roadEdge, width: .by(1.8, 1.6, 1.2), strokeFirst: true)
        case .road: Look(stroke: .road, width: .by(5.5, 3.2, 1.1))
        case .roadEdge: Look(stroke: .roadEdge, width: .by(7.4, 4.8, 2.1))
        case .roadMajor: Look(stroke: .roadMajor, width: .by(8, 5, 2.4))
        case .roadMajorEdge: Look(stroke: .roadMajorEdge, width: .by(10.2, 6.8, 3.6))
        case .path: Look(stroke: .path, width: .by(2, 1.2, 0.8), dash: [3, 3])
        case .rail: Look(stroke: .rail, width: .by(5, 3.8, 2.6))
        case .railGap: Look(stroke: .railGap, width: .by(3.2, 2.2, 1.4), dash: [9, 9])
        case .neighbour: Look(stroke: .neighbour, width: .all(1), dash: [6, 3, 1, 3])
        case .band: Look(stroke: .tint, width: .by(9, 8, 5), opacity: 0.75)
        case .boundary: Look(stroke: .boundary, width: .all(1.6), dash: [7, 3])
        case .area: Look(fill: .tint)
        case .areaEdge: Look(stroke: .boundary, width: .all(1.5))
        case .cell: Look(stroke: .accentLine, width: .all(1.1), opacity: 0.55)
        case .cellEdge: Look(stroke: .accentLine, width: .all(1.6), dash: [2, 3])
        case .ring: Look(stroke: .ring, width: .all(1.4), dash: [2, 4])
        case .leader: Look(stroke: .text, width: .all(1.3))
        case .dot: Look(stroke: .accent, width: .all(7))
        case .dotEdge: Look(stroke: .pinEdge, width: .all(9))
        case .pin: Look(fill: .accent, stroke: .pinEdge, width: .all(2))
        case .plate: Look(fill: .accent)
        case .other: Look(fill: .halo, stroke: .accentLine, width: .all(1.6))
        case .inset: Look(fill: .land, stroke: .text, width: .all(1.4), opacity: 0.55, fillOnlyOpacity: true)
        case .frame: Look(stroke: .neighbour, width: .all(1))
        case .grid: Look(stroke: .neighbour, width: .all(0.7), dash: [1, 4])
        case .north: Look(fill: .text)
        case .bar: Look(stroke: .text, width: .all(1.6))
        case .symbol: Look(fill: .landmark, evenOdd: true)
        case .symbolGround: Look(fill: .halo)
        case .number: Look(fill: .pinText, text: .number, bold: true, anchor: .middle)
        case .label: Look(fill: .text, text: .label, bold: true, halo: true)
        case .landmarkLabel: Look(fill: .landmark, text: .small, halo: true)
        case .otherNumber: Look(fill: .accentLine, text: .small, bold: true, anchor: .middle)
        case .cellNumber: Look(fill: .accentLine, text: .label, bold: true, halo: true, anchor: .middle)
        case .ringText: Look(fill: .ring, text: .small, halo: true)
        case .small: Look(fill: .text, text: .small)
        case .gridText: Look(fill: .text, text: .small, bold: true, anchor: .middle)
        case .insetTag: Look(fill: .text, text: .small, bold: true, halo: true)
        }
    }
}

/// How a role is painted.
struct Look {
    /// Stroke widths, by how much the scale lets one see.
    struct Width {
        var close: Double
        var middle: Double
        var far: Double

        static func all(_ width: Double) -> Width { Width(close: width, middle: width, far: width) }
        static func by(_ close: Double, _ middle: Double, _ far: Double) -> Width {
            Width(close: close, middle: middle, far: far)
        }

        subscript(detail: Detail) -> Double {
            switch detail {
            case .close: close
            case .middle: middle
            case .far: far
            }
        }

        var isConstant: Bool { close == middle && middle == far }
    }

    var fill: Ink?
    var stroke: Ink?
    var width = Width.all(0)
    var dash: [Double] = []
    var opacity = 1.0
    var fillOnlyOpacity = false
    /// Else everything wound round is filled, so that overlapping surfaces leave no hole.
    var evenOdd = false
    /// The stroke below the fill, so that what overlaps runs into one.
    var strokeFirst = false
    var text: TextSize?
    var bold = false
    var halo = false
    var anchor = Anchor.start
}

/// Where a line of text is held.
enum Anchor: String {
    case start, middle, end
}
