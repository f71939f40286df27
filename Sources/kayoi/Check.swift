/// `kayoi check`: reads all, reports all problems, writes nothing.

import ArgumentParser
import FrontMatter
import Glibc
import Guide
import Site

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads the whole guide and reports every problem; writes nothing. ガイドを点検します。",
        discussion: """
            EXAMPLES:
              kayoi check
              kayoi check --format github      (annotations in a GitHub workflow)
            """)

    @OptionGroup var options: GuideOptions

    @Option(help: "text, json or github.")
    var format = MessageFormat.text

    func run() throws {
        let guidebook = try Console.machine(options.language) {
            try Guidebook(contentsOf: options.folder, on: options.today, messages: options.language)
        }
        let console = Console(options, guidebook.language, format: format)
        let publication = guidebook.publication(on: options.today)
        let look = try console.look(for: publication, in: options.folder)
        if let repository = PublicRepository(of: options.guide),
            let warning = repository.diagnostic(
                for: guidebook.filesWithPrivateFacts(in: options.folder), guidebook.language)
        {
            // Also with --quiet, as a check before a commit runs.
            Console.write(
                warning.rendered(as: format) + (format == .text ? "\n\n" : "\n"),
                to: format == .text ? STDERR_FILENO : STDOUT_FILENO)
        }
        let photos = console.faultsAtFirstLook(ofPhotosOf: publication, in: options.folder)
        let diagnostics =
            (guidebook.diagnostics + guidebook.atTheirUses(photos, in: options.folder)).sorted(by: Diagnostic.precedes)
            + look.diagnostics(guidebook.language)
        // Also with errors: whoever has used a number twice needs one.
        defer {
            if format == .text, guidebook.knowsAllNumbers {
                let numbers = guidebook.freeNumbers()
                console.say(Wording.freeNumbers(next: numbers.next, gaps: numbers.gaps, guidebook.language))
            }
        }
        try console.report(diagnostics)
        guard format == .text else { return }
        console.say(
            Wording.sound(
                places: guidebook.placeCount, published: publication.places.count, isFlawless: diagnostics.isEmpty,
                guidebook.language))
    }
}

extension MessageFormat: ExpressibleByArgument {}
