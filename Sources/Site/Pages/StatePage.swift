/// The state of the guide (見える化): what there is and what is missing, by area, weekday and hour, and how fresh it is.

import Cartography
import Geography
import Publication
import Recurrence
import Templates

struct StatePage: Sendable {
    var page: Shell
    var total: String
    var charts: [BarChart]
    var weekdays: [String]
    var week: [WeekRow]
    var help: [HelpView]

    static let shape = Shape<StatePage>("state") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("total") { $0.total }
        page.list("charts", BarChart.shape) { $0.charts }
        page.list("weekdays") { $0.weekdays }
        page.list("week", WeekRow.shape) { $0.week }
        page.list("help", HelpView.shape) { $0.help }
    }
}

/// A table whose numbers are drawn as bars beside them.
struct BarChart: Sendable {
    var id: String
    var title: String
    var note = ""
    var map = HTML()
    var rows: [BarRow]

    static let shape = Shape<BarChart>("chart") { chart in
        chart.text("id") { $0.id }
        chart.text("title") { $0.title }
        chart.text("note") { $0.note }
        chart.text("map") { $0.map }
        chart.list("rows", BarRow.shape) { $0.rows }
    }
}

struct BarRow: Sendable {
    var name: String
    var href = ""
    var text: String
    /// 0 to 100: the bar's length.
    var length: Int
    var colourClass = ""
    /// Small, below the name.
    var detail = ""

    static let shape = Shape<BarRow>("bar") { row in
        row.text("name") { $0.name }
        row.text("href") { $0.href }
        row.text("text") { $0.text }
        row.text("length") { String($0.length) }
        row.text("colourClass") { $0.colourClass }
        row.text("detail") { $0.detail }
    }
}

/// An area's places on each weekday; nothing where there are none.
struct WeekRow: Sendable {
    var link: AreaLink
    var counts: [String]

    static let shape = Shape<WeekRow>("week row") { row in
        row.text("name") { $0.link.name }
        row.text("href") { $0.link.href }
        row.text("colourClass") { $0.link.colourClass }
        row.list("counts") { $0.counts }
    }
}

/// A kind of help with its three answers.
struct HelpView: Sendable {
    var kind: String
    var answers: [BarRow]

    static let shape = Shape<HelpView>("help") { view in
        view.text("kind") { $0.kind }
        view.list("answers", BarRow.shape) { $0.answers }
    }
}

extension PageWriter {
    func statePage() -> StatePage {
        let areas = publication.areas.indices.filter { publication.areas[$0].children.isEmpty }
        let times = timesMet()
        return StatePage(
            page: shell(at: "state.html", title: phrases("state.title"), description: phrases("state.lead")),
            total: phrases.count(publication.places.count),
            charts: [
                areaChart(areas), weekdayChart(times), hourChart(times), natureChart(), verifiedChart(),
                distanceChart(areas),
            ]
            .filter { !$0.rows.isEmpty },
            weekdays: Weekday.allCases.map(phrases.shortWeekday), week: weekRows(areas, times.map(\.days)),
            help: help(publication.areas.map(\.helpCounts)))
    }

    /// Kinds of help in the order of their first appearance, with the sums of all who answered.
    func help(_ counts: [[HelpCount]]) -> [HelpView] {
        var sums: [(kind: String, values: [Int])] = []
        var indexes: [String: Int] = [:]
        for count in counts.joined() {
            let index = indexes[count.kind] ?? sums.count
            if index == sums.count {
                indexes[count.kind] = index
                sums.append((count.kind, [0, 0, 0]))
            }
            for (answer, value) in [count.have, count.want, count.wouldJoin].enumerated() {
                sums[index].values[answer] += value
            }
        }
        let longest = sums.flatMap(\.values).max() ?? 0
        return sums.map { sum in
            HelpView(
                kind: sum.kind,
                answers: zip(["help.have", "help.want", "help.join"], sum.values).map { key, value in
                    BarRow(name: phrases(key), text: String(value), length: longest == 0 ? 0 : value * 100 / longest)
                })
        }
    }

    private func chart(_ id: String, _ rows: [(name: String, count: Int)]) -> BarChart {
        let longest = rows.map(\.count).max() ?? 0
        return BarChart(
            id: id, title: phrases("state.\(id)"),
            rows: rows.map {
                BarRow(
                    name: $0.name, text: phrases.count($0.count), length: longest == 0 ? 0 : $0.count * 100 / longest)
            })
    }

