import ArgumentParser

@main
struct Kayoi: ParsableCommand {
    static let configuration = CommandConfiguration(subcommands: [ScheduleCommand.self])

    func run() { print("kayoi") }
}
