// Reads a GeoJSON file (RFC 7946) in one pass, forgiving what people and programs really write, and says what was odd.

import Encoding

/// The features of a file of `content/geo/`, and its faults.
package struct GeoJSON: Sendable {
    /// The features that can be drawn, in file order.
    package let features: [Feature]
    /// In the order of their first appearance; the same fault of many features once, with their number.
    package let faults: [GeoFault]

    /// Reads the bytes of a file; anything at all is allowed in them.
    package init(_ bytes: [UInt8]) {
        self = bytes.withUnsafeBufferPointer { buffer in
            var reader = Reader()
            reader.read(buffer)
            return GeoJSON(features: reader.features, faults: reader.faults.faults)
        }
    }

    private init(features: [Feature], faults: [GeoFault]) {
        self.features = features
        self.faults = faults
    }
}

private struct Reader {
    var features: [Feature] = []
    var faults = GeoFaultList()
    private var repair = RingRepair()
    private var number = 0
    private var sawFeatureList = false

    /// What has been read of the object at hand: a feature, or a geometry standing alone.
    private struct Draft {
        var offset: Int
        var type: String?
        var properties = Properties()
        var geometry = Geometry()
        var coordinates: PositionList?
        var oddities: Set<GeoFault.Kind> = []
        var hasGeometry = false
    }

