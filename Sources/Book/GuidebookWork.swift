/// 通いの場ガイドブック: everything, part by part.

import Cartography
import Parallel
import Publication

extension Book {
    /// A map for each share of the page's height that the layout may choose.
    private static let mapShapes = [0.62, 1.1]

    func guidebook() -> (fields: [JSON.Field], pictures: [PrintedMap]) {
        let parts = Part.all(of: publication)
        let drawn = parts.indices.parallelMap { pictures(of: parts[$0], number: $0) }
        var grids: [PlaceIndex: String] = [:]
        for (part, pictures) in zip(parts, drawn) {
            guard let references = pictures.first?.drawn.facts.gridReferences else { continue }
            for place in part.places { grids[place] = references[publication.places[place].number] }
        }
        let whole = overview()
        let indexes = Indexes(publication: publication)
        let fields: [JSON.Field] = [
            .init(name: "overview", value: JSON(whole.map { JSON($0) })),
            .init(
                name: "parts",
                value: .array(
                    zip(parts, drawn).map { part, maps in
                        [
                            "area": part.area.map(JSON.integer) ?? .null, "places": JSON(part.places),
                            "mentioned": JSON(part.mentioned), "maps": .array(maps.map { JSON($0) }),
                        ]
                    })),
            .init(
                name: "places", value: .array(publication.places.indices.map { data.place($0, grid: grids[$0] ?? "") })),
            .init(name: "stories", value: .array(publication.stories.map(data.story))),
            .init(name: "supports", value: .array(publication.supports.map(data.support))),
            .init(name: "events", value: .array(publication.events.map(data.event))),
            .init(name: "pages", value: .array(publication.pages.map(data.page))),
            .init(name: "kana", value: indexes.kana), .init(name: "activities", value: indexes.activities),
            .init(name: "access", value: indexes.access), .init(name: "week", value: indexes.week),
        ]
        return (fields, drawn.flatMap { $0 } + [whole].compactMap { $0 })
    }

    /// An area with places: its own map; one above others: their overview.
    private func pictures(of part: Part, number: Int) -> [PrintedMap] {
        let width = options.paper.textWidth
        if part.places.isEmpty, let area = part.area, !publication.areas[area].children.isEmpty {
            let map = maps.overview(
                of: publication.areas[area].children, file: "maps/part-\(number).svg", width: width,
                height: width * 0.75)
            return [map].compactMap { $0 }
        }
        guard !part.places.isEmpty else { return [] }
        return Self.mapShapes.enumerated().compactMap { shape, share in
            maps.area(
                part.area, places: part.places, file: "maps/part-\(number)-\(shape).svg", width: width,
                height: width * share)
        }
    }

    /// The municipality with the areas of which the parts are made.
    private func overview() -> PrintedMap? {
        let leaves = publication.areas.indices.filter { publication.areas[$0].children.isEmpty }
        let width = options.paper.textWidth
        return maps.overview(of: leaves, file: "maps/overview.svg", width: width, height: width * 0.95)
    }
}
