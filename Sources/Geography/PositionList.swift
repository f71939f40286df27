// The "coordinates" of a geometry, read before its type is known: positions, and where groups of them end.

/// Positions in file order with the ends of the innermost lists (lines, rings) and of lists of those (polygons).
/// GeoJSON may put "type" after "coordinates", and the nesting says as much as the type does.
struct PositionList {
    private(set) var positions: [Coordinate] = []
    private(set) var ringEnds: [Int] = []
    private(set) var partEnds: [Int] = []
    /// What was odd about them.
    private(set) var sawText = false
    private(set) var sawBroken = false

    /// Reads the value at the cursor, whatever it is.
    mutating func read(_ cursor: inout JSONCursor) throws(JSONBreak) {
        guard try cursor.next() == .openBracket else { return try skipAsBroken(&cursor) }
        var depth = 0
        // How deeply nested the thing is that was closed last: a position 0, a ring 1, a polygon 2.
        var height = 0
        repeat {
            switch try cursor.next() {
            case .openBracket:
                try cursor.expect(.openBracket)
                let inside = try cursor.next()
                if inside == .openBracket {
                    depth += 1
                    guard depth <= 8 else { throw .tooDeep(cursor.offset) }
                } else if inside == .closeBracket {
                    try cursor.expect(.closeBracket)
                } else {
                    try readPosition(&cursor)
                    height = 0
                }
            case .closeBracket:
                try cursor.expect(.closeBracket)
                guard depth > 0 else { throw .unexpected(cursor.offset) }
                depth -= 1
                height += 1
                if height == 1 { ringEnds.append(positions.count) }
                if height == 2 { partEnds.append(ringEnds.count) }
            case .comma where depth > 0:
                try cursor.expect(.comma)
            default:
                guard depth > 0 else { throw .unexpected(cursor.offset) }
                try skipAsBroken(&cursor)
            }
        } while depth > 0
        guard !positions.isEmpty else {
            (ringEnds, partEnds) = ([], [])
            return
        }
        if ringEnds.last != positions.count { ringEnds.append(positions.count) }
        if partEnds.last != ringEnds.count { partEnds.append(ringEnds.count) }
    }

    /// Lines or rings.
    var rings: [[Coordinate]] {
        var start = 0
        return ringEnds.map { end in
            defer { start = end }
            return Array(positions[start..<end])
        }
    }

    /// Polygons as lists of rings.
    var parts: [[[Coordinate]]] {
        let rings = rings
        var start = 0
        return partEnds.map { end in
            defer { start = end }
            return Array(rings[start..<end])
        }
    }

    /// Most of the positions lie in Japan only when read as latitude, longitude.
    var isLatitudeFirst: Bool {
        let swapped = positions.count { $0.swapped.isInJapan }
        return swapped > 0 && swapped * 2 > positions.count
    }

    mutating func swapAll() {
        positions = positions.map(\.swapped)
    }

    /// The numbers of one position; the opening bracket is taken. Longitude, latitude; a height is passed over.
    private mutating func readPosition(_ cursor: inout JSONCursor) throws(JSONBreak) {
        var (longitude, latitude) = (Double.nan, Double.nan)
        var count = 0
        repeat {
            let value: Double
            let first = try cursor.next()
            if let number = cursor.number() {
                value = number
            } else if first == .quote {
                value = try cursor.string().decimal ?? .nan
                sawText = true
            } else {
                guard first != .closeBracket else { break }
                try cursor.skipValue()
                value = .nan
            }
            if count == 0 { longitude = value } else if count == 1 { latitude = value }
            count += 1
        } while try cursor.take(.comma)
        try cursor.expect(.closeBracket)
        if longitude.isFinite && latitude.isFinite {
            positions.append(Coordinate(latitude: latitude, longitude: longitude))
        } else {
            sawBroken = true
        }
    }

    private mutating func skipAsBroken(_ cursor: inout JSONCursor) throws(JSONBreak) {
        sawBroken = true
        try cursor.skipValue()
    }
}

extension String {
    /// A decimal number, white space around it allowed.
    fileprivate var decimal: Double? {
        var text = Array(utf8)
        while text.last == 0x20 { text.removeLast() }
        return text.withUnsafeBufferPointer { bytes in
            var cursor = JSONCursor(bytes)
            _ = cursor.peek()
            guard let value = cursor.number(), cursor.offset == bytes.count else { return nil }
            return value
        }
    }
}
