/// How long the printed guidebook of a made-up municipality takes: BookBenchmark PLACES AREAS OUTPUT.pdf

import Book
import DefaultTemplates
import Glibc
import Publication
import TestSupport

@main
enum BookBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let places = Int(arguments[1]), let areas = Int(arguments[2]), places > 0, areas > 0
        else {
            print("usage: BookBenchmark PLACES AREAS OUTPUT.pdf")
            exit(2)
        }
        let publication = timed("generate") { GeneratedPublication(places: places, areas: areas).publication }
        let book = Book(publication, BookLook(DefaultTemplates.files, language: "ja"))
        do {
            let materials = try timed("data and maps") { try book.materials(for: .guidebook) }
            let typesetter = try timed("find typesetter and fonts") {
                try Typesetter.found(fontsNear: ["."], environments: [".venv"])
            }
            try timed("typeset") { try typesetter.typeset(materials, to: arguments[3]) }
        } catch let fault as TypesettingFault {
            print(fault.message(.japanese))
            exit(1)
        }
    }

    private static func timed<Result>(_ step: String, _ body: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        defer { print(step, ContinuousClock.now - start) }
        return try body()
    }
}
