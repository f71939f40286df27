/// What the browser may see now: the last good site under the problems of the last build. Builds put in, requests look.

import FrontMatter
import Glibc
import Synchronization

package final class Showcase: Sendable {
    /// One state of it, as a value.
    struct Showing: Sendable {
        var files: [String: [UInt8]]?
        var pictures: [String: String] = [:]
        /// Changes whenever the site does, and from one run of the program to the next.
        var edition: String
        var diagnostics: [Diagnostic] = []
        var language = MessageLanguage.japanese
    }

    private struct State {
        var showing: Showing
        var editions = 0
        var watchers: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextWatcher = 0
    }

    private let run = String(UInt64.random(in: .min ... .max), radix: 36)
    private let state: Mutex<State>

    package init() {
        state = Mutex(State(showing: Showing(edition: run)))
    }

    var showing: Showing { state.withLock { $0.showing } }

    /// Shows a build. One without a site leaves the last site to be seen; one with the same site is no new edition.
    package func show(_ build: PreviewBuild) {
        let last = showing
        let isNew = build.files.map { $0 != last.files || build.pictures != last.pictures } ?? false
        let watchers = state.withLock { state in
            if isNew {
                state.editions += 1
                state.showing.edition = "\(run)-\(state.editions)"
                state.showing.files = build.files
                state.showing.pictures = build.pictures
            }
            state.showing.diagnostics = build.diagnostics
            state.showing.language = build.language
            return state.watchers.values
        }
        for watcher in watchers { watcher.yield() }
    }

    /// A sign at once, and one after every build from now on; signs that nobody took in time become one.
    func signs() -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { watcher in
            let number = state.withLock { state in
                state.nextWatcher += 1
                state.watchers[state.nextWatcher] = watcher
                return state.nextWatcher
            }
            watcher.onTermination = { [weak self] _ in
                _ = self?.state.withLock { $0.watchers.removeValue(forKey: number) }
            }
            watcher.yield()
        }
    }
}
