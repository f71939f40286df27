// Draws all maps of a guide, times them, and writes them as pages to look at.
//
//     swift run -c release CartographyBenchmark GUIDE [--pages DIR] [--style wide|narrow|print|poster|book|mono]
//         [--only areas|overview|places] [--rounds N] [--others yes]
//     swift run CartographyBenchmark --css templates/assets/map.css
//
// The fingerprint of a group of maps stays the same as long as all their bytes do.

import Cartography
import Foundation
import Geography

let arguments = Array(CommandLine.arguments.dropFirst())

func option(_ name: String) -> String? {
    arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}

if let css = option("--css") {
    try Data(MapStylesheet.css.utf8).write(to: URL(fileURLWithPath: css))
    exit(0)
}
guard let folder = arguments.first, !folder.hasPrefix("--") else {
    print("usage: CartographyBenchmark GUIDE [--pages DIR] [--style wide|narrow|print|poster|book|mono]")
    print("           [--only areas|overview|places] [--rounds N] [--others yes]")
    exit(2)
}

let guide = try SampleGuide(folder: URL(fileURLWithPath: folder))
for message in guide.messages { print(message) }
print(
    "read \(guide.bytes / 1000) kB of geodata in \(guide.reading), \(guide.features.count) features; \(guide.places.count) places"
)
let (basemap, preparing) = timed { Basemap(guide.features, credit: guide.credit) }
print("basemap \(preparing)")

let words = MapWords(
    north: "北", walk: "歩いて約{n}分", inset: "拡大図{name}", approximate: "おおよその位置", count: "{n}か所")

let style: MapStyle =
    switch option("--style") {
    case "narrow": .narrow
    case "print": MapStyle(.print(width: 186, height: 230))
    case "book": MapStyle(.print(width: 186, height: 230), paint: .standalone(.colour))
    case "mono": MapStyle(.print(width: 186, height: 230), paint: .standalone(.mono))
    case "poster": MapStyle(.poster(width: 267, height: 267))
    default: .wide
    }
let rounds = option("--rounds").flatMap { Int($0) } ?? 5

var pages: [(name: String, map: DrawnMap)] = []

/// Draws the maps several times over, and tells of the fastest round what a map took.
@MainActor func draw(_ group: String, _ maps: [(name: String, draw: () -> DrawnMap)]) {
    guard !maps.isEmpty, option("--only") ?? group == group else { return }
    var best = Duration.seconds(1000)
    for _ in 0..<max(rounds, 1) {
        best = min(best, timed { for map in maps { _ = map.draw() } }.1)
    }
    let drawn = maps.map { (name: $0.name, map: $0.draw()) }
    let bytes = drawn.reduce(0) { $0 + $1.map.svg.count }
    let insets = drawn.reduce(0) { $0 + $1.map.facts.insets }
    let labels = drawn.reduce(0) { $0 + $1.map.labelled.count }
    print(
        "\(group): \(maps.count) maps, \(best / maps.count) each, \(bytes / maps.count) bytes each, \(labels) labels, "
            + "\(insets) insets, fingerprint \(String(fingerprint(drawn.map(\.map)), radix: 16))")
    pages += drawn
}

/// FNV-1a of all pictures.
func fingerprint(_ maps: [DrawnMap]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for map in maps { for byte in map.svg { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    return hash
}

draw(
    "areas",
    guide.areas.enumerated().map { i, area in
        let map = AreaMap(
            boundary: basemap.boundaries[area.id], colour: i + 1, pins: guide.pins(of: area.id),
            cells: guide.cells(of: area.id))
        return (area.id, { basemap.draw(map, style: style, words: words) })
    })

let lowest = guide.areas.map(\.layer).max() ?? 0
let finest = guide.areas.filter { $0.layer == lowest && basemap.boundaries[$0.id] != nil }
let colours = AreaColour.assign(to: finest.compactMap { basemap.boundaries[$0.id] })
let overview = OverviewMap(
    areas: zip(finest, colours).compactMap { area, colour in
        basemap.boundaries[area.id].map {
            OverviewMap.Area(
                name: area.name, count: guide.pins(of: area.id).count, colour: colour, href: "#\(area.id)",
                boundary: $0)
        }
    })
draw("overview", [("overview", { basemap.draw(overview, style: style, words: words) })])

// The pages of places show no other places; the pictures can.
let others = option("--others") == nil ? [] : guide.places.compactMap(\.pin)
let sheet = PlaceSheet(basemap, style: style, words: words)
draw(
    "places",
    guide.places.compactMap { place in
        guard let spot = place.pin.map({ .pin($0) }) ?? place.cell.map({ PlaceMap.Spot.cell($0) }) else { return nil }
        let map = PlaceMap(spot: spot, colour: 1, others: others)
        return ("place-\(place.number)", { sheet.draw(map) })
    })

if let directory = option("--pages") { try Pages(directory: directory).write(pages) }
