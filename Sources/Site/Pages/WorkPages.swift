/// Stories, events, those who support, free pages, and what stands about the guide.

import Publication
import Recurrence
import Templates

struct StoryPage: Sendable {
    var page: Shell
    var story: PublishedStory
    var day: String
    var photos: [PhotoView]
    var body: HTML
    var places: [PlaceRow]

    static let shape = Shape<StoryPage>("story") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("title") { $0.story.title }
        page.text("issue") { $0.story.issue }
        page.text("author") { $0.story.author }
        page.text("day") { $0.day }
        page.list("features") { $0.story.features }
        page.list("photos", PhotoView.shape) { $0.photos }
        page.text("body") { $0.body }
        page.list("places", PlaceRow.shape) { $0.places }
    }
}

struct EventPage: Sendable {
    var page: Shell
    var event: PublishedEvent
    var venue: String
    var body: HTML
    var performers: [PlaceRow]

    static let shape = Shape<EventPage>("event") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("title") { $0.event.title }
        page.text("when") { $0.event.when }
        page.text("venue") { $0.venue }
        page.text("address") { $0.event.gathering.address }
        page.text("fee") { $0.event.fee.text }
        page.text("booking") { $0.event.booking }
        page.text("body") { $0.body }
        page.list("contacts", ContactView.shape) { $0.event.contacts.map { ContactView($0) } }
        page.list("performers", PlaceRow.shape) { $0.performers }
    }
}

/// stories/index.html: the stories by the newsletter in which they stood, newest first.
struct StoriesPage: Sendable {
    var page: Shell
    var groups: [StoryGroup]

    static let shape = Shape<StoriesPage>("stories") { page in
        page.record("page", Shell.shape) { $0.page }
        page.list("groups", StoryGroup.shape) { $0.groups }
    }
}

struct StoryGroup: Sendable {
    var issue: String
    var stories: [TitleLink]

    static let shape = Shape<StoryGroup>("story group") { group in
        group.text("issue") { $0.issue }
        group.list("stories", TitleLink.shape) { $0.stories }
    }
}

/// events/index.html.
struct TitlesPage: Sendable {
    var page: Shell
    var links: [TitleLink]

    static func shape(_ list: String) -> Shape<TitlesPage> {
        Shape<TitlesPage>(list) { page in
            page.record("page", Shell.shape) { $0.page }
            page.list(list, TitleLink.shape) { $0.links }
        }
    }
}

struct FreePageView: Sendable {
    var page: Shell
    var title: String
    var body: HTML

    static let shape = Shape<FreePageView>("page") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("title") { $0.title }
        page.text("body") { $0.body }
    }
}

struct SupportPage: Sendable {
    var page: Shell
    var needs: [Need]
    var supports: [SupportView]

    static let shape = Shape<SupportPage>("support") { page in
        page.record("page", Shell.shape) { $0.page }
        page.list("needs", Need.shape) { $0.needs }
        page.list("supports", SupportView.shape) { $0.supports }
    }

    struct Need: Sendable {
        var id: String
        var name: String
        var supports: [SupportView]

        static let shape = Shape<Need>("need") { need in
            need.text("id") { $0.id }
            need.text("name") { $0.name }
            need.list("supports", SupportView.shape) { $0.supports }
        }
    }
}

struct SupportView: Sendable {
    var id: String
    var name: HTML
    var support: PublishedSupport
    var body: HTML

    static let shape = Shape<SupportView>("support entry") { view in
        view.text("id") { $0.id }
        view.text("name") { $0.name }
        view.list("needs") { $0.support.needs }
        view.text("audience") { $0.support.audience }
        view.text("body") { $0.body }
        view.list("grants", GrantView.shape) { $0.support.grants.map(GrantView.init) }
        view.list("contacts", ContactView.shape) { $0.support.contacts.map { ContactView($0) } }
    }
}

struct GrantView: Sendable {
    var grant: Grant

    static let shape = Shape<GrantView>("grant") { view in
        view.text("name") { $0.grant.name }
        view.text("amount") { $0.grant.amount }
        view.text("deadline") { $0.grant.deadline }
        view.text("description") { $0.grant.description }
    }
}

