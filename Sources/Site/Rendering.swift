/// The bytes of each kind of page.

import Publication
import Templates

extension PageWriter {
    /// What stands once for all languages stands with the first.
    func has(_ page: Page) -> Bool { folder.isEmpty || !page.isShared }

    /// The bytes of a page.
    func render(_ page: Page) -> [UInt8] {
        switch page.kind {
        case .home: write(templates.home, homePage())
        case .areas: write(templates.areas, areasPage())
        case .activities: write(templates.activities, activitiesPage())
        case .kana: write(templates.kana, kanaPage())
        case .week: write(templates.week, weekPage())
        case .find: write(templates.find, findPage())
        case .my: write(templates.my, myPage())
        case .access: write(templates.access, accessPage())
        case .state: write(templates.state, statePage())
        case .links: write(templates.links, linksPage())
        case .offline: write(templates.offline, offlinePage())
        case .month(let month): write(templates.calendar, calendarPage(month))
        case .support: write(templates.support, supportPage())
        case .stories: write(templates.stories, storiesPage())
        case .events: write(templates.events, eventsPage())
        case .about: write(templates.about, aboutPage())
        case .missing: write(templates.missing, missingPage())
        case .area(let index): write(templates.area, areaPage(index))
        case .place(let index): write(templates.place, placePage(index))
        case .activity(let index): write(templates.activity, activityPage(index))
        case .story(let index): write(templates.story, storyPage(index))
        case .event(let index): write(templates.event, eventPage(index))
        case .page(let index): write(templates.page, freePage(index))
        case .withdrawn(let number): write(templates.withdrawn, withdrawnPage(number))
        case .placeCalendar(let index):
            calendar(named: publication.places[index].name, of: [index])
        case .areaCalendar(let index):
            calendar(named: publication.areas[index].name, of: publication.areas[index].places)
        case .areaMarks(let index): slippyMarks(index)
        case .calendar:
            calendar(
                named: publication.guide.title, of: Array(publication.places.indices), withEvents: true)
        case .placesJSON: placesJSON()
        case .placesGeoJSON: placesGeoJSON()
        case .feed: feed()
        case .robots: robots()
        case .searchData: searchData()
        case .searchText: searchText()
        case .daysData: daysData()
        case .contactsData: contactsData()
        }
    }

    private func write<View>(_ template: Template<View>, _ view: View) -> [UInt8] {
        var output = OutputBuffer(capacity: 32 << 10)
        template.render(view, into: &output)
        return output.bytes
    }
}
