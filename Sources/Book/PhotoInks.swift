/// The inks in which photos are printed. libvips, which made the pictures ready, separates them too, and Typst takes pictures
/// of four inks as they are.

import Glibc
import Parallel

enum PhotoInks: Sendable, Equatable {
    /// As they were made ready: sRGB.
    case asPrepared
    /// Black and white.
    case grey
    /// CMYK, by the ICC profile of the press at this path; nil: by the one that libvips brings, which is that of no press.
    case press(profile: String?)

    init(_ options: PrintOptions) {
        self =
            switch options.palette {
            case .colour: .asPrepared
            case .mono: .grey
            case .press: .press(profile: options.profile)
            }
    }

    /// Puts the pictures of a working folder into these inks.
    func separate(_ photos: [String], in folder: borrowing WorkingFolder) throws(TypesettingFault) {
        var profile = "cmyk"
        if case .press(let path?) = self {
            let bytes = try WorkingFolder.read(path)
            guard PressProfile(bytes) != nil else { throw .noPressProfile(path) }
            profile = "press.icc"
            try folder.write(bytes, to: profile)
        }
        guard self != .asPrepared, !photos.isEmpty else { return }
        let (root, named) = (folder.path, profile)
        let faults = photos.parallelMap { fault(of: $0, profile: named, in: root) }
        if let fault = faults.lazy.compactMap({ $0 }).first { throw fault }
    }

    private func fault(of photo: String, profile: String, in folder: String) -> TypesettingFault? {
        let made = photo + ".made.jpg"
        // Without metadata and profile: the numbers are those of the inks.
        let target = made + "[strip,Q=92]"
        let arguments =
            switch self {
            case .asPrepared: [String]()
            case .grey: ["colourspace", photo, target, "b-w"]
            case .press: ["icc_transform", photo, target, profile, "--input-profile", "srgb"]
            }
        let log = folder + "/" + photo + ".log"
        guard let status = ChildProcess.run("vips", arguments, in: folder, log: log), status != Self.notFound else {
            return .noPhotoProgram
        }
        guard status == 0 else {
            return .engine((try? WorkingFolder.read(log)).map { String(decoding: $0, as: UTF8.self) } ?? "vips")
        }
        guard rename(folder + "/" + made, folder + "/" + photo) == 0 else { return .machine(path: photo, code: errno) }
        return nil
    }

    /// What `env` says of a program that is not there.
    private static let notFound: Int32 = 127
}
