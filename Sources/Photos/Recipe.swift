// How a photo is made: the sizes and the settings of the encoders. Whatever is changed here makes all photos anew,
// because the text of the recipe is part of the key under which the cache keeps them.

/// Width and height in pixels.
struct PixelSize: Sendable, Hashable {
    var width: Int
    var height: Int
}

enum Recipe {
    /// What a photo has to fit into; pages lay photos out by their width, only towers are held back by their height.
    static let boxes = [480, 960, 1600].map { PixelSize(width: $0, height: 2 * $0) }

    /// The boxes for an original: up to the first that holds it whole, for nothing is enlarged.
    static func boxes(for original: PixelSize) -> [PixelSize] {
        let tooSmall = boxes.prefix { $0.width < original.width || $0.height < original.height }
        return Array(boxes.prefix(tooSmall.count + 1))
    }

    /// libvips' options for a finished file. `strip` leaves out EXIF, XMP, IPTC and the colour profile; where a JPEG
    /// cannot be transparent, it is white.
    static func options(_ format: PhotoFormat) -> String {
        switch format {
        case .webp: "[strip,Q=78]"
        case .jpeg: "[strip,Q=80,optimize-coding,interlace,background=255]"
        }
    }

    /// All of the above in one text.
    static let text =
        boxes.map { "\($0.width)x\($0.height)" }.joined(separator: " ")
        + PhotoFormat.allCases.map { " \($0)\(options($0))" }.joined()
}
