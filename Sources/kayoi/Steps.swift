/// The steps that commands share: the look of a guide, and the way of a site onto the disk.

import DefaultTemplates
import FrontMatter
import Glibc
import Guide
import Publication
import Publishing
import Site
import Synchronization
import Templates

extension Console {
    /// The built-in look with the guide's own templates over it.
    func look(for publication: Publication, in folder: GuideFolder) throws -> Look {
        let own = try Self.machine(language) { try folder.templates() }
        return Look(
            DefaultTemplates.files, own: own.map { TemplateFile(name: $0.name, path: "templates/" + $0.name, bytes: $0.bytes) },
            languages: publication.guide.languages)
    }

    /// Renders, checks every link, and exchanges the site in one step; with broken links nothing changes.
    func publish(_ site: Site, to folder: String, on day: String) throws -> Publisher.Report {
        try Self.machine(language) {
            let publisher = try Publisher(output: folder, version: Kayoi.version, day: day) { process in
                warn(Wording.waiting(for: process, language))
            }
            let failure = Mutex<PublishFault?>(nil)
            let broken = site.forEachFile { path, bytes in
                do throws(PublishFault) {
                    try publisher.publish(path, bytes)
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                }
            }
            if let fault = failure.withLock({ $0 }) { throw fault }
            try report(broken.map { Wording.broken($0, language) })
            return try publisher.finish()
        }
    }
}

extension Look {
    func diagnostics(_ language: MessageLanguage) -> [Diagnostic] {
        faults.map { fault in
            let place = fault.place
            var diagnostic = Diagnostic(
                .error, code: "templates/\(fault.code)", file: place.path,
                message: language.pick(fault.message.ja, fault.message.en),
                remedy: language.pick(fault.remedy.ja, fault.remedy.en))
            diagnostic.line = place.line
            diagnostic.column = place.column
            diagnostic.endColumn = place.column + place.length
            diagnostic.sourceLine = place.text
            diagnostic.mark = place.column - 1..<place.column - 1 + place.length
            return diagnostic
        }
    }
}
