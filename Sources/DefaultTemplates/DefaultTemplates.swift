// The files of templates/ as the program carries them. The plugin EmbedFiles makes the table at each build.

import Embedded
import Templates

package enum DefaultTemplates {
    /// Every file: templates, words, styles, scripts, pictures; sorted by name.
    package static let files: [TemplateFile] = embeddedFiles.map {
        TemplateFile(name: "\($0.name)", path: "templates/\($0.name) (kayoi)", bytes: $0.bytes)
    }
}
