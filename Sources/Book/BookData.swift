/// The one JSON file that the templates read. Its shape is documented in docs/book.md.

import Encoding
import Publication
import Recurrence
import Templates

/// Publication's records as the templates see them.
struct BookData: Sendable {
    let publication: Publication
    let words: StringTable
    /// Prepared pictures: name below photos/ → path in the working folder. What is not here is not printed.
    var photos: [String: String]

    var guide: JSON {
        let guide = publication.guide
        return [
            "title": .string(guide.title), "subtitle": .string(guide.subtitle), "publisher": .string(guide.publisher),
            "edition": .string(guide.edition), "municipality": .string(guide.municipality), "url": .string(guide.url),
            "code": .code(guide.url),
            "notice": .string(guide.notice[guide.languages.first ?? "ja"] ?? guide.notice["ja"] ?? ""),
            "credit": .string(guide.credit), "licence": .string(guide.licence),
            "holidayRules": JSON(holidayRules), "office": office, "foreword": JSON(guide.foreword),
        ]
    }

    /// What holds where a place says nothing, in sentences.
    private var holidayRules: [String] {
        UnsaidDays(publication)?.sentences("book") { words.text($0, $1) ?? $0 } ?? []
    }

    private var office: JSON {
        let office = publication.guide.office
        return [
            "contact": contact(office.contact), "address": .string(office.address), "hours": .string(office.hours),
        ]
    }

    func contact(_ contact: PublishedContact) -> JSON {
        [
            "name": .string(contact.name), "telephone": .string(contact.telephone), "fax": .string(contact.fax),
            "mail": .string(contact.mail), "url": .string(contact.url),
        ]
    }

    func day(_ day: Day) -> JSON {
        let civil = day.civil
        return [
            "year": .integer(civil.year), "month": .integer(civil.month), "day": .integer(civil.day),
            "weekday": .integer(day.weekday.rawValue),
        ]
    }

    /// - Parameter grid: its cells on the area's map.
    func place(_ index: PlaceIndex, grid: String = "") -> JSON {
        let place = publication.places[index]
        return [
            "number": .integer(place.number), "name": .string(place.name), "reading": .string(place.reading),
            "ruby": .ruby(place.name, place.reading), "areas": JSON(place.relations.areas),
            "belongsTo": JSON(place.relations.belongsTo),
            "kind": .string(place.kind), "nature": .string(place.nature.rawValue),
            "runBy": .string(place.runBy.rawValue),
            "gatherings": .array(place.gatherings.map(gathering)), "grid": .string(grid),
            "audience": .string(place.audience), "capacity": .string(place.capacity), "fee": .string(place.fee.text),
            "isFree": .bool(place.fee.yen == 0), "booking": .string(place.booking), "bring": .string(place.bring),
            "activities": JSON(place.relations.activities.map { publication.guide.activities[$0].name }),
            "access": JSON(place.access), "contacts": .array(place.contacts.map(contact)),
            "photos": photos(place.photos, of: place.name), "verified": JSON(place.verified.map(day)),
            "voices": JSON(place.voices),
            "linked": JSON(place.relations.linked), "body": JSON(place.body),
        ]
    }

    func gathering(_ gathering: PublishedGathering) -> JSON {
        let isHome = gathering.venue == .privateHome
        let venue = if case .named(let name) = gathering.venue { name } else { "" }
        let location =
            switch gathering.location {
            case .exact: "exact"
            case .approximate: "approximate"
            case .areaOnly: "area"
            case .unmarked: "none"
            }
        return [
            "venue": .string(venue), "isPrivateHome": .bool(isHome), "address": .string(gathering.address),
            "location": .string(location), "when": .string(gathering.schedule?.written ?? ""),
            "hasDates": .bool(gathering.schedule?.hasDates ?? false),
            "slots": .array(gathering.schedule?.weekdaySlots.map(Self.slot) ?? []),
            "next": .array(next(gathering.schedule)),
        ]
    }