struct AboutPage: Sendable {
    var page: Shell
    var guide: PublishedGuide
    var foreword: HTML
    var pages: [TitleLink]

    static let shape = Shape<AboutPage>("about") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("foreword") { $0.foreword }
        page.text("publisher") { $0.guide.publisher }
        page.text("edition") { $0.guide.edition }
        page.record("office", ContactView.shape) { ContactView($0.guide.office) }
        page.text("licence") { $0.guide.licence }
        page.text("credit") { $0.guide.credit }
        page.list("pages", TitleLink.shape) { $0.pages }
    }
}

/// 404.html, and the pages of numbers that are no longer listed.
struct MissingPage: Sendable {
    var page: Shell
    var home: String
    var numberSpoken = ""

    static let shape = Shape<MissingPage>("missing") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("home") { $0.home }
        page.text("numberSpoken") { $0.numberSpoken }
    }
}

extension PageWriter {
    func storyPage(_ index: Int) -> StoryPage {
        let story = publication.stories[index]
        return StoryPage(
            page: shell(at: Address.story(story), title: story.title, description: story.body.plainText(limit: 120)),
            story: story, day: story.day.map(phrases.longDay) ?? "", photos: photos(story.photos, root: "../"),
            body: body(story.body, root: "../", under: 1), places: story.places.map { placeRow($0, root: "../") })
    }

    func eventPage(_ index: Int) -> EventPage {
        let event = publication.events[index]
        return EventPage(
            page: shell(
                at: Address.event(event), title: event.title, description: event.body.plainText(limit: 120),
                structuredData: StructuredData.event(event, in: self)),
            event: event, venue: venue(event.gathering.venue), body: body(event.body, root: "../", under: 1),
            performers: event.performers.map { placeRow($0, root: "../") })
    }

    func storiesPage() -> StoriesPage {
        let stories = publication.stories
        var groups: [StoryGroup] = []
        for issue in stories.map(\.issue).uniqued() {
            let own = stories.indices.filter { stories[$0].issue == issue }
            groups.append(StoryGroup(issue: issue, stories: own.map { storyLink($0, root: "../") }))
        }
        return StoriesPage(page: shell(at: "stories/index.html", title: phrases("nav.stories")), groups: groups)
    }

    func eventsPage() -> TitlesPage {
        TitlesPage(
            page: shell(at: "events/index.html", title: phrases("nav.events")),
            links: publication.events.indices.map { eventLink($0, root: "../") })
    }

    func freePage(_ index: Int) -> FreePageView {
        let page = publication.pages[index]
        return FreePageView(
            page: shell(at: Address.page(page), title: page.title, description: page.body.plainText(limit: 120)),
            title: page.title, body: body(page.body, root: "../", under: 1))
    }

    func supportPage() -> SupportPage {
        let views = publication.supports.enumerated().map { number, support in
            SupportView(
                id: "support-\(number + 1)", name: phrases.name(support.name, support.reading), support: support,
                body: body(support.body, root: "", under: 2, idPrefix: "support-\(number + 1)-"))
        }
        var needs: [SupportPage.Need] = []
        for view in views {
            for need in view.support.needs {
                if let known = needs.firstIndex(where: { $0.name == need }) {
                    needs[known].supports.append(view)
                } else {
                    needs.append(SupportPage.Need(id: "need-\(needs.count + 1)", name: need, supports: [view]))
                }
            }
        }
        return SupportPage(
            page: shell(at: "support.html", title: phrases("support.title")), needs: needs, supports: views)
    }

    func aboutPage() -> AboutPage {
        AboutPage(
            page: shell(at: "about.html", title: phrases("about.title")), guide: publication.guide,
            foreword: body(publication.guide.foreword, root: "", under: 1),
            pages: publication.pages.indices.map { pageLink($0, root: "") })
    }

    /// It is shown for addresses at any depth, so its links begin at the site's root, as far as that is known.
    func missingPage() -> MissingPage {
        MissingPage(
            page: shell(at: "404.html", title: phrases("missing.title"), root: base), home: base + "index.html")
    }

    func withdrawnPage(_ number: Int) -> MissingPage {
        let spoken = phrases.number(number)
        return MissingPage(
            page: shell(at: Address.place(number), title: spoken), home: "../index.html", numberSpoken: spoken)
    }
}
