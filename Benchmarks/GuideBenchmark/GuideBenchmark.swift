/// How long a guide takes up to its publication. Run in release mode: `GuideBenchmark FOLDER [RUNS]`.
///
/// Each step's best of several runs: milliseconds on the clock, and of all cores together.

import Glibc
import Guide
import Publication
import Recurrence

@main
struct GuideBenchmark {
    static func main() throws {
        guard CommandLine.arguments.count > 1, let today = Day(year: 2026, month: 11, day: 21) else {
            print("usage: GuideBenchmark FOLDER [RUNS]")
            exit(2)
        }
        let folder = GuideFolder(root: CommandLine.arguments[1])
        let runs = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 10
        var reading = Best()
        var rereading = Best()
        var consent = Best()
        for _ in 0..<runs {
            let guidebook = try reading.measure { try Guidebook(contentsOf: folder, on: today) }
            let again = try rereading.measure { try Guidebook(contentsOf: folder, on: today, rereading: guidebook) }
            let publication = consent.measure { again.publication(on: today) }
            guard !publication.places.isEmpty else { break }
        }
        reading.report("read, check and relate")
        rereading.report("the same again, no file changed")
        consent.report("consent")
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print("at most in memory: \(usage.ru_maxrss / 1024) MB")
    }
}

/// The shortest of several runs, in nanoseconds.
struct Best {
    private var wall = UInt64.max
    private var processor = UInt64.max

    mutating func measure<Value, Failure: Error>(_ step: () throws(Failure) -> Value) throws(Failure) -> Value {
        let (wallStart, processorStart) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
        let value = try step()
        wall = min(wall, now(CLOCK_MONOTONIC) - wallStart)
        processor = min(processor, now(CLOCK_PROCESS_CPUTIME_ID) - processorStart)
        return value
    }

    func report(_ step: String) {
        print("\(step): \(tenths(wall)) ms, \(tenths(processor)) ms of processor")
    }

    private func now(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    private func tenths(_ nanoseconds: UInt64) -> Double { Double(nanoseconds / 100_000) / 10 }
}
