/// The page of one place: when next, where, who may come, whom to call; then its story.

import Publication
import Recurrence
import Templates

struct PlacePage: Sendable {
    var page: Shell
    var place: PublishedPlace
    var listed: ListedPlace
    var areas: [AreaLink]
    var severalAreas: String
    var gatherings: [GatheringView]
    var holidayRules: [String]
    var positionNote: String
    var fee: String
    /// In place of `fee`: what is not simply so many yen, in the words of who wrote it.
    var feeWritten: String
    /// How many people; what is not simply a number stands as it was written, in the other.
    var capacity: String
    var capacityWritten: String
    var runBy: String
    var contacts: [ContactView]
    var office: ContactView?
    var activities: [PictogramLink]
    var body: HTML
    var photos: [PhotoView]
    var access: [PictogramLink]
    var links: [LinkGroup]
    var stories: [TitleLink]
    var map: Passage
    var verified: String
    var calendar: String
    /// The page's own address, for paper and for sending; empty where the guide has none.
    var qr: HTML
    var line: String

    static let shape = Shape<PlacePage>("place") { page in
        page.record("page", Shell.shape) { $0.page }
        page.text("number") { $0.listed.number }
        page.text("numberSpoken") { $0.listed.numberSpoken }
        page.text("name") { $0.listed.name }
        page.text("kind") { $0.place.kind }
        page.text("colourClass") { $0.listed.colourClass }
        page.list("areas", AreaLink.shape) { $0.areas }
        page.text("severalAreas") { $0.severalAreas }
        page.list("gatherings", GatheringView.shape) { $0.gatherings }
        page.list("venues", GatheringView.shape) { $0.gatherings.distinctVenues }
        page.list("holidayRules") { $0.holidayRules }
        page.text("positionNote") { $0.positionNote }
        page.text("audience") { $0.place.audience }
        page.text("fee") { $0.fee }
        page.text("feeWritten") { $0.feeWritten }
        page.text("booking") { $0.place.booking }
        page.text("bring") { $0.place.bring }
        page.text("capacity") { $0.capacity }
        page.text("capacityWritten") { $0.capacityWritten }
        page.text("runBy") { $0.runBy }
        page.list("contacts", ContactView.shape) { $0.contacts }
        page.record("office", ContactView.shape) { $0.office }
        page.list("activities", PictogramLink.shape) { $0.activities }
        page.text("body") { $0.body }
        page.list("voices") { $0.place.voices }
        page.list("photos", PhotoView.shape) { $0.photos }
        page.list("access", PictogramLink.shape) { $0.access }
        page.text("supportGiven") { $0.place.supportGiven.joined(separator: "・") }
        page.list("links", LinkGroup.shape) { $0.links }
        page.list("stories", TitleLink.shape) { $0.stories }
        page.text("map") { $0.map }
        page.text("verified") { $0.verified }
        page.text("calendar") { $0.calendar }
        page.text("qr") { $0.qr }
        page.text("line") { $0.line }
    }
}

/// The dates of a timetable in words. Many places have the same, so it is handed around as a reference.
final class DatesView: Sendable {
    let next: String
    let nextDay: String
    let sentence: String
    /// In place of a sentence: dates that nobody could read, in the words of who wrote them.
    let written: String
    let original: String
    let remarks: [String]
    let ask: String
    /// What the guide, not the text, says of holidays and seasons.
    let holidayRules: [String]

    init(
        next: String = "", nextDay: String = "", sentence: String = "", written: String = "", original: String = "",
        remarks: [String] = [], ask: String, holidayRules: [String] = []
    ) {
        (self.next, self.nextDay, self.sentence, self.written) = (next, nextDay, sentence, written)
        (self.original, self.remarks, self.ask, self.holidayRules) = (original, remarks, ask, holidayRules)
    }
}

/// One venue and its dates.
struct GatheringView: Sendable {
    var dates: DatesView
    /// The hall by its name.
    var hall = ""
    /// In place of a hall: somebody's home, or not known.
    var venue = ""
    var address = ""
    /// One of several venues: then the dates name their venue.
    var isStop = false
    /// Whether what the guide says of holidays and seasons stands here: it is not the same for all the venues.
    var hasRules = false

    static let shape = Shape<GatheringView>("gathering") { view in
        view.text("next") { KeepingWords(text: $0.dates.next) }
        view.text("nextDay") { $0.dates.nextDay }
        view.text("sentence") { KeepingHours(sentence: $0.dates.sentence) }
        view.text("written") { $0.dates.written }
        view.text("original") { $0.dates.original }
        view.list("remarks") { $0.dates.remarks }
        view.text("ask") { $0.dates.ask }
        view.text("hall") { $0.hall }
        view.text("venue") { $0.venue }
        view.text("address") { $0.address }
        view.flag("isStop") { $0.isStop }
        view.list("holidayRules") { $0.hasRules ? $0.dates.holidayRules : [] }
    }
}

extension [GatheringView] {
    /// Said once where it holds for every venue.
    fileprivate var hasCommonRules: Bool { allSatisfy { $0.dates.holidayRules == first?.dates.holidayRules } }
    fileprivate var commonRules: [String] { hasCommonRules ? first?.dates.holidayRules ?? [] : [] }

    /// Each venue once, however many times of meeting it has.
    fileprivate var distinctVenues: [GatheringView] {
        if count == 1 { return self }
        var seen: Set<String> = []
        return filter { seen.insert($0.hall + $0.venue + "\n" + $0.address).inserted }
    }
}

struct LinkGroup: Sendable {
    var title: String
    var places: [PlaceRow]

