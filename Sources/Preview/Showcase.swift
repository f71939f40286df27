/// What the browser may see now: the last good site under the problems of the last build. Builds put in, requests look.

import FrontMatter
import Messages
import Synchronization

package final class Showcase: Sendable {
    /// One state of it, as a value.
    struct Showing: Sendable {
        /// How many builds there were.
        var builds = 0
        var site: PreviewSite?
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
    /// - Parameter isMore: it is the build that is shown, about which more is known by now.
    package func show(_ build: PreviewBuild, isMore: Bool = false) {
        let last = showing
        var next = last
        next.builds += isMore ? 0 : 1
        let diagnostics = build.diagnostics.filter { $0.severity > .note }
        let problems = Self.problems(diagnostics, after: last.problems, isFirst: next.builds <= 1, isMore)
        if let site = build.site, site.number != last.site?.number {
            next.edition = "\(run)-\(site.number)"
            next.site = site
        }
        next.problems = problems
        next.language = build.language
        let watchers = state.withLock { [next] state in
            state.showing = next
            return state.watchers.values
        }
        for watcher in watchers { watcher.yield() }
    }

    /// - Parameter last: those of the build before; most are the same from build to build, and stand in the same order.
    private static func problems(
        _ diagnostics: [Diagnostic], after last: [Problem], isFirst: Bool, _ isMore: Bool
    ) -> [Problem] {
        func kept(_ pair: (Diagnostic, Problem)) -> Problem {
            Problem(diagnostic: pair.0, isNew: isMore && pair.1.isNew)
        }
        let start = zip(diagnostics, last).prefix { $0 == $1.diagnostic }.map(kept)
        let rest = diagnostics.dropFirst(start.count)
        let end = zip(rest.reversed(), last.dropFirst(start.count).reversed())
            .prefix { $0 == $1.diagnostic }.map(kept)
        let middle = rest.dropLast(end.count)
        let files = Set(middle.map(\.file))
        let known = Dictionary(
            last.lazy.filter { files.contains($0.diagnostic.file) }
                .map { ($0.diagnostic.identity, isMore && $0.isNew) }, uniquingKeysWith: { $0 || $1 })
        return start + middle.map { Problem(diagnostic: $0, isNew: known[$0.identity] ?? !isFirst) } + end.reversed()
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
