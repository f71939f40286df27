/// Templates, pictograms and words of the printed works: the built-in ones, with the guide's own in place of those they
/// replace.

import Cartography
import Encoding
import Templates

package struct BookLook: Sendable {
    let language: String
    let words: StringTable
    /// Templates and pictograms by their path below the working folder, which is that below the guide's folder: messages of
    /// the typesetter name files as the designer knows them.
    let files: [(path: String, bytes: [UInt8])]

    /// - Parameters:
    ///   - defaults: the built-in files of templates/, by their name below it.
    ///   - own: the files of the guide's templates/ folder, which win.
    package init(_ defaults: [TemplateFile], own: [TemplateFile] = [], language: String) {
        let name = "strings/\(language).yaml"
        var words = StringTable(
            language: language, defaults.first { $0.name == name } ?? TemplateFile(name: name, path: name, bytes: []))
        for file in own where file.name == name { words.override(with: file) }
        self.language = language
        self.words = words
        let replaced = Set(own.map(\.name))
        files = (defaults.filter { !replaced.contains($0.name) } + own)
            .filter { $0.name.hasPrefix("book/") || $0.name.hasPrefix("pictograms/") }
            .sorted { $0.name < $1.name }
            .map { ("templates/" + $0.name, $0.bytes) }
    }

    /// Every word of the table; parameters stay in braces for the templates to fill.
    var wordsData: JSON {
        .object(words.keys.sorted().map { ($0, .string(words.text($0) ?? "")) })
    }

    var mapWords: MapWords {
        MapWords(
            north: word("map.north"), walk: word("map.walk"), inset: word("map.inset"),
            approximate: word("map.approximate"), count: word("places.count"))
    }

    private func word(_ key: String) -> String { words.text(key) ?? key }
}