    private func areaChart(_ areas: [AreaIndex]) -> BarChart {
        var chart = chart("areas", areas.map { (areaName($0), publication.areas[$0].places.count) })
        for (row, area) in areas.enumerated() {
            chart.rows[row].href = Address.area(publication.areas[area])
            chart.rows[row].colourClass = colourClass(of: area)
        }
        return chart
    }

    /// Of each place the weekdays and the hours of the day at which people meet there, a bit each.
    func timesMet() -> [(days: UInt8, hours: UInt64)] {
        publication.places.indices.map { place in
            var (days, hours): (UInt8, UInt64) = (0, 0)
            agenda.forEachSlot(of: place) { _, slot in
                days |= 1 << slot.day.weekday.rawValue
                guard let start = slot.start else { return }
                let last = max(start.minutes, (slot.end?.minutes ?? start.minutes + 1) - 1)
                for hour in start.hour...last / 60 { hours |= 1 << hour }
            }
            return (days, hours)
        }
    }

    private func weekdayChart(_ times: [(days: UInt8, hours: UInt64)]) -> BarChart {
        var chart = chart(
            "weekdays",
            Weekday.allCases.map { day in (phrases.weekday(day), times.count { $0.days & 1 << day.rawValue != 0 }) })
        let undated = publication.places.indices.count { !agenda.hasMeetings($0) }
        if undated > 0 { chart.note = phrases("state.undated", ["count": String(undated)]) }
        return chart
    }

    private func hourChart(_ times: [(days: UInt8, hours: UInt64)]) -> BarChart {
        let all = times.reduce(0) { $0 | $1.hours }
        guard all != 0 else { return chart("hours", []) }
        return chart(
            "hours",
            (all.trailingZeroBitCount..<UInt64.bitWidth - all.leadingZeroBitCount).map { hour in
                (phrases("state.hour", ["hour": String(hour)]), times.count { $0.hours & 1 << hour != 0 })
            })
    }

    private func natureChart() -> BarChart {
        var counts: [Nature: Int] = [:]
        for index in publication.places.indices { counts[publication.places[index].nature, default: 0] += 1 }
        return chart("nature", Nature.allCases.map { (phrases("nature.\($0.rawValue)"), counts[$0] ?? 0) })
    }

    private func verifiedChart() -> BarChart {
        let limits = [("half", 183), ("year", 366), ("two", 731), ("older", Int.max)]
        var counts = [Int](repeating: 0, count: limits.count + 1)
        for index in publication.places.indices {
            let age = publication.places[index].verified.map { publication.today - $0 }
            counts[age.flatMap { age in limits.firstIndex { age < $0.1 } } ?? limits.count] += 1
        }
        return chart("verified", zip(limits.map(\.0) + ["never"], counts).map { (phrases("state.verified.\($0)"), $1) })
    }

    private func distanceChart(_ areas: [AreaIndex]) -> BarChart {
        var places: [Coordinate] = []
        for place in publication.places { places += place.gatherings.lazy.compactMap(\.location.coordinate) }
        let coverage = Coverage(places)
        let shares = areas.compactMap { area in
            publication.areas[area].boundary.flatMap(coverage.farShare).map { (area, Int(($0 * 100).rounded())) }
        }
        return BarChart(
            id: "distance", title: phrases("state.distance"), note: phrases("state.distanceNote"),
            map: overview(
                of: areas, title: phrases("state.distance"), caption: phrases("state.distanceMap"), root: "",
                reach: OverviewMap.Reach(from: places, metres: Coverage.walk)),
            rows: shares.map { area, share in
                let residents = publication.areas[area].population.residents
                return BarRow(
                    name: areaName(area), href: Address.area(publication.areas[area]),
                    text: phrases("state.share", ["share": String(share)]), length: share,
                    colourClass: colourClass(of: area),
                    detail: residents.isEmpty ? "" : phrases("area.populationResidents", ["residents": residents]))
            })
    }

    /// - Parameter days: of each place, a bit for each weekday.
    func weekRows(_ areas: [AreaIndex], _ days: [UInt8]) -> [WeekRow] {
        areas.map { index in
            let counts = Weekday.allCases.map { day in
                publication.areas[index].places.count { days[$0] & 1 << day.rawValue != 0 }
            }
            return WeekRow(
                link: areaLink(index, root: ""), counts: counts.map { $0 == 0 ? phrases("state.none") : String($0) })
        }
    }
}
