import Glibc
import Testing

@testable import Publishing

/// A process of its own publishes and is killed at a random moment, as often as KAYOI_KILLS says.
@Suite("Kills", .enabled(if: publishingProcess != nil, "PublishingBenchmark has not been built"))
struct KillTests {
    @Test("at any moment leave the old or the new site whole, and the next build heals")
    func kills() throws {
        let workshop = Workshop()
        let kills = getenv("KAYOI_KILLS").flatMap { Int(String(cString: $0)) } ?? 50
        let files = 300
        let time = try ContinuousClock().measure { try run(workshop, generation: 0, files: files, killAfter: nil) }
        var last = 0
        var isKilled = (old: 0, new: 0)
        for generation in 1...kills {
            let moment = time * Double.random(in: 0...1.2)
            try run(workshop, generation: generation, files: files, killAfter: moment)
            let shown = try generationOf(workshop.files(), files: files)
            #expect(try workshop.isWhole(), "generation \(generation), killed after \(moment)")
            #expect(shown == last || shown == generation)
            if shown == generation { isKilled.new += 1 } else { isKilled.old += 1 }
            last = shown ?? last
        }
        print("\(kills) kills: \(isKilled.old) left the old site, \(isKilled.new) the new one")
        try run(workshop, generation: kills + 1, files: files, killAfter: nil)
        #expect(try generationOf(workshop.files(), files: files) == kills + 1)
        #expect(try workshop.names() == ["site"])
    }

    /// The one generation that all files are of.
    private func generationOf(_ files: [String: String], files count: Int) throws -> Int? {
        let generations = Set(files.values.filter { !$0.hasPrefix("always") }.map { $0.prefix { $0 != " " } })
        #expect(generations.count == 1 && files.count == count)
        return generations.first.flatMap { Int($0) }
    }

    private func run(_ workshop: Workshop, generation: Int, files: Int, killAfter moment: Duration?) throws {
        let program = try #require(publishingProcess)
        let words = [program, "publish", workshop.site, "\(generation)", "\(files)"]
        var arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        try #require(posix_spawn(&process, program, nil, nil, &arguments, environ) == 0)
        if let moment {
            usleep(UInt32(moment / .microseconds(1)))
            kill(process, SIGKILL)
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
}

/// The benchmark's program, built beside the tests.
private let publishingProcess: String? = {
    guard let test = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(test) }
    let candidates = [String(cString: test)] + CommandLine.arguments
    return candidates.lazy
        .compactMap { path in path.lastIndex(of: "/").map { path[..<$0] + "/PublishingBenchmark" } }
        .first { access($0, X_OK) == 0 }
}()
