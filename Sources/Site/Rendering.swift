/// The bytes of each kind of page.

import Publication
import Templates

extension PageWriter {
    /// What stands once for all languages stands with the first.
    func has(_ page: Page) -> Bool { folder.isEmpty || !page.isShared }

    /// The bytes of a page.
    func render(_ page: Page) -> [UInt8] {
        var output = OutputBuffer(capacity: 32 << 10)
        render(page, into: &output)
        return output.bytes
    }

    /// Appends the bytes of a page.
    func render(_ page: Page, into output: inout OutputBuffer) {
        switch page.kind {
        case .home: templates.home.render(homePage(), into: &output)
        case .areas: templates.areas.render(areasPage(), into: &output)
        case .activities: templates.activities.render(activitiesPage(), into: &output)
        case .kana: templates.kana.render(kanaPage(), into: &output)
        case .week: templates.week.render(weekPage(), into: &output)
        case .find: templates.find.render(findPage(), into: &output)
        case .my: templates.my.render(myPage(), into: &output)
        case .access: templates.access.render(accessPage(), into: &output)
        case .state: templates.state.render(statePage(), into: &output)
        case .links: templates.links.render(linksPage(), into: &output)
        case .offline: templates.offline.render(offlinePage(), into: &output)
        case .month(let month): templates.calendar.render(calendarPage(month), into: &output)
        case .support: templates.support.render(supportPage(), into: &output)
        case .stories: templates.stories.render(storiesPage(), into: &output)
        case .events: templates.events.render(eventsPage(), into: &output)
        case .about: templates.about.render(aboutPage(), into: &output)
        case .missing: templates.missing.render(missingPage(), into: &output)
        case .area(let index): templates.area.render(areaPage(index), into: &output)
        case .place(let index): templates.place.render(placePage(index), into: &output)
        case .activity(let index): templates.activity.render(activityPage(index), into: &output)
        case .story(let index): templates.story.render(storyPage(index), into: &output)
        case .event(let index): templates.event.render(eventPage(index), into: &output)
        case .page(let index): templates.page.render(freePage(index), into: &output)
        case .withdrawn(let number): templates.withdrawn.render(withdrawnPage(number), into: &output)
        case .placeCalendar(let index):
            output.append(calendar(named: publication.places[index].name, of: [index]))
        case .areaCalendar(let index):
            output.append(
                calendar(named: publication.areas[index].name, of: publication.areas[index].places))
        case .areaMarks(let index): output.append(slippyMarks(index))
        case .calendar:
            output.append(
                calendar(named: publication.guide.title, of: Array(publication.places.indices), withEvents: true))
        case .placesJSON: output.append(placesJSON())
        case .placesGeoJSON: output.append(placesGeoJSON())
        case .feed: output.append(feed())
        case .robots: output.append(robots())
        case .searchData: output.append(searchData())
        case .searchText: output.append(searchText())
        case .daysData: output.append(daysData())
        case .contactsData: output.append(contactsData())
        }
    }
}
