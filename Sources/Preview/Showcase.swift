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
        /// Errors and warnings; notes stay in the terminal.
        var problems: [Problem] = []
        var language = MessageLanguage.japanese
    }

    struct Problem: Sendable {
        var diagnostic: Diagnostic
        /// Whether it came with the last build: what the editor has just done.
        var isNew: Bool
    }

    private struct State {
        var showing: Showing
        var builds = 0
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
        let isNewSite = build.files.map { $0 != last.files || build.pictures != last.pictures } ?? false
        let known = Set(last.problems.map(\.diagnostic.identity))
        let isFirst = state.withLock { $0.builds == 0 }
        let problems = build.diagnostics.lazy.filter { $0.severity > .note }.map {
            Problem(diagnostic: $0, isNew: !isFirst && !known.contains($0.identity))
        }
        let watchers = state.withLock { state in
            if isNewSite {
                state.editions += 1
                state.showing.edition = "\(run)-\(state.editions)"
                state.showing.files = build.files
                state.showing.pictures = build.pictures
            }
            state.showing.problems = Array(problems)
            state.builds += 1
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

extension Diagnostic {
    /// The same while lines above it come and go.
    fileprivate var identity: [String] { [file, code, message, sourceLine ?? ""] }
}
