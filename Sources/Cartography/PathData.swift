// The data of an SVG path, as short as it can be: tenths of a pixel, relative steps, no needless separators.

/// A growing path of straight lines, circles and squares.
struct PathData {
    private(set) var bytes: [UInt8] = []
    private var position = Position()

    var isEmpty: Bool { bytes.isEmpty }

    mutating func add(_ lines: Polylines) {
        guard lines.count > 0 else { return }
        bytes.write(atMost: lines.corners * 2 * Pen.longest + lines.count * 2) { pen in
            lines.forEachLine { position.draw($0, closed: false, &pen) }
        }
    }

    /// A line; closed, a surface.
    mutating func add(_ line: ArraySlice<Vec>, closed: Bool = false) {
        bytes.write(atMost: line.count * 2 * Pen.longest + 8) { pen in position.draw(line.span, closed: closed, &pen) }
    }

    /// A straight line.
    mutating func add(from a: Vec, to b: Vec) { add([a, b]) }

    mutating func addCircle(at centre: Vec, radius: Double) {
        bytes.write(atMost: 10 * Pen.longest) { pen in
            position.move(to: Vec(centre.x - radius, centre.y), &pen)
            let r = tenths(radius)
            for direction in [2 * r, -2 * r] {
                pen.put("a")
                pen.number(r)
                pen.number(r, separated: true)
                pen.put(" 0 1 0")
                pen.number(direction, separated: true)
                pen.put(" 0")
            }
            position.close(&pen)
        }
    }

    /// A line of no length: a dot as broad as the line, where its caps are round.
    mutating func addDot(at point: Vec) {
        bytes.write(atMost: 100) { pen in
            position.move(to: point, &pen)
            pen.put("h0")
        }
    }

    mutating func add(_ box: Box) {
        add(
            [
                Vec(box.left, box.top), Vec(box.right, box.top), Vec(box.right, box.bottom), Vec(box.left, box.bottom),
            ], closed: true)
    }

    /// A drawing of relative path commands, set down with its origin at a point.
    mutating func add(_ drawing: StaticString, at origin: Vec) {
        bytes.write(atMost: 100 + drawing.utf8CodeUnitCount) { pen in
            position.isLost = true
            position.move(to: origin, &pen)
            pen.put(drawing)
            // Where the drawing ends is not known: the next subpath must begin absolutely.
            position.isLost = true
        }
    }

    /// Where the path has come to, in tenths of a pixel.
    private struct Position {
        private var x = 0
        private var y = 0
        private var startX = 0
        private var startY = 0
        var isLost = true

        @inline(__always)
        mutating func move(to point: Vec, _ pen: inout Pen) {
            let (toX, toY) = tenths(point)
            pen.put(UInt8(ascii: isLost ? "M" : "m"))
            if isLost { (x, y, isLost) = (0, 0, false) }
            pen.number(toX - x)
            pen.number(toY - y, separated: true)
            (x, y) = (toX, toY)
            (startX, startY) = (toX, toY)
        }

        /// False where there is no step to take.
        @inline(__always)
        private mutating func step(to point: Vec, isFirst: Bool, _ pen: inout Pen) -> Bool {
            let (toX, toY) = tenths(point)
            guard toX != x || toY != y else { return false }
            pen.number(toX - x, separated: !isFirst)
            pen.number(toY - y, separated: true)
            (x, y) = (toX, toY)
            return true
        }

        /// Corners that fall on the same tenth of a pixel are left out.
        @inline(__always)
        mutating func draw(_ line: Span<Vec>, closed: Bool, _ pen: inout Pen) {
            guard !line.isEmpty else { return }
            let (start, written) = (self, pen.count)
            move(to: line[0], &pen)
            pen.put(UInt8(ascii: "l"))
            var corners = 1
            for corner in 1..<line.count where step(to: line[corner], isFirst: corners == 1, &pen) { corners += 1 }
            guard corners >= (closed ? 3 : 2) else {
                // A line without length, a surface without corners: as if it had never been.
                pen.erase(downTo: written)
                self = start
                return
            }
            if closed { close(&pen) }
        }

        mutating func close(_ pen: inout Pen) {
            pen.put(UInt8(ascii: "z"))
            (x, y) = (startX, startY)
        }
    }
}

/// Tenths of a pixel, rounded, halves away from zero; out of the picture by any measure is held at its edge.
@inline(__always)
func tenths(_ value: Double) -> Int { tenths(Vec(value, 0)).x }

/// The same for both sides of a point at once: a map has thousands of corners.
@inline(__always)
func tenths(_ point: Vec) -> (x: Int, y: Int) {
    let tenths = point * 10
    // Added to so large a number, whose lowest bit counts ones, the tenths are rounded and stand in its lowest bits.
    let large = 0x1.8p52
    let sum = tenths + large
    let lost = tenths - (sum - large)
    guard all((point * point .< 1e16) .& (lost * lost .< 0.25)) else {
        return (roundedTenths(point.x), roundedTenths(point.y))
    }
    func low(_ sum: Double) -> Int { Int(truncatingIfNeeded: sum.bitPattern &- large.bitPattern) }
    return (low(sum.x), low(sum.y))
}

@inline(never)
private func roundedTenths(_ value: Double) -> Int {
    guard abs(value) < 1e8 else { return !value.isFinite ? 0 : value < 0 ? -1_000_000_000 : 1_000_000_000 }
    return Int((value * 10).rounded())
}
