/// A build for the preview: the way of `kayoi build` up to a site whose pages are made when they are looked at. What need
/// not be read again is kept; the links are checked afterwards, while nobody waits.

import Files
import FrontMatter
import Guide
import Messages
import Parallel
import Photos
import Preview
import Publication
import Recurrence
import Site

struct LiveBuild {
    private let options: GuideOptions
    private var day: Day
    private var proof: Proof?
    private var isStale = false
    /// The files that were saved since the proof was read; nil where that is not known.
    private var saved: Set<String>? = []
    private var look: Look?
    /// From which it was read.
    private var templates: [String: FileSignature] = [:]
    private var languages: [String] = []
    private var photos: (names: Set<String>, prepared: [String: PreparedPhoto], faults: [Diagnostic])?
    private var site: Site?
    /// What it was made from, and the places of it that changed since, all else being the same; nil where anything may
    /// have.
    private var shown: Publication?
    private var changed: [Int]? = []
    private var build: PreviewBuild
    private var sites = 0
    private var check: LinkCheck? {
        willSet { check?.abandon() }
    }
    /// Until links are checked.
    private let patience: Duration
    /// Of the last check: they count until the next one is done.
    private var broken: [BrokenLink] = []

    /// Of the messages: the guide's own, once it has been read.
    var language: MessageLanguage { build.language }

    init(_ options: GuideOptions, patience: Duration = .milliseconds(100)) {
        (self.options, self.patience) = (options, patience)
        day = options.today
        build = PreviewBuild(site: nil, diagnostics: [], language: options.language ?? .ofTheUser)
    }

    mutating func rebuild(_ changes: Changes, on today: Day) -> PreviewBuild {
        if changes.touches("content") || today != day { isStale = true }
        saved = changes.isWhole ? saved?.union(changes.paths) : nil
        if changes.touches("templates") { (look, changed) = (nil, nil) }
        if changes.touches("content/photos") { photos = nil }
        day = today
        do throws(MachineError) {
            try rebuild()
        } catch {
            (proof, look, check) = (nil, nil, nil)
            build.site = nil
            build.diagnostics = [Wording.diagnostic(error, language)]
        }
        return withBrokenLinks
    }

    /// The build with the links that lead nowhere, once all pages have been looked at, if they are others than before.
    ///
    /// - Parameter time: how long to wait for it.
    mutating func checkLinks(within time: Duration = .zero) -> PreviewBuild? {
        guard let found = check?.brokenLinks(within: time) else { return nil }
        check = nil
        let isNews = found != broken
        broken = found
        return isNews ? withBrokenLinks : nil
    }

    var isChecking: Bool { check != nil }

    /// Whether the folder is as it was read. Not every file system tells of every save.
    var isUpToDate: Bool {
        guard let proof else { return true }
        return proof.guidebook.isUpToDate(in: options.folder) && templates == options.folder.templateSignatures
    }

    private var withBrokenLinks: PreviewBuild {
        var build = build
        if build.site != nil { build.diagnostics += broken.map { Wording.broken($0, language) } }
        return build
    }

    private mutating func rebuild() throws(MachineError) {
        let isNew = proof == nil || isStale || look == nil || photos == nil
        let proof = try currentProof()
        let publication = proof.publication
        build.language = proof.guidebook.language
        let look = try currentLook(for: publication)
        build.diagnostics = proof.guidebook.diagnostics + look.diagnostics(language)
        if build.diagnostics.contains(where: { $0.severity == .error }) {
            build.site = nil
            check = nil
            return
        }
        // From here on there is something to show, and what is amiss is shown over it.
        let photos = currentPhotos(of: publication)
        build.diagnostics += proof.guidebook.atTheirUses(photos.faults, in: options.folder)
        if !isNew, build.site != nil { return }
        let site = Site(
            publication, look, base: "/", photos: photos.prepared, leaflet: Leaflet(for: publication), after: site,
            changed: changed)
        // Not before the browser has its page.
        if let before = self.site { letGo(before, after: patience) }
        (self.site, shown, changed) = (site, publication, [])
        sites += 1
        check = LinkCheck(site, after: patience)
        build.site = PreviewSite(
            number: sites,
            pictures: Dictionary(
                photos.prepared.values.flatMap(\.variants).map { ($0.publishedName, $0.file) },
                uniquingKeysWith: { first, _ in first })
        ) { site.file(at: $0) }
    }

    private mutating func currentProof() throws(MachineError) -> Proof {
        if let proof, !isStale { return proof }
        let read = try Proof(of: options.folder, on: day, messages: options.language, after: proof, saved: saved)
        if let proof { letGo(proof, after: patience) }
        (proof, isStale, saved) = (read, false, [])
        changed = changed.flatMap { changed in read.changedPlaces.map { changed + $0 } }
        return read
    }

    private mutating func currentLook(for publication: Publication) throws(MachineError) -> Look {
        if let look, languages == publication.guide.languages { return look }
        changed = nil
        templates = options.folder.templateSignatures
        let read = try Look(for: publication, in: options.folder)
        (look, languages) = (read, publication.guide.languages)
        return read
    }

    private mutating func currentPhotos(
        of publication: Publication
    ) -> (prepared: [String: PreparedPhoto], faults: [Diagnostic]) {
        if let photos, let shown, let changed,
            changed.allSatisfy({ shown.photoNames(of: $0) == publication.photoNames(of: $0) })
        {
            return (photos.prepared, photos.faults)
        }
        let names = Set(publication.photoNames)
        if let photos, photos.names == names { return (photos.prepared, photos.faults) }
        let (prepared, faults) = Console(options, language).prepare(photosOf: publication, in: options.folder)
        photos = (names, prepared, faults)
        return (prepared, faults)
    }
}
