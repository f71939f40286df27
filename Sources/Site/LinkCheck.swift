/// The links of a whole site, looked at on a thread of its own while nobody waits: the preview shows a page before it has
/// made all the others, and a save never waits for them.

import Dispatch
import Glibc
import Synchronization

package final class LinkCheck: Sendable {
    private let site: Site
    private let isAbandoned = Atomic(false)
    private let found = Mutex<[BrokenLink]?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    /// Begins to look.
    ///
    /// - Parameter patience: until then, for the browser that asks for its page.
    package init(_ site: Site, after patience: Duration = .zero) {
        self.site = site
        let work = Unmanaged.passRetained(
            Work { [self] in
                usleep(UInt32(patience / .microseconds(1)))
                // What somebody waits for goes first.
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
                let broken = look()
                found.withLock { $0 = broken }
                isDone.signal()
            })
        var thread = pthread_t()
        let failure = pthread_create(
            &thread, nil,
            { argument in
                argument.map { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run() }
                return nil
            }, work.toOpaque())
        if failure == 0 { pthread_detach(thread) } else { work.takeRetainedValue().run() }
    }

    /// Ends it after the page that is being looked at: nobody wants to know any more.
    package func abandon() { isAbandoned.store(true, ordering: .relaxed) }

    /// The links that lead nowhere, once all pages have been looked at; nil while that is not so.
    ///
    /// - Parameter time: how long to wait for it.
    package func brokenLinks(within time: Duration = .zero) -> [BrokenLink]? {
        if time > .zero, found.withLock({ $0 == nil }) {
            _ = isDone.wait(timeout: .now() + .microseconds(Int(time / .microseconds(1))))
        }
        return found.withLock(\.self)
    }

    private func look() -> [BrokenLink]? {
        guard !isAbandoned.load(ordering: .relaxed) else { return nil }
        let all = site.allPages
        var desk = Site.Desk()
        for path in site.otherPaths(beside: all) + site.others { desk.links.note(file: path) }
        // Data and calendars link to nothing: that they are there is enough.
        for page in all where !page.hasLinks { desk.links.note(file: page.path) }
        let pages = all.filter(\.hasLinks)
        for (number, page) in pages.enumerated() {
            guard !isAbandoned.load(ordering: .relaxed) else { return nil }
            desk.clear()
            page.edition.render(page.page, into: &desk.output)
            desk.links.note(page: page.path, number: number, desk.output)
        }
        return site.broken([desk.links], pages)
    }

    private final class Work: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
