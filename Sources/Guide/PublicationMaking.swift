/// The rules of consent: makes from a guide what may be shown.
///
/// Every published record is built from nothing, field by field, so that a field which nobody thought of stays behind.

import Geography
import Markdown
import Parallel
import Publication
import Recurrence

extension Guidebook {
    /// What of this guide may be published on a day.
    package func publication(on today: Day) -> Publication {
        PublicationMaker(guide: self).make(on: today)
    }
}

/// (A class, so that the threads that make places do not each hold all of the guide's parts.)
final class PublicationMaker: Sendable {
    let guide: Guidebook
    /// Of each place of the guide, its index among the published; nil where its people did not agree.
    let published: [PlaceIndex?]
    /// Places of the guide in the order of publication.
    let order: [Int]
    /// Areas of the guide in the order of publication, and back.
    let areaOrder: [Int]
    let areaIndex: [Int]

    init(guide: Guidebook) {
        self.guide = guide
        order = guide.places.enumerated()
            .compactMap { place, filed in
                filed.record.isPublished ? filed.record.number.map { (number: $0.value, place: place) } : nil
            }
            .sorted { $0.number < $1.number }.map(\.place)
        var published = [PlaceIndex?](repeating: nil, count: guide.places.count)
        for (index, place) in order.enumerated() { published[place] = index }
        self.published = published
        (areaOrder, areaIndex) = guide.orderOfAreas
    }

    /// For a guide after some files were saved.
    init(_ revision: Revision, after other: PublicationMaker) {
        guide = revision.guide
        (areaOrder, areaIndex) =
            revision.hasSameAreas ? (other.areaOrder, other.areaIndex) : guide.orderOfAreas
        (order, published) =
            revision.ties.isEmpty ? (other.order, other.published) : other.order(after: revision)
    }

    /// - Parameter places: as they were made before; nil: they are made here.
    func make(on today: Day, _ places: [PublishedPlace]? = nil) -> Publication {
        var publication = publicationWithoutPlaces(on: today)
        publication.places = places ?? order.parallelMap(place)
        listPlaces(in: &publication)
        colourAreas(&publication)
        publication.retiredNumbers = retiredNumbers()
        return publication
    }

    /// What is made anew whenever more is other than some places: of all this there is little.
    func publicationWithoutPlaces(on today: Day) -> Publication {
        var publication = Publication(today: today)
        publication.guide = guide.facts.published
        publication.guide.foreword = text(publication.guide.foreword)
        publication.guide.activities = guide.relations.activities
        publication.areas = areaOrder.map(area)
        publication.stories = guide.stories.enumerated().map(story).sorted(by: newestFirst)
        publication.supports = guide.supports.map(support).sorted { ($0.reading, $0.id) < ($1.reading, $1.id) }
        // Each first day is found once, not whenever two events are compared.
        publication.events = guide.events.enumerated().map(event)
            .map { (event: $0, day: $0.firstDay ?? Day(number: .max)) }
            .sorted { ($0.day, $0.event.id) < ($1.day, $1.event.id) }
            .map(\.event)
        publication.pages = guide.pages.sorted { ($0.record.order, $0.path) < ($1.record.order, $1.path) }.map(page)
        publication.geography = guide.features
        return publication
    }

    // MARK: Places

    /// Areas and activities list their places.
    func listPlaces(in publication: inout Publication) {
        var byArea = [[PlaceIndex]](repeating: [], count: publication.areas.count)
        var byActivity = [[PlaceIndex]](repeating: [], count: publication.guide.activities.count)
        for (index, place) in publication.places.enumerated() {
            for area in place.relations.belongsTo { byArea[area].append(index) }
            for activity in place.relations.activities { byActivity[activity].append(index) }
        }
        for (area, places) in byArea.enumerated() { publication.areas[area].places = places }
        for (activity, places) in byActivity.enumerated() { publication.guide.activities[activity].places = places }
    }

    func place(_ number: Int) -> PublishedPlace {
        // (A record as a value of its own would be a copy of all its fields.)
        let place = guide.places[number]
        return PublishedPlace(
            number: guide.number(of: number), name: place.record.name.value, reading: place.record.reading,
            kind: place.record.kind, nature: place.record.nature, runBy: place.record.runBy,
            gatherings: place.record.gatherings.map { gathering($0, place.record.positionShown?.value) },
            audience: place.record.audience, capacity: place.record.capacity, fee: place.record.fee,
            booking: place.record.booking, bring: place.record.bring, supportGiven: place.record.supportGiven,
            access: place.record.access, contacts: contacts(place.record.contacts), photos: photos(place.record.photos),
            verified: place.record.verified?.value, voices: place.record.voices, body: text(place.record.body),
            relations: relations(of: number))
    }

    func relations(of number: Int) -> PlaceRelations {
        var relations = PlaceRelations()
        relations.areas = guide.relations.areas[number].map { areaIndex[$0] }
        relations.belongsTo = guide.relations.belongsTo[number].map { areaIndex[$0] }
        relations.belongsTo.sort()
        relations.isListedUnderSeveral = guide.relations.isUndecided[number]
        relations.activities = guide.relations.placeActivities[number]
        relations.foundThrough = places(guide.relations.foundThrough[number])
        relations.linked = places(guide.relations.linked[number])
        return relations
    }

