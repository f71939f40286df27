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
            writer.calendarEntries = publication.places.indices.parallelMap { unfinished.entries(of: $0) }
            return Edition(writer: writer, templates: language.templates)
        }
    }

    /// Hands every file to `take`, from several threads, and says which links lead nowhere.
    package func forEachFile(_ take: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) -> Void) -> [BrokenLink] {
        let links = LinkLedger()
        guard let edition = editions.first else { return [] }
        let pages = Page.all(of: publication)
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
