// How the picture is divided: the map's body, the foot with scale and credit, and the panels of insets.

import Geography

/// The division of a picture before it is drawn.
struct Layout {
    var width: Double
    var height: Double
    /// The body of the map, and how degrees fall on it.
    var projection: Projection
    var foot: Box
    var panels: [Box] = []
    /// On paper, 1:`scale`.
    var scale: Int?

    var body: Box { projection.frame }

    init(
        showing extent: BoundingBox, style: MapStyle, footLines: Int, panelShapes: [Double] = [],
        padding: Double? = nil
    ) {
        let metres = extent.metres
        self.init(
            showing: Vec(metres.east, metres.north), around: extent.centre, style: style, footLines: footLines,
            panelShapes: panelShapes, padding: padding)
    }

    /// The picture of a part of the earth, so many metres wide and high. Below it a panel is kept free for each of
    /// `panelShapes`, the heights over widths of what the panels will show. `tallest` is the largest height over width of
    /// the body.
    init(
        showing ground: Vec, around centre: Coordinate, style: MapStyle, footLines: Int, panelShapes: [Double] = [],
        padding: Double? = nil, tallest: Double? = nil
    ) {
        let variant = style.variant
        let padding = padding ?? variant.pin * 0.8
        let footHeight = Double(footLines) * variant.fontSize(.small) * 1.7 + 4

        switch style.form {
        case .wide(let width), .narrow(let width):
            let inner = max(width - 2 * padding, 10)
            let tallest = width * (tallest ?? variant.heights.upperBound) - 2 * padding
            let pixelsPerMetre = min(inner / ground.x, tallest / ground.y, 1.2)
            let bodyHeight = max(ground.y * pixelsPerMetre + 2 * padding, width * variant.heights.lowerBound).rounded()
            let frame = Box(left: 0, top: 0, right: width, bottom: bodyHeight)
            projection = Projection(centre: centre, frame: frame, pixelsPerMetre: pixelsPerMetre)
            foot = Box(left: 0, top: bodyHeight, right: width, bottom: bodyHeight + footHeight)
            panels = Self.panels(panelShapes, columns: width >= 600 ? 2 : 1, top: foot.bottom + 4, width: width)
            (self.width, height) = (width, panels.last?.bottom ?? foot.bottom)
        case .print(let millimetresWide, let millimetresHigh), .poster(let millimetresWide, let millimetresHigh):
            (width, height) = (millimetresWide * Self.pixelsPerMillimetre, millimetresHigh * Self.pixelsPerMillimetre)
            let margin = variant.fontSize(.small) * 1.4
            foot = Box(left: margin, top: height - footHeight, right: width, bottom: height)
            var frame = Box(left: margin, top: margin, right: width - 1, bottom: foot.top - 2)
            if !panelShapes.isEmpty {
                let count = min(panelShapes.count, frame.width > 500 ? 3 : 2)
                let strip = frame.height * 0.3
                let each = (frame.width - 8 * Double(count - 1)) / Double(count)
                panels = (0..<count).map { i in
                    let left = frame.left + Double(i) * (each + 8)
                    return Box(left: left, top: frame.bottom - strip, right: left + each, bottom: frame.bottom)
                }
                frame.bottom -= strip + 8
            }
            let fitting = min(
                max(frame.width - 2 * padding, 10) / ground.x, max(frame.height - 2 * padding, 10) / ground.y)
            // 1:n means that a metre is 1000/n millimetres.
            let denominator = Self.roundScale(atLeast: 1000 * Self.pixelsPerMillimetre / fitting)
            scale = denominator
            projection = Projection(
                centre: centre, frame: frame,
                pixelsPerMetre: 1000 * Self.pixelsPerMillimetre / Double(denominator))
        }
    }

    /// The same division for another part of the earth of the same size.
    func projection(around centre: Coordinate) -> Projection {
        Projection(centre: centre, frame: body, pixelsPerMetre: projection.pixelsPerMetre)
    }

    private static let pixelsPerMillimetre = 96 / 25.4

    /// Panels in rows, each row as high as its tallest wants.
    private static func panels(_ shapes: [Double], columns: Int, top: Double, width: Double) -> [Box] {
        var boxes: [Box] = []
        var top = top
        var rest = shapes[...]
        while !rest.isEmpty {
            let row = rest.prefix(columns)
            rest = rest.dropFirst(columns)
            let each = (width - 8 * Double(row.count - 1)) / Double(row.count)
            let lowest = columns == 1 ? 0.55 : row.count == 1 ? 0.32 : 0.6
            let shape = min(max(row.max() ?? 0, lowest), columns == 1 ? 1 : row.count == 1 ? 0.5 : 0.95)
            for i in row.indices {
                let left = Double(i - row.startIndex) * (each + 8)
                boxes.append(Box(left: left, top: top, right: left + each, bottom: top + (each * shape).rounded()))
            }
            top = (boxes.last?.bottom ?? top) + 8
        }
        return boxes
    }

    /// The round scale that is just small enough.
    static func roundScale(atLeast denominator: Double) -> Int {
        let steps = [1.0, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10]
        var decade = 1_000.0
        while decade < 1e8 {
            for step in steps where step * decade >= denominator - 0.01 { return Int(step * decade) }
            decade *= 10
        }
        return 100_000_000
    }
}
