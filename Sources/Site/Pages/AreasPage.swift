/// The areas as they really lie: the municipality, its living districts (第2層) with the school districts (第3層) in each, those
/// that lie across a border under every district of theirs, and the coordinators of all.

import Publication
import Templates

struct AreasPage: Sendable {
    var page: Shell
    var map: HTML
    var groups: [AreaGroup]

    static let shape = Shape<AreasPage>("areas") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("map") { $0.map }
        page.list("groups", AreaGroup.shape) { $0.groups }
    }
}

/// An area with those in it, or with its coordinator.
struct AreaGroup: Sendable {
    var id: String
    var link: AreaLink
    var layerName: String
    var children: [ChildArea]
    var area: PublishedArea

    static let shape = Shape<AreaGroup>("area group") { group in
        group.text("id") { $0.id }
        group.text("href") { $0.link.href }
        group.text("name") { $0.link.name }
        group.text("countText") { $0.link.countText }
        group.text("colourClass") { $0.link.colourClass }
        group.text("layerName") { $0.layerName }
        group.list("children", ChildArea.shape) { $0.children }
        group.list("coordinators", CoordinatorView.shape) { $0.area.coordinators.map(CoordinatorView.init) }
        group.record("council", CouncilView.shape) { $0.area.council.map(CouncilView.init) }
    }
}

struct ChildArea: Sendable {
    var link: AreaLink
    /// Says in which other areas it lies too.
    var also: String

    static let shape = Shape<ChildArea>("child area") { child in
        child.text("href") { $0.link.href }
        child.text("name") { $0.link.name }
        child.text("countText") { $0.link.countText }
        child.text("colourClass") { $0.link.colourClass }
        child.text("also") { $0.also }
    }
}

extension PageWriter {
    func areasPage() -> AreasPage {
        let areas = publication.areas
        let shown = areas.indices.filter {
            !areas[$0].children.isEmpty || !areas[$0].coordinators.isEmpty || areas[$0].parents.isEmpty
        }
        return AreasPage(
            page: shell(at: "areas.html", title: phrases("areas.title"), description: phrases("areas.lead")),
            map: overview.figure,
            groups: shown.map { index in
                AreaGroup(
                    id: "area-\(index + 1)", link: areaLink(index, root: ""),
                    layerName: phrases("layer.\(areas[index].layer)"),
                    children: areas[index].children.map {
                        ChildArea(link: areaLink($0, root: ""), also: otherParents(of: $0, than: index))
                    },
                    area: areas[index])
            })
    }

    private func otherParents(of area: AreaIndex, than parent: AreaIndex) -> String {
        let others = publication.areas[area].parents.filter { $0 != parent }.map(areaName)
        return others.isEmpty
            ? "" : phrases("areas.also", ["areas": others.joined(separator: phrases("list.separator"))])
    }
}
