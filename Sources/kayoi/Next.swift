/// Plain `kayoi`: in a guide, how it stands and what to do next; elsewhere, how to begin.

import ArgumentParser
import FrontMatter
import Glibc
import Guide
import Messages

struct Next: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Says what to do next. 次にすることを示します。", shouldDisplay: false)

    @OptionGroup var options: GuideOptions

    func run() throws {
        guard access(options.guide + "/content/guide.md", F_OK) == 0 else {
            return Console.write(Wording.howToBegin(options.language ?? .ofTheUser) + "\n", to: STDOUT_FILENO)
        }
        let guidebook = try Console.machine(options.language) {
            try Guidebook(contentsOf: options.folder, on: options.today, messages: options.language)
        }
        let console = Console(options, guidebook.language)
        let publication = guidebook.publication(on: options.today)
        let look = try console.look(for: publication, in: options.folder)
        let diagnostics = guidebook.diagnostics + look.diagnostics(guidebook.language)
        let site = options.guide + "/site/index.html"
        console.say(publication.guide.title)
        console.say(Wording.places(guidebook.placeCount, published: publication.places.count, guidebook.language))
        console.say(Wording.summary(diagnostics, guidebook.language))
        let hasErrors = diagnostics.contains { $0.severity == .error }
        let hasSite = access(site, F_OK) == 0
        console.say(Wording.next(hasErrors: hasErrors, site: hasSite ? site : nil, guidebook.language))
    }
}

extension MessageLanguage {
    /// By the locale: Japanese where it is, else English.
    static var ofTheUser: MessageLanguage {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
            return value.hasPrefix("ja") ? .japanese : .english
        }
        return .english
    }
}
