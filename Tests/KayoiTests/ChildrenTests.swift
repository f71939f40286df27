/// What the programs that kayoi runs are told: in a workflow, variables hold keys to the repository and to the host.

import Foundation
import Testing

@Suite("Programs that are run") struct ChildrenTests {
    private static let keys = [
        "GITHUB_TOKEN", "ACTIONS_RUNTIME_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "CI_JOB_TOKEN",
        "AWS_SECRET_ACCESS_KEY", "CLOUDFLARE_API_TOKEN", "SSH_AUTH_SOCK", "GIT_CONFIG_PARAMETERS", "PYTHONPATH",
    ]

    /// Stands before a program on the PATH: notes its variables, then does what is asked.
    private static func watch(_ program: String, in guide: Workshop) throws {
        let path = "bin/" + program
        try guide.write(
            "#!/bin/sh\n/usr/bin/env >> '\(guide.path)/\(program).env'\nexec /usr/bin/\(program) \"$@\"\n", to: path)
        chmod(guide.path + "/" + path, 0o755)
    }

    /// The names of the variables that a watched program got; those of its shell are not ours.
    private static func variables(of program: String, in guide: Workshop) throws -> Set<String> {
        let text = try guide.text(program + ".env")
        #expect(!text.contains("SECRET"))
        let names = text.split(separator: "\n").map { String($0.prefix { $0 != "=" }) }
        return Set(names).subtracting(["PWD", "OLDPWD", "SHLVL", "_"])
    }

    private static func run(_ guide: Workshop, _ arguments: String...) throws -> Run {
        var environment = Dictionary(uniqueKeysWithValues: keys.map { ($0, "SECRET") })
        environment["PATH"] = guide.path + "/bin:" + repository + "/.venv/bin:/usr/bin:/bin"
        environment["HOME"] = guide.path
        return try guide.run(arguments, environment)
    }

    @Test(
        "of photos and drawings get none of the workflow's variables",
        .enabled(if: access("/usr/bin/vipsthumbnail", X_OK) == 0, "needs libvips-tools"))
    func photos() throws {
        let guide = try Workshop.demo()
        for program in ["vipsheader", "vipsthumbnail"] { try Self.watch(program, in: guide) }
        let run = try Self.run(guide, "build", "--today", "2026-12-01")
        #expect(run.status == 0, "\(run.messages)")
        for program in ["vipsheader", "vipsthumbnail"] {
            let own: Set = ["LC_ALL", "TMPDIR", "VIPS_BLOCK_UNTRUSTED", "VIPS_CONCURRENCY", "MALLOC_ARENA_MAX"]
            #expect(try Self.variables(of: program, in: guide).isSubset(of: own))
        }
    }

    @Test(
        "of paper and history get none either",
        .enabled(if: Workshop.canPrint, "needs Typst in .venv and the fonts"))
    func printsAndHistory() throws {
        let guide = try Workshop.printing()
        try guide.git("init", "-q")
        try guide.git("add", "content")
        try guide.git("commit", "-q", "-m", "autumn")
        for program in ["git", "tar"] { try Self.watch(program, in: guide) }
        try guide.write(
            "#!/bin/sh\n/usr/bin/env >> '\(guide.path)/typst.env'\nexit 1\n", to: "bin/typst")
        chmod(guide.path + "/bin/typst", 0o755)
        _ = try Self.run(guide, "book", "report", "--since", "2026-11-01", "--today", "2026-12-01")
        let own: Set<String> = [
            "PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONSAFEPATH",
            // Of our own script.
            "GIT_ALLOW_PROTOCOL", "GIT_NO_LAZY_FETCH", "GIT_LFS_SKIP_SMUDGE",
        ]
        for program in ["typst", "git", "tar"] {
            #expect(try Self.variables(of: program, in: guide).isSubset(of: own), "\(program)")
        }
    }

    /// The key with which a workflow has fetched the repository would lie in its .git, for any program to read.
    @Test("find no key to the repository in a new guide's workflow", arguments: ["ja", "en"])
    func workflow(language: String) throws {
        let guide = try Workshop.newGuide(language)
        for (path, bytes) in try guide.files(".github/workflows") {
            let text = String(decoding: bytes, as: UTF8.self)
            let steps = text.components(separatedBy: "- uses: actions/checkout@").dropFirst()
            #expect(!steps.isEmpty, "\(path)")
            for step in steps {
                let lines = step.split(separator: "\n").prefix { !$0.contains("- ") || $0.hasPrefix("v") }
                #expect(lines.contains { $0.contains("persist-credentials: false") }, "\(path)")
            }
            // What builds has no right to publish.
            let build = try #require(text.components(separatedBy: "\n  publish:").first)
            #expect(build.contains("permissions:\n  contents: read") && !build.contains(": write"), "\(path)")
        }
    }
}
