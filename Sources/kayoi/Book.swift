/// `kayoi book`: the printed works as PDF.

import ArgumentParser
import Book
import DefaultTemplates
import FrontMatter
import Glibc
import Guide
import Messages
import Photos
import Publication
import Recurrence
import Templates

struct BookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book",
        abstract: "Makes the printed works as PDF. 冊子やちらしを PDF で作ります。",
        discussion: """
            WORKS:
              guidebook            通いの場ガイドブック（はじめから選ばれています）
              area ID              地区の一枚
              handout ID           宝物マップ
              mine N N N           個人の一枚（番号を1つから6つ）
              poster N | EVENT     通いの場、または行事のポスター
              newsletter ISSUE     情報紙
              report --since DAY   協議体への報告
              survey [ID | N …]    調査票（部外秘。--output で置き場所を決めます）

            EXAMPLES:
              kayoi book
              kayoi book area honcho --paper A4
              kayoi book mine 1 8 12 --output mine.pdf
              kayoi book --large --mono
              kayoi book survey honcho --output ~/chousa.pdf
            """)

    @OptionGroup var options: GuideOptions

    @Argument(
        help: ArgumentHelp("The work and what it needs (default: 作るもの in guide.md, else guidebook).", valueName: "work")
    )
    var work: [String] = []

    @Option(help: ArgumentHelp("The file (default: print/WORK.pdf in the guide's folder).", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "A4, B5 or A5 (default: 判型 in guide.md, else A4); A3, folded, for area and handout.", valueName: "paper"))
    var paper: Paper?

    @Option(help: ArgumentHelp("For the report: the day of the last meeting.", valueName: "day"))
    var since: Day?

    @Flag(help: "Larger type (大きな文字).")
    var large = false

    @Flag(help: "Black and white (白黒).")
    var mono = false

    @Flag(help: "For a print shop: text in K only, colours as CMYK, 3 mm of bleed (印刷所向け).")
    var press = false

    @Flag(help: "3 mm of bleed (塗り足し).")
    var bleed = false

    @Flag(help: "Marks around the page, with --press (トンボ).")
    var marks = false

    @Option(help: ArgumentHelp("With --press: the ICC profile of the press.", valueName: "file"))
    var profile: String?

    @Flag(help: "Every area on a right-hand page.")
    var rightPages = false

    @Flag(help: "The cover as a PDF of its own (表紙を別に).")
    var coverApart = false

    @Flag(help: "Two pages on each side of a sheet, to be folded and stapled (中とじ).")
    var booklet = false

    func run() throws {
        let guidebook = try Console.machine(options.language) {
            try Guidebook(contentsOf: options.folder, on: options.today, messages: options.language)
        }
        let console = Console(options, guidebook.language)
        try console.report(guidebook.diagnostics.filter { $0.severity == .error })
        do {
            try checkOptions()
            if work.first == "survey" {
                try makeSurvey(of: guidebook, console)
            } else {
                try makeWorks(of: guidebook.publication(on: options.today), console)
            }
        } catch TypesettingFault.missingCharacters(let characters) {
            try report(characters, console)
        } catch let fault as TypesettingFault {
            console.warn(fault.message(guidebook.language))
            throw Status.machineFailed
        } catch let fault as WorkFault {
            console.warn(fault.message(guidebook.language))
            throw Status.wrongUsage
        }
    }

    private func checkOptions() throws(WorkFault) {
        if booklet && press { throw .bookletForPress }
        if (marks || profile != nil) && !press { throw .onlyForPress }
    }

    private func makeWorks(of publication: Publication, _ console: Console) throws {
        let works = try chosenWorks(publication)
        guard output == nil || works.count == 1 else { throw WorkFault.oneFileForMany(works.count) }
        let folder = options.guide + "/print"
        if output == nil { mkdir(folder, 0o755) }
        let setter = try Typesetter.found(fontsNear: [options.guide, "."])
        let look = try console.bookLook(for: publication, in: options.folder)
        let photos = try console.photos(for: publication, in: options.folder).forPrint
        for work in works {
            var earlier: Publication?
            if case .report(let day) = work { earlier = GuideHistory.publication(of: options.guide, before: day) }
            for (extent, file) in files(output ?? folder + "/" + work.fileName + ".pdf", of: work) {
                // A link would lead the PDF into whatever it names; where the file was named, that is wanted.
                if output == nil { Self.removeLink(at: file) }
                let book = Book(publication, look, printing(extent, publication), photos: photos, earlier: earlier)
                try setter.typeset(try book.materials(for: work), to: file, asBooklet: booklet)
                console.say(file)
            }
        }
    }

    private static func removeLink(at file: String) {
        var status = stat()
        if lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { unlink(file) }
    }

    /// The one work that shows what is private: only where its file is named, and never among what is published.
    private func makeSurvey(of guidebook: Guidebook, _ console: Console) throws {
        guard let output else { throw WorkFault.surveyWithoutFile }
        guard !SurveyForms.isPublished(output, guide: options.guide) else { throw WorkFault.surveyInSite(output) }
        let chosen = Array(work.dropFirst())
        let publication = guidebook.publication(on: options.today)
        guard let survey = guidebook.survey(on: options.today, of: chosen) else {
            throw WorkFault.unknownInSurvey(chosen)
        }
        let look = try console.bookLook(for: publication, in: options.folder)
        let forms = SurveyForms(survey, look, printing(.whole, publication))
        let setter = try Typesetter.found(fontsNear: [options.guide, "."])
        try setter.typeset(try forms.materials(), to: output, asBooklet: booklet)
        console.say(output)
    }

    /// The lines in which the characters stand; where no file holds them, they are words of the templates.
    private func report(_ characters: [MissingCharacter], _ console: Console) throws {
        let found = try Console.machine(options.language) {
            try options.folder.unprintable(Set(characters.map(\.character)), messages: console.language)
        }
        try console.report(found)
        console.warn(TypesettingFault.missingCharacters(characters).message(console.language))
        throw Status.contentHasErrors
    }

    private func chosenWorks(_ publication: Publication) throws(WorkFault) -> [Work] {
        let names = Array(work.dropFirst())
        switch (work.first, names.count) {
        case (nil, _): return publication.guide.printing.works.isEmpty ? [.guidebook] : Work.all(of: publication)
        case ("guidebook", 0): return [.guidebook]
        case ("area", 1): return [.area(names[0])]
        case ("handout", 1): return [.handout(names[0])]
        case ("mine", 1...): return [.mine(try names.map(number))]
        case ("poster", 1): return [Int(names[0]).map(Work.placePoster) ?? .eventPoster(names[0])]
        case ("newsletter", 1): return [.newsletter(names[0])]
        case ("report", 0):
            guard let since else { throw .reportWithoutDay }
            return [.report(since: since)]
        case (let name?, _):
            let nearest = nearestWord(to: name, among: Self.names)
            throw .unknownWork(work.joined(separator: " "), nearest: nearest == name ? nil : nearest)
        }
    }

    private static let names = ["guidebook", "area", "handout", "mine", "poster", "newsletter", "report", "survey"]

    private func number(_ text: String) throws(WorkFault) -> Int {
        guard let number = Int(text) else { throw .notANumber(text) }
        return number
    }

    /// One file, or the body and the cover apart.
    private func files(_ file: String, of work: Work) -> [(PrintOptions.Extent, String)] {
        guard coverApart, work == .guidebook else { return [(.whole, file)] }
        let stem = file.hasSuffix(".pdf") ? String(file.dropLast(4)) : file
        return [(.body, stem + ".pdf"), (.cover, stem + "-cover.pdf")]
    }

    private func printing(_ extent: PrintOptions.Extent, _ publication: Publication) -> PrintOptions {
        var printing = PrintOptions(publication.guide.printing)
        if let paper { printing.paper = paper }
        printing.hasMarks = marks
        printing.profile = profile
        printing.isLarge = large
        printing.palette = press ? .press : mono ? .mono : .colour
        printing.hasBleed = bleed || press
        printing.beginsOnRight = rightPages
        printing.extent = extent
        return printing
    }
}

