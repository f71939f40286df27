/// Everything that pages of one language are made from, and the small things that all of them show.

import Cartography
import Encoding
import Markdown
import Parallel
import Photos
import Publication
import Recurrence
import Templates

/// What lies between records and is needed on both sides: computed once.
struct Crosslinks: Sendable {
    /// Of each place, the places that were found through it (芋づる).
    var ledTo: [PlaceIndex: [PlaceIndex]] = [:]
    /// Of each place, the stories that tell of it.
    var stories: [PlaceIndex: [Int]] = [:]
    var indexByNumber: [Int: PlaceIndex] = [:]

    init(_ publication: Publication) {
        for (index, place) in publication.places.enumerated() {
            indexByNumber[place.number] = index
            for source in place.foundThrough { ledTo[source, default: []].append(index) }
        }
        for (number, story) in publication.stories.enumerated() {
            for place in story.places { stories[place, default: []].append(number) }
        }
    }
}

struct PageWriter: Sendable {
    let publication: Publication
    let phrases: Phrasebook
    let agenda: Agenda
    let relations: Crosslinks
    let basemap: Basemap
    let pictograms: Pictograms
    /// Where the site will stand, as a path: "/" or "/kayoi/"; for the one page that is shown anywhere.
    let base: String
    /// The printed guide stands beside the pages, as guidebook.pdf.
    var hasBook = false
    /// Each place's entries for calendars, which only the guide's first language has.
    var calendarEntries: [CalendarEntries] = []
    /// The things of the way in that any place has, with their signs.
    private var accessItems: [String: PictogramLink] = [:]
    /// The names of places with furigana, by index.
    private var placeNames: [HTML] = []
    /// The language's folder below the site's root: empty for the guide's first language, else "en/".
    let folder: String
    /// The frames by root: "", "../" and the base.
    var frames: [String: RenderedFrame] = [:]
    /// Photos that are ready to be shown, by the file's name below photos/.
    var preparedPhotos: [String: PreparedPhoto] = [:]
    /// The guide's other languages.
    var otherLanguages: [(folder: String, name: String, code: String)] = []
    /// Each place's row as it stands in lists one folder below the root, rendered once.
    var rows: [HTML] = []

    init(
        _ publication: Publication, _ phrases: Phrasebook, agenda: Agenda, basemap: Basemap, pictograms: Pictograms,
        base: String, folder: String
    ) {
        self.publication = publication
        self.phrases = phrases
        self.agenda = agenda
        relations = Crosslinks(publication)
        self.basemap = basemap
        self.pictograms = pictograms
        self.base = base
        self.folder = folder
        let unnamed = self
        accessItems = Dictionary(
            uniqueKeysWithValues: Set(publication.places.flatMap(\.access)).map {
                (
                    $0,
                    PictogramLink(
                        href: "", name: unnamed.accessName($0), pictogram: pictograms.access($0), countText: "")
                )
            })
        placeNames = publication.places.parallelMap { unnamed.name($0.name, $0.reading) }
    }

    func placeName(_ index: PlaceIndex) -> HTML { placeNames[index] }

    // MARK: Shell

    func shell(
        at path: String, title: String, description: String = "", root: String? = nil, structuredData: HTML = HTML()
    ) -> Shell {
        let root = root ?? Address.root(of: path)
        let frame = frames[root] ?? RenderedFrame(head: HTML(), header: HTML(), footer: HTML(), root: root, site: root)
        let guide = publication.guide
        let whole = title == guide.title ? title : "\(title)｜\(guide.title)"
        return frame.shell(
            phrases, title: whole, description: description,
            canonical: guide.url.isEmpty ? "" : guide.url + folder + path,
            structuredData: structuredData,
            languages: otherLanguages.map {
                LanguageLink(href: frame.site + $0.folder + path, name: $0.name, code: $0.code)
            })
    }

