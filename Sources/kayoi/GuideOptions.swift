/// The options that every command on a guide has.

import ArgumentParser
import FrontMatter
import Guide
import Messages
import Recurrence

struct GuideOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The guide's folder (ガイドのフォルダー).", valueName: "dir"))
    var guide = "."

    @Option(help: ArgumentHelp("The language of messages: ja or en (メッセージの言語).", valueName: "language"))
    var language: MessageLanguage?

    @Option(help: ArgumentHelp("The day that counts as today, for example 2026-12-01 (今日とする日).", valueName: "day"))
    var today: Day = .today

    @Flag(help: "Print problems only (問題だけを表示).")
    var quiet = false

    var folder: GuideFolder { GuideFolder(root: guide) }
}

extension MessageLanguage: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
    public var defaultValueDescription: String { iso }
}
