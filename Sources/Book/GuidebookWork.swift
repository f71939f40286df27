/// 通いの場ガイドブック: everything, part by part.

import Cartography
import Encoding
import Geography
import Glibc
import Parallel
import Publication

extension Book {
    func guidebook() -> WorkMatter {
        let parts = Part.all(of: publication)
        let drawn = parts.indices.parallelMap { picture(of: parts[$0], number: $0) }
        var grids: [PlaceIndex: String] = [:]
        for (part, map) in zip(parts, drawn) {
            guard let references = map?.drawn.facts.gridReferences else { continue }
            for place in part.places { grids[place] = references[publication.places[place].number] }
        }
        let whole = overview()
        let indexes = Indexes(publication: publication)
        let fields: [JSON.Field] = [
            ("overview", JSON(whole.map { JSON($0) })),
            (
                "parts",
                .array(
                    zip(parts, drawn).map { part, map in
                        [
                            "area": part.area.map(JSON.integer) ?? .null, "places": JSON(part.places),
                            "mentioned": JSON(part.mentioned), "map": JSON(map.map { JSON($0) }),
                            "code": .code(address(ofArea: part.area)),
                        ]
                    })
            ),
            ("places", .array(publication.places.indices.map { data.place($0, grid: grids[$0] ?? "") })),
            ("stories", .array(publication.stories.map(data.story))),
            ("supports", .array(publication.supports.map(data.support))),
            ("events", .array(publication.events.map(data.event))),
            ("pages", .array(publication.pages.map(data.page))),
            ("kana", indexes.kana), ("activities", indexes.activities),
            ("access", indexes.access), ("week", indexes.week),
        ]
        return (fields, (drawn + [whole]).compactMap { $0 })
    }

    func address(ofArea area: AreaIndex?) -> String {
        area.map { publication.guide.address(of: Address.area(publication.areas[$0])) } ?? ""
    }

    /// An area with places: its own map; one above others: their overview.
    private func picture(of part: Part, number: Int) -> PrintedMap? {
        let width = options.paper.textWidth
        if part.places.isEmpty, let area = part.area, !publication.areas[area].children.isEmpty {
            let height = width * overviewShape(of: publication.areas[area])
            return maps.overview(
                of: publication.areas[area].children, file: "maps/part-\(number).svg", width: width, height: height)
        }
        guard !part.places.isEmpty else { return nil }
        return maps.area(
            part.area, places: part.places, file: "maps/part-\(number).svg", width: width,
            height: width * shape(of: part))
    }

    /// Height over width of the map of an area above others: high where the page has room.
    private func overviewShape(of area: PublishedArea) -> Double {
        // Where the counts of help take the first page, the second has room.
        if !area.helpCounts.isEmpty { return 0.75 }
        let isLittleTold = area.coordinators.isEmpty && area.council == nil && area.body.blocks.count < 3
        return isLittleTold && area.children.count < 5 ? 0.8 : 0.56
    }

    /// Height over width of the area, as far as leaves room for the beginning of the list on the same page.
    private func shape(of part: Part) -> Double {
        let positions = part.places.flatMap { publication.places[$0].gatherings.compactMap(\.location.coordinate) }
        let box = part.area.flatMap { publication.areas[$0].boundary?.bounds } ?? BoundingBox(positions)
        guard !box.isEmpty else { return 0.6 }
        let middle = (box.south + box.north) / 2 * .pi / 180
        let (height, width) = (box.north - box.south, (box.east - box.west) * cos(middle))
        return min(max(height / max(width, 1e-9), 0.55), 0.92)
    }

    /// The municipality with the areas of which the parts are made.
    private func overview() -> PrintedMap? {
        let leaves = publication.areas.indices.filter { publication.areas[$0].children.isEmpty }
        let width = options.paper.textWidth
        return maps.overview(of: leaves, file: "maps/overview.svg", width: width, height: width * 0.95)
    }
}
