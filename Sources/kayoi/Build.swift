/// `kayoi build`: read → check → relate → render → check links → publish.

import ArgumentParser
import FrontMatter
import Glibc
import Guide
import Parallel
import Publishing
import Site
import Templates

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Checks the guide and builds its site in one step; with errors nothing changes. サイトを作ります。",
        discussion: """
            EXAMPLES:
              kayoi build
              kayoi build --guide ~/minori --output /srv/www/kayoi --today 2026-12-01
            """)

    @OptionGroup var options: GuideOptions

    @Option(help: ArgumentHelp("The folder of the site (default: site in the guide's folder).", valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp("The path below which the site will stand, for example /kayoi/.", valueName: "path"))
    var base: String?

    @Flag(help: "Make the printed guide too and put it beside the pages, as guidebook.pdf (冊子の PDF も作ります).")
    var book = false

    @Flag(help: "Show how long each step takes.")
    var timings = false

    func run() throws {
        var steps = Timings(isShown: timings)
        let folder = output ?? options.guide + "/site"
        let seal = steps.time("look for changes") { self.seal(on: folder) }
        if !book, let words = seal.words(ifUnbroken: folder, madeOf: options.guide + "/content"), words.count == 2 {
            Console.write(words[0], to: STDERR_FILENO)
            if !options.quiet { Console.tell(words[1], to: STDOUT_FILENO) }
            return
        }
        let guideFolder = options.folder
        // Nobody needs the guide itself, with all that is private, once its publication is made.
        var (unneeded, takenApart): (Proof?, Later<Void>?)
        var lookToBe: Later<Result<Look, MachineError>>?
        let (publication, inventory, findings, language) = try steps.time("read, check, relate and ask for consent") {
            try Console.machine(options.language) {
                let proof = try Proof(of: guideFolder, on: options.today, messages: options.language) { languages in
                    lookToBe = Later { Result { () throws(MachineError) in try Look(in: languages, guideFolder) } }
                }
                let made = (
                    proof.publication, proof.guidebook.inventory, proof.guidebook.diagnostics, proof.guidebook.language
                )
                // To take it apart takes time. Only the pages of very many places need its memory.
                if proof.publication.places.count > 20_000 {
                    takenApart = Parallel.takenApart(consume proof)
                } else {
                    unneeded = proof
                }
                return made
            }
        }
        let console = Console(options, language)
        let look = try steps.time("templates") {
            guard let made = lookToBe?.value else { return try console.look(for: publication, in: guideFolder) }
            return try Console.machine(language) { try made.get() }
        }
        let diagnostics = findings + look.diagnostics(language)
        try console.report(diagnostics)

        let (photos, faults) = steps.time("photos") { console.prepare(photosOf: publication, in: options.folder) }
        try console.report(console.atTheirUses(faults, in: options.folder))
        let (cards, cardFaults) = steps.time("cards") { console.cards(for: publication, look, in: options.folder) }
        try console.report(cardFaults)
        let pdf = try steps.time("book") {
            book ? try console.guidebook(of: publication, photos, in: options.folder) : nil
        }
        let site = steps.time("prepare") {
            Site(
                publication, look, base: base, photos: photos, cards: cards, hasBook: book,
                leaflet: console.leaflet(for: publication))
        }
        takenApart?.value
        let report = try steps.time("render, check links and publish") {
            try console.publish(site, photos, cards, pdf, to: folder, on: options.today.iso)
        }
        if !report.carried.isEmpty { console.warn(Wording.carried(report.carried, language)) }
        console.say(Wording.built(report, places: publication.places.count, at: folder, language))
        steps.time("seal") {
            // What was said of the machine may be mended without a change to the guide.
            guard let inventory, !book, faults.isEmpty, cardFaults.isEmpty, !console.hasWarned else {
                return seal.remove()
            }
            mkdir(options.guide + "/.kayoi", 0o755)
            let words = [console.text(of: diagnostics), Wording.unchanged(at: folder, language)]
            seal.set(on: folder, report.inventory, madeOf: inventory, words)
        }
        steps.print()
        // To take all of it apart first would only keep people waiting.
        withExtendedLifetime(unneeded) { Glibc.exit(0) }
    }

    /// Over all on which the site depends but the guide's content.
    private func seal(on folder: String) -> Seal {
        let names: [String] = ["LANG", "LC_ALL", "LC_MESSAGES"]
        let texts = names.map { name in getenv(name).map { String(cString: $0) } ?? "" }
        return Seal(
            in: options.guide + "/.kayoi",
            of: ["/proc/self/exe", Leaflet.folder, options.guide + "/templates"],
            facts: [
                Kayoi.version, options.today.iso, base ?? "", folder, options.language?.rawValue ?? "",
                "\(options.quiet)", "\(Console.hasColour)",
            ] + texts)
    }
}
