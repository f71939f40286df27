/// What is known of the way in (設備): of each thing, the places that have it.

import Publication
import Templates

struct AccessPage: Sendable {
    var page: Shell
    var groups: [AccessGroup]
    var unknownText: String

    static let shape = Shape<AccessPage>("access") { page in
        page.record("page", Shell.shape) { $0.page }
        page.list("groups", AccessGroup.shape) { $0.groups }
        page.text("unknownText") { $0.unknownText }
    }
}

struct AccessGroup: Sendable {
    var id: String
    var item: PictogramLink
    var entries: [KanaEntry]
    /// In place of the entries, where they would be too many.
    var areas: [AreaLink] = []

    static let shape = Shape<AccessGroup>("access group") { group in
        group.list("areas", AreaLink.shape) { $0.areas }
        group.text("id") { $0.id }
        group.text("name") { $0.item.name }
        group.text("pictogram") { $0.item.pictogram }
        group.text("countText") { $0.item.countText }
        group.list("entries", KanaEntry.shape) { $0.entries }
    }
}

extension PageWriter {
    func accessPage() -> AccessPage {
        let unknown = publication.places.count { $0.access.isEmpty }
        return AccessPage(
            page: shell(at: "access.html", title: phrases("access.title"), description: phrases("access.lead")),
            groups: accessGroups(Array(publication.places.indices), root: "", byArea: isLarge),
            unknownText: unknown == 0 ? "" : phrases("access.unknown", ["count": String(unknown)]))
    }

    /// Of each thing, the places among these that have it, what most have first.
    func accessGroups(_ among: [PlaceIndex], root: String, byArea: Bool = false) -> [AccessGroup] {
        var places = [[PlaceIndex]](repeating: [], count: relations.access.count)
        for index in among {
            for number in relations.accessOfPlaces[index] { places[number].append(index) }
        }
        let order = places.indices.filter { !places[$0].isEmpty }
            .sorted { (places[$1].count, relations.access[$0]) < (places[$0].count, relations.access[$1]) }
        return order.enumerated().map { number, access in
            var item = accessItems[access]
            item.countText = phrases.count(places[access].count)
            return AccessGroup(
                id: "access-\(number + 1)", item: item,
                entries: byArea ? [] : places[access].map { entry($0, root: root) },
                areas: byArea ? areaLinks(having: places[access], root: root, part: "#access") : [])
        }
    }
}
