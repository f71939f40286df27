/// `kayoi serve`: a live preview on this machine: build, show, wait for a save, and again.

import ArgumentParser
import FrontMatter
import Glibc
import Guide
import Preview
import Recurrence

struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows the site in the browser while you write, and what is wrong over the page. 書きながらサイトを見ます。",
        discussion: """
            Only this machine can see it, and on it only your own account. Nothing is written into site/.

            EXAMPLES:
              kayoi serve
              kayoi serve --guide ~/minori --port 8080
            """)

    @OptionGroup var options: GuideOptions

    @Option(help: "The port on 127.0.0.1 (default: 4321, or the next that is free).")
    var port: UInt16?

    func run() throws {
        let showcase = Showcase()
        let server = try listen(showcase)
        var watcher = Watcher(root: options.guide)
        var live = LiveBuild(options)
        try mustHaveContent()
        Console.write("http://127.0.0.1:\(server.port)/\n", to: STDOUT_FILENO)
        Task.detached {
            do { try await server.run() } catch { Self.end(Wording.stopped(.ofTheUser)) }
        }

        // A preview that runs over midnight shows the new day, unless a day was asked for.
        let followsTheClock = options.today == .today
        var changes = Changes.everything
        var isFirst = true
        var warned: Set<String> = []
        while true {
            let day = followsTheClock ? .today : options.today
            let start = ContinuousClock.now
            let build = live.rebuild(changes, on: day)
            showcase.show(build)
            let time = ContinuousClock.now - start
            let console = Console(options, build.language)
            if isFirst { console.say(Wording.watching(build.language)) }
            isFirst = false
            console.say(Wording.rebuilt(changes, in: time, build.diagnostics, build.language))
            for (folder, code) in watcher.unwatched where warned.insert(folder).inserted {
                console.warn(Wording.unwatched(folder, code, build.language))
            }
            repeat {
                if let next = watcher.next(within: live.isChecking ? .milliseconds(50) : .seconds(60)) {
                    changes = next
                } else {
                    changes = live.isChecking || live.isUpToDate ? Changes() : .everything
                }
                if followsTheClock, Day.today != day { changes = .everything }
                if changes.isEmpty, let build = live.checkLinks() {
                    showcase.show(build, isMore: true)
                    console.say(Wording.checked(build.diagnostics, build.language))
                }
            } while changes.isEmpty
        }
    }

    private func listen(_ showcase: Showcase) throws -> PreviewServer {
        do throws(PortFault) {
            return try PreviewServer(showcase, port: port)
        } catch {
            Self.end(Wording.port(error, options.language ?? .ofTheUser))
        }
    }

    private static func end(_ message: String) -> Never {
        Console.write(message + "\n", to: STDERR_FILENO)
        exit(withError: Status.machineFailed)
    }

    /// Later the folder may go and come back; at the beginning its absence is a mistake in the command.
    private func mustHaveContent() throws {
        let content = options.guide + "/content"
        try Console.machine(options.language) {
            if access(content, R_OK | X_OK) != 0 { throw MachineError(action: .list, path: content, code: errno) }
        }
    }
}
