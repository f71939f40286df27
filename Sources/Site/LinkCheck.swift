/// The links of a whole site, looked at for a moment at a time while nobody waits: the preview shows a page before it has
/// made all the others.

package struct LinkCheck {
    private let site: Site
    private var pages: [Site.PlacedPage]?
    private var done = 0
    /// How many pages to look at before the clock: the first are the whole guide's, which take long.
    private var pace = 2
    private var links = LinkLedger()

    package init(_ site: Site) { self.site = site }

    /// Looks at the next pages for about a time, or at one where one takes longer; the links that lead nowhere, once all
    /// pages have been looked at.
    package mutating func next(for time: Duration) -> [BrokenLink]? {
        guard let pages else {
            pages = site.allPages
            noteFiles(beside: pages ?? [])
            pages?.removeAll { !$0.hasLinks }
            return nil
        }
        let clock = ContinuousClock()
        let start = clock.now
        while done < pages.count {
            let passed = clock.now - start
            if passed > time { return nil }
            let end = min(done + pace, pages.count)
            site.render(pages, done..<end, into: &links) { _, _ in }
            done = end
            pace = (clock.now - start - passed) * 4 < time ? min(pace * 2, 64) : max(pace / 2, 2)
        }
        return site.broken(links, pages)
    }

    /// Data and calendars link to nothing: that they are there is enough.
    private mutating func noteFiles(beside pages: [Site.PlacedPage]) {
        for page in pages where !page.hasLinks { links.note(file: page.path) }
        for path in site.otherPaths(beside: pages) + site.others { links.note(file: path) }
    }
}
