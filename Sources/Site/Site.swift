/// The web site: every file of it, made from a publication.
///
///     let site = try Site(publication, look, base: "/")
///     site.forEachFile { path, bytes in … }

import Cartography
import Parallel
import Publication
import Synchronization
import Templates

package struct Site: Sendable {
    private let publication: Publication
    private let look: Look
    private let editions: [Edition]

    /// One language of the site.
    private struct Edition: Sendable {
        let writer: PageWriter
        let templates: PageTemplates
    }

    /// - Parameter base: the path below which the site will stand, for the page that is shown for lost addresses.
    package init(_ publication: Publication, _ look: Look, base: String? = nil) {
        self.publication = publication
        self.look = look
        let agenda = Agenda(publication)
        let basemap = Basemap(
            publication.geography.filter { !publication.guide.omittedLayers.contains($0.kind.rawValue) })
        let pictograms = Pictograms(look.files)
        editions = look.languages.map { language in
            var writer = PageWriter(
                publication, language.phrases, agenda: agenda, basemap: basemap, pictograms: pictograms,
                base: base ?? Self.base(of: publication.guide.url))
            for root in ["", "../", writer.base] {
                let frame = Frame(publication, language.phrases, root: root)
                writer.frames[root] = RenderedFrame(
                    head: language.templates.head.render(frame), header: language.templates.header.render(frame),
                    footer: language.templates.footer.render(frame))
            }
            let unfinished = writer
            writer.rows = publication.places.indices.parallelMap { index in
                language.templates.row.render(unfinished.placeRow(index, root: "../"))
            }
            return Edition(writer: writer, templates: language.templates)
        }
    }

    /// Hands every file to `take`, from several threads, and says which links lead nowhere.
    package func forEachFile(_ take: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> Void) -> [BrokenLink] {
        let links = LinkLedger()
        guard let edition = editions.first else { return [] }
        let pages = pages()
        let deliver: @Sendable (String, [UInt8]) -> Void = { path, bytes in
            if path.hasSuffix(".html") { links.note(page: path, bytes) } else { links.note(file: path) }
            take(path, bytes)
        }
        _ = pages.parallelMap { page in
            deliver(page.path, edition.render(page))
        }
        for file in look.assets { deliver(file.name, file.bytes) }
        for photo in photos() { links.note(file: photo) }
        for (path, bytes) in Sitemap.files(for: pages.map(\.path).filter(Self.isListed), below: publication.guide.url) {
            deliver(path, bytes)
        }
        return links.broken()
    }

    /// The photos that pages show, below photos/.
    package func photos() -> [String] {
        let named = publication.places.flatMap(\.photos) + publication.stories.flatMap(\.photos)
        let bodies = publication.places.map(\.body) + publication.stories.map(\.body) + publication.areas.map(\.body)
            + publication.supports.map(\.body) + publication.events.map(\.body) + publication.pages.map(\.body)
            + [publication.guide.foreword]
        let drawn = bodies.flatMap(\.pictures).map(\.address).filter { !$0.contains("://") }
        return (named.map(\.file) + drawn).uniqued().sorted().map { "photos/" + $0 }
    }

    private static func isListed(_ path: String) -> Bool { path.hasSuffix(".html") && path != "404.html" }

    /// The path of an address: "/kayoi/" of https://example.org/kayoi/.
    private static func base(of url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return "/" }
        let rest = url[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
}

extension Site {
    /// A file that is made from the publication.
    private struct Page: Sendable {
        var path: String
        var kind: Kind

        enum Kind: Sendable {
            case home, areas, activities, kana, week, support, stories, events, about, missing
            case area(Int), place(Int), activity(Int), story(Int), event(Int), page(Int), withdrawn(Int)
            case placeCalendar(Int), areaCalendar(Int), calendar, placesJSON, placesGeoJSON, feed, robots
        }
    }

    /// Every page, in a stable order.
    private func pages() -> [Page] {
        var pages: [Page] = [
            Page(path: "index.html", kind: .home), Page(path: "areas.html", kind: .areas),
            Page(path: "activities/index.html", kind: .activities), Page(path: "kana.html", kind: .kana),
            Page(path: "week.html", kind: .week), Page(path: "about.html", kind: .about),
            Page(path: "404.html", kind: .missing), Page(path: "calendar.ics", kind: .calendar),
            Page(path: "data/places.json", kind: .placesJSON), Page(path: "data/places.geojson", kind: .placesGeoJSON),
            Page(path: "feed.xml", kind: .feed), Page(path: "robots.txt", kind: .robots),
        ]
        if !publication.supports.isEmpty { pages.append(Page(path: "support.html", kind: .support)) }
        if !publication.stories.isEmpty { pages.append(Page(path: "stories/index.html", kind: .stories)) }
        if !publication.events.isEmpty { pages.append(Page(path: "events/index.html", kind: .events)) }
        for (index, area) in publication.areas.enumerated() {
            pages.append(Page(path: Self.file(Address.area(area)), kind: .area(index)))
            pages.append(Page(path: Self.file(Address.areaCalendar(area)), kind: .areaCalendar(index)))
        }
        for (index, place) in publication.places.enumerated() {
            pages.append(Page(path: Address.place(place.number), kind: .place(index)))
            pages.append(Page(path: Address.placeCalendar(place.number), kind: .placeCalendar(index)))
        }
        for number in publication.retiredNumbers {
            pages.append(Page(path: Address.place(number), kind: .withdrawn(number)))
        }
        for (index, activity) in publication.guide.activities.enumerated() where !activity.places.isEmpty {
            pages.append(Page(path: Address.activity(activity), kind: .activity(index)))
        }
        for (index, story) in publication.stories.enumerated() {
            pages.append(Page(path: Self.file(Address.story(story)), kind: .story(index)))
        }
        for (index, event) in publication.events.enumerated() {
            pages.append(Page(path: Self.file(Address.event(event)), kind: .event(index)))
        }
        for (index, page) in publication.pages.enumerated() {
            pages.append(Page(path: Self.file(Address.page(page)), kind: .page(index)))
        }
        return pages
    }

    private static func file(_ address: String) -> String { Address.decoded(address) }
}

extension Site.Edition {
    fileprivate func render(_ page: Site.Page) -> [UInt8] {
        switch page.kind {
        case .home: write(templates.home, writer.homePage())
        case .areas: write(templates.areas, writer.areasPage())
        case .activities: write(templates.activities, writer.activitiesPage())
        case .kana: write(templates.kana, writer.kanaPage())
        case .week: write(templates.week, writer.weekPage())
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
        case .calendar:
            writer.calendar(
                named: writer.publication.guide.title, of: Array(writer.publication.places.indices), withEvents: true)
        case .placesJSON: writer.placesJSON()
        case .placesGeoJSON: writer.placesGeoJSON()
        case .feed: writer.feed()
        case .robots: writer.robots()
        }
    }

    private func write<View>(_ template: Template<View>, _ view: View) -> [UInt8] {
        var output = OutputBuffer(capacity: 16 << 10)
        template.render(view, into: &output)
        return output.bytes
    }
}
