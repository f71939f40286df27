/// A build for the preview: the way of `kayoi build`, into memory. What it need not read again it keeps.

import FrontMatter
import Guide
import Photos
import Preview
import Publication
import Recurrence
import Site
import Synchronization

struct LiveBuild {
    private let options: GuideOptions
    private var guidebook: Guidebook?
    private var look: Look?
    private var languages: [String] = []
    private var day: Day
    /// Of the messages: the guide's own, once it has been read.
    private(set) var language: MessageLanguage

    init(_ options: GuideOptions) {
        self.options = options
        day = options.today
        language = options.language ?? .ofTheUser
    }

    mutating func rebuild(_ changes: Changes, on today: Day) -> PreviewBuild {
        if changes.touches("content") || today != day { guidebook = nil }
        if changes.touches("templates") { look = nil }
        day = today
        do throws(MachineError) {
            return try build()
        } catch {
            (guidebook, look) = (nil, nil)
            return PreviewBuild(files: nil, diagnostics: [Wording.diagnostic(error, language)], language: language)
        }
    }

    private mutating func build() throws(MachineError) -> PreviewBuild {
        let guidebook = try currentGuidebook()
        language = guidebook.language
        let publication = guidebook.publication(on: day)
        let look = try currentLook(for: publication)
        var build = PreviewBuild(
            files: nil, diagnostics: guidebook.diagnostics + look.diagnostics(language), language: language)
        if build.diagnostics.contains(where: { $0.severity == .error }) { return build }

        // From here on there is something to show, and what is amiss is shown over it.
        let (photos, faults) = Console(options, language).prepare(photosOf: publication, in: options.folder)
        let files = Mutex<[String: [UInt8]]>([:])
        let site = Site(publication, look, base: "/", photos: photos, leaflet: Leaflet(for: publication))
        let broken = site.forEachFile { path, bytes in files.withLock { $0[path] = bytes } }
        build.files = files.withLock { $0 }
        for variant in photos.values.flatMap(\.variants) { build.pictures[variant.publishedName] = variant.file }
        build.diagnostics += faults + broken.map { Wording.broken($0, language) }
        return build
    }

    private mutating func currentGuidebook() throws(MachineError) -> Guidebook {
        if let guidebook { return guidebook }
        let read = try Guidebook(contentsOf: options.folder, on: day, messages: options.language)
        guidebook = read
        return read
    }

    private mutating func currentLook(for publication: Publication) throws(MachineError) -> Look {
        if let look, languages == publication.guide.languages { return look }
        let read = try Look(for: publication, in: options.folder)
        (look, languages) = (read, publication.guide.languages)
        return read
    }
}