    /// The address of a page as a code for paper; nothing where the guide has no address.
    func qrCode(of path: String) -> HTML {
        guard !publication.guide.url.isEmpty, let code = QRCode(publication.guide.url + folder + path) else {
            return HTML()
        }
        return HTML(trusted: code.svg)
    }

    /// A plain link that hands title and address of a page to LINE; empty where the guide has no address.
    func lineLink(_ title: String, _ path: String) -> String {
        guard !publication.guide.url.isEmpty else { return "" }
        return "https://line.me/R/share?text=" + Address.encoded("\(title)\n\(publication.guide.url)\(folder)\(path)")
    }

    /// From a place of the language's root to the root of the whole site.
    func site(from root: String) -> String { folder.isEmpty ? root : root + "../" }

    // MARK: Names and words

    /// A name with furigana over its kanji; in other languages than Japanese without.
    func name(_ name: String, _ reading: String) -> HTML {
        guard phrases.isJapanese else { return foreignName(name, reading) }
        guard !reading.isEmpty else { return HTML(escaping: name) }
        var output = OutputBuffer(capacity: name.utf8.count * 4)
        let segments = Furigana.align(name, reading: reading)
        // A line cannot end within furigana: a long piece would not fit a phone, so its reading follows the name.
        if segments.contains(where: {
            $0.reading.utf8.count > 3 * 16 || ($0.base.utf8.count > 3 * 9 && !$0.reading.isEmpty)
        }) {
            output.append(escaping: name.utf8)
            output.append(HTML.readingStart)
            output.append(escaping: reading.utf8)
            output.append(HTML.spanEnd)
            return HTML(trusted: output.bytes)
        }
        for segment in segments {
            if segment.reading.isEmpty {
                output.append(escaping: segment.base.utf8)
            } else {
                output.append(HTML.rubyStart)
                output.append(escaping: segment.base.utf8)
                output.append(HTML.rubyMiddle)
                output.append(escaping: segment.reading.utf8)
                output.append(HTML.rubyEnd)
            }
        }
        return HTML(trusted: output.bytes)
    }

    func venue(_ venue: Venue) -> String {
        switch venue {
        case .named(let name): name
        case .privateHome: phrases("place.privateHome")
        case .unknown: phrases("place.unknownVenue")
        }
    }

    /// For those who do not read Japanese: the name as it stands on the door, and how it sounds.
    private func foreignName(_ name: String, _ reading: String) -> HTML {
        var output = OutputBuffer(capacity: name.utf8.count * 4)
        output.append(HTML.japanese)
        output.append(escaping: name.utf8)
        output.append(HTML.spanEnd)
        if !reading.isEmpty {
            let words = Furigana.align(name, reading: reading).map { $0.reading.isEmpty ? $0.base : $0.reading }
            output.append(HTML.latin)
            output.append(escaping: Romaji.words(words).utf8)
            output.append(HTML.spanEnd)
        }
        return HTML(trusted: output.bytes)
    }

    /// An area's name as a heading or link shows it.
    func areaTitle(_ area: PublishedArea) -> HTML {
        phrases.isJapanese || area.latinName.isEmpty ? name(area.name, area.reading) : HTML(escaping: area.latinName)
    }

    func feeText(_ fee: Fee) -> String {
        guard !phrases.isJapanese, let yen = fee.yen else { return fee.text }
        return yen == 0 ? phrases("fee.free") : phrases("fee.yen", ["yen": String(yen)])
    }

    /// A thing of the way in, in the reader's language as far as it is one that many guides name.
    func accessName(_ name: String) -> String {
        guard !phrases.isJapanese, let sign = Pictograms.accessSign(name) else { return name }
        return phrases("access.\(sign)")
    }

    func colourClass(_ colour: Int) -> String { "m-a\(colour + 1)" }

    func colourClass(of place: PublishedPlace) -> String {
        colourClass(place.areas.first.map { publication.areas[$0].colour } ?? 0)
    }

