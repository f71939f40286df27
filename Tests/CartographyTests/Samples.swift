// What the tests draw: guides, and invented crowds.

import Foundation
import Geography
import Randomness
import RealData

@testable import Cartography

/// A guide, read just far enough for maps.
struct Example: Sendable {
    static let all = RealData.guides.map(Example.init)

    let basemap: Basemap
    let pins: [Pin]
    /// Each area with the places in its boundary.
    let areas: [AreaMap]

    init(_ guide: String) {
        let folder = URL(fileURLWithPath: guide).appendingPathComponent("content")
        let features = Self.files(in: folder, "geo", "geojson").flatMap { file in
            ((try? Data(contentsOf: file)).map { GeoJSON([UInt8]($0)) })?.features ?? []
        }
        let basemap = Basemap(features, credit: "みのり市オープンデータ（CC BY 4.0）を加工して作成")
        let pins = Self.files(in: folder, "places", "md").compactMap(Self.pin)
        areas = basemap.boundaries.sorted { $0.key < $1.key }.map { _, boundary in
            AreaMap(boundary: boundary, colour: 3, pins: pins.filter { boundary.contains($0.coordinate) })
        }
        (self.basemap, self.pins) = (basemap, pins)
    }

    private static func pin(_ file: URL) -> Pin? {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        func value(_ key: String) -> String? {
            text.split(separator: "\n").first { $0.hasPrefix(key + ":") }
                .map { $0.dropFirst(key.count + 1).trimmingCharacters(in: CharacterSet(charactersIn: " \"")) }
        }
        let position = (value("位置") ?? "").split(separator: ",")
            .compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
        guard let number = value("番号").flatMap(Int.init), let name = value("名称"), position.count == 2 else {
            return nil
        }
        return Pin(
            number: number, title: name, href: "../places/\(number).html",
            coordinate: Coordinate(latitude: position[0], longitude: position[1]))
    }

    private static func files(in content: URL, _ folder: String, _ ending: String) -> [URL] {
        let all = FileManager.default.enumerator(
            at: content.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        return (all?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == ending }
            .sorted { $0.path < $1.path }
    }
}

/// Places invented from a seed.
enum Crowd {
    static let centre = Coordinate(latitude: 34.866, longitude: 138.318)

    /// `count` places, strewn evenly or heaped in a few spots, within some `metres`.
    static func pins(_ count: Int, seed: UInt64, metres: Double, heaps: Int = 0) -> [Pin] {
        var random = SplitMix(seed: seed)
        let metric = LocalMetric(latitude: centre.latitude)
        func somewhere(around point: Coordinate, _ metres: Double) -> Coordinate {
            Coordinate(
                latitude: point.latitude + .random(in: -0.5...0.5, using: &random) * metres
                    / metric.metresPerDegreeOfLatitude,
                longitude: point.longitude + .random(in: -0.5...0.5, using: &random) * metres
                    / metric.metresPerDegreeOfLongitude)
        }
        let middles = (0..<max(heaps, 1)).map { _ in somewhere(around: centre, metres) }
        return (1...max(count, 1)).map { number in
            let heap = middles[number % middles.count]
            let name = names[Int.random(in: 0..<names.count, using: &random)]
            return Pin(
                number: number, title: name, href: "p\(number).html",
                coordinate: heaps == 0 ? somewhere(around: centre, metres) : somewhere(around: heap, metres / 6))
        }
    }

    static func square(metres: Double) -> MultiPolygon {
        let box = BoundingBox([centre]).grown(byMetres: metres / 2)
        let corners = [
            Coordinate(latitude: box.south, longitude: box.west), Coordinate(latitude: box.south, longitude: box.east),
            Coordinate(latitude: box.north, longitude: box.east), Coordinate(latitude: box.north, longitude: box.west),
        ]
        return MultiPolygon([Polygon(outer: corners + [corners[0]])])
    }

    private static let names = [
        "寿会", "茶話会さくら", "健康マージャン", "オレンジカフェ結", "ふれあい喫茶 ひだまり", "Cafe MINATO", "ラジオ体操（中央公園）",
        "焼津市総合福祉会館ウェルシップやいづ", "歌声広場",
    ]
}

let allStyles: [MapStyle] = [
    .wide, .narrow, MapStyle(.print(width: 186, height: 230)), MapStyle(.print(width: 90, height: 70)),
    MapStyle(.poster(width: 267, height: 267), paint: .standalone(.colour)),
]

extension Basemap {
    private static let words = MapWords(
        north: "北", walk: "歩いて約{n}分", inset: "拡大図{name}", approximate: "おおよその位置", count: "{n}か所")

    func draw(_ map: AreaMap, style: MapStyle = .wide) -> DrawnMap { draw(map, style: style, words: Self.words) }
    func draw(_ map: PlaceMap, style: MapStyle = .wide) -> DrawnMap { draw(map, style: style, words: Self.words) }
    func draw(_ map: OverviewMap, style: MapStyle = .wide) -> DrawnMap { draw(map, style: style, words: Self.words) }
}

extension Polylines {
    /// The corners of each line.
    var lists: [[Vec]] {
        var lists: [[Vec]] = []
        forEachLine { line in lists.append(line.indices.map { line[$0] }) }
        return lists
    }
}
