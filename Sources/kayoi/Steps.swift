/// The steps that commands share: the look of a guide, and the way of a site onto the disk.

import Book
import DefaultTemplates
import FrontMatter
import Glibc
import Guide
import Messages
import Photos
import Publication
import Publishing
import Site
import Synchronization
import Templates

extension Console {
    func look(for publication: Publication, in folder: GuideFolder) throws -> Look {
        try Self.machine(language) { try Look(for: publication, in: folder) }
    }

    /// The photos that the guide shows, made ready; what cannot be read is said, and left out.
    func photos(for publication: Publication, in folder: GuideFolder) throws -> [String: PreparedPhoto] {
        let (photos, faults) = prepare(photosOf: publication, in: folder)
        try report(atTheirUses(faults, in: folder))
        return photos
    }

    /// What is wrong with photos, at the lines that name them. For that the guide is read once more: hardly any has a
    /// photo that is broken.
    func atTheirUses(_ faults: [Diagnostic], in folder: GuideFolder) -> [Diagnostic] {
        guard !faults.isEmpty,
            let guidebook = try? Guidebook(contentsOf: folder, on: options.today, messages: language)
        else { return faults }
        return guidebook.atTheirUses(faults, in: folder)
    }

    /// What is wrong with the photos that the guide shows, as far as a look at them tells.
    func faultsAtFirstLook(ofPhotosOf publication: Publication, in folder: GuideFolder) -> [Diagnostic] {
        let library = PhotoLibrary(cache: folder.root + "/.kayoi/photos")
        return library.faultsAtFirstLook(requests(publication.photoNames, in: folder)).map { $0.diagnostic(language) }
    }

    private func requests(_ names: [String], in folder: GuideFolder) -> [PhotoRequest] {
        names.map { PhotoRequest(name: $0, path: folder.root + "/content/photos/" + $0) }
    }

    /// The photos that the guide shows, made ready, and what is wrong with those that are not.
    func prepare(
        photosOf publication: Publication, in folder: GuideFolder
    ) -> (photos: [String: PreparedPhoto], faults: [Diagnostic]) {
        let names = publication.photoNames
        guard !names.isEmpty else { return ([:], []) }
        let library = PhotoLibrary(cache: folder.root + "/.kayoi/photos")
        let progress = Progress(isShown: !options.quiet && isatty(STDERR_FILENO) == 1)
        let (photos, faults) = library.prepare(requests(names, in: folder)) { done, total in
            progress.show(Wording.preparing(done, of: total, language))
        }
        progress.clear()
        library.removeUnused(keeping: Set(names))
        return (photos, faults.map { $0.diagnostic(language) })
    }

    /// The cards for sharing pages, drawn, or what hinders that: pages are then shared with a plain one.
    func cards(
        for publication: Publication, _ look: Look, in folder: GuideFolder
    ) -> (cards: [DrawnPicture], faults: [Diagnostic]) {
        let drawings = Site.cards(of: publication, look)
        guard !drawings.isEmpty else { return ([], []) }
        do {
            return (try DrawingLibrary(cache: folder.root + "/.kayoi/cards").prepare(drawings), [])
        } catch {
            return ([], [error.diagnostic(language)])
        }
    }

    /// The printed guide as PDF, from the same publication as the pages: it can name nobody whom they may not.
    func guidebook(
        of publication: Publication, _ photos: [String: PreparedPhoto], in folder: GuideFolder
    ) throws -> [UInt8] {
        let book = Book(
            publication, try bookLook(for: publication, in: folder), PrintOptions(publication.guide.printing),
            photos: photos.forPrint)
        let file = folder.root + "/.kayoi/guidebook.pdf"
        mkdir(folder.root + "/.kayoi", 0o755)
        do {
            try Typesetter.found(fontsNear: [folder.root, "."]).typeset(try book.materials(for: .guidebook), to: file)
        } catch let fault as TypesettingFault {
            warn(fault.message(language))
            throw Status.machineFailed
        }
        return try Self.machine(language) { try contents(of: file) }
    }

    /// What a guide with a map to move needs; where it is not installed, that is said and the drawn maps stay alone.
    func leaflet(for publication: Publication) -> Leaflet? {
        let leaflet = Leaflet(for: publication)
        if leaflet == nil, publication.guide.slippyMap != nil { warn(Wording.withoutLeaflet(language)) }
        return leaflet
    }

    /// Renders, checks every link, and exchanges the site in one step; with broken links nothing changes.
    func publish(
        _ site: Site, _ photos: [String: PreparedPhoto], _ cards: [DrawnPicture], _ book: [UInt8]?, to folder: String,
        on day: String
    ) throws
        -> Publisher.Report
    {
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
            if let book { try publisher.publish(Site.book, book) }
            let pictures =
                photos.values.flatMap(\.variants).map { ($0.publishedName, $0.file) }
                + cards.map { ($0.publishedName, $0.file) }
            for (name, file) in pictures { try publisher.publish(name, try contents(of: file)) }
            try report(broken.map { Wording.broken($0, language) })
            return try publisher.finish()
        }
    }
}

extension Look {
    init(for publication: Publication, in folder: GuideFolder) throws(MachineError) {
        try self.init(in: publication.guide.languages, folder)
    }

    /// The built-in look with the guide's own templates over it.
    init(in languages: [String], _ folder: GuideFolder) throws(MachineError) {
        let own = try folder.templates()
        self.init(
            DefaultTemplates.files,
            own: own.map { TemplateFile(name: $0.name, path: "templates/" + $0.name, bytes: $0.bytes) },
            languages: languages)
    }

    func diagnostics(_ language: MessageLanguage) -> [Diagnostic] {
        faults.map { fault in
            let place = fault.place
            var diagnostic = Diagnostic(
                fault.isError ? .error : .warning, code: "templates/\(fault.code)", file: place.path,
                message: fault.message(language),
                remedy: fault.remedy(language))
            diagnostic.line = place.line
            diagnostic.column = place.column
            diagnostic.endColumn = place.column + place.length
            diagnostic.sourceLine = place.text
            diagnostic.mark = place.column - 1..<place.column - 1 + place.length
            return diagnostic
        }
    }
}

extension Leaflet {
    /// As this machine has it; nil where it is not installed, or where the guide has no use for it.
    init?(for publication: Publication) {
        guard publication.guide.slippyMap != nil else { return nil }
        self.init { try? contents(of: $0) }
    }
}

/// A file that kayoi made itself, or that came with the machine.
private func contents(of file: String) throws(MachineError) -> [UInt8] {
    guard let stream = fopen(file, "r") else { throw MachineError(action: .read, path: file, code: errno) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&buffer, 1, buffer.count, stream)
        bytes += buffer[..<count]
        if count < buffer.count { break }
    }
    guard ferror(stream) == 0 else { throw MachineError(action: .read, path: file, code: EIO) }
    return bytes
}
