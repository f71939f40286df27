/// The areas of a publication, in the order of reading.

import Geography
import Publication

extension PublicationMaker {
    func area(_ number: Int) -> PublishedArea {
        let record = guide.areas[number].record
        var area = PublishedArea()
        area.id = record.id
        area.name = record.name.value
        area.reading = record.reading
        area.latinName = record.latinName
        area.layer = guide.layer(ofArea: number)
        area.parents = guide.relations.parents[number].map { areaIndex[$0] }.sorted()
        area.children = guide.relations.children[number].map { areaIndex[$0] }.sorted()
        area.boundary = guide.relations.boundaries[number]
        area.population = record.population
        area.coordinators = record.coordinators.filter(\.isPublic).map { contact in
            var coordinator = Coordinator()
            coordinator.contact = contact.published
            coordinator.affiliation = contact.affiliation
            coordinator.introduction = contact.introduction
            return coordinator
        }
        area.council = record.council
        // As of a place: nobody's home is named.
        if let venue = record.council?.venue, Home.isNamed(by: venue) { area.council?.venue = "" }
        area.helpCounts = record.helpCounts
        area.body = text(record.body)
        return area
    }

    func colourAreas(_ publication: inout Publication) {
        let colours = AreaColours.assign(
            chosen: areaOrder.map { guide.areas[$0].record.colour }, layers: publication.areas.map(\.layer),
            boundaries: publication.areas.map(\.boundary))
        for (area, colour) in colours.enumerated() { publication.areas[area].colour = colour }
    }
}

extension Guidebook {
    /// The layer given, else one below its parents.
    fileprivate func layer(ofArea area: Int) -> Int {
        if let layer = areas[area].record.layer?.value { return layer }
        return relations.parents[area].isEmpty ? 1 : 2
    }

    /// Areas in the order of publication, and of each its index in it.
    var orderOfAreas: (order: [Int], index: [Int]) {
        let order = areas.indices.sorted { sortKey(ofArea: $0) < sortKey(ofArea: $1) }
        var index = [Int](repeating: 0, count: areas.count)
        for (number, area) in order.enumerated() { index[area] = number }
        return (order, index)
    }

    private func sortKey(ofArea area: Int) -> (Int, String, String) {
        let record = areas[area].record
        return (layer(ofArea: area), record.reading.isEmpty ? record.name.value : record.reading, record.id)
    }
}
