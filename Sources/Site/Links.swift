/// The small views that many pages share: a link to a place, an area, an activity, a contact.

import Publication
import Templates

/// A place in a list.
struct PlaceRow: Sendable {
    var entry: KanaEntry
    var when: String
    /// In place of `when`: dates that nobody could read, in the words of who wrote them.
    var written = ""
    /// The hours of the day that the list is of; empty in other lists.
    var time = ""
    /// The halls by their names.
    var venue: String
    /// In place of a hall: somebody's home, or not known.
    var whereabouts: String
    var activities: [String]
    /// The id by which pins of the map lead here; empty where a page may show the place twice.
    var anchor = ""

    static let shape = Shape<PlaceRow>("place-row") { row in
        row.text("number") { $0.entry.place.number }
        row.text("numberSpoken") { $0.entry.place.numberSpoken }
        row.text("href") { $0.entry.href }
        row.text("name") { $0.entry.place.name }
        row.text("when") { KeepingHours(sentence: $0.when) }
        row.text("written") { $0.written }
        row.text("time") { $0.time }
        row.text("venue") { $0.venue }
        row.text("where") { $0.whereabouts }
        row.list("activities") { $0.activities }
        row.text("colourClass") { $0.entry.place.colourClass }
        row.text("anchor") { $0.anchor }
    }
}

/// An area in a list.
struct AreaLink: Sendable {
    var href: String
    var name: HTML
    var countText: String
    var colourClass: String

    static let shape = Shape<AreaLink>("area-link") { link in
        link.text("href") { $0.href }
        link.text("name") { $0.name }
        link.text("countText") { $0.countText }
        link.text("colourClass") { $0.colourClass }
    }
}

/// An activity or a thing of the way in, with its pictogram.
struct PictogramLink: Sendable {
    var href: String
    var name: String
    var pictogram: HTML
    var countText: String

    static let shape = Shape<PictogramLink>("pictogram") { link in
        link.text("href") { $0.href }
        link.text("name") { $0.name }
        link.text("pictogram") { $0.pictogram }
        link.text("countText") { $0.countText }
    }
}

struct PictogramGroup: Sendable {
    var name: String
    var activities: [PictogramLink]

    static let shape = Shape<PictogramGroup>("group") { group in
        group.text("name") { $0.name }
        group.list("activities", PictogramLink.shape) { $0.activities }
    }
}

/// A title that leads somewhere: a story, an event, a page.
struct TitleLink: Sendable {
    var href: String
    var title: String
    var when = ""
    var day = ""
    var summary = ""

    static let shape = Shape<TitleLink>("link") { link in
        link.text("href") { $0.href }
        link.text("title") { $0.title }
        link.text("when") { $0.when }
        link.text("day") { $0.day }
        link.text("summary") { $0.summary }
    }
}

struct ContactView: Sendable {
    var contact: PublishedContact
    var address = ""
    var hours = ""

    init(_ contact: PublishedContact) { self.contact = contact }

    /// The guide's office; nil where guide.md names none.
    init?(_ office: Office) {
        guard office != Office() else { return nil }
        contact = office.contact
        address = office.address
        hours = office.hours
    }

    static let shape = Shape<ContactView>("contact") { view in
        view.text("name") { $0.contact.name }
        view.text("telephone") { $0.contact.telephone }
        view.text("telephoneDigits") {
            String(
                decoding: $0.contact.telephone.utf8.filter { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "+") },
                as: UTF8.self)
        }
        view.text("fax") { $0.contact.fax }
        view.text("faxHead") { String($0.contact.fax.prefix { $0 != "-" }) }
        view.text("faxTail") { String($0.contact.fax.drop { $0 != "-" }) }
        view.text("mail") { $0.contact.mail }
        view.text("url") { $0.contact.url }
        view.text("address") { $0.address }
        view.text("hours") { $0.hours }
    }
}

struct CoordinatorView: Sendable {
    var coordinator: Coordinator

    static let shape = Shape<CoordinatorView>("coordinator") { view in
        view.text("affiliation") { $0.coordinator.affiliation }
        view.record("contact", ContactView.shape) { ContactView($0.coordinator.contact) }
        view.text("introduction") { $0.coordinator.introduction }
    }
}

