/// Photos as the site shows them: prepared sizes only. The originals, which may tell where they were taken, are never
/// published; a photo that has not been prepared is not shown.

import Markdown
import Photos
import Publication

extension PreparedPhoto {
    /// For browsers that choose nothing: the middle one of the JPEGs.
    var standard: Variant? {
        let jpegs = variants(in: .jpeg)
        return jpegs.isEmpty ? nil : jpegs[jpegs.count / 2]
    }
}

extension PageWriter {
    /// - Parameter root: from the page to the root of its language.
    func photos(_ photos: [PublishedPhoto], root: String) -> [PhotoView] {
        let site = site(from: root)
        return photos.compactMap { photo in
            guard let prepared = preparedPhotos[photo.file], let standard = prepared.standard else { return nil }
            func set(_ variants: [PreparedPhoto.Variant]) -> String {
                variants.map { "\(site)\(Address.encoded($0.publishedName)) \($0.width)w" }.joined(separator: ", ")
            }
            return PhotoView(
                src: site + Address.encoded(standard.publishedName), webp: set(prepared.variants(in: .webp)),
                jpeg: set(prepared.variants(in: .jpeg)), width: standard.width, height: standard.height,
                alt: photo.description)
        }
    }
}

extension Publication {
    /// The names, below the guide's photos/, of all photos that its pages show: what has to be prepared.
    package var photoNames: [String] {
        var names: Set<String> = []
        func add(_ body: MarkdownText, _ photos: [PublishedPhoto] = []) {
            for photo in photos { names.insert(photo.file) }
            for picture in body.pictures where !picture.address.contains("://") { names.insert(picture.address) }
        }
        for place in places { add(place.body, place.photos) }
        for story in stories { add(story.body, story.photos) }
        for area in areas { add(area.body) }
        for support in supports { add(support.body) }
        for event in events { add(event.body) }
        for page in pages { add(page.body) }
        add(guide.foreword)
        return names.sorted()
    }

    /// Those that stand with one place, as often as they do.
    package func photoNames(of place: PlaceIndex) -> [String] {
        places[place].photos.map(\.file) + places[place].body.pictures.map(\.address)
    }
}
