/// One language of the site: its pages with the templates that show them.

import Publication
import Templates

final class Edition: Sendable {
    let writer: PageWriter
    let templates: PageTemplates

    init(writer: PageWriter, templates: PageTemplates) {
        self.writer = writer
        self.templates = templates
    }

    /// The bytes of a page.
    func render(_ page: Page) -> [UInt8] {
        switch page.kind {
        case .home: write(templates.home, writer.homePage())
        case .areas: write(templates.areas, writer.areasPage())
        case .activities: write(templates.activities, writer.activitiesPage())
        case .kana: write(templates.kana, writer.kanaPage())
        case .week: write(templates.week, writer.weekPage())
        case .find: write(templates.find, writer.findPage())
        case .my: write(templates.my, writer.myPage())
        case .access: write(templates.access, writer.accessPage())
        case .state: write(templates.state, writer.statePage())
        case .links: write(templates.links, writer.linksPage())
        case .offline: write(templates.offline, writer.offlinePage())
        case .month(let month): write(templates.calendar, writer.calendarPage(month))
        case .support: write(templates.support, writer.supportPage())
        case .stories: write(templates.stories, writer.storiesPage())
        case .events: write(templates.events, writer.eventsPage())
        case .about: write(templates.about, writer.aboutPage())
        case .missing: write(templates.missing, writer.missingPage())
        case .area(let index): write(templates.area, writer.areaPage(index))
        case .place(let index): write(templates.place, writer.placePage(index))
        case .activity(let index): write(templates.activity, writer.activityPage(index))
        case .story(let index): write(templates.story, writer.storyPage(index))
        case .event(let index): write(templates.event, writer.eventPage(index))
        case .page(let index): write(templates.page, writer.freePage(index))
        case .withdrawn(let number): write(templates.withdrawn, writer.withdrawnPage(number))
        case .placeCalendar(let index):
            writer.calendar(named: writer.publication.places[index].name, of: [index])
        case .areaCalendar(let index):
            writer.calendar(named: writer.publication.areas[index].name, of: writer.publication.areas[index].places)
        case .areaMarks(let index): writer.slippyMarks(index)
        case .calendar:
            writer.calendar(
                named: writer.publication.guide.title, of: Array(writer.publication.places.indices), withEvents: true)
        case .placesJSON: writer.placesJSON()
        case .placesGeoJSON: writer.placesGeoJSON()
        case .feed: writer.feed()
        case .robots: writer.robots()
        case .searchData: writer.searchData()
        case .searchText: writer.searchText()
        case .daysData: writer.daysData()
        case .contactsData: writer.contactsData()
        }
    }

    private func write<View>(_ template: Template<View>, _ view: View) -> [UInt8] {
        var output = OutputBuffer(capacity: 32 << 10)
        template.render(view, into: &output)
        return output.bytes
    }
}
