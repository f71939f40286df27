/// The pages that are lists: areas, activities, kana, week.

import Publication
import Recurrence
import Templates

// MARK: Activities

struct ActivitiesPage: Sendable {
    var page: Shell
    var groups: [PictogramGroup]

    static let shape = Shape<ActivitiesPage>("activities") { page in
        page.record("page", Shell.shape) { $0.page }
        page.list("groups", PictogramGroup.shape) { $0.groups }
    }
}

struct ActivityPage: Sendable {
    var page: Shell
    var activity: PictogramLink
    var rows: [HTML]
    /// In place of the rows, where they would be too long.
    var areas: [AreaLink]

    static let shape = Shape<ActivityPage>("activity") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("name") { $0.activity.name }
        page.text("pictogram") { $0.activity.pictogram }
        page.text("countText") { $0.activity.countText }
        page.list("rows") { $0.rows }
        page.list("areas", AreaLink.shape) { $0.areas }
    }
}

extension PageWriter {
    func activitiesPage() -> ActivitiesPage {
        ActivitiesPage(
            page: shell(at: "activities/index.html", title: phrases("nav.activities")),
            groups: activityGroups(root: "../"))
    }

    func activityPage(_ index: ActivityIndex) -> ActivityPage {
        let activity = publication.guide.activities[index]
        let link = activityLink(index, root: "../")
        return ActivityPage(
            page: shell(at: Address.activity(activity), title: link.name), activity: link,
            rows: isLarge ? [] : activity.places.map(row),
            areas: isLarge ? areaLinks(having: activity.places, root: "../") : [])
    }

    /// The areas that have some of these places, with how many.
    func areaLinks(having places: [PlaceIndex], root: String, part: String = "") -> [AreaLink] {
        let wanted = Set(places)
        return listingAreas.compactMap { index in
            let count = publication.areas[index].places.count(where: wanted.contains)
            guard count > 0 else { return nil }
            var link = areaLink(index, root: root)
            link.href += part
            link.countText = phrases.count(count)
            return link
        }
    }

    /// The vocabulary's groups, and what places do besides; without what nobody does.
    func activityGroups(root: String) -> [PictogramGroup] {
        let guide = publication.guide
        let grouped = Set(guide.activityGroups.flatMap(\.activities))
        var groups = guide.activityGroups.map { group in
            (phrases.isJapanese || group.latinName.isEmpty ? group.name : group.latinName, group.activities)
        }
        groups.append(("", guide.activities.indices.filter { !grouped.contains($0) }))
        return groups.compactMap { name, activities in
            let used = activities.filter { !guide.activities[$0].places.isEmpty }
            guard !used.isEmpty else { return nil }
            return PictogramGroup(
                name: name.isEmpty ? phrases("activities.other") : name,
                activities: used.map { activityLink($0, root: root) })
        }
    }
}

// MARK: Kana

struct KanaPage: Sendable {
    var page: Shell
    var rows: [KanaRow]

    static let shape = Shape<KanaPage>("kana") { page in
        page.record("page", Shell.shape) { $0.page }
        page.list("rows", KanaRow.shape) { $0.rows }
    }
}

struct KanaRow: Sendable {
    var id: String
    var letter: String
    /// Of the letter.
    var language: String
    var entries: [KanaEntry]

    static let shape = Shape<KanaRow>("kana row") { row in
        row.text("id") { $0.id }
        row.text("letter") { $0.letter }
        row.text("language") { $0.language }
        row.list("entries", KanaEntry.shape) { $0.entries }
    }
}

extension PageWriter {
    func kanaPage() -> KanaPage {
        let keys = publication.places.map { Syllabary.key($0.reading.isEmpty ? $0.name : $0.reading) }
        // Numerals and letters would stand before the kana, kanji without a reading behind: together they are the last row.
        let isOther = keys.map { Syllabary.row(of: $0) == nil ? 1 : 0 }
        let order = publication.places.indices.sorted {
            if isOther[$0] != isOther[$1] { return isOther[$0] < isOther[$1] }
            return keys[$0] < keys[$1] || keys[$0] == keys[$1] && $0 < $1
        }
        var rows: [KanaRow] = []
        for index in order {
            let row = Syllabary.row(of: keys[index])
            let letter = row ?? phrases("kana.other")
            if rows.last?.letter != letter {
                let id = row == nil ? "kana-other" : "kana-\(rows.count + 1)"
                rows.append(
                    KanaRow(id: id, letter: letter, language: row == nil ? phrases.htmlLanguage : "ja", entries: []))
            }
            rows[rows.count - 1].entries.append(entry(index, root: ""))
        }
        return KanaPage(page: shell(at: "kana.html", title: phrases("kana.title")), rows: rows)
    }
}

