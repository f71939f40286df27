/// The maps of the printed works: drawn once for the sizes that the paper has room for.

import Cartography
import Encoding
import Geography
import Parallel
import Publication

/// A picture for the templates: an SVG file and what must be known of it.
struct PrintedMap: Sendable {
    /// Its path in the working folder.
    var file: String
    var drawn: DrawnMap

    /// Pixels of 1/96 inch as millimetres.
    var width: Double { drawn.facts.width * 25.4 / 96 }
    var height: Double { drawn.facts.height * 25.4 / 96 }
}

struct MapDrawer: Sendable {
    let publication: Publication
    let basemap: Basemap
    let words: MapWords
    let palette: MapStyle.Palette

    init(_ publication: Publication, words: MapWords, palette: MapStyle.Palette) {
        self.publication = publication
        self.words = words
        self.palette = palette
        basemap = Basemap(
            publication.geography.filter { !publication.guide.omittedLayers.contains($0.kind.rawValue) },
            credit: publication.guide.credit)
    }

    /// An area with these places numbered; nil where there is nothing to draw.
    func area(_ index: AreaIndex?, places: [PlaceIndex], file: String, width: Double, height: Double) -> PrintedMap? {
        let area = index.map { publication.areas[$0] }
        var pins: [Pin] = []
        var cells: [GridSquare: Set<Int>] = [:]
        for place in places.map({ publication.places[$0] }) {
            for location in place.gatherings.map(\.location) {
                switch location {
                case .exact(let at): pins.append(Pin(number: place.number, title: place.name, coordinate: at))
                case .approximate(let cell): cells[cell.gridSquare, default: []].insert(place.number)
                case .areaOnly, .unmarked: break
                }
            }
        }
        guard area?.boundary != nil || !pins.isEmpty || !cells.isEmpty else { return nil }
        let squares = cells.map { ApproximateCell(square: $0.key, numbers: $0.value.sorted()) }
            .sorted { $0.numbers.lexicographicallyPrecedes($1.numbers) }
        let map = AreaMap(boundary: area?.boundary, colour: (area?.colour ?? 0) + 1, pins: pins, cells: squares)
        return PrintedMap(file: file, drawn: basemap.draw(map, style: style(width, height), words: words))
    }

    /// Areas in their colours with the number of places in each.
    func overview(of areas: [AreaIndex], file: String, width: Double, height: Double) -> PrintedMap? {
        let drawn = areas.compactMap { index -> OverviewMap.Area? in
            let area = publication.areas[index]
            guard let boundary = area.boundary else { return nil }
            return OverviewMap.Area(
                name: area.name, count: area.places.count, colour: area.colour + 1, boundary: boundary)
        }
        guard !drawn.isEmpty else { return nil }
        let picture = basemap.draw(OverviewMap(areas: drawn), style: style(width, height), words: words)
        return PrintedMap(file: file, drawn: picture)
    }

    /// A place and the streets around it.
    func place(_ index: PlaceIndex, file: String, width: Double, height: Double) -> PrintedMap? {
        let place = publication.places[index]
        let colour = (place.relations.areas.first.map { publication.areas[$0].colour } ?? 0) + 1
        for location in place.gatherings.map(\.location) {
            let spot: PlaceMap.Spot
            switch location {
            case .exact(let at): spot = .pin(Pin(number: place.number, title: place.name, coordinate: at))
            case .approximate(let cell):
                spot = .cell(ApproximateCell(square: cell.gridSquare, numbers: [place.number]))
            case .areaOnly, .unmarked: continue
            }
            let map = PlaceMap(spot: spot, colour: colour, rings: false)
            return PrintedMap(file: file, drawn: basemap.draw(map, style: style(width, height), words: words))
        }
        return nil
    }

    private func style(_ width: Double, _ height: Double) -> MapStyle {
        MapStyle(.print(width: width, height: height), paint: .standalone(palette))
    }
}

extension JSON {
    /// What a template needs to place a map: millimetres.
    init(_ map: PrintedMap) {
        self = ["file": .string(map.file), "width": .number(map.width), "height": .number(map.height)]
    }
}