    private struct Properties {
        var kind: String?
        var name: String?
        var area: String?
        var type: String?
    }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
            return faults.add(.utf16, feature: nil, offset: 0)
        }
        var cursor = JSONCursor(bytes, offset: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        guard let first = cursor.peek() else { return faults.add(.empty, feature: nil, offset: 0) }
        guard first == .openBrace else {
            return faults.add(.notJSON(found: first), feature: nil, offset: cursor.offset)
        }
        do {
            var draft = Draft(offset: cursor.offset)
            try readObject(&cursor, into: &draft, depth: 0)
            if draft.hasGeometry || draft.coordinates != nil {
                number += 1
                finish(draft)
            } else if !sawFeatureList {
                faults.add(.notGeoJSON, feature: nil, offset: 0)
            } else if number == 0 {
                faults.add(.noFeatures, feature: nil, offset: 0)
            }
        } catch {
            let feature = number > 0 ? number : nil
            switch error {
            case .truncated(let offset): faults.add(.truncated, feature: feature, offset: offset)
            case .tooDeep(let offset): faults.add(.nestedTooDeep, feature: feature, offset: offset)
            case .unexpected(let offset):
                faults.add(
                    .notJSON(found: offset < bytes.count ? bytes[offset] : nil), feature: feature, offset: offset)
            }
        }
        if cursor.sawBrokenText { faults.add(.notUTF8, feature: nil, offset: 0) }
    }

    /// The members that matter of a collection, a feature or a geometry; all others are passed over.
    private mutating func readObject(
        _ cursor: inout JSONCursor, into draft: inout Draft, depth: Int
    ) throws(JSONBreak) {
        guard depth < 32 else { throw .tooDeep(cursor.offset) }
        try cursor.expect(.openBrace)
        while true {
            if try cursor.take(.closeBrace) { return }
            let key = try cursor.string()
            try cursor.expect(.colon)
            let value = try cursor.next()
            switch key {
            case "type" where value == .quote:
                draft.type = try cursor.string()
            case "features" where value == .openBracket && depth == 0:
                sawFeatureList = true
                try readFeatures(&cursor)
            case "properties" where value == .openBrace:
                try readProperties(&cursor, into: &draft.properties)
            case "geometry":
                draft.hasGeometry = true
                if value == .openBrace {
                    try readGeometry(&cursor, into: &draft, depth: depth + 1)
                } else {
                    try cursor.skipValue()
                }
            case "geometries" where value == .openBracket:
                draft.hasGeometry = true
                try readGeometries(&cursor, into: &draft, depth: depth + 1)
            case "coordinates":
                var list = PositionList()
                try list.read(&cursor)
                draft.coordinates = list
            default:
                try cursor.skipValue()
            }
            guard try cursor.take(.comma) else { return try cursor.expect(.closeBrace) }
        }
    }

    private mutating func readFeatures(_ cursor: inout JSONCursor) throws(JSONBreak) {
        try cursor.array { (cursor: inout JSONCursor) throws(JSONBreak) in
            number += 1
            let first = try cursor.next()
            var draft = Draft(offset: cursor.offset)
            guard first == .openBrace else {
                faults.add(.notAFeature, feature: number, offset: draft.offset)
                return try cursor.skipValue()
            }
            let start = cursor
            do throws(JSONBreak) {
                try readObject(&cursor, into: &draft, depth: 1)
                finish(draft)
            } catch {
                guard case .tooDeep = error else { throw error }
                faults.add(.nestedTooDeep, feature: number, offset: draft.offset)
                cursor = start
                try cursor.skipValue()
            }
        }
    }

    private mutating func readProperties(
        _ cursor: inout JSONCursor, into properties: inout Properties
    ) throws(JSONBreak) {
        try cursor.object { (cursor: inout JSONCursor, key: String) throws(JSONBreak) in
            switch key {
            case "kind": properties.kind = try cursor.textValue()
            case "name": properties.name = try cursor.textValue()?.shown
            case "area": properties.area = try cursor.textValue()
            case "type": properties.type = try cursor.textValue()
            default: try cursor.skipValue()
            }
        }
    }

    private mutating func readGeometry(
        _ cursor: inout JSONCursor, into draft: inout Draft, depth: Int
    ) throws(JSONBreak) {
        var inner = Draft(offset: draft.offset)
        // What was read before moves along: as a copy, each of many members would cost all those before it.
        swap(&inner.geometry, &draft.geometry)
        swap(&inner.oddities, &draft.oddities)
        try readObject(&cursor, into: &inner, depth: depth)
        take(&inner)
        swap(&inner.geometry, &draft.geometry)
        swap(&inner.oddities, &draft.oddities)
    }

    private mutating func readGeometries(
        _ cursor: inout JSONCursor, into draft: inout Draft, depth: Int
    ) throws(JSONBreak) {
        try cursor.array { (cursor: inout JSONCursor) throws(JSONBreak) in
            if try cursor.next() == .openBrace {
                try readGeometry(&cursor, into: &draft, depth: depth)
            } else {
                try cursor.skipValue()
            }
        }
    }

    /// Turns the coordinates of a draft into points, lines and polygons, now that its type is known.
    private mutating func take(_ draft: inout Draft) {
        guard var list = draft.coordinates else { return }
        draft.coordinates = nil
        if list.sawText { draft.oddities.insert(.numbersAsText) }
        if list.sawBroken { draft.oddities.insert(.brokenPosition) }
        if list.isLatitudeFirst {
            list.swapAll()
            draft.oddities.insert(.latitudeFirst)
        }
        func sound(_ line: [Coordinate]) -> [Coordinate] {
            line.filter { point in
                if !point.isValid { draft.oddities.insert(.notDegrees) }
                if point.isNullIsland { draft.oddities.insert(.nullIsland) }
                return point.isValid && !point.isNullIsland
            }
        }
        switch draft.type {
        case "Point", "MultiPoint":
            draft.geometry.points += sound(list.positions)
        case "LineString", "MultiLineString":
            draft.geometry.lines += list.rings.map(sound).filter { $0.count >= 2 }
        case "Polygon", "MultiPolygon":
            draft.geometry.polygons += list.parts.compactMap { repair.polygon($0.map(sound)) }
            draft.oddities.formUnion(repair.takeFaults())
        case let other:
            draft.oddities.insert(.unknownGeometry(other ?? ""))
        }
    }

    private mutating func finish(_ draft: Draft) {
        var draft = draft
        take(&draft)
        let properties = draft.properties
        func fault(_ kind: GeoFault.Kind) { faults.add(kind, feature: number, offset: draft.offset) }

        guard let word = properties.kind, !word.isEmpty else { return fault(.missingKind) }
        guard let kind = Feature.Kind(rawValue: word) else { return fault(.unknownKind(word)) }
        if kind.isSurface { closeLines(&draft) }
        for oddity in draft.oddities.sorted(by: { "\($0)" < "\($1)" }) { fault(oddity) }
        guard !draft.geometry.isEmpty else { return fault(draft.oddities.isEmpty ? .noGeometry : .nothingLeft) }
        if kind == .boundary && (properties.area ?? "").isEmpty { fault(.boundaryWithoutArea) }
        features.append(
            Feature(
                kind: kind, name: properties.name.nonEmpty, area: properties.area.nonEmpty,
                type: properties.type.nonEmpty, geometry: draft.geometry, number: number))
    }

    /// A boundary, lake or park that comes as a closed line is meant as the area inside.
    private mutating func closeLines(_ draft: inout Draft) {
        let closed = draft.geometry.lines.filter { $0.count >= 4 && $0.first == $0.last }
        guard !closed.isEmpty else { return }
        draft.geometry.lines.removeAll { $0.count >= 4 && $0.first == $0.last }
        draft.geometry.polygons += closed.compactMap { repair.polygon([$0]) }
        draft.oddities.formUnion(repair.takeFaults().subtracting([.wrongWinding]))
        draft.oddities.insert(.closedLineAsArea)
    }
}

extension Feature.Kind {
    fileprivate var isSurface: Bool {
        switch self {
        case .boundary, .water, .park, .building: true
        default: false
        }
    }
}

extension Coordinate {
    /// 0, 0 in the sea off Africa: where positions stand that nobody ever filled in.
    fileprivate var isNullIsland: Bool { abs(latitude) < 1e-6 && abs(longitude) < 1e-6 }
}

extension String? {
    fileprivate var nonEmpty: String? { self?.isEmpty == true ? nil : self }
}
