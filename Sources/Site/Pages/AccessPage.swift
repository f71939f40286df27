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

    static let shape = Shape<AccessGroup>("access group") { group in
        group.text("id") { $0.id }
        group.text("name") { $0.item.name }
        group.text("pictogram") { $0.item.pictogram }
        group.text("countText") { $0.item.countText }
        group.list("entries", KanaEntry.shape) { $0.entries }
    }
}

extension PageWriter {
    func accessPage() -> AccessPage {
        var places: [String: [PlaceIndex]] = [:]
        for (index, place) in publication.places.enumerated() {
            for name in place.access { places[name, default: []].append(index) }
        }
        let order = places.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let unknown = publication.places.count { $0.access.isEmpty }
        return AccessPage(
            page: shell(at: "access.html", title: phrases("access.title"), description: phrases("access.lead")),
            groups: order.enumerated().map { number, entry in
                var item = accessItem(entry.key)
                item.countText = phrases.count(entry.value.count)
                return AccessGroup(
                    id: "access-\(number + 1)", item: item, entries: entry.value.map { self.entry($0, root: "") })
            },
            unknownText: unknown == 0 ? "" : phrases("access.unknown", ["count": String(unknown)]))
    }
}
