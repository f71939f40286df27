/// A build for the preview: the way of `kayoi build` up to a site whose pages are made when they are looked at. What need
/// not be read again is kept; the links are checked afterwards, while nobody waits.

import FrontMatter
import Guide
import Messages
import Photos
import Preview
import Publication
import Recurrence
import Site

struct LiveBuild {
    private let options: GuideOptions
    private var day: Day
    private var guidebook: Guidebook?
    private var isStale = false
    private var look: Look?
    private var languages: [String] = []
    private var photos: (names: Set<String>, prepared: [String: PreparedPhoto], faults: [Diagnostic])?
    private var site: Site?
    private var build: PreviewBuild
    private var sites = 0
    private var check: LinkCheck?
    /// Of the last check: they count until the next one is done.
    private var broken: [BrokenLink] = []

    /// Of the messages: the guide's own, once it has been read.
    var language: MessageLanguage { build.language }

    init(_ options: GuideOptions) {
        self.options = options
        day = options.today
        build = PreviewBuild(site: nil, diagnostics: [], language: options.language ?? .ofTheUser)
    }

    mutating func rebuild(_ changes: Changes, on today: Day) -> PreviewBuild {
        if changes.touches("content") || today != day { isStale = true }
        if changes.touches("templates") { look = nil }
        if changes.touches("content/photos") { photos = nil }
        day = today
        do throws(MachineError) {
            try rebuild()
        } catch {
            (guidebook, look, check) = (nil, nil, nil)
            build.site = nil
            build.diagnostics = [Wording.diagnostic(error, language)]
        }
        return withBrokenLinks
    }

    /// Checks the links of some more pages; the build with what is wrong, once all have been looked at.
    mutating func checkLinks() -> PreviewBuild? {
        guard let found = check?.next(pages: 64) else { return nil }
        check = nil
        let isNews = found != broken
        broken = found
        return isNews ? withBrokenLinks : nil
    }

    var isChecking: Bool { check != nil }

    private var withBrokenLinks: PreviewBuild {
        var build = build
        if build.site != nil { build.diagnostics += broken.map { Wording.broken($0, language) } }
        return build
    }

    private mutating func rebuild() throws(MachineError) {
        let isNew = guidebook == nil || isStale || look == nil || photos == nil
        let guidebook = try currentGuidebook()
        build.language = guidebook.language
        let publication = guidebook.publication(on: day)
        let look = try currentLook(for: publication)
        build.diagnostics = guidebook.diagnostics + look.diagnostics(language)
        if build.diagnostics.contains(where: { $0.severity == .error }) {
            build.site = nil
            check = nil
            return
        }
        // From here on there is something to show, and what is amiss is shown over it.
        let photos = currentPhotos(of: publication)
        build.diagnostics += photos.faults
        if !isNew, build.site != nil { return }
        let site = Site(
            publication, look, base: "/", photos: photos.prepared, leaflet: Leaflet(for: publication), after: site)
        self.site = site
        sites += 1
        check = LinkCheck(site)
        build.site = PreviewSite(
            number: sites,
            pictures: Dictionary(
                photos.prepared.values.flatMap(\.variants).map { ($0.publishedName, $0.file) },
                uniquingKeysWith: { first, _ in first })
        ) { site.file(at: $0) }
    }

    private mutating func currentGuidebook() throws(MachineError) -> Guidebook {
        if let guidebook, !isStale { return guidebook }
        let read = try Guidebook(
            contentsOf: options.folder, on: day, messages: options.language, rereading: guidebook)
        (guidebook, isStale) = (read, false)
        return read
    }

    private mutating func currentLook(for publication: Publication) throws(MachineError) -> Look {
        if let look, languages == publication.guide.languages { return look }
        let read = try Look(for: publication, in: options.folder)
        (look, languages) = (read, publication.guide.languages)
        return read
    }

    private mutating func currentPhotos(
        of publication: Publication
    ) -> (prepared: [String: PreparedPhoto], faults: [Diagnostic]) {
        let names = Set(publication.photoNames)
        if let photos, photos.names == names { return (photos.prepared, photos.faults) }
        let (prepared, faults) = Console(options, language).prepare(photosOf: publication, in: options.folder)
        photos = (names, prepared, faults)
        return (prepared, faults)
    }
}
