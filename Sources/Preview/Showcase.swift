/// What the browser may see now: the last good site under the problems of the last build. Builds put in, requests look.

import FrontMatter
import Synchronization

package final class Showcase: Sendable {
    /// One state of it, as a value.
    struct Showing: Sendable {
        /// How many builds there were.
        var builds = 0
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
        var watchers: [Int: AsyncStream<Void>.Continuation] = [:]
        var nextWatcher = 0
    }

    private let run = String(UInt64.random(in: .min ... .max), radix: 36)
    private let state: Mutex<State>

    package init() {
        state = Mutex(State(showing: Showing(edition: run)))
    }

    var showing: Showing { state.withLock { $0.showing } }

    /// Shows a build; they come one after the other. One without a site leaves the last site to be seen, and one with
    /// the same site is no new edition.
    package func show(_ build: PreviewBuild) {
        let last = showing
        let isNewSite = build.files.map { $0 != last.files || build.pictures != last.pictures } ?? false
        let known = Set(last.problems.map(\.diagnostic.identity))
        let problems = build.diagnostics.lazy.filter { $0.severity > .note }.map {
            Problem(diagnostic: $0, isNew: last.builds > 0 && !known.contains($0.identity))
        }
        var next = last
        next.builds += 1
        if isNewSite {
            next.edition = "\(run)-\(next.builds)"
            (next.files, next.pictures) = (build.files, build.pictures)
        }
        next.problems = Array(problems)
        next.language = build.language
        let watchers = state.withLock { [next] state in
            state.showing = next
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
