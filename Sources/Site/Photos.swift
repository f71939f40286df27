/// Photos as the site shows them: prepared sizes only. The originals, which may tell where they were taken, are never
/// published; a photo that has not been prepared is not shown.

import Publication

/// A photo that has been turned, resized and freed from everything but its picture.
package struct PreparedPhoto: Sendable {
    package struct Variant: Sendable {
        /// The file's path below the site's root.
        package var path: String
        package var width: Int
        package var height: Int
        package var isWebP: Bool

        package init(path: String, width: Int, height: Int, isWebP: Bool) {
            (self.path, self.width, self.height, self.isWebP) = (path, width, height, isWebP)
        }
    }

    /// From small to large, each width in both forms.
    package var variants: [Variant]

    package init(variants: [Variant]) { self.variants = variants }

    /// For browsers that choose nothing: the middle of the JPEGs.
    var standard: Variant? {
        let plain = variants.filter { !$0.isWebP }
        return plain.isEmpty ? nil : plain[plain.count / 2]
    }
}

extension PageWriter {
    /// - Parameter root: from the page to the root of its language.
    func photos(_ photos: [PublishedPhoto], root: String) -> [PhotoView] {
        let site = site(from: root)
        return photos.compactMap { photo in
            guard let prepared = preparedPhotos[photo.file], let standard = prepared.standard else { return nil }
            func set(_ isWebP: Bool) -> String {
                prepared.variants.filter { $0.isWebP == isWebP }
                    .map { "\(site)\(Address.encoded($0.path)) \($0.width)w" }.joined(separator: ", ")
            }
            return PhotoView(
                src: site + Address.encoded(standard.path), webp: set(true), jpeg: set(false), width: standard.width,
                height: standard.height, alt: photo.description)
        }
    }
}

extension Publication {
    /// The names, below the guide's photos/, of all photos that its pages show: what has to be prepared.
    package var photoNames: [String] {
        let named = places.flatMap(\.photos) + stories.flatMap(\.photos)
        let bodies = places.map(\.body) + stories.map(\.body) + areas.map(\.body) + supports.map(\.body)
            + events.map(\.body) + pages.map(\.body) + [guide.foreword]
        let drawn = bodies.flatMap(\.pictures).map(\.address).filter { !$0.contains("://") }
        return (named.map(\.file) + drawn).uniqued().sorted()
    }
}