    /// The next three meetings that are certain.
    private func next(_ schedule: Schedule?) -> [JSON] {
        guard let schedule else { return [] }
        let today = publication.today
        return schedule.occurrences(from: today, to: today + 62).lazy.filter { !$0.needsConfirmation }.prefix(3)
            .map { ["day": day($0.day), "start": Self.time($0.start), "end": Self.time($0.end)] }
    }

    static func slot(_ slot: WeekdaySlot) -> JSON {
        [
            "weekday": .integer(slot.weekday.rawValue), "start": time(slot.start), "end": time(slot.end),
            "weeks": JSON(slot.weeks), "isAlternate": .bool(slot.isAlternate),
        ]
    }

    /// "9:30": as people write it, without the zero of machines.
    private static func time(_ time: Time?) -> JSON {
        guard let time else { return "" }
        return .string("\(time.hour):" + (time.minute < 10 ? "0" : "") + "\(time.minute)")
    }

    func area(_ index: AreaIndex) -> JSON {
        let area = publication.areas[index]
        let facts = area.population
        return [
            "id": .string(area.id), "name": .string(area.name), "ruby": .ruby(area.name, area.reading),
            "reading": .string(area.reading), "layer": .integer(area.layer), "parents": JSON(area.parents),
            "children": JSON(area.children), "colour": .integer(area.colour), "count": .integer(area.places.count),
            "population": [
                "residents": .string(facts.residents), "households": .string(facts.households),
                "agedShare": .string(facts.agedShare), "asOf": .string(facts.asOf),
            ],
            "coordinators": .array(
                area.coordinators.map {
                    [
                        "contact": contact($0.contact), "affiliation": .string($0.affiliation),
                        "introduction": .string($0.introduction),
                    ]
                }),
            "council": JSON(
                area.council.map {
                    [
                        "name": .string($0.name), "meets": .string($0.meets), "venue": .string($0.venue),
                        "introduction": .string($0.introduction),
                    ]
                }),
            "helpCounts": .array(
                area.helpCounts.map {
                    [
                        "kind": .string($0.kind), "have": .integer($0.have), "want": .integer($0.want),
                        "wouldJoin": .integer($0.wouldJoin),
                    ]
                }),
            "body": JSON(area.body),
        ]
    }

    func story(_ story: PublishedStory) -> JSON {
        [
            "id": .string(story.id), "title": .string(story.title), "places": JSON(story.places),
            "features": JSON(story.features), "day": JSON(story.day.map(day)), "issue": .string(story.issue),
            "author": .string(story.author), "photos": photos(story.photos, of: story.title), "body": JSON(story.body),
        ]
    }

    func support(_ support: PublishedSupport) -> JSON {
        [
            "name": .string(support.name), "ruby": .ruby(support.name, support.reading), "needs": JSON(support.needs),
            "contacts": .array(support.contacts.map(contact)), "audience": .string(support.audience),
            "grants": .array(
                support.grants.map {
                    [
                        "name": .string($0.name), "amount": .string($0.amount), "deadline": .string($0.deadline),
                        "description": .string($0.description),
                    ]
                }),
            "body": JSON(support.body),
        ]
    }

    func event(_ event: PublishedEvent) -> JSON {
        [
            "id": .string(event.id), "title": .string(event.title), "when": .string(event.when),
            "gathering": gathering(event.gathering), "booking": .string(event.booking),
            "fee": .string(event.fee.text), "performers": JSON(event.performers),
            "contacts": .array(event.contacts.map(contact)), "body": JSON(event.body),
        ]
    }

    func page(_ page: PublishedPage) -> JSON {
        ["id": .string(page.id), "title": .string(page.title), "body": JSON(page.body)]
    }

    /// A photo of which nobody said what it shows is named after what it stands with: no PDF for all readers is made with a
    /// picture that has no words.
    private func photos(_ photos: [PublishedPhoto], of name: String) -> JSON {
        .array(
            photos.compactMap { photo in
                guard let file = self.photos[photo.file] else { return nil }
                let isDescribed = photo.description.contains { !$0.isWhitespace }
                let words = isDescribed ? photo.description : words.text("book.photo", ["name": name]) ?? name
                return ["file": .string(file), "description": .string(words)]
            })
    }
}
