/// The command: arguments in, messages and an exit status out. What it does stands in the modules.

import ArgumentParser
import CLinux
import FrontMatter
import Glibc
import Messages

@main
struct Kayoi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kayoi",
        abstract: "通いの場のガイドを、Markdown からウェブサイトと冊子にします。\nMakes a guidebook of community places from Markdown.",
        version: version,
        subcommands: [
            Next.self, New.self, Check.self, Build.self, Serve.self, BookCommand.self, Number.self,
            ScheduleCommand.self,
        ],
        defaultSubcommand: Next.self)

    static let version = "0.1.0"

    static func main() {
        do {
            var command = try parseAsRoot()
            try Console.needHandles()
            try command.run()
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Console.write((unknownCommand ?? wrongUsage(error) ?? fullMessage(for: error)) + "\n", to: STDERR_FILENO)
            exit(withError: Status.wrongUsage)
        }
    }

    /// What the parser says, in Japanese where that is the user's language: it speaks English only.
    private static func wrongUsage(_ error: any Error) -> String? {
        guard MessageLanguage.ofTheUser == .japanese else { return nil }
        let commands = configuration.subcommands.dropFirst().map { $0._commandName }
        let command = CommandLine.arguments.dropFirst().first.flatMap { commands.contains($0) ? $0 + " " : nil } ?? ""
        return visibleLines(
            Wording.wrongUsage(message(for: error)) + "\n  → 「kayoi \(command)--help」で使い方が出ます。")
    }

    /// Said of a first word that is no command: the parser would take it for an argument of the default one.
    private static var unknownCommand: String? {
        let commands = configuration.subcommands.dropFirst().map { $0._commandName }
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), !commands.contains(word) else {
            return nil
        }
        return Wording.unknownCommand(word, nearest: nearestWord(to: word, among: commands), .ofTheUser)
    }
}

/// What scripts may rely on; 0 is fine.
enum Status {
    static let contentHasErrors = ExitCode(1)
    static let wrongUsage = ExitCode(2)
    static let machineFailed = ExitCode(3)
}