    static let shape = Shape<LinkGroup>("links") { group in
        group.text("title") { $0.title }
        group.list("places", PlaceRow.shape) { $0.places }
    }
}

extension PageWriter {
    func placePage(_ index: PlaceIndex) -> PlacePage {
        let place = publication.places[index]
        let listed = listedPlace(index)
        let path = listed.path
        let gatherings = gatherings(of: index)
        let people = Int(place.capacity)
        return PlacePage(
            page: shell(
                at: path, title: place.name, description: description(of: place, gatherings),
                picture: picture(of: place),
                structuredData: StructuredData.place(index, in: self)),
            place: place, listed: listed, areas: place.relations.areas.map { areaLink($0, root: "../") },
            severalAreas: place.relations.isListedUnderSeveral ? phrases("place.several") : "", gatherings: gatherings,
            holidayRules: gatherings.commonRules,
            positionNote: positionNote(place), fee: isPlain(place.fee) ? feeText(place.fee) : "",
            feeWritten: isPlain(place.fee) ? "" : place.fee.text,
            capacity: people.map { phrases("place.people", ["count": String($0)]) } ?? "",
            capacityWritten: people == nil ? place.capacity : "",
            runBy: phrases("runBy.\(place.runBy.rawValue)"),
            contacts: place.contacts.map { ContactView($0) },
            office: place.contacts.isEmpty ? ContactView(publication.guide.office) : nil,
            activities: place.relations.activities.map { activityLink($0, root: "../") },
            body: body(place.body, root: "../", under: 2), photos: photos(place.photos, root: "../"),
            access: relations.accessOfPlaces[index].map { accessItems[$0] }, links: links(of: index),
            stories: (relations.stories[index] ?? []).map { storyLink($0, root: "../") }, map: placeMap(index),
            verified: place.verified.map(verified) ?? phrases("place.notVerified"),
            calendar: site(from: "../") + Address.placeCalendar(place.number), qr: qrCode(of: path),
            line: lineLink(place.name, path))
    }

    /// The venue of the place's next meeting first: whoever reads no further must not miss it.
    private func gatherings(of index: PlaceIndex) -> [GatheringView] {
        let place = publication.places[index]
        var views = agenda.nearestFirst(of: index).map { number in
            let gathering = place.gatherings[number]
            var view = GatheringView(dates: agenda.number(of: index, gathering: number).map(dates) ?? unscheduled)
            if case .named(let hall) = gathering.venue { view.hall = hall } else { view.venue = venue(gathering.venue) }
            view.address = gathering.address
            view.isStop = place.gatherings.count > 1 && place.gatherings.contains { $0.venue != gathering.venue }
            return view
        }
        if !views.hasCommonRules { for index in views.indices { views[index].hasRules = true } }
        return views
    }

    private var unscheduled: DatesView { DatesView(ask: phrases("place.askUnscheduled")) }

    /// The dates as far as they are understood, and honest words where they are not.
    func describe(_ timetable: Timetable) -> DatesView {
        let schedule = timetable.schedule
        let isExact = schedule.status == .exact
        let sentence = isExact ? Self.sentence(of: schedule, phrases) : ""
        let next = timetable.meetings.first
        let ask =
            switch schedule.status {
            case _ where next?.needsConfirmation == true: phrases("place.needsConfirmation")
            case .exact: ""
            case .noDates: phrases("place.ask")
            case .partial, .unread: phrases("place.askUnread")
            }
        return DatesView(
            next: next.map { phrases.shortDay($0.day) + " " + phrases.time(from: $0.start, to: $0.end) } ?? "",
            nextDay: next?.day.iso ?? "", sentence: sentence, written: isExact ? "" : schedule.written,
            original: isExact && schedule.written != sentence ? schedule.written : "",
            remarks: isExact ? schedule.remarks : [], ask: ask,
            holidayRules: UnsaidDays(schedule).sentences("schedule") { phrases($0, $1) })
    }

    private func links(of index: PlaceIndex) -> [LinkGroup] {
        let place = publication.places[index]
        func group(_ title: String, _ places: [PlaceIndex]) -> [LinkGroup] {
            places.isEmpty ? [] : [LinkGroup(title: phrases(title), places: places.map { placeRow($0, root: "../") })]
        }
        return group("place.foundThrough", place.relations.foundThrough)
            + group("place.ledTo", relations.ledTo[index]) + group("place.linked", place.relations.linked)
    }

    /// Many places are verified on one day.
    private func verified(_ day: Day) -> String {
        func text() -> String { phrases("place.verified", ["day": phrases.longDay(day)]) }
        return day > publication.today ? text() : verifications.value(publication.today - day, make: text)
    }

    private func positionNote(_ place: PublishedPlace) -> String {
        func isAny(_ test: (PublishedLocation) -> Bool) -> Bool { place.gatherings.contains { test($0.location) } }
        if isAny({ if case .approximate = $0 { true } else { false } }) { return phrases("place.approximate") }
        if isAny({ $0 == .areaOnly }) { return phrases("place.areaOnly") }
        return isAny { $0 == .unmarked } ? phrases("place.unmarked") : ""
    }

    private func description(of place: PublishedPlace, _ gatherings: [GatheringView]) -> String {
        var text = ""
        text.reserveCapacity(500)
        func add(_ part: String) {
            if !text.isEmpty, !part.isEmpty { text += "。" }
            text += part
        }
        add(place.kind)
        if let first = gatherings.first {
            add(first.dates.sentence)
            add(first.dates.written)
            add(first.hall)
            add(first.venue)
        }
        add(place.body.plainText(limit: 80))
        return text
    }
}
