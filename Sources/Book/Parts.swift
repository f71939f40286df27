/// The order of a guidebook: one part per area, an area's parts below it, each place in exactly one part.

import Publication

struct Part: Sendable, Equatable {
    /// nil: the places that name no area.
    var area: AreaIndex?
    /// The places printed here in full, by number.
    var places: [PlaceIndex] = []
    /// Places that belong to the area too but are printed elsewhere, and in no part below this one.
    var mentioned: [PlaceIndex] = []
}

extension Part {
    /// An area comes after all of its parents, those with the lowest numbers first, so that numbers rise through the book.
    static func all(of publication: Publication) -> [Part] {
        let areas = publication.areas
        var parents = areas.map(\.parents.count)
        var isTaken = [Bool](repeating: false, count: areas.count)
        var parts: [Part] = []
        func byNumber(_ areas: some Sequence<AreaIndex>) -> [AreaIndex] {
            areas.sorted { (firstNumber(of: $0), $0) < (firstNumber(of: $1), $1) }
        }
        func firstNumber(of area: AreaIndex) -> Int {
            areas[area].places.map { publication.places[$0].number }.min() ?? .max
        }
        func add(_ area: AreaIndex) {
            guard !isTaken[area] else { return }
            isTaken[area] = true
            parts.append(Part(area: area))
            for child in byNumber(areas[area].children) {
                parents[child] -= 1
                if parents[child] == 0 { add(child) }
            }
        }
        for area in byNumber(areas.indices.filter { areas[$0].parents.isEmpty }) { add(area) }
        // Areas that are each other's parents by mistake have no beginning.
        for area in byNumber(areas.indices) { add(area) }
        let position = Dictionary(uniqueKeysWithValues: parts.enumerated().map { ($1.area ?? -1, $0) })
        var homeless = Part()
        for (index, place) in publication.places.enumerated() {
            if let part = place.relations.areas.first.flatMap({ position[$0] }) {
                parts[part].places.append(index)
            } else {
                homeless.places.append(index)
            }
        }
        for index in parts.indices { parts[index].mentioned = mentioned(in: parts[index], publication) }
        return parts + (homeless.places.isEmpty ? [] : [homeless])
    }

    private static func mentioned(in part: Part, _ publication: Publication) -> [PlaceIndex] {
        guard let area = part.area, publication.areas[area].children.isEmpty else { return [] }
        let printed = Set(part.places)
        return publication.areas[area].places.filter { !printed.contains($0) }
    }
}
