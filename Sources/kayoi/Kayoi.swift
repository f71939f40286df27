/// The command: arguments in, messages and an exit status out. What it does stands in the modules.

import ArgumentParser

@main
struct Kayoi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kayoi",
        abstract: "通いの場のガイドを、Markdown からウェブサイトと冊子にします。\nMakes a guidebook of community places from Markdown.",
        version: version,
        subcommands: [New.self, Check.self, Build.self, Serve.self, Number.self, ScheduleCommand.self])

    static let version = "0.1.0"
}

/// cli.md's promise to scripts.
enum Status {
    static let contentHasErrors = ExitCode(1)
    static let machineFailed = ExitCode(3)
}
