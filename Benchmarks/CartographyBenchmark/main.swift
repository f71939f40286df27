// Draws all maps of a guide, times them, and writes them as pages to look at.
//
//     swift run -c release CartographyBenchmark GUIDE [--pages DIR] [--style wide|narrow|print|poster|book|mono]
//     swift run CartographyBenchmark --css templates/assets/map.css

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

var pages: [(name: String, map: DrawnMap)] = []

@MainActor func draw(_ name: String, times: Int = 20, _ body: () -> DrawnMap) -> Duration {
    var best = Duration.seconds(1000)
    for _ in 0..<times {
        let (map, time) = timed(body)
        if time < best { best = time }
        if pages.last?.name != name { pages.append((name, map)) }
    }
    return best
}

var total = Duration.zero
for (i, area) in guide.areas.enumerated() {
    let time = draw(area.id) {
        basemap.draw(
            AreaMap(
                boundary: basemap.boundaries[area.id], colour: i + 1, pins: guide.pins(of: area.id),
                cells: guide.cells(of: area.id)), style: style, words: words)
    }
    total += time
    let map = pages[pages.count - 1].map
    print(
        "\(area.id): \(guide.pins(of: area.id).count) places, \(time), \(map.svg.count) bytes, "
            + "\(map.facts.labelled.count) labels, \(map.facts.insets) insets, scale \(map.facts.scale.map(String.init) ?? "-")"
    )
}
print("all \(guide.areas.count) areas \(total)")

let finest = guide.areas.filter { $0.layer == 3 }
let colours = AreaColour.assign(to: finest.compactMap { basemap.boundaries[$0.id] })
let overview = draw("overview") {
    basemap.draw(
        OverviewMap(
            areas: zip(finest, colours).compactMap { area, colour in
                basemap.boundaries[area.id].map {
                    OverviewMap.Area(
                        name: area.name, count: guide.pins(of: area.id).count, colour: colour, href: "#\(area.id)",
                        boundary: $0)
                }
            }), style: style, words: words)
}
print("overview \(overview), \(pages[pages.count - 1].map.svg.count) bytes")

var placeTotal = Duration.zero
var placeBytes = 0
for place in guide.places {
    guard let pin = place.pin else { continue }
    let time = draw("place-\(place.number)", times: 3) {
        basemap.draw(
            PlaceMap(spot: .pin(pin), colour: 1, others: guide.places.compactMap(\.pin)), style: style, words: words)
    }
    placeTotal += time
    placeBytes = max(placeBytes, pages[pages.count - 1].map.svg.count)
}
print("\(guide.places.count) place maps \(placeTotal), largest \(placeBytes) bytes")

if let directory = option("--pages") { try Pages(directory: directory).write(pages) }
