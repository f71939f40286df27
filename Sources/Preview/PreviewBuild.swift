/// What one build gives to look at: a site, and what is to be said about the guide.

import FrontMatter
import Messages

package struct PreviewBuild: Sendable {
    /// nil where errors left none.
    package var site: PreviewSite?
    package var diagnostics: [Diagnostic]
    package var language: MessageLanguage

    package init(site: PreviewSite?, diagnostics: [Diagnostic], language: MessageLanguage) {
        self.site = site
        self.diagnostics = diagnostics
        self.language = language
    }
}

/// A site whose files are made when somebody asks for them: a page can be seen before all the others are made.
package struct PreviewSite: Sendable {
    /// Another number is another site.
    package let number: Int
    /// The file at a path ("places/001.html"); nil where the site has none.
    package let file: @Sendable (_ path: String) -> [UInt8]?
    /// Finished pictures that stay on disk: their files, by the path under which the site has them.
    package let pictures: [String: String]

    package init(
        number: Int, pictures: [String: String] = [:], file: @escaping @Sendable (_ path: String) -> [UInt8]?
    ) {
        (self.number, self.pictures, self.file) = (number, pictures, file)
    }
}
