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

    /// Files that are published as they are, by the path they will have: everything below assets/, and what stands in root/
    /// because it must stand at the site's root.
    var assets: [(name: String, bytes: [UInt8])] {
        files.compactMap { file in
            if file.name.hasPrefix("assets/") { return (file.name, file.bytes) }
            return file.name.hasPrefix("root/") ? (String(file.name.dropFirst("root/".count)), file.bytes) : nil
        }
    }

    /// - Parameters:
    ///   - defaults: the built-in files.
    ///   - own: files of the guide's templates/ folder, which win.
    package init(_ defaults: [TemplateFile], own: [TemplateFile] = [], languages: [String]) {
        var set = TemplateSet(defaults)
        set.override(with: own)
        var faults: [TemplateFault] = []
        self.languages = languages.map { language in
            let names = Self.wordFiles(of: language)
            let files =
                names.compactMap { name in defaults.first { $0.name == name } }
                + names.flatMap { name in own.filter { $0.name == name } }
            var words = StringTable(
                language: language,
                files.first ?? TemplateFile(name: names[0], path: names[0], bytes: []))
            for file in files.dropFirst() { words.override(with: file) }
            words.override(with: Self.guideLanguage(languages[0]))
            faults += words.faults
            return Language(
                phrases: Phrasebook(language: language, words: words), templates: PageTemplates(&set, words))
        }
        self.faults = set.faults + faults + set.unused(among: own)
        let replaced = Set(own.map(\.name))
        self.files = (defaults.filter { !replaced.contains($0.name) } + own).sorted { $0.name < $1.name }
    }

    /// The language of what editors wrote, which the pages of all languages show as it is: the guide's first.
    private static func guideLanguage(_ language: String) -> TemplateFile {
        let text = "language.guide: \(language == "ja-easy" ? "ja" : language)\n"
        return TemplateFile(name: "strings", path: "strings", bytes: Array(text.utf8))
    }

    /// やさしい日本語 says only what it says otherwise than Japanese.
    private static func wordFiles(of language: String) -> [String] {
        (language == "ja-easy" ? ["ja", language] : [language]).map { "strings/\($0).yaml" }
    }
}
