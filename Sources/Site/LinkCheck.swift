/// The links of a whole site, looked at a few pages at a time while nobody waits: the preview shows a page before it has made
/// all the others.

package struct LinkCheck {
    private let site: Site
    private var pages: [Site.PlacedPage]?
    private var done = 0
    private var links = LinkLedger()

    package init(_ site: Site) { self.site = site }

    /// Looks at the next pages; the links that lead nowhere, once all pages have been looked at.
    package mutating func next(pages count: Int) -> [BrokenLink]? {
        guard let pages else {
            let all = site.allPages
            for (path, _) in site.otherFiles(beside: all) { links.note(file: path) }
            for path in site.others { links.note(file: path) }
            pages = all
            return nil
        }
        let end = min(done + count, pages.count)
        site.render(pages, done..<end, into: &links) { _, _ in }
        done = end
        return done == pages.count ? site.broken(links, pages) : nil
    }
}
