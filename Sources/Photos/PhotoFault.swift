// Why there is no photo where one was asked for, as values; the words stand in Wording.swift.

package struct PhotoFault: Error, Sendable, Hashable {
    package enum Kind: Error, Sendable, Hashable {
        // The photo
        /// By `errno`.
        case unreadable(Int32)
        case notAFile
        case notAPicture
        /// With what libvips said about it.
        case damaged(detail: String)
        case tooManyBytes(Int, limit: Int)
        case tooManyPixels(width: Int, height: Int, limit: Int)
        case tookTooLong(Duration)
        case tooMuchMemory(limit: Int)
        // The machine: once, however many photos it concerns
        /// libvips' programs are not installed; so many photos wait for them.
        case engineMissing(photos: Int)
        /// By `errno`.
        case engineFailed(program: String, Int32)
        /// libvips has nothing to decode HEIC with.
        case noHEICReader
        /// By `errno`.
        case cacheFailed(String, Int32)
    }

    package let kind: Kind
    /// The photo's name below content/photos/; nil where the machine is at fault.
    package let name: String?

    init(_ kind: Kind, _ name: String?) {
        self.kind = kind
        self.name =
            switch kind {
            case .engineMissing, .engineFailed, .noHEICReader, .cacheFailed: nil
            default: name
            }
    }
}

/// What a photo may cost.
package struct PhotoLimits: Sendable {
    package var bytes = 100_000_000
    /// Width × height; the largest sensors of telephones have 200 million.
    package var pixels = 200_000_000
    /// Bytes of memory for a program that makes it. Most kinds of files are read row by row; of some all must be in memory
    /// before the first row is known, and a photo of the largest telephones in HEIC takes 1 GB.
    package var memory = 1_500_000_000
    /// For all sizes and formats of one photo.
    package var time = Duration.seconds(60)

    package init() {}
}
