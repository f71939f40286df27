/// A file that is made from the publication: where it stands and what it is of.

import Parallel
import Publication

struct Page: Sendable {
    var path: String
    var kind: Kind

    enum Kind: Sendable {
        case home, areas, activities, kana, week, find, my, access, offline, state, links, support, stories, events,
            about, missing
        case area(Int)
        case place(Int)
        case activity(Int)
        case story(Int)
        case event(Int)
        case page(Int)
        case withdrawn(Int)
        case placeCalendar(Int)
        case areaCalendar(Int)
        case areaMarks(Int)
        case calendar, placesJSON, placesGeoJSON, feed, robots
        case searchData, searchText, daysData, contactsData
        case month(Month)
    }

    /// Stands once for all languages.
    var isShared: Bool {
        switch kind {
        case .missing, .placeCalendar, .areaCalendar, .areaMarks, .calendar, .placesJSON, .placesGeoJSON, .feed,
            .robots:
            true
        default: false
        }
    }

    /// Grows with the guide.
    var showsAllPlaces: Bool {
        switch kind {
        case .kana, .state, .calendar, .placesJSON, .placesGeoJSON, .searchData, .searchText, .daysData, .contactsData:
            true
        default: false
        }
    }

    /// Every page of a site, in a stable order.
    static func all(of publication: Publication) -> [Page] {
        general(of: publication)
            + publication.places.indices.parallelMap { index in
                let number = publication.places[index].number
                return [
                    Page(path: Address.place(number), kind: .place(index)),
                    Page(path: Address.placeCalendar(number), kind: .placeCalendar(index)),
                ]
            }.joined() + particular(of: publication)
    }

    /// The page that stands at a path.
    static func at(_ path: String, of publication: Publication, _ relations: Crosslinks) -> Page? {
        if path.hasPrefix("places/"), let number = Int(path.dropFirst("places/".count).prefix { $0 != "." }),
            let index = relations.indexByNumber[number]
        {
            if path == Address.place(number) { return Page(path: path, kind: .place(index)) }
            if path == Address.placeCalendar(number) { return Page(path: path, kind: .placeCalendar(index)) }
        }
        return general(of: publication).first { $0.path == path }
            ?? particular(of: publication).first { $0.path == path }
    }

    private static func general(of publication: Publication) -> [Page] {
        var pages: [Page] = [
            Page(path: "index.html", kind: .home), Page(path: "areas.html", kind: .areas),
            Page(path: "activities/index.html", kind: .activities), Page(path: "kana.html", kind: .kana),
            Page(path: "week.html", kind: .week), Page(path: "find.html", kind: .find),
            Page(path: "data/search.js", kind: .searchData), Page(path: "data/text.js", kind: .searchText),
            Page(path: "data/days.js", kind: .daysData), Page(path: "data/contacts.js", kind: .contactsData),
            Page(path: "my.html", kind: .my), Page(path: "state.html", kind: .state),
            Page(path: "links.html", kind: .links), Page(path: "access.html", kind: .access),
            Page(path: "offline.html", kind: .offline), Page(path: "about.html", kind: .about),
            Page(path: "404.html", kind: .missing), Page(path: "calendar.ics", kind: .calendar),
            Page(path: "data/places.json", kind: .placesJSON), Page(path: "data/places.geojson", kind: .placesGeoJSON),
            Page(path: "feed.xml", kind: .feed), Page(path: "robots.txt", kind: .robots),
        ]
        pages += Month.all(from: publication.today).map { Page(path: $0.address, kind: .month($0)) }
        if !publication.supports.isEmpty { pages.append(Page(path: "support.html", kind: .support)) }
        if !publication.stories.isEmpty { pages.append(Page(path: "stories/index.html", kind: .stories)) }
        if !publication.events.isEmpty { pages.append(Page(path: "events/index.html", kind: .events)) }
        for (index, area) in publication.areas.enumerated() {
            pages.append(Page(path: Address.decoded(Address.area(area)), kind: .area(index)))
            pages.append(Page(path: Address.decoded(Address.areaCalendar(area)), kind: .areaCalendar(index)))
            if publication.hasSlippyMap(area) {
                pages.append(Page(path: Address.decoded(Address.areaMarks(area)), kind: .areaMarks(index)))
            }
        }
        return pages
    }

    private static func particular(of publication: Publication) -> [Page] {
        var pages: [Page] = []
        for number in publication.retiredNumbers {
            pages.append(Page(path: Address.place(number), kind: .withdrawn(number)))
        }
        for (index, activity) in publication.guide.activities.enumerated() where !activity.places.isEmpty {
            pages.append(Page(path: Address.activity(activity), kind: .activity(index)))
        }
        for (index, story) in publication.stories.enumerated() {
            pages.append(Page(path: Address.decoded(Address.story(story)), kind: .story(index)))
        }
        for (index, event) in publication.events.enumerated() {
            pages.append(Page(path: Address.decoded(Address.event(event)), kind: .event(index)))
        }
        for (index, page) in publication.pages.enumerated() {
            pages.append(Page(path: Address.decoded(Address.page(page)), kind: .page(index)))
        }
        return pages
    }
}