    private func gathering(_ gathering: Gathering, _ chosen: PositionShown?) -> PublishedGathering {
        let location: PublishedLocation =
            switch gathering.shown(chosen) {
            case .exact: gathering.position.map { .exact($0.value) } ?? .unmarked
            case .approximate: gathering.position.map { .approximate(cell: $0.value.gridSquare.centre) } ?? .areaOnly
            case .areaOnly: .areaOnly
            case .none: .unmarked
            }
        let venue: Venue =
            gathering.isAtHome ? .privateHome : gathering.venue.isEmpty ? .unknown : .named(gathering.venue)
        return PublishedGathering(
            venue: venue, address: gathering.address(shown: chosen), location: location, schedule: gathering.schedule)
    }

    private func places(_ numbers: [Int]) -> [PlaceIndex] { numbers.compactMap { published[$0] } }

    private func contacts(_ contacts: [Contact]) -> [PublishedContact] {
        contacts.filter(\.isPublic).map(\.published)
    }

    private func photos(_ photos: [Photo]) -> [PublishedPhoto] {
        photos.filter { $0.isPublic && guide.photos.contains($0.file.value) }.map { photo in
            var published = PublishedPhoto()
            published.file = photo.file.value
            published.description = photo.description
            return published
        }
    }

    /// A text in which links to places lead to published ones only; of others not even the name is left.
    func text(_ text: MarkdownText) -> MarkdownText {
        text.resolvingPlaces(stranger: guide.facts.published.languages.first == "en" ? "a place" : "ある通いの場") {
            number(meantBy: $0)
        }
    }

    /// The number of the published place to which a link leads.
    func number(meantBy reference: PlaceReference) -> Int? {
        guard case .one(let place) = guide.relations.placeNames.find(reference.target, isGuessing: false),
            published[place] != nil
        else {
            return nil
        }
        return guide.number(of: place)
    }

    // MARK: The others

    private func story(_ number: Int, _ filed: Filed<Story>) -> PublishedStory {
        var story = PublishedStory()
        story.id = filed.record.id
        story.title = filed.record.title.value
        story.places = places(guide.relations.storyPlaces[number])
        story.features = filed.record.features
        story.day = filed.record.day
        story.issue = filed.record.issue
        story.author = filed.record.author
        story.photos = photos(filed.record.photos)
        story.body = text(filed.record.body)
        return story
    }

    private func newestFirst(_ left: PublishedStory, _ right: PublishedStory) -> Bool {
        (right.day ?? Day(number: 0), left.id) < (left.day ?? Day(number: 0), right.id)
    }

    private func support(_ filed: Filed<Support>) -> PublishedSupport {
        var support = PublishedSupport()
        support.id = filed.record.id
        support.name = filed.record.name.value
        support.reading = filed.record.reading
        support.needs = filed.record.needs
        support.contacts = contacts(filed.record.contacts)
        support.audience = filed.record.audience
        support.grants = filed.record.grants
        support.body = text(filed.record.body)
        return support
    }

    private func event(_ number: Int, _ filed: Filed<Event>) -> PublishedEvent {
        let record = filed.record
        var event = PublishedEvent()
        event.id = record.id
        event.title = record.title.value
        event.when = record.when
        event.schedule = record.schedule
        event.gathering = gathering(record.gathering, record.positionShown?.value)
        event.booking = record.booking
        event.fee = record.fee
        event.performers = places(guide.relations.performers[number])
        event.contacts = contacts(record.contacts)
        event.body = text(record.body)
        return event
    }

    private func page(_ filed: Filed<FreePage>) -> PublishedPage {
        var page = PublishedPage()
        page.id = filed.record.id
        page.title = filed.record.title.value
        page.body = text(filed.record.body)
        return page
    }

    /// Numbers whose pages say "no longer listed": those retired by the editors and those of places that have withdrawn or
    /// ended. Of a place that is only waiting for an answer nothing is said, not even that there is one.
    func retiredNumbers() -> [Int] {
        let numbers = guide.relations.placeNames.numbers
        var retired = guide.facts.retiredNumbers
        for (place, number) in zip(guide.places, numbers) where place.record.hasWithdrawn {
            if let number { retired.insert(number) }
        }
        for place in order where !retired.isEmpty { if let number = numbers[place] { retired.remove(number) } }
        return retired.sorted()
    }
}

extension Guidebook {
    fileprivate func number(of place: Int) -> Int { places[place].record.number?.value ?? 0 }
}

extension Contact {
    /// What a contact who agreed shows.
    var published: PublishedContact {
        var contact = PublishedContact()
        contact.name = name
        contact.telephone = telephone
        contact.fax = fax
        contact.mail = mail
        contact.url = url
        return contact
    }
}

extension PublishedEvent {
    fileprivate var firstDay: Day? {
        guard let schedule else { return nil }
        func first(from start: Int, to end: Int) -> Day? {
            schedule.occurrences(from: Day(number: start), to: Day(number: end)).first?.day
        }
        // Most events are of named days, a move of those is one of days; and what repeats does so within a year or two.
        let named = schedule.rules.flatMap(\.selection.any).map(\.dates)
        let days = named.joined().map { Int($0.number) }
        if let earliest = days.min(), let latest = days.max(), named.allSatisfy({ !$0.isEmpty }) {
            return first(from: earliest - 40, to: latest + 40)
        }
        return first(from: 0, to: 800) ?? first(from: 0, to: 60_000)
    }
}
