/// The maps on the pages: wide and narrow pictures in one figure, of which the page shows the one that fits.

import Cartography
import Geography
import Publication
import Templates

/// A figure with a map, and the order in which its pins are read.
struct MapFigure {
    var figure = HTML()
    /// Numbers of the places that are marked.
    var order: [Int] = []
}

extension PageWriter {
    /// What stands on the map of an area: places with their positions, and the squares in which homes are, by number.
    func marks(of area: PublishedArea) -> (pins: [Pin], squares: [ApproximateCell]) {
        var pins: [Pin] = []
        var cells: [GridSquare: [Int]] = [:]
        for index in area.places {
            let number = publication.places[index].number
            for location in publication.places[index].gatherings.map(\.location).uniqued() {
                switch location {
                case .exact(let coordinate):
                    pins.append(
                        Pin(
                            number: number, title: publication.places[index].name, href: pinAddress(number),
                            coordinate: coordinate))
                case .approximate(let cell): cells[cell.gridSquare, default: []].append(number)
                case .areaOnly, .unmarked: break
                }
            }
        }
        let squares = cells.sorted { ($0.value.min() ?? 0) < ($1.value.min() ?? 0) }
            .map { ApproximateCell(square: $0.key, numbers: Array(Set($0.value)).sorted()) }
        return (pins, squares)
    }

    func areaMap(_ index: AreaIndex) -> MapFigure {
        let area = publication.areas[index]
        let (pins, squares) = marks(of: area)
        guard area.boundary != nil || !pins.isEmpty || !squares.isEmpty else { return MapFigure() }
        let map = AreaMap(boundary: area.boundary, colour: area.colour + 1, pins: pins, cells: squares)
        let drawn = basemap.draw(map, styles: [.wide, .narrow], words: mapWords)
        let title = phrases("area.map", ["name": area.name])
        var order = drawn.first?.facts.order ?? []
        let seen = Set(order)
        order += squares.flatMap { $0.numbers }.filter { !seen.contains($0) }
        return MapFigure(
            figure: figure(
                title: title, caption: phrases("area.mapDescription"),
                zip(["wide", "narrow"], drawn).map { ($0, $1.svg) }),
            order: order.uniqued())
    }

    func placeMap(_ index: PlaceIndex) -> Passage {
        let place = publication.places[index]
        guard let location = place.gatherings.lazy.map(\.location).first(where: { $0.coordinate != nil }) else {
            return Passage(drawing: HTML())
        }
        let colour = (place.relations.areas.first.map { publication.areas[$0].colour } ?? 0) + 1
        let spot: PlaceMap.Spot
        switch location {
        case .exact(let coordinate): spot = .pin(Pin(number: place.number, title: place.name, coordinate: coordinate))
        case .approximate(let cell): spot = .cell(ApproximateCell(square: cell.gridSquare, numbers: [place.number]))
        case .areaOnly, .unmarked: return Passage(drawing: HTML())
        }
        let map = placeSheet.draw(PlaceMap(spot: spot, colour: colour))
        return Passage(
            drawing: figure(title: phrases("place.mapOf", ["name": place.name]), caption: "", [("place", map.svg)]))
    }

    /// The municipality with its areas in their colours: the layer below the whole, else the whole.
    func overviewOfGuide(root: String) -> MapFigure {
        let layers = Set(publication.areas.map(\.layer)).sorted()
        let shown = layers.first { layer in layer > 1 } ?? layers.first ?? 1
        let areas = publication.areas.indices.filter { publication.areas[$0].layer == shown }
        return overview(of: areas, name: publication.guide.municipality, root: root)
    }

    func overview(of areas: [AreaIndex], name: String, root: String = "../") -> MapFigure {
        let title = phrases("area.map", ["name": name.isEmpty ? publication.guide.title : name])
        return MapFigure(figure: overview(of: areas, title: title, caption: "", root: root))
    }

    /// - Parameter reach: tells what lies near from what lies far.
    func overview(
        of areas: [AreaIndex], title: String, caption: String, root: String, reach: OverviewMap.Reach? = nil
    ) -> HTML {
        let drawn = areas.compactMap { index -> OverviewMap.Area? in
            let area = publication.areas[index]
            guard let boundary = area.boundary else { return nil }
            return OverviewMap.Area(
                name: area.name, count: area.places.count, colour: area.colour + 1, href: root + Address.area(area),
                boundary: boundary)
        }
        guard !drawn.isEmpty else { return HTML() }
        let map = OverviewMap(areas: drawn, reach: reach)
        let styles = [("wide", MapStyle.wide), ("narrow", .narrow)]
        let plans = overviewPlans.withLock { plans in
            let known = plans[areas] ?? styles.map { basemap.plan(drawn, style: $0.1) }
            plans[areas] = known
            return known
        }
        let pictures = zip(styles, plans).map { style, plan in
            (style.0, basemap.draw(map, style: style.1, words: mapWords, as: plan).svg)
        }
        return figure(title: title, caption: caption, pictures)
    }

    /// On the area's own page a pin leads to the place's entry in the list, and from there to its page.
    private func pinAddress(_ number: Int) -> String { "#no-\(number)" }

    static func mapWords(_ phrases: Phrasebook) -> MapWords {
        MapWords(
            north: phrases("map.north"), walk: phrases("map.walk"), inset: phrases("map.inset"),
            approximate: phrases("map.approximate"), count: phrases("places.count", ["count": "{n}"]))
    }

    private func figure(title: String, caption: String, _ pictures: [(form: String, svg: [UInt8])]) -> HTML {
        var output = OutputBuffer(capacity: pictures.reduce(500) { $0 + $1.svg.count })
        output.append("<figure class=\"map\" aria-label=\"")
        output.append(escaping: title.utf8)
        output.append("\">\n")
        for picture in pictures {
            output.append("<div class=\"map-")
            output.append(escaping: picture.form.utf8)
            output.append("\">")
            output.append(picture.svg)
            output.append("</div>\n")
        }
        if !caption.isEmpty || !publication.guide.credit.isEmpty {
            output.append("<figcaption>")
            output.append(escaping: caption.utf8)
            if !publication.guide.credit.isEmpty {
                output.append("<small class=\"map-credit\">")
                output.append(escaping: phrases("map.credit").utf8)
                output.append("<span lang=\"")
                output.append(escaping: phrases("language.guide").utf8)
                output.append("\">")
                output.append(escaping: publication.guide.credit.utf8)
                output.append("</span></small>")
            }
            output.append("</figcaption>\n")
        }
        output.append("</figure>")
        return HTML(trusted: output.bytes)
    }
}
