/// The page of an area: its map with the list in the map's order, its story, its coordinator, what people say of helping.

import Publication
import Templates

struct AreaPage: Sendable {
    var page: Shell
    var area: PublishedArea
    var name: HTML
    var colourClass: String
    var countText: String
    var parents: [AreaLink]
    var children: [AreaLink]
    var map: HTML
    var slippyMap: SlippyView?
    var isTooLong: Bool
    var rows: [HTML]
    /// Its weekdays with something on them.
    var week: [WeekDay]
    var access: [AccessGroup]
    var unmarked: [HTML]
    var body: HTML
    var help: [HelpView]
    var population: String
    var calendar: String
    var qr: HTML
    var line: String

    static let shape = Shape<AreaPage>("area") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("name") { $0.name }
        page.text("colourClass") { $0.colourClass }
        page.text("countText") { $0.countText }
        page.list("parents", AreaLink.shape) { $0.parents }
        page.list("children", AreaLink.shape) { $0.children }
        page.text("map") { $0.map }
        page.record("slippy", SlippyView.shape) { $0.slippyMap }
        page.flag("isTooLong") { $0.isTooLong }
        page.list("rows") { $0.rows }
        page.list("week", WeekDay.shape) { $0.week }
        page.list("access", AccessGroup.shape) { $0.access }
        page.list("unmarked") { $0.unmarked }
        page.text("body") { $0.body }
        page.list("coordinators", CoordinatorView.shape) { $0.area.coordinators.map(CoordinatorView.init) }
        page.record("council", CouncilView.shape) { $0.area.council.map(CouncilView.init) }
        page.list("helpCounts", HelpView.shape) { $0.help }
        page.text("population") { $0.population }
        page.text("calendar") { $0.calendar }
        page.text("qr") { $0.qr }
        page.text("line") { $0.line }
    }
}

extension PageWriter {
    /// An area with more places than a reader can scan, and with areas below, shows those instead.
    static let longestList = 400

    static func isTooLong(_ area: PublishedArea) -> Bool {
        area.places.count > longestList && !area.children.isEmpty
    }

    func areaPage(_ index: AreaIndex) -> AreaPage {
        let area = publication.areas[index]
        let isTooLong = Self.isTooLong(area)
        let drawn = isTooLong ? overview(of: area.children, name: area.name) : areaMap(index)
        let listed = isTooLong ? [] : area.places
        let byNumber = Dictionary(uniqueKeysWithValues: listed.map { (publication.places[$0].number, $0) })
        let marked = drawn.order.compactMap { byNumber[$0] }
        let isMarked = Set(marked)
        let slippyMap = slippyView(area)
        return AreaPage(
            page: shell(
                at: Address.area(area), title: areaName(index), description: area.body.plainText(limit: 120),
                picture: card(of: index), picturesFrom: slippyMap?.map.origin),
            area: area, name: areaTitle(area), colourClass: colourClass(of: index),
            countText: phrases.count(area.places.count), parents: area.parents.map { areaLink($0, root: "../") },
            children: area.children.map { areaLink($0, root: "../") }, map: drawn.figure, slippyMap: slippyMap,
            isTooLong: isTooLong,
            rows: marked.map(row),
            week: weekDays(agenda.week(of: listed), root: "../").filter { !$0.slots.isEmpty }.map(eachPlaceOnce),
            access: accessGroups(listed, root: "../"),
            unmarked: listed.filter { !isMarked.contains($0) }.map(row),
            body: body(area.body, root: "../", under: 2), help: help([area.helpCounts]),
            population: population(area.population),
            calendar: site(from: "../") + Address.areaCalendar(area), qr: qrCode(of: Address.area(area)),
            line: lineLink(area.name, Address.area(area)))
    }

    /// A day on which a place with several hours stands once, with all of them.
    private func eachPlaceOnce(_ day: WeekDay) -> WeekDay {
        var day = day
        var lines: [PlaceIndex: Int] = [:]
        lines.reserveCapacity(day.slots.count)
        day.slots = day.slots.reduce(into: []) { slots, slot in
            if let line = lines[slot.place] {
                slots[line].time += phrases("list.separator") + slot.time
            } else {
                lines[slot.place] = slots.count
                slots.append(slot)
            }
        }
        return day
    }

    private func population(_ facts: PopulationFacts) -> String {
        guard !facts.isEmpty else { return "" }
        let parts = [
            facts.residents.isEmpty ? nil : phrases("area.populationResidents", ["residents": facts.residents]),
            facts.households.isEmpty ? nil : phrases("area.populationHouseholds", ["households": facts.households]),
            facts.agedShare.isEmpty ? nil : phrases("area.populationShare", ["share": facts.agedShare]),
        ].compactMap(\.self)
        let asOf = facts.asOf.isEmpty ? "" : phrases("area.populationAsOf", ["day": facts.asOf])
        return parts.joined(separator: phrases.isJapanese ? "・" : ", ") + asOf
    }
}
