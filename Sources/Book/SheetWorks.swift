/// The works besides the guidebook: sheets for an area, for a person, for a door, for a meeting.

import Cartography
import Encoding
import Publication
import Recurrence

typealias WorkMatter = (fields: [JSON.Field], pictures: [PrintedMap])

extension Book {
    /// 地区の一枚, 宝物マップ: an area with all places that belong to it.
    func sheet(ofArea id: String, width: Double, height: Double) throws(WorkFault) -> WorkMatter {
        guard let index = publication.areas.firstIndex(where: { $0.id == id }) else {
            throw .noArea(id, known: publication.areas.map(\.id))
        }
        let shown = publication.areas[index].places
        let map = maps.area(index, places: shown, file: "maps/area.svg", width: width, height: height)
        return (
            [
                ("area", .integer(index)), ("shown", JSON(shown)),
                ("map", JSON(map.map { JSON($0) })), ("code", .code(address(ofArea: index))),
                places(grids: map?.drawn.facts.gridReferences ?? [:]),
                stories(publication.stories.filter { $0.places.contains { shown.contains($0) } }),
            ], [map].compactMap { $0 }
        )
    }

    /// 個人の一枚: places with their next days, each with a small map.
    func sheet(ofPlaces numbers: [Int]) throws(WorkFault) -> WorkMatter {
        guard (1...6).contains(numbers.count) else { throw .howMany(numbers.count) }
        return try sheet(numbers, width: 62, height: 46)
    }

    func poster(ofPlace number: Int) throws(WorkFault) -> WorkMatter {
        try sheet([number], width: options.paper.textWidth * 0.56, height: options.paper.textWidth * 0.5)
    }

    private func sheet(_ numbers: [Int], width: Double, height: Double) throws(WorkFault) -> WorkMatter {
        var shown: [PlaceIndex] = []
        for number in numbers {
            guard let index = publication.places.firstIndex(where: { $0.number == number }) else {
                throw .noPlace(number)
            }
            shown.append(index)
        }
        let drawn = shown.map { maps.place($0, file: "maps/place-\($0).svg", width: width, height: height) }
        return (
            [
                ("shown", JSON(shown)),
                ("maps", .array(drawn.map { map in JSON(map.map { JSON($0) }) })),
                ("codes", .array(numbers.map { .code(publication.guide.address(ofPlace: $0)) })), places(),
            ], drawn.compactMap { $0 }
        )
    }

    func poster(ofEvent id: String) throws(WorkFault) -> WorkMatter {
        guard let event = publication.events.first(where: { $0.id == id }) else {
            throw .noEvent(id, known: publication.events.map(\.id))
        }
        return (
            [
                ("event", data.event(event)),
                ("codes", [.code(publication.guide.address(of: Address.event(event)))]), places(),
            ], []
        )
    }

    /// 情報紙: the stories of an issue and what takes place next.
    func newsletter(_ issue: String) throws(WorkFault) -> WorkMatter {
        let chosen = publication.stories.filter { $0.issue == issue }
        guard !chosen.isEmpty else {
            throw .noIssue(issue, known: Set(publication.stories.map(\.issue)).filter { !$0.isEmpty }.sorted())
        }
        let coming = publication.events.filter { event in
            event.schedule.map { !$0.hasDates || $0.next(onOrAfter: publication.today) != nil } ?? true
        }
        return (
            [
                ("issue", .string(issue)), stories(chosen), places(),
                ("events", .array(coming.map(data.event))),
            ], []
        )
    }

    /// 協議体への報告: what was confirmed since a day, and what the areas have.
    func report(since day: Day) -> WorkMatter {
        let leaves = publication.areas.indices.filter { publication.areas[$0].children.isEmpty }
        let width = options.paper.textWidth
        let map = maps.overview(of: leaves, file: "maps/overview.svg", width: width, height: width * 0.62)
        let confirmed = publication.places.indices.filter { publication.places[$0].verified.map { $0 >= day } ?? false }
        let yearAgo = publication.today - 365
        let old = publication.places.indices.filter { publication.places[$0].verified.map { $0 < yearAgo } ?? true }
        return (
            [
                ("since", data.day(day)),
                ("history", JSON(earlier.map { Changes(from: $0, to: publication).data })),
                ("overview", JSON(map.map { JSON($0) })),
                ("leaves", JSON(leaves)), ("confirmed", JSON(confirmed)),
                ("unconfirmed", JSON(old)),
                ("listed", .array(publication.areas.map { JSON($0.places) })), places(),
                stories(publication.stories.filter { $0.day.map { $0 >= day } ?? false }),
            ], [map].compactMap { $0 }
        )
    }

    private func places(grids: [Int: String] = [:]) -> JSON.Field {
        (
            "places",
            .array(
                publication.places.indices.map { data.place($0, grid: grids[publication.places[$0].number] ?? "") })
        )
    }

    private func stories(_ stories: [PublishedStory]) -> JSON.Field {
        ("stories", .array(stories.map(data.story)))
    }
}
