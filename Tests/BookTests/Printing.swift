/// What the tests of printed works share: the demo, PDFs made once, and poppler's programs to look into them.

import DefaultTemplates
import Glibc
import Guide
import Publication
import RealData
import Recurrence
import Templates
import TestSupport

@testable import Book

enum Printing {
    static let day = Day(iso: "2026-12-01") ?? .today
    /// nil where this machine has no Typst or lacks the fonts: tests that need them are skipped.
    static let typesetter = try? Typesetter.found(
        fontsNear: [RealData.demo], environments: [RealData.demo + "/.venv"])
    static let canLookInto = run("pdftotext", ["-v"]) != nil && typesetter != nil

    static let demo: Publication = {
        let guide = try? Guidebook(contentsOf: GuideFolder(root: RealData.demo), on: day)
        return guide?.publication(on: day) ?? Publication(today: day)
    }()
    static let look = BookLook(DefaultTemplates.files, language: "ja")

    static func materials(
        _ work: Work = .guidebook, of publication: Publication = demo, photos: [String: String] = [:],
        _ change: (inout PrintOptions) -> Void = { _ in }
    ) throws -> Materials {
        var options = PrintOptions()
        change(&options)
        return try Book(publication, look, options, photos: photos).materials(for: work)
    }

    static let canSeparate = run("vips", ["--version"]) != nil && run("pdfimages", ["-v"]) != nil && canLookInto
    /// The demo's pictures as they are: drawings, which tell nothing of a place.
    static let photos: [String: String] = {
        let shown = demo.stories.flatMap(\.photos) + demo.places.flatMap(\.photos)
        return Dictionary(shown.map { ($0.file, "\(RealData.demo)/content/photos/\($0.file)") }) { first, _ in first }
    }()

    /// What a program writes; nil where it is missing or fails.
    static func run(_ program: String, _ arguments: [String]) -> String? {
        let log = "/tmp/kayoi-book-test-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        defer { unlink(log) }
        guard ChildProcess.run(program, arguments, in: "/", log: log) == 0, let bytes = try? WorkingFolder.read(log)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A PDF in a file of its own, which has no name and is gone with it.
final class PrintedFile: Sendable {
    private let descriptor: Int32
    var path: String { "/proc/\(getpid())/fd/\(descriptor)" }

    init(_ materials: Materials, asBooklet: Bool = false) throws {
        let path = "/tmp/kayoi-book-test-\(getpid())-\(UInt64.random(in: 0 ... .max)).pdf"
        defer { unlink(path) }
        try Printing.typesetter?.typeset(materials, to: path, asBooklet: asBooklet)
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
    }

    deinit { close(descriptor) }

    var bytes: [UInt8] { (try? WorkingFolder.read(path)) ?? [] }

    func asked(_ program: String, _ arguments: [String] = []) -> String {
        Printing.run(program, arguments + [path] + (program == "pdftotext" ? ["-"] : [])) ?? ""
    }

    /// The text of every page, in the order in which it was set.
    var pages: [String] {
        asked("pdftotext", ["-raw"]).split(separator: "\u{C}", omittingEmptySubsequences: false).map(String.init)
    }

    /// The page on which the row of each place stands: where its number stands alone on a line beside its venue and days.
    /// More than one page: a mistake, shown as page 0.
    func rows(of publication: Publication) -> [Int: Int] {
        let pages = pages.map { (lines: Set($0.split(separator: "\n").map(\.withoutSpaces)), text: $0.withoutSpaces) }
        var rows: [Int: Int] = [:]
        for place in publication.places {
            var words: [String] = []
            if let gathering = place.gatherings.first {
                if case .named(let venue) = gathering.venue { words.append(venue) }
                words += [gathering.address, gathering.schedule?.text ?? ""]
            }
            let found = pages.indices.filter { page in
                pages[page].lines.contains(String(place.number))
                    && words.allSatisfy { pages[page].text.contains($0.withoutSpaces) }
            }
            rows[place.number] = found.count == 1 ? found[0] + 1 : found.isEmpty ? nil : 0
        }
        return rows
    }

    /// The pages on which the parts begin, by the PDF's own named places.
    var parts: [Int] {
        asked("pdfinfo", ["-dests"]).matches(of: #/(\d+) \[.*"part-(\d+)"/#)
            .compactMap { match in Int(match.1).flatMap { page in Int(match.2).map { ($0, page) } } }
            .sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension StringProtocol {
    var withoutSpaces: String { String(filter { !$0.isWhitespace }) }
}
