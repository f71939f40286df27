// Another program, run to its end or to a deadline: no shell, no inherited files, an environment of its own.

import CLinux
import Glibc

struct Program: Sendable {
    let path: String

    /// The program of that name in the folders of a search path (`PATH`); only in absolute ones, because it will run
    /// elsewhere.
    init?(named name: String, in searchPath: String) {
        let candidates: [String] = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
        guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else { return nil }
        path = found
    }

    enum Ending: Sendable, Equatable {
        /// 0 is fine.
        case exit(Int32)
        case signal(Int32)
        case deadline
        /// It could not be started, by `errno`.
        case notStarted(Int32)
    }

    /// One thread: each core has a photo of its own, and on machines with many cores the threads alone would fill the memory.
    private static let sparing = ["VIPS_CONCURRENCY=1", "MALLOC_ARENA_MAX=1"]

    /// Runs in `folder`, with at most so many bytes of memory. `output` is what it wrote to both of its outputs; of very much,
    /// the beginning and the end.
    func run(
        _ arguments: [String], in folder: String, environment: [String], memory: Int = PhotoLimits().memory,
        until deadline: ContinuousClock.Instant
    ) -> (ending: Ending, output: String) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return (.notStarted(errno), "") }
        defer { close(ends[0]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }

        var process: pid_t = 0
        let failure = start(&process, arguments, folder, environment + Self.sparing, output: ends[1])
        close(ends[1])
        guard failure == 0 else { return (.notStarted(failure), "") }
        // It has just begun, and has not looked at a file yet.
        var limit = rlimit(rlim_cur: rlim_t(max(0, memory)), rlim_max: rlim_t(max(0, memory)))
        _ = prlimit(process, Int32(RLIMIT_AS.rawValue), &limit, nil)

        // The pipe ends with the process, which has no children of its own.
        let (output, hasEnded) = collect(from: ends[0], until: deadline)
        if !hasEnded { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        let ending: Ending = !hasEnded ? .deadline : signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
        return (ending, String(decoding: output, as: UTF8.self))
    }

    private func start(
        _ process: inout pid_t, _ arguments: [String], _ folder: String, _ environment: [String], output: Int32
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        // Also the pipes of programs started at the same moment by other threads.
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        posix_spawn_file_actions_addchdir_np(&actions, folder)

        // Dispatch's threads block signals; the program is to hear Ctrl-C.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        return withCStrings([path] + arguments) { arguments in
            withCStrings(environment) { environment in
                posix_spawn(&process, path, &actions, &attributes, arguments, environment)
            }
        }
    }
}

/// What arrives until the other end closes, which `hasEnded` tells, or until the deadline.
private func collect(
    from pipe: Int32, until deadline: ContinuousClock.Instant
) -> (output: [UInt8], hasEnded: Bool) {
    let half = 1 << 15
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
        let left = (deadline - .now) / .milliseconds(1)
        if left <= 0 { return (output, false) }
        var waiting = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
        if poll(&waiting, 1, Int32(min(left.rounded(.up), 60_000))) <= 0 { continue }
        let count = read(pipe, &buffer, buffer.count)
        if count > 0 {
            output += buffer[..<count]
            if output.count > 4 * half { output.removeSubrange(half..<output.count - half) }
        } else if count == 0 || errno != EINTR {
            return (output, true)
        }
    }
}

/// The strings as C wants them: a list that ends with nil.
private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
}
