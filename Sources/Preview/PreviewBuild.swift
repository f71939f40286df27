/// What one build gives to look at: a site in memory, and what is to be said about the guide.

import FrontMatter

package struct PreviewBuild: Sendable {
    /// The files of the site by path ("places/001.html"); nil where errors left none.
    package var files: [String: [UInt8]]?
    /// Finished pictures that stay on disk: their files, by the path under which the site has them.
    package var pictures: [String: String]
    package var diagnostics: [Diagnostic]
    package var language: MessageLanguage

    package init(
        files: [String: [UInt8]]?, pictures: [String: String] = [:], diagnostics: [Diagnostic],
        language: MessageLanguage
    ) {
        (self.files, self.pictures) = (files, pictures)
        (self.diagnostics, self.language) = (diagnostics, language)
    }
}