extension Console {
    /// The built-in look of print with the guide's own over it.
    func bookLook(for publication: Publication, in folder: GuideFolder) throws -> BookLook {
        let own = try Self.machine(language) { try folder.templates() }
        return BookLook(
            DefaultTemplates.files,
            own: own.map { TemplateFile(name: $0.name, path: "templates/" + $0.name, bytes: $0.bytes) },
            language: publication.guide.languages.first ?? "ja")
    }
}

extension [String: PreparedPhoto] {
    /// Pictures for print: prepared ones only, because originals tell where they were taken.
    var forPrint: [String: String] { compactMapValues { $0.variants(in: .jpeg).last?.file } }
}

extension Work {
    fileprivate var fileName: String {
        switch self {
        case .guidebook: "guidebook"
        case .area(let id): "area-" + id
        case .handout(let id): "handout-" + id
        case .mine(let numbers): "mine-" + numbers.map(String.init).joined(separator: "-")
        case .placePoster(let number): "poster-\(number)"
        case .eventPoster(let id): "poster-" + id
        // What an editor wrote, and no step of a path.
        case .newsletter(let issue): "newsletter-" + String(issue.map { $0.isLetter || $0.isNumber ? $0 : "-" })
        case .report(let day): "report-" + day.iso
        }
    }
}

extension Paper: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
    public var defaultValueDescription: String { name }
}
