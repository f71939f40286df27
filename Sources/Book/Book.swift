/// The printed works of a guide.
///
///     let book = Book(publication, look, options)
///     let materials = try book.materials(for: .guidebook)
///     try Typesetter.found(fontsNear: folder).typeset(materials, to: "guidebook.pdf")
///
/// A book is made from a publication alone, so nothing that is private can get into it.

import Cartography
import Encoding
import Parallel
import Publication
import Templates

package struct Book: Sendable {
    let publication: Publication
    let look: BookLook
    let options: PrintOptions
    private(set) var data: BookData
    let maps: MapDrawer
    /// The guide as it was before, for the report; nil where that is unknown.
    let earlier: Publication?

    /// - Parameter photos: prepared pictures without metadata: name below content/photos/ → path on the disk. Only these are
    ///   printed; an original, which may tell where it was taken, never is.
    package init(
        _ publication: Publication, _ look: BookLook, _ options: PrintOptions = PrintOptions(),
        photos: [String: String] = [:], earlier: Publication? = nil
    ) {
        self.earlier = earlier
        self.publication = publication
        self.look = look
        self.options = options
        let shown = publication.places.flatMap(\.photos) + publication.stories.flatMap(\.photos)
        let names = Set(shown.map(\.file))
        self.photos = photos.filter { names.contains($0.key) }.sorted { $0.key < $1.key }.enumerated().map {
            index, photo in
            let ending = photo.value.split(separator: ".").last.map(String.init) ?? "jpg"
            return (photo.key, "photos/\(index).\(ending)", photo.value)
        }
        let paths = Dictionary(self.photos.map { ($0.name, $0.path) }) { first, _ in first }
        data = BookData(publication: publication, words: look.words, photos: paths)
        maps = MapDrawer(publication, words: look.mapWords, palette: options.palette == .mono ? .mono : .colour)
    }

    private var photos: [(name: String, path: String, source: String)]

    package func materials(for work: Work) throws(WorkFault) -> Materials {
        let template = "templates/book/\(work.template).typ"
        guard look.files.contains(where: { $0.path == template }) else { throw .noTemplate(template) }
        return try showing(shownPhotos(in: work)).materials(for: work, template: template)
    }

    private func materials(for work: Work, template: String) throws(WorkFault) -> Materials {
        let width = options.paper.columnWidth
        if options.paper.isFolded, !work.canBeFolded { throw .cannotBeFolded }
        let matter: WorkMatter =
            switch work {
            case .guidebook: guidebook()
            case .area(let id): try sheet(ofArea: id, width: width, height: width * 0.86)
            // A spread: the map takes most of its left side.
            case .handout(let id): try sheet(ofArea: id, width: width, height: options.paper.textHeight * 0.8)
            case .mine(let numbers): try sheet(ofPlaces: numbers)
            case .placePoster(let number): try poster(ofPlace: number)
            case .eventPoster(let id): try poster(ofEvent: id)
            case .newsletter(let issue): try newsletter(issue)
            case .report(let day): report(since: day)
            }
        return Materials(
            template: template, data: .object(common(work.template) + matter.fields),
            files: look.files + matter.pictures.map { ($0.file, $0.drawn.svg) },
            photos: photos.map { ($0.path, $0.source) }, inks: PhotoInks(options), paper: options.paper,
            shop: options.shop)
    }

    /// Only these photos are told of, copied, and put into the inks of the print: a sheet for a door need not wait for all.
    private func showing(_ names: Set<String>) -> Book {
        var book = self
        book.photos.removeAll { !names.contains($0.name) }
        book.data.photos = data.photos.filter { names.contains($0.key) }
        return book
    }

    /// Below content/photos/, of the places and stories that a work shows.
    private func shownPhotos(in work: Work) -> Set<String> {
        let (all, stories) = (publication.places, publication.stories)
        var shown: [PublishedPlace] = []
        var told: [PublishedStory] = []
        switch work {
        case .guidebook: (shown, told) = (all, stories)
        case .area(let id), .handout(let id):
            let indexes = Set(publication.areas.first { $0.id == id }?.places ?? [])
            shown = indexes.map { all[$0] }
            told = stories.filter { $0.places.contains(where: indexes.contains) }
        case .mine(let numbers): shown = all.filter { numbers.contains($0.number) }
        case .placePoster(let number): shown = all.filter { $0.number == number }
        case .eventPoster: break
        case .newsletter(let issue):
            told = stories.filter { $0.issue == issue }
            shown = told.flatMap(\.places).map { all[$0] }
        case .report: told = stories
        }
        return Set((shown.flatMap(\.photos) + told.flatMap(\.photos)).map(\.file))
    }

    /// What every work has.
    func common(_ work: String) -> [JSON.Field] {
        let paper = options.paper
        return [
            ("work", .string(work)),
            (
                "options",
                [
                    "isLarge": .bool(options.isLarge), "palette": .string(options.palette.rawValue),
                    "hasBleed": .bool(options.hasBleed), "extent": .string(options.extent.rawValue),
                    "beginsOnRight": .bool(options.beginsOnRight),
                ]
            ),
            (
                "paper",
                [
                    "name": .string(paper.name), "width": .number(paper.width), "height": .number(paper.height),
                    "inside": .number(paper.inside), "outside": .number(paper.outside), "top": .number(paper.top),
                    "bottom": .number(paper.bottom),
                    "fold": paper.isFolded ? .number(Paper.fold) : .null,
                ]
            ),
            ("language", .string(look.language)), ("words", look.wordsData),
            ("today", data.day(publication.today)), ("guide", data.guide),
            ("areas", .array(publication.areas.indices.map(data.area))),
        ]
    }
}
