import ArgumentParser
import FrontMatter
import Messages
import Recurrence

/// `kayoi schedule`: explains how a schedule text is read, to editors in words and to programs as JSON.
struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Shows how a schedule (開催) is read, and its next dates.",
        discussion: """
            kayoi schedule "第1・3火曜 13時半〜"
            kayoi schedule --json --from 2026-12-01 --to 2027-11-30 < texts.txt

            Without TEXT, reads one text per line from standard input and writes one JSON object per line.
            """)

    @Option(help: ArgumentHelp("The first day of the dates (default: today).", valueName: "day"))
    var from: Day?
    @Option(help: ArgumentHelp("The last day of the dates (default: 365 days later).", valueName: "day"))
    var to: Day?
    @Option(
        help: ArgumentHelp("The day that counts as today; dates without a year belong to its year.", valueName: "day"))
    var today: Day?
    @Option(help: ArgumentHelp("What the place's 休み field says; may be repeated.", valueName: "text"))
    var closed: [String] = []
    @Option(help: ArgumentHelp("The language of the explanation: ja or en (説明の言語).", valueName: "language"))
    var language: MessageLanguage?
    @Flag(help: "One JSON object per text and line.")
    var json = false
    @Argument(help: ArgumentHelp("Schedules as people write them.", valueName: "text"))
    var texts: [String] = []

    func validate() throws {
        if let from, let to, to < from { throw ValidationError("--to \(to.iso) is before --from \(from.iso).") }
    }

    func run() {
        if texts.isEmpty {
            while let line = readLine() { explain(line, asJSON: true) }
        } else {
            for text in texts { explain(text, asJSON: json) }
        }
    }

    private func explain(_ text: String, asJSON: Bool) {
        let today = today ?? .today
        let first = from ?? today
        let schedule = Schedule(reading: text, closed: closed, defaults: ScheduleDefaults(editionYear: today.year))
        print(
            asJSON
                ? schedule.json(from: first, to: to ?? first + 365)
                : visibleLines(schedule.explanation(from: first, in: language ?? .ofTheUser)))
    }
}
