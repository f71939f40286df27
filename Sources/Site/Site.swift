/// The web site: every file of it, made from a publication.
///
///     let site = try Site(publication, look, base: "/")
///     site.forEachFile { path, bytes in … }

import Cartography
import Parallel
import Photos
import Publication
import Synchronization
import Templates

package struct Site: Sendable {
    private let publication: Publication
    private let look: Look
    private let editions: [Edition]
    /// Files that somebody else brings: prepared photos, the printed guide.
    private let others: [String]
    private let leaflet: Leaflet?

    /// Where the printed guide stands, if there is one.
    package static let book = "guidebook.pdf"

    /// - Parameters:
    ///   - base: the path below which the site will stand, for the page that is shown for lost addresses.
    ///   - photos: those that are ready to be shown, by the file's name below the guide's photos/; no others appear.
    ///   - cards: of `cards(of:_:)`, drawn; without any, pages are shared with a plain one.
    ///   - hasBook: the printed guide will be published beside the pages, as `Site.book`.
    ///   - leaflet: for guides with a map to move; without it their maps stay the drawn ones.
    package init(
        _ publication: Publication, _ look: Look, base: String? = nil, photos: [String: PreparedPhoto] = [:],
        cards: [DrawnPicture] = [], hasBook: Bool = false, leaflet: Leaflet? = nil
    ) {
        var publication = publication
        if leaflet == nil { publication.guide.slippyMap = nil }
        self.leaflet = publication.guide.slippyMap == nil ? nil : leaflet
        self.publication = publication
        self.look = look
        let agenda = Agenda(publication)
        others =
            photos.values.flatMap(\.variants).map(\.publishedName) + cards.map(\.publishedName)
            + (hasBook ? [Self.book] : [])
        let basemap = Basemap(
            publication.geography.filter { !publication.guide.omittedLayers.contains($0.kind.rawValue) })
        let pictograms = Pictograms(look.files)
        let folders = look.languages.enumerated().map { $0 == 0 ? "" : $1.phrases.language + "/" }
        editions = zip(look.languages, folders).map { language, folder in
            var writer = PageWriter(
                publication, language.phrases, agenda: agenda, basemap: basemap, pictograms: pictograms,
                base: base.map(Self.normalised) ?? Self.base(of: publication.guide.url), folder: folder)
            writer.preparedPhotos = photos
            writer.hasBook = hasBook
            writer.setCards(cards)
            for root in ["", "../", writer.base] {
                let site = writer.site(from: root)
                let frame = Frame(publication, language.phrases, root: root, site: site)
                writer.frames[root] = RenderedFrame(
                    head: language.templates.head.render(frame), header: language.templates.header.render(frame),
                    footer: language.templates.footer.render(frame), root: root, site: site)
            }
            writer.otherLanguages = zip(look.languages, folders).filter { $1 != folder }.map { other, folder in
                (folder, other.phrases("language.name"), other.phrases.htmlLanguage)
            }
            let unfinished = writer
            writer.rows = publication.places.indices.parallelMap { index in
                language.templates.row.render(unfinished.placeRow(index, root: "../", isAnchor: true))
            }
            return Edition(writer: writer, templates: language.templates)
        }
    }

    /// Hands every file to `take`, from several threads, and says which links lead nowhere.
    package func forEachFile(_ take: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> Void) -> [BrokenLink] {
        let pages = allPages
        let ledgers = pages.indices.parallelReduce({ LinkLedger() }) { links, number in
            let (path, page, edition) = pages[number]
            let bytes = edition.render(page)
            if path.hasSuffix(".html") {
                links.note(page: path, number: number, bytes)
            } else {
                links.note(file: path)
            }
            take(path, bytes)
        }
        var links = LinkLedger()
        ledgers.forEach { links.join($0) }
        for (path, bytes) in assets
            + Sitemap.files(for: pages.map(\.path).filter(Self.isListed), below: publication.guide.url)
        {
            links.note(file: path)
            take(path, bytes)
        }
        for file in others { links.note(file: file) }
        return links.broken { number in
            let (path, page, edition) = pages[number]
            return (path, edition.render(page))
        }
    }

    /// Every page in each language, with the language's folder before its path.
    private var allPages: [(path: String, page: Page, edition: Edition)] {
        let pages = Page.all(of: publication)
        return editions.flatMap { edition in
            pages.filter { edition.writer.folder.isEmpty || !$0.isShared }
                .map { (path: edition.writer.folder + $0.path, page: $0, edition: edition) }
        }
    }

    /// What the templates bring beside pages: styles, scripts, pictures.
    private var assets: [(path: String, bytes: [UInt8])] {
        look.assets.filter { leaflet != nil || !Leaflet.isOnlyForSlippyMaps($0.name) }.map { ($0.name, $0.bytes) }
            + (leaflet?.files ?? []).map { ($0.name, $0.bytes) }
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
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }
}
