/// The web site: every file of it, made from a publication.
///
///     let site = try Site(publication, look, base: "/")
///     site.forEachFile { path, bytes in … }

import Cartography
import Geography
import Parallel
import Photos
import Publication
import Templates

package struct Site: Sendable {
    let publication: Publication
    private let look: Look
    /// One a language, the guide's first language first.
    private let editions: [PageWriter]
    /// Files that somebody else brings: prepared photos, the printed guide.
    let others: [String]
    private let leaflet: Leaflet?
    let agenda: Agenda
    private let features: [Feature]
    private let basemap: Basemap
    let relations: Crosslinks

    /// Where the printed guide stands, if there is one.
    package static let book = "guidebook.pdf"

    /// - Parameters:
    ///   - base: the path below which the site will stand, for the page that is shown for lost addresses.
    ///   - photos: those that are ready to be shown, by the file's name below the guide's photos/; no others appear.
    ///   - cards: of `cards(of:_:)`, drawn; without any, pages are shared with a plain one.
    ///   - hasBook: the printed guide will be published beside the pages, as `Site.book`.
    ///   - leaflet: for guides with a map to move; without it their maps stay the drawn ones.
    ///   - previous: a site of the same guide, of which is kept what is the same.
    ///   - changed: the places that may be other than in that site's publication, all else being the same but the
    ///     places that areas and activities list, the look too; nil where anything may be other.
    package init(
        _ publication: Publication, _ look: Look, base: String? = nil, photos: [String: PreparedPhoto] = [:],
        cards: [DrawnPicture] = [], hasBook: Bool = false, leaflet: Leaflet? = nil, after previous: Site? = nil,
        changed: [PlaceIndex]? = nil
    ) {
        var publication = publication
        if leaflet == nil { publication.guide.slippyMap = nil }
        self.leaflet = publication.guide.slippyMap == nil ? nil : leaflet
        self.publication = publication
        self.look = look
        let (agenda, relations) = concurrently(
            { [publication] in
                previous?.agenda(for: publication) ?? Agenda(publication, after: previous?.agenda)
            },
            { [publication] in
                previous?.relations(for: publication) ?? Crosslinks(publication)
            })
        self.agenda = agenda
        self.relations = relations
        others =
            photos.values.flatMap(\.variants).map(\.publishedName) + cards.map(\.publishedName)
            + (hasBook ? [Self.book] : [])
        let features = publication.geography.filter { !publication.guide.omittedLayers.contains($0.kind.rawValue) }
        let basemap = previous.flatMap { $0.features == features ? $0.basemap : nil } ?? Basemap(features)
        self.features = features
        self.basemap = basemap
        let materials = PageWriter.Materials(
            publication: publication, agenda: agenda, relations: relations, basemap: basemap,
            pictograms: Pictograms(look.files),
            base: base.map(Self.normalised) ?? Self.base(of: publication.guide.url), hasBook: hasBook, photos: photos,
            cards: CardAddresses(cards, below: publication.guide.url))
        editions = look.languages.enumerated().map { number, language in
            let same = changed == nil ? nil : previous?.editions[number]
            return PageWriter(language, of: look.languages, materials, like: same, except: changed ?? [])
        }
    }

    /// Hands every file to `take`, from several threads, and says which links lead nowhere.
    package func forEachFile(_ take: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> Void) -> [BrokenLink] {
        let pages = allPages
        var (ledgers, links) = concurrently(
            { render(pages, take) },
            {
                var links = LinkLedger()
                for (path, bytes) in otherFiles(beside: pages) {
                    links.note(file: path)
                    take(path, bytes)
                }
                for file in others { links.note(file: file) }
                return links
            })
        ledgers.append(links)
        let broken = broken(ledgers, pages)
        letGo((consume ledgers, consume pages))
        return broken
    }

    /// The file at a path, made now; nil where the site has none, or where somebody else brings it.
    package func file(at path: String) -> [UInt8]? {
        for edition in editions.reversed() where path.hasPrefix(edition.folder) {
            let inner = String(path.dropFirst(edition.folder.count))
            if let page = Page.at(inner, of: publication, relations), edition.has(page) { return edition.render(page) }
        }
        if let asset = assets.first(where: { $0.path == path }) { return asset.bytes }
        return path.hasPrefix("sitemap") ? sitemap(of: allPages).first { $0.path == path }?.bytes : nil
    }

    /// A page with its whole path.
    struct PlacedPage: Sendable {
        let path: String
        let page: Page
        let edition: PageWriter

        var hasLinks: Bool { path.hasSuffix(".html") }
    }

    /// Every page in each language, with the language's folder before its path.
    var allPages: [PlacedPage] {
        let pages = Page.all(of: publication)
        return editions.flatMap { edition in
            pages.filter(edition.has).parallelMap {
                PlacedPage(path: edition.folder + $0.path, page: $0, edition: edition)
            }
        }
    }

    /// What a thread that makes pages keeps from page to page.
    struct Desk {
        var links = LinkLedger()
        var output = OutputBuffer(capacity: 32 << 10)

        mutating func make(
            _ number: Int, of pages: [PlacedPage], _ take: (_ path: String, _ bytes: [UInt8]) -> Void
        ) {
            let page = pages[number]
            clear()
            page.edition.render(page.page, into: &output)
            if page.hasLinks {
                links.note(page: page.path, number: number, output)
            } else {
                links.note(file: page.path)
            }
            take(page.path, output.bytes)
        }

        /// Keeps the memory of a page; not that of all places in one file.
        mutating func clear() {
            if output.count < 4 << 20 { output.removeAll() } else { output = OutputBuffer(capacity: 32 << 10) }
        }
    }

    /// Makes every page, on all cores; its links are noted by each thread for itself.
    private func render(
        _ pages: [PlacedPage], _ take: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> Void
    ) -> [LinkLedger] {
        let large = pages.indices.filter { pages[$0].page.showsAllPlaces }
        let small = pages.indices.filter { !pages[$0].page.showsAllPlaces }
        // The large ones are one turn: two of them at the same time would need the memory of both.
        return (-1..<small.count).parallelReduce(from: Desk()) { desk, turn in
            guard turn < 0 else { return desk.make(small[turn], of: pages, take) }
            for number in large { desk.make(number, of: pages, take) }
        }.map(\.links)
    }

    func broken(_ ledgers: [LinkLedger], _ pages: [PlacedPage]) -> [BrokenLink] {
        LinkLedger.broken(in: ledgers) { (pages[$0].path, pages[$0].edition.render(pages[$0].page)) }
    }

    /// Every file that is no page, by path.
    func otherFiles(beside pages: [PlacedPage]) -> [(path: String, bytes: [UInt8])] { assets + sitemap(of: pages) }

    /// What the templates bring: styles, scripts, pictures.
    private var assets: [(path: String, bytes: [UInt8])] {
        look.assets.filter { leaflet != nil || !Leaflet.isOnlyForSlippyMaps($0.name) }.map { ($0.name, $0.bytes) }
            + (leaflet?.files ?? []).map { ($0.name, $0.bytes) }
    }

    private func sitemap(of pages: [PlacedPage]) -> [(path: String, bytes: [UInt8])] {
        Sitemap.files(for: pages.map(\.path).filter(Self.isListed), below: publication.guide.url)
    }

    /// Where those stand.
    func otherPaths(beside pages: [PlacedPage]) -> [String] {
        assets.map(\.path) + Sitemap.names(of: pages.lazy.filter { Self.isListed($0.path) }.count)
    }

    private static func isListed(_ path: String) -> Bool {
        path.hasSuffix(".html") && path != "404.html" && !path.hasSuffix("offline.html")
    }

    /// A path from slash to slash, however it was typed.
    private static func normalised(base: String) -> String {
        let inner = base.split(separator: "/").joined(separator: "/")
        return inner.isEmpty ? "/" : "/\(inner)/"
    }

    /// The path of an address: "/kayoi/" of https://example.org/kayoi/.
    private static func base(of url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return "/" }
        let rest = url[scheme.upperBound...]
        return normalised(base: rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/")
    }
}