    func sentence(of gathering: PublishedGathering) -> String {
        guard let schedule = gathering.schedule else { return phrases("place.ask") }
        return schedule.status == .exact ? schedule.sentence(in: phrases.sentenceLanguage) : schedule.text
    }

    // MARK: Links

    func placeRow(_ index: PlaceIndex, root: String, isAnchor: Bool = false) -> PlaceRow {
        let place = publication.places[index]
        let venues = place.gatherings.map { venue($0.venue) }
        return PlaceRow(
            number: String(place.number), numberSpoken: phrases.number(place.number),
            href: root + Address.place(place.number), name: placeName(index),
            when: place.gatherings.map(sentence).joined(separator: "／"),
            whereabouts: Set(venues).count > 1 ? venues.joined(separator: "・") : venues.first ?? "",
            activities: place.activities.map { activityName(publication.guide.activities[$0]) },
            colourClass: colourClass(of: place), anchor: isAnchor ? "no-\(place.number)" : "")
    }

    func areaLink(_ index: AreaIndex, root: String) -> AreaLink {
        let area = publication.areas[index]
        return AreaLink(
            href: root + Address.area(area), name: areaTitle(area),
            countText: phrases.count(area.places.count), colourClass: colourClass(area.colour))
    }

    /// An area's name in the language of the pages.
    func areaName(_ area: PublishedArea) -> String {
        phrases.isJapanese || area.latinName.isEmpty ? area.name : area.latinName
    }

    func activityName(_ activity: Activity) -> String {
        phrases.isJapanese || activity.latinName.isEmpty ? activity.name : activity.latinName
    }

    func activityLink(_ index: ActivityIndex, root: String) -> PictogramLink {
        let activity = publication.guide.activities[index]
        return PictogramLink(
            href: root + Address.activity(activity), name: activityName(activity),
            pictogram: pictograms.activity(activity), countText: phrases.count(activity.places.count))
    }

    func accessItem(_ name: String) -> PictogramLink {
        accessItems[name] ?? PictogramLink(href: "", name: name, pictogram: HTML(), countText: "")
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

    // MARK: Texts

    /// A text as HTML: links to places with name and number, pictures from photos/.
    ///
    /// - Parameter level: the level of the page's heading that it stands under: the text's own begin one below.
    func body(_ text: MarkdownText, root: String, under level: Int, idPrefix: String = "text-") -> HTML {
        guard !text.isEmpty else { return HTML() }
        let headings = text.blocks.compactMap { if case .heading(let level, _, _) = $0 { level } else { nil } }
        let headingOffset = level + 1 - (headings.min() ?? 1)
        var bytes: [UInt8] = []
        let context = HTMLContext(
            headingOffset: headingOffset, idPrefix: idPrefix,
            place: { reference in
                guard let number = reference.number, let index = relations.indexByNumber[number] else { return nil }
                return HTMLContext.Place(
                    address: root + Address.place(number), name: publication.places[index].name, number: "No.\(number)")
            },
            image: { picture in
                guard let photo = preparedPhotos[picture.address]?.standard else { return nil }
                return HTMLContext.Image(
                    address: site(from: root) + Address.encoded(photo.publishedName), size: (photo.width, photo.height))
            })
        text.writeHTML(into: &bytes, context)
        return HTML(trusted: bytes)
    }
}

extension HTML {
    fileprivate static let readingStart = HTML(trusted: " <span class=\"reading\">")
    fileprivate static let japanese = HTML(trusted: "<span lang=\"ja\">")
    fileprivate static let latin = HTML(trusted: " <span class=\"romaji\" lang=\"ja-Latn\">")
    fileprivate static let spanEnd = HTML(trusted: "</span>")
    fileprivate static let rubyStart = HTML(trusted: "<ruby>")
    fileprivate static let rubyMiddle = HTML(trusted: "<rp>（</rp><rt>")
    fileprivate static let rubyEnd = HTML(trusted: "</rt><rp>）</rp></ruby>")
}
