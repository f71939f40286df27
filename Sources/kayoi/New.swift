/// `kayoi new DIR`: a new guide, filled in enough to build.

import ArgumentParser
import FrontMatter
import Glibc
import Messages
import Recurrence
import Starter

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes a new guide with a sample of every kind of file. 新しいガイドを作ります。",
        discussion: """
            EXAMPLES:
              kayoi new minato
              kayoi new harbour --language en
            """)

    @Argument(help: ArgumentHelp("A folder that is new or empty (新しいフォルダー).", valueName: "dir"))
    var folder: String

    @Option(help: ArgumentHelp("The language of the guide and its comments: ja or en (ガイドの言語).", valueName: "language"))
    var language = MessageLanguage.japanese

    @Flag(help: "Print problems only (問題だけを表示).")
    var quiet = false

    func run() throws {
        let starter = Starter(language: language.pick("ja", "en"), today: .today)
        do throws(Starter.Fault) {
            try starter.write(to: folder)
        } catch {
            Console.tell(Wording.notMade(error, language), to: STDERR_FILENO)
            if case .notEmpty = error { throw Status.wrongUsage }
            throw Status.machineFailed
        }
        if !quiet { Console.tell(Wording.created(folder, language), to: STDOUT_FILENO) }
    }
}
