/// Everything that pages of one language are made from, and the small things that all of them show.

import Cartography
import Encoding
import Markdown
import Parallel
import Photos
import Publication
import Recurrence
import Synchronization
import Templates

/// The pages of one language.
final class PageWriter: Sendable {
    let publication: Publication
    let phrases: Phrasebook
    let templates: PageTemplates
    let mapWords: MapWords
    let placeSheet: PlaceSheet
    let agenda: Agenda
    let relations: Crosslinks
    let basemap: Basemap
    let pictograms: Pictograms
    /// Where the site will stand, as a path: "/" or "/kayoi/"; for the one page that is shown anywhere.
    let base: String
    /// A calendar to begin with: the site's host makes its identifiers the guide's own.
    let emptyCalendar: CalendarWriter
    /// The printed guide stands beside the pages, as guidebook.pdf.
    let hasBook: Bool
    /// Photos that are ready to be shown, by the file's name below photos/.
    let preparedPhotos: [String: PreparedPhoto]
    let cards: CardAddresses
    /// The language's folder below the site's root: empty for the guide's first language, else "en/".
    let folder: String
    /// The guide's other languages.
    let otherLanguages: [(folder: String, name: String, code: String)]
    /// The frames by root: "", "../" and the base.
    private let frames: [String: RenderedFrame]
    /// The things of the way in that any place has, with their signs, by number.
    let accessItems: [PictogramLink]
    /// The classes of the areas' colours.
    private let areaColours: [String]
    /// The names of places with furigana.
    private let names: LazyTable<HTML>
    /// Their rows in lists one folder below the root.
    private let rows: LazyTable<HTML>
    /// What lists show of them.
    let listedPlaces: LazyTable<ListedPlace>
    /// The links to areas and activities, from the root.
    let areaLinks: LazyTable<AreaLink>
    let activityLinks: LazyTable<PictogramLink>
    /// The hours of each timetable as lines of the calendar say them, and each place's lines.
    let calendarHours: LazyTable<[CalendarHours]>
    let calendarLines: LazyTable<[[HTML]]>
    /// The meetings of each place as events of a calendar.
    let meetings: LazyTable<[UInt8]>
    /// What each timetable says, by its number, and the hours of its meetings in words.
    private let sentences: LazyTable<String>
    private let hours: LazyTable<[Hours]>
    /// What the pages of places say of it.
    private let dateViews: LazyTable<DatesView>
    /// Since when places are verified, in words, by the days that have gone.
    let verifications = LazyTable<String>(count: 1000)
    /// The map of the whole guide, at the root.
    private let overviews = LazyTable<MapFigure>(count: 1)
    /// The plans of overviews in both widths, by the areas they show.
    let overviewPlans = Mutex<[[AreaIndex]: [OverviewPlan]]>([:])

    /// What all languages have in common.
    struct Materials {
        var publication: Publication
        var agenda: Agenda
        var relations: Crosslinks
        var basemap: Basemap
        var pictograms: Pictograms
        var base: String
        var hasBook: Bool
        var photos: [String: PreparedPhoto]
        var cards: CardAddresses
    }

    /// - Parameters:
    ///   - languages: all of the guide's.
    ///   - previous: in which only some places were other: what shows one place alone is kept of the others.
    init(
        _ language: Look.Language, of languages: [Look.Language], _ materials: Materials,
        like previous: PageWriter? = nil, except changed: [PlaceIndex] = []
    ) {
        func folder(_ language: Look.Language) -> String {
            language.phrases.language == languages.first?.phrases.language ? "" : language.phrases.language + "/"
        }
        let phrases = language.phrases
        let own = folder(language)
        (publication, agenda, relations) = (materials.publication, materials.agenda, materials.relations)
        (basemap, pictograms, base) = (materials.basemap, materials.pictograms, materials.base)
        (hasBook, preparedPhotos, cards) = (materials.hasBook, materials.photos, materials.cards)
        emptyCalendar = CalendarWriter(host: Self.host(of: publication.guide.url), on: publication.today)
        self.phrases = phrases
        mapWords = Self.mapWords(phrases)
        placeSheet = PlaceSheet(basemap, style: .narrow, words: mapWords)
        templates = language.templates
        self.folder = own
        otherLanguages = languages.filter { folder($0) != own }.map { other in
            (folder(other), other.phrases("language.name"), other.phrases.htmlLanguage)
        }
        frames = Dictionary(
            uniqueKeysWithValues: Set(["", "../", materials.base]).map { root in
                let site = Self.site(from: root, folder: own)
                let frame = Frame(materials.publication, phrases, root: root, site: site)
                return (
                    root,
                    RenderedFrame(
                        head: language.templates.head.render(frame), header: language.templates.header.render(frame),
                        footer: language.templates.footer.render(frame), root: root, site: site)
                )
            })
        accessItems = relations.access.map { name in
            PictogramLink(
                href: "", name: phrases.accessName(name), pictogram: materials.pictograms.access(name), countText: "")
        }
        areaColours = publication.areas.map { Self.colourClass($0.colour) }
        names = LazyTable(count: publication.places.count, like: previous?.names, except: changed)
        let kept = publication.places.count <= Self.mostKept ? publication.places.count : 0
        rows = LazyTable(count: kept, like: previous?.rows, except: changed)
        listedPlaces = LazyTable(count: publication.places.count, like: previous?.listedPlaces, except: changed)
        areaLinks = LazyTable(count: publication.areas.count)
        activityLinks = LazyTable(count: publication.guide.activities.count)
        sentences = LazyTable(count: agenda.timetables.count)
        hours = LazyTable(count: agenda.timetables.count)
        dateViews = LazyTable(count: agenda.timetables.count)
        calendarHours = LazyTable(count: agenda.timetables.count)
        calendarLines = LazyTable(count: publication.places.count)
        meetings = LazyTable(count: kept)
    }

