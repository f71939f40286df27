/// Whatever the file holds, positions are on the earth, there are no more of them than the file has room for, and maps can
/// be drawn from them: without crash, without end in sight, and without markup of the file's own.

import Cartography
import Geography

func geoJSONBreach(_ bytes: [UInt8]) -> String? {
    let file = GeoJSON(bytes)
    var count = 0
    for feature in file.features {
        let geometry = feature.geometry
        let rings = geometry.polygons.flatMap(\.rings)
        for coordinate in [geometry.points, geometry.lines.flatMap(\.self), rings.flatMap(\.self)].joined() {
            guard coordinate.isValid else { return "a position that is not on the earth: \(coordinate)" }
            count += 1
        }
    }
    // `[0,0]` and a comma; a ring that was mended may have each corner twice.
    if count > 2 * bytes.count { return "\(count) positions from \(bytes.count) bytes" }
    for fault in file.faults {
        guard (0...bytes.count).contains(fault.offset) else { return "\(fault.kind) lies outside of the file" }
        _ = fault.message(.japanese)
    }
    return file.features.isEmpty ? nil : drawingBreach(Basemap(file.features, credit: "<出典>"))
}

private func drawingBreach(_ basemap: Basemap) -> String? {
    let home = Coordinate(latitude: 34.866, longitude: 138.318)
    let pin = Pin(number: 1, title: "<寿会>", href: "1.html", coordinate: home)
    let boundary = basemap.boundaries.min { $0.key < $1.key }?.value
    let pictures = [
        basemap.draw(PlaceMap(spot: .pin(pin), colour: 1), words: words),
        basemap.draw(AreaMap(boundary: boundary, colour: 2, pins: [pin]), style: .narrow, words: words),
    ]
    return pictures.lazy.compactMap { picture in
        guard picture.facts.width.isFinite, picture.facts.height.isFinite else { return "a picture without size" }
        return Markup.picture.breach(in: picture.svg)
    }.first
}

private let words = MapWords(north: "北", walk: "歩いて約{n}分", inset: "拡大図{name}", approximate: "おおよその位置", count: "{n}か所")

extension Markup {
    static let picture = Markup(
        elements: [
            "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan", "title",
            "a", "use", "defs", "symbol", "clipPath", "desc", "pattern",
        ],
        attributes: [
            "xmlns", "viewBox", "width", "height", "class", "id", "d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1",
            "y1", "x2", "y2", "points", "href", "transform", "clip-path", "dx", "dy", "aria-hidden",
            "preserveAspectRatio",
        ])
}
