// The data of an SVG path, as short as it can be: tenths of a pixel, relative steps, no needless separators.

/// A growing path of straight lines, circles and squares.
struct PathData {
    private(set) var bytes: [UInt8] = []
    private var x = 0
    private var y = 0
    private var startX = 0
    private var startY = 0

    /// `corners`: about so many are to come.
    init(corners: Int = 0) {
        bytes.reserveCapacity(corners * 8)
    }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func add(_ lines: Polylines) {
        for line in lines { add(line) }
    }

    /// A line; closed, a surface. Corners that fall on the same tenth of a pixel are left out.
    mutating func add(_ line: ArraySlice<Vec>, closed: Bool = false) {
        guard let first = line.first else { return }
        let (before, count) = ((lost, x, y, startX, startY), bytes.count)
        move(to: first)
        var corners = 1
        var afterCommand = false
        for corner in line.dropFirst() {
            let (toX, toY) = (tenths(corner.x), tenths(corner.y))
            guard toX != x || toY != y else { continue }
            if corners == 1 {
                bytes.append(UInt8(ascii: "l"))
                afterCommand = true
            }
            step(to: toX, toY, separated: !afterCommand)
            afterCommand = false
            corners += 1
        }
        // A line without length, a surface without corners: as if it had never been.
        guard corners >= (closed ? 3 : 2) else {
            bytes.removeSubrange(count...)
            (lost, x, y, startX, startY) = before
            return
        }
        if closed { close() }
    }

    mutating func addCircle(at centre: Vec, radius: Double) {
        move(to: Vec(centre.x - radius, centre.y))
        let r = tenths(radius)
        for direction in [2 * r, -2 * r] {
            bytes.append(UInt8(ascii: "a"))
            bytes.appendTenths(r)
            bytes.appendSeparated(r)
            bytes += " 0 1 0".utf8
            bytes.appendSeparated(direction)
            bytes += " 0".utf8
        }
        close()
    }

    /// A line of no length: a dot as broad as the line, where its caps are round.
    mutating func addDot(at point: Vec) {
        move(to: point)
        bytes += "h0".utf8
    }

    mutating func add(_ box: Box) {
        add(
            [
                Vec(box.left, box.top), Vec(box.right, box.top), Vec(box.right, box.bottom), Vec(box.left, box.bottom),
            ], closed: true)
    }

    /// A drawing of relative path commands, set down with its origin at a point.
    mutating func add(_ drawing: StaticString, at origin: Vec) {
        bytes.append(UInt8(ascii: "M"))
        bytes.appendTenths(tenths(origin.x))
        bytes.appendSeparated(tenths(origin.y))
        drawing.withUTF8Buffer { bytes.append(contentsOf: $0) }
        // Where the drawing ends is not known: the next subpath must begin absolutely.
        lost = true
    }

    private var lost = true

    private mutating func move(to point: Vec) {
        let (toX, toY) = (tenths(point.x), tenths(point.y))
        if lost {
            bytes.append(UInt8(ascii: "M"))
            bytes.appendTenths(toX)
            bytes.appendSeparated(toY)
            lost = false
        } else {
            bytes.append(UInt8(ascii: "m"))
            bytes.appendTenths(toX - x)
            bytes.appendSeparated(toY - y)
        }
        (x, y) = (toX, toY)
        (startX, startY) = (toX, toY)
    }

    private mutating func step(to toX: Int, _ toY: Int, separated: Bool) {
        if separated { bytes.appendSeparated(toX - x) } else { bytes.appendTenths(toX - x) }
        bytes.appendSeparated(toY - y)
        (x, y) = (toX, toY)
    }

    private mutating func close() {
        bytes.append(UInt8(ascii: "z"))
        (x, y) = (startX, startY)
    }
}

/// Tenths of a pixel, rounded; out of the picture by any measure is held at its edge.
func tenths(_ value: Double) -> Int {
    guard value.isFinite else { return 0 }
    let tenths = min(max(value, -1e8), 1e8) * 10
    // Halves go away from zero. `rounded()` does the same by a call, and a map has thousands of corners.
    let whole = Int(tenths)
    let rest = tenths - Double(whole)
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
}

extension [UInt8] {
    /// A number given in tenths: `-12.5`, `.3`, `7`.
    mutating func appendTenths(_ value: Int) {
        var rest = value
        if rest < 0 {
            append(UInt8(ascii: "-"))
            rest = -rest
        }
        let (whole, fraction) = rest.quotientAndRemainder(dividingBy: 10)
        if whole > 0 || fraction == 0 { appendDigits(whole) }
        if fraction > 0 {
            append(UInt8(ascii: "."))
            append(UInt8(ascii: "0") + UInt8(fraction))
        }
    }

    /// The same after another number: a minus sign separates by itself.
    mutating func appendSeparated(_ value: Int) {
        if value >= 0 { append(UInt8(ascii: " ")) }
        appendTenths(value)
    }

    private mutating func appendDigits(_ value: Int) {
        if value >= 10 { appendDigits(value / 10) }
        append(UInt8(ascii: "0") + UInt8(value % 10))
    }
}