// MARK: Week

struct WeekPage: Sendable {
    var page: Shell
    var isTooLong: Bool
    var weekdays: [String]
    /// In place of the days, where they would be too long: how many meet on which in each area.
    var areas: [WeekRow]
    var days: [WeekDay]
    var undated: [PlaceRow]
    var calendar: String

    static let shape = Shape<WeekPage>("week") { page in
        page.record("page", Shell.shape) { $0.page }
        page.flag("isTooLong") { $0.isTooLong }
        page.list("weekdays") { $0.weekdays }
        page.list("areas", WeekRow.shape) { $0.areas }
        page.list("days", WeekDay.shape) { $0.days }
        page.list("undated", PlaceRow.shape) { $0.undated }
        page.text("calendar") { $0.calendar }
    }
}

struct WeekDay: Sendable {
    var id: String
    var name: String
    var short: String
    var slots: [WeekSlot]

    static let shape = Shape<WeekDay>("weekday") { day in
        day.text("id") { $0.id }
        day.text("name") { $0.name }
        day.text("short") { $0.short }
        day.list("slots", WeekSlot.shape) { $0.slots }
    }
}

struct WeekSlot: Sendable {
    var place: PlaceIndex
    var entry: KanaEntry
    var time: String
    var when = ""
    /// Says that the day has to be asked for; empty where it is certain.
    var check = ""

    static let shape = Shape<WeekSlot>("slot") { slot in
        slot.text("check") { $0.check }
        slot.text("colourClass") { $0.entry.place.colourClass }
        slot.text("time") { $0.time }
        slot.text("href") { $0.entry.href }
        slot.text("number") { $0.entry.place.number }
        slot.text("name") { $0.entry.place.name }
        slot.text("when") { $0.when }
    }
}

extension PageWriter {
    /// Of more places than this a list of all would be a page of megabytes, which no phone shows: it leads to the areas
    /// instead, whose pages have their own.
    static let mostListed = 1500

    var isLarge: Bool { publication.places.count > Self.mostListed }

    /// The areas whose pages list their places.
    var listingAreas: [AreaIndex] {
        publication.areas.indices.filter {
            !publication.areas[$0].places.isEmpty && !Self.isTooLong(publication.areas[$0])
        }
    }

    func weekPage() -> WeekPage {
        let undated = isLarge ? [] : publication.places.indices.filter { !agenda.hasMeetings($0) }
        var areas: [WeekRow] = []
        if isLarge {
            areas = weekRows(listingAreas, timesMet().map(\.days))
            for (row, area) in listingAreas.enumerated()
            where publication.areas[area].places.contains(where: agenda.hasMeetings) {
                areas[row].link.href += "#week"
            }
        }
        return WeekPage(
            page: shell(at: "week.html", title: phrases("week.title"), description: phrases("week.lead")),
            isTooLong: isLarge, weekdays: Weekday.allCases.map(phrases.shortWeekday), areas: areas,
            days: isLarge ? [] : weekDays(agenda.week(), root: ""),
            undated: undated.map { placeRow($0, root: "") },
            calendar: Month(of: publication.today).address)
    }

    /// - Parameter week: Monday's meetings first.
    func weekDays(_ week: [[Agenda.Meeting]], root: String) -> [WeekDay] {
        zip(Weekday.allCases, week).map { weekday, meetings in
            WeekDay(
                id: "weekday-\(weekday.rawValue)", name: phrases.weekday(weekday),
                short: phrases.shortWeekday(weekday), slots: meetings.map { slot($0, root: root) })
        }
    }

    private func slot(_ meeting: Agenda.Meeting, root: String) -> WeekSlot {
        let time = time(of: meeting)
        return WeekSlot(
            place: meeting.place, entry: entry(meeting.place, root: root),
            time: time.isEmpty ? phrases("week.anyTime") : time,
            when: sentence(of: meeting.place, gathering: meeting.gathering))
    }
}