struct CouncilView: Sendable {
    var council: AreaCouncil

    static let shape = Shape<CouncilView>("council") { view in
        view.text("name") { $0.council.name }
        view.text("meets") { $0.council.meets }
        view.text("venue") { $0.council.venue }
        view.text("introduction") { $0.council.introduction }
    }
}

/// A photo in its prepared sizes.
struct PhotoView: Sendable {
    /// The file for browsers that know nothing of srcset.
    var src: String
    /// As srcset has it: addresses with widths.
    var webp: String
    var jpeg: String
    /// Of `src`, in pixels, so that the page does not jump when it arrives.
    var width: Int
    var height: Int
    var alt: String

    static let shape = Shape<PhotoView>("photo") { view in
        view.text("src") { $0.src }
        view.text("webp") { $0.webp }
        view.text("jpeg") { $0.jpeg }
        view.text("width") { $0.width }
        view.text("height") { $0.height }
        view.text("alt") { $0.alt }
    }
}

// MARK: Made

extension PageWriter {
    func placeRow(_ index: PlaceIndex, root: String, isAnchor: Bool = false) -> PlaceRow {
        let place = publication.places[index]
        let venues = place.gatherings.map { venue($0.venue) }
        // A library is where its name says: it need not stand there twice.
        func other(_ venue: String) -> String? { venue == place.name ? nil : venue }
        let isNamed = place.gatherings.contains { if case .named = $0.venue { true } else { false } }
        let isWritten = place.gatherings.contains { $0.schedule.map { $0.status != .exact } ?? false }
        let when = sentences(of: index).joined(separator: "／")
        let isOne = venues.allSatisfy { $0 == venues.first }
        let whereabouts = isOne ? venues.first.flatMap(other) ?? "" : venues.joined(separator: "・")
        return PlaceRow(
            entry: entry(index, root: root), when: isWritten ? "" : when, written: isWritten ? when : "",
            venue: isNamed ? whereabouts : "",
            whereabouts: isNamed ? "" : whereabouts,
            // A row stands on the page of each of them: all on all would be too many. The place's page has them all.
            activities: place.relations.activities.prefix(20).map { activityName(publication.guide.activities[$0]) },
            anchor: isAnchor ? "no-\(place.number)" : "")
    }

    func areaLink(_ index: AreaIndex, root: String) -> AreaLink {
        var link = areaLinks.value(index) {
            let area = publication.areas[index]
            return AreaLink(
                href: Address.area(area), name: areaTitle(area),
                countText: phrases.count(area.places.count), colourClass: colourClass(of: index))
        }
        link.href = root + link.href
        return link
    }

    /// An area's name in the language of the pages.
    func areaName(_ index: AreaIndex) -> String {
        phrases.isJapanese || publication.areas[index].latinName.isEmpty
            ? publication.areas[index].name : publication.areas[index].latinName
    }

    func activityName(_ activity: Activity) -> String {
        phrases.isJapanese || activity.latinName.isEmpty ? activity.name : activity.latinName
    }

    func activityLink(_ index: ActivityIndex, root: String) -> PictogramLink {
        var link = activityLinks.value(index) {
            let activity = publication.guide.activities[index]
            return PictogramLink(
                href: Address.activity(activity), name: activityName(activity),
                pictogram: pictograms.activity(activity), countText: phrases.count(activity.places.count))
        }
        link.href = root + link.href
        return link
    }

    func storyLink(_ index: Int, root: String) -> TitleLink {
        let story = publication.stories[index]
        return TitleLink(
            href: root + Address.story(story), title: story.title, day: story.day.map(phrases.longDay) ?? "",
            summary: story.features.joined(separator: phrases("list.separator")))
    }

    func eventLink(_ index: Int, root: String) -> TitleLink {
        let event = publication.events[index]
        return TitleLink(href: root + Address.event(event), title: event.title, when: event.when)
    }

    func pageLink(_ index: Int, root: String) -> TitleLink {
        let page = publication.pages[index]
        return TitleLink(href: root + Address.page(page), title: page.title)
    }
}
