// A photo as pages may use it: its sizes, the files that hold them, and the names under which they are published.

/// One original, asked for by its name.
package struct PhotoRequest: Sendable, Hashable {
    /// Below content/photos/, as the editors wrote it: "2026/hanami.jpg".
    package var name: String
    /// Where the file is.
    package var path: String

    package init(name: String, path: String) {
        self.name = name
        self.path = path
    }
}

package enum PhotoFormat: String, Sendable, CaseIterable {
    case webp
    case jpeg = "jpg"
}

/// A photo that is ready to be published: upright, sRGB, without metadata.
package struct PreparedPhoto: Sendable, Hashable {
    /// Pixels of the original, seen upright.
    package var width: Int
    package var height: Int
    /// From narrow to wide, at each width every format in the order of `PhotoFormat.allCases`; never empty.
    package var variants: [Variant]

    package struct Variant: Sendable, Hashable {
        package var format: PhotoFormat
        /// Pixels.
        package var width: Int
        package var height: Int
        /// The finished file in the cache.
        package var file: String
        /// In the site: "photos/hanami-0a1b2c3d-480.webp". Differs when the picture does, and says nothing private.
        package var publishedName: String
    }

    /// The variants of one format, from narrow to wide: what a `srcset` lists.
    package func variants(in format: PhotoFormat) -> [Variant] { variants.filter { $0.format == format } }
}

extension PreparedPhoto {
    init(_ rendering: Rendering, of name: String, in store: PhotoStore) {
        let prefix = "photos/" + publishedStem(of: name, key: rendering.key)
        width = rendering.original.width
        height = rendering.original.height
        variants = rendering.sizes.flatMap { size in
            PhotoFormat.allCases.map { format in
                Variant(
                    format: format, width: size.width, height: size.height,
                    file: store.path(of: rendering.key, width: size.width, format),
                    publishedName: "\(prefix)-\(size.width).\(format.rawValue)")
            }
        }
    }
}

/// "hanami-0a1b2c3d", or "0a1b2c3d" alone where the original's name might tell something about people: it may hold
/// their names in Japanese, or the hour of the picture or a telephone number in its digits.
func publishedStem(of name: String, key: String) -> String {
    let file = name.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(name).utf8
    let stem = file.prefix { $0 != UInt8(ascii: ".") }
    let mark = key.prefix(8)
    return isPlain(stem) ? "\(Substring(stem))-\(mark)" : String(mark)
}

private func isPlain(_ stem: Substring.UTF8View) -> Bool {
    var digits = 0
    for byte in stem {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digits = 0
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
        // They do not end a run of digits: 090-1234-5678.
        case UInt8(ascii: "-"), UInt8(ascii: "_"): break
        default: return false
        }
        if digits > 5 { return false }
    }
    return (1...60).contains(stem.count)
}
