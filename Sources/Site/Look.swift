/// The look of a guide: templates, words and assets, the built-in ones with the guide's own in place of those it replaces.

import Cartography
import Templates

package struct Look: Sendable {
    struct Language: Sendable {
        let phrases: Phrasebook
        let templates: PageTemplates
    }

    let languages: [Language]
    /// Every file of the set, for pictograms and the like.
    let files: [TemplateFile]
    /// What is wrong with templates and words.
    package let faults: [TemplateFault]

    /// Files that are published as they are: everything below assets/, by the path it will have.
    var assets: [(name: String, bytes: [UInt8])] {
        files.filter { $0.name.hasPrefix("assets/") }.map { ($0.name, $0.bytes) }
    }

    /// - Parameters:
    ///   - defaults: the built-in files.
    ///   - own: files of the guide's templates/ folder, which win.
    package init(_ defaults: [TemplateFile], own: [TemplateFile] = [], languages: [String]) {
        var set = TemplateSet(defaults)
        set.override(with: own)
        var faults: [TemplateFault] = []
        self.languages = languages.map { language in
            let name = "strings/\(language).yaml"
            var words = StringTable(
                language: language,
                defaults.first { $0.name == name } ?? TemplateFile(name: name, path: name, bytes: []))
            for file in own where file.name == name { words.override(with: file) }
            faults += words.faults
            return Language(phrases: Phrasebook(language: language, words: words), templates: PageTemplates(&set, words))
        }
        self.faults = set.faults + faults
        let replaced = Set(own.map(\.name))
        files = (defaults.filter { !replaced.contains($0.name) } + own).sorted { $0.name < $1.name }
    }
}
