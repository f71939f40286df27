/// Runs another program and waits for it, with what it needs of the environment and no more: in a workflow, others of its
/// variables may open the repository.

import Glibc

package enum ChildProcess {
    private static let variables = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE"]

    /// - Parameters:
    ///   - program: a name on the PATH or a path.
    ///   - folder: where it runs.
    ///   - log: the file that takes what it writes on both streams.
    /// - Returns: its exit status, or 128 + the signal that ended it; nil where it could not be started.
    package static func run(_ program: String, _ arguments: [String], in folder: String, log: String = "/dev/null")
        -> Int32?
    {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // env changes the folder in the child alone: this process has threads.
        let command = ["env", "-C", folder, program] + arguments
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        // Python looks for modules beside a program, not in the folder in which it runs.
        let kept = variables.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
        var environment: [UnsafeMutablePointer<CChar>?] = (kept + ["PYTHONSAFEPATH=1"]).map { strdup($0) } + [nil]
        defer { for variable in environment { free(variable) } }
        var process: pid_t = 0
        guard posix_spawnp(&process, "env", &actions, nil, &words, &environment) == 0 else { return nil }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return nil } }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
