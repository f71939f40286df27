/// The first page: what is on today, areas, activities, and where to begin.

import Publication
import Recurrence
import Templates

struct HomePage: Sendable {
    var page: Shell
    var guide: PublishedGuide
    var foreword: HTML
    var todayText: String
    var todayISO: String
    var today: [PlaceRow]
    /// Says how many more there are than the page can list; empty where it lists all.
    var moreToday: String
    var calendar: String
    var map: HTML
    var areas: [AreaLink]
    var groups: [PictogramGroup]
    var events: [TitleLink]
    var stories: [TitleLink]
    var pages: [TitleLink]
    var hasBook: Bool

    static let shape = Shape<HomePage>("home") { page in
        page.flag("hasBook") { $0.hasBook }
        page.record("page", Shell.shape) { $0.page }
        page.text("title") { $0.guide.title }
        page.text("subtitle") { $0.guide.subtitle }
        page.text("publisher") { $0.guide.publisher }
        page.text("edition") { $0.guide.edition }
        page.text("foreword") { $0.foreword }
        page.text("todayText") { $0.todayText }
        page.text("todayISO") { $0.todayISO }
        page.list("today", PlaceRow.shape) { $0.today }
        page.text("moreToday") { $0.moreToday }
        page.text("longestToday") { _ in String(PageWriter.longestToday) }
        page.text("calendar") { $0.calendar }
        page.text("map") { $0.map }
        page.list("areas", AreaLink.shape) { $0.areas }
        page.list("groups", PictogramGroup.shape) { $0.groups }
        page.list("events", TitleLink.shape) { $0.events }
        page.list("stories", TitleLink.shape) { $0.stories }
        page.list("pages", TitleLink.shape) { $0.pages }
    }
}

extension PageWriter {
    /// A first page is a page, not a directory.
    static let longestToday = 24

    func homePage() -> HomePage {
        let guide = publication.guide
        let meetings = agenda.onToday
        var seen: Set<PlaceIndex> = []
        let today = meetings.filter { seen.insert($0.place).inserted }
        return HomePage(
            page: shell(at: "index.html", title: guide.title, description: guide.subtitle), guide: guide,
            foreword: body(guide.foreword, root: "", under: 2),
            todayText: phrases.shortDay(publication.today), todayISO: publication.today.iso,
            today: today.prefix(Self.longestToday).map { meeting in
                var row = placeRow(meeting.place, root: "")
                row.time = phrases.time(from: meeting.start, to: meeting.end)
                (row.when, row.written) = ("", "")
                return row
            },
            moreToday: today.count > Self.longestToday
                ? phrases("home.moreToday", ["count": String(today.count - Self.longestToday)]) : "",
            calendar: Month(of: publication.today).address, map: overview.figure,
            areas: publication.areas.indices.filter { publication.areas[$0].layer > 1 || publication.areas.count == 1 }
                .map { areaLink($0, root: "") },
            groups: activityGroups(root: ""), events: publication.events.indices.map { eventLink($0, root: "") },
            stories: publication.stories.indices.prefix(4).map { storyLink($0, root: "") },
            pages: publication.pages.indices.map { pageLink($0, root: "") }, hasBook: hasBook)
    }
}
