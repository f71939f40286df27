/// The printed works of a guide.
///
///     let book = Book(publication, look, options)
///     let materials = try book.materials(for: .guidebook)
///     try Typesetter.found(near: folder).typeset(materials, to: "guidebook.pdf")
///
/// A book is made from a publication alone, so nothing that is private can get into it.

import Cartography
import Parallel
import Publication
import Templates

package struct Book: Sendable {
    let publication: Publication
    let look: BookLook
    let options: PrintOptions
    let data: BookData
    let maps: MapDrawer

    /// - Parameter photos: prepared pictures without metadata: name below content/photos/ → path on the disk. Only these are
    ///   printed; an original, which may tell where it was taken, never is.
    package init(
        _ publication: Publication, _ look: BookLook, _ options: PrintOptions = PrintOptions(),
        photos: [String: String] = [:]
    ) {
        self.publication = publication
        self.look = look
        self.options = options
        self.photos = photos.sorted { $0.key < $1.key }.enumerated().map { index, photo in
            let ending = photo.value.split(separator: ".").last.map(String.init) ?? "jpg"
            return (photo.key, "photos/\(index).\(ending)", photo.value)
        }
        let paths = Dictionary(self.photos.map { ($0.name, $0.path) }) { first, _ in first }
        data = BookData(publication: publication, photos: paths)
        maps = MapDrawer(publication, words: look.mapWords, palette: options.palette == .mono ? .mono : .colour)
    }

    private let photos: [(name: String, path: String, source: String)]

    package func materials(for work: Work) throws(WorkFault) -> Materials {
        let template = "templates/book/\(work.template).typ"
        guard look.files.contains(where: { $0.path == template }) else { throw .noTemplate(template) }
        let width = options.paper.textWidth
        let matter: WorkMatter =
            switch work {
            case .guidebook: guidebook()
            case .area(let id): try sheet(ofArea: id, width: width, height: width * 0.66)
            // A spread of two pages: the map takes most of the left one.
            case .handout(let id): try sheet(ofArea: id, width: width, height: options.paper.textHeight * 0.8)
            case .mine(let numbers): try sheet(ofPlaces: numbers)
            case .placePoster(let number): try poster(ofPlace: number)
            case .eventPoster(let id): try poster(ofEvent: id)
            case .newsletter(let issue): try newsletter(issue)
            case .report(let day): report(since: day)
            }
        return Materials(
            template: template, data: .object(common(work) + matter.fields),
            files: look.files + matter.pictures.map { ($0.file, $0.drawn.svg) },
            photos: photos.map { ($0.path, $0.source) }, paper: options.paper)
    }

    /// What every work has.
    private func common(_ work: Work) -> [JSON.Field] {
        let paper = options.paper
        return [
            .init(name: "work", value: .string(work.template)),
            .init(
                name: "options",
                value: [
                    "isLarge": .bool(options.isLarge), "palette": .string(options.palette.rawValue),
                    "hasBleed": .bool(options.hasBleed), "extent": .string(options.extent.rawValue),
                    "beginsOnRight": .bool(options.beginsOnRight),
                ]),
            .init(
                name: "paper",
                value: [
                    "name": .string(paper.name), "width": .number(paper.width), "height": .number(paper.height),
                    "inside": .number(paper.inside), "outside": .number(paper.outside), "top": .number(paper.top),
                    "bottom": .number(paper.bottom),
                ]),
            .init(name: "language", value: .string(look.language)), .init(name: "words", value: look.wordsData),
            .init(name: "today", value: data.day(publication.today)), .init(name: "guide", value: data.guide),
            .init(name: "areas", value: .array(publication.areas.indices.map(data.area))),
        ]
    }
}