    private static func host(of url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return "kayoi.invalid" }
        return String(url[scheme.upperBound...].prefix { $0 != "/" && $0 != ":" })
    }

    func placeName(_ index: PlaceIndex) -> HTML {
        names.value(index) {
            phrases.name(
                publication.places[index].name, publication.places[index].reading,
                relations.furigana(of: index, publication))
        }
    }

    /// Up to so many places, what several files show of a place is kept; beyond, memory is dearer than time.
    private static let mostKept = 20_000

    func row(_ index: PlaceIndex) -> HTML {
        rows.value(index) { templates.row.render(placeRow(index, root: "../", isAnchor: true)) }
    }

    /// The municipality with its areas, as it stands on pages at the root.
    var overview: MapFigure { overviews.value(0) { overviewOfGuide(root: "") } }

    // MARK: Shell

    func shell(
        at path: String, title: String, description: String = "", picture: String? = nil, root: String? = nil,
        picturesFrom host: String? = nil, structuredData: HTML = HTML()
    ) -> Shell {
        let root = root ?? Address.root(of: path)
        let frame = frames[root] ?? RenderedFrame(root: root, site: root)
        let guide = publication.guide
        let whole = title == guide.title ? title : "\(title)｜\(guide.title)"
        return Shell(
            in: frame, phrases.htmlLanguage, title: whole, description: description,
            canonical: guide.url.isEmpty ? "" : guide.url + folder + path, picture: picture ?? cards.guide,
            picturesFrom: host, structuredData: structuredData,
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
    func site(from root: String) -> String { Self.site(from: root, folder: folder) }

    private static func site(from root: String, folder: String) -> String { folder.isEmpty ? root : root + "../" }

    // MARK: Names and words

    func venue(_ venue: Venue) -> String {
        switch venue {
        case .named(let name): name
        case .privateHome: phrases("place.privateHome")
        case .unknown: phrases("place.unknownVenue")
        }
    }

    /// An area's name as a heading or link shows it.
    func areaTitle(_ area: PublishedArea) -> HTML {
        phrases.isJapanese || area.latinName.isEmpty
            ? phrases.name(area.name, area.reading) : HTML(escaping: area.latinName)
    }

    /// It can be said in the language of the pages.
    func isPlain(_ fee: Fee) -> Bool { phrases.isJapanese || fee.yen != nil }

    func feeText(_ fee: Fee) -> String {
        guard !phrases.isJapanese, let yen = fee.yen else { return fee.text }
        return yen == 0 ? phrases("fee.free") : phrases("fee.yen", ["yen": String(yen)])
    }

    private static func colourClass(_ colour: Int) -> String { "m-a\(colour + 1)" }

    func colourClass(of area: AreaIndex?) -> String { area.map { areaColours[$0] } ?? Self.colourClass(0) }

    func colourClass(of place: PublishedPlace) -> String { colourClass(of: place.relations.areas.first) }

    /// The hours of a timetable's meetings, of which there are few different ones.
    private struct Hours {
        var start: Time?
        var end: Time?
        var text: String
    }

    /// From when to when people meet; empty where no time is known.
    func time(of meeting: Agenda.Meeting) -> String {
        func text() -> String { phrases.time(from: meeting.start, to: meeting.end) }
        guard let number = agenda.number(of: meeting.place, gathering: meeting.gathering) else { return text() }
        let known = hours.value(number) {
            agenda.timetables[number].slots.reduce(into: []) { known, slot in
                if known.contains(where: { $0.start == slot.start && $0.end == slot.end }) { return }
                known.append(
                    Hours(start: slot.start, end: slot.end, text: phrases.time(from: slot.start, to: slot.end)))
            }
        }
        return known.first { $0.start == meeting.start && $0.end == meeting.end }?.text ?? text()
    }

    /// What is said of a venue's schedule: understood, in the language of the pages; else in the words of the place.
    func sentence(of place: PlaceIndex, gathering: Int) -> String {
        agenda.number(of: place, gathering: gathering).map { number in
            sentences.value(number) { Self.sentence(of: agenda.timetables[number].schedule, phrases) }
        } ?? phrases("place.ask")
    }

    /// The same of all venues of a place.
    func sentences(of place: PlaceIndex) -> [String] {
        publication.places[place].gatherings.indices.map { sentence(of: place, gathering: $0) }
    }

    static func sentence(of schedule: Schedule, _ phrases: Phrasebook) -> String {
        schedule.status == .exact ? schedule.sentence(in: phrases.sentenceLanguage, as: .page) : schedule.written
    }

    /// The dates of a timetable as the pages of places say them; without the venue.
    func dates(_ timetable: Int) -> DatesView {
        dateViews.value(timetable) { describe(agenda.timetables[timetable]) }
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
        bytes.reserveCapacity(2 << 10)
        let context = HTMLContext(
            headingOffset: headingOffset, idPrefix: idPrefix,
            place: { [self] reference in
                guard let number = reference.number, let index = relations.indexByNumber[number] else { return nil }
                return HTMLContext.Place(
                    address: root + Address.place(number), name: publication.places[index].name, number: "No.\(number)")
            },
            image: { [self] picture in
                guard let photo = preparedPhotos[picture.address]?.standard else { return nil }
                return HTMLContext.Image(
                    address: site(from: root) + Address.encoded(photo.publishedName), size: (photo.width, photo.height))
            })
        text.writeHTML(into: &bytes, context)
        return HTML(trusted: bytes)
    }
}
