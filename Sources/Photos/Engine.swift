// libvips' programs `vipsthumbnail` and `vipsheader`, and what they are told, to make all files of one photo.
//
// They see no name but our own ("original", "480.tif") and run in a folder of their own: to libvips a name may end in
// options, and begin with one.

import Glibc

struct Engine: Sendable {
    private let thumbnail: Program
    private let header: Program

    /// The Debian package that brings both.
    static let package = "libvips-tools"

    /// nil where the programs are not installed.
    init?(searchPath: String) {
        guard let thumbnail = Program(named: "vipsthumbnail", in: searchPath),
            let header = Program(named: "vipsheader", in: searchPath)
        else { return nil }
        (self.thumbnail, self.header) = (thumbnail, header)
    }

    /// From the file "original" in a folder, makes "480.webp", "480.jpg" and so on beside it.
    ///
    /// The original, of which a large one takes a second to decode, is decoded once, to the largest size; the others
    /// are made from that, and each program run encodes all sizes of one format.
    func render(in folder: String, _ limits: PhotoLimits) throws(PhotoFault.Kind) -> Rendered {
        let run = Run(folder: folder, limits)
        let original = try run.describe("original", by: header)
        guard original.size.width <= limits.pixels / max(1, original.size.height) else {
            throw .tooManyPixels(
                width: original.size.width, height: original.size.height, limit: limits.pixels)
        }

        let boxes = Recipe.boxes(for: original.uprightSize)
        let masters = boxes.map { "\($0.width).tif" }
        guard let largest = boxes.last, let master = masters.last else { throw .notAPicture }
        try run.resize("original", into: largest, isTagged: original.hasProfile, by: thumbnail)
        for box in boxes.dropLast() { try run.resize(master, into: box, by: thumbnail) }
        for format in PhotoFormat.allCases { try run.encode(masters, to: format, within: largest, by: thumbnail) }

        var rendered = Rendered(original: original.uprightSize)
        for box in boxes { rendered.files.append(("\(box.width)", try run.clean("\(box.width).webp"))) }
        return rendered
    }
}

/// The files that an engine has made of one original: "480.webp" and "480.jpg" for the stem "480".
struct Rendered {
    /// Upright.
    var original: PixelSize
    /// From narrow to wide.
    var files: [(stem: String, size: PixelSize)] = []
}

/// The program runs for one photo, all in the same folder, together within the same time.
private struct Run {
    let folder: String
    let limits: PhotoLimits
    let deadline: ContinuousClock.Instant

    init(folder: String, _ limits: PhotoLimits) {
        self.folder = folder
        self.limits = limits
        deadline = .now + limits.time
    }

    func describe(_ file: String, by header: Program) throws(PhotoFault.Kind) -> Description {
        let output = try run(header, ["-a", file])
        guard let description = Description(output) else { throw .damaged(detail: detail(output)) }
        return description
    }

    /// `isTagged`: with a colour profile, from which the colours are to be brought to sRGB. What has none is sRGB
    /// already, and libvips would darken it.
    func resize(
        _ file: String, into box: PixelSize, isTagged: Bool = false, by thumbnail: Program
    ) throws(PhotoFault.Kind) {
        let colours = isTagged ? ["--export-profile", "srgb"] : []
        let output = try run(
            thumbnail, [file] + Self.options(box) + colours + ["--output", "\(box.width).tif[strip]"])
        // libvips paints what is missing of a cut-off picture grey, and is content.
        if output.contains("remature end") || output.contains("not enough data") {
            throw .damaged(detail: detail(output))
        }
    }

    func encode(
        _ files: [String], to format: PhotoFormat, within box: PixelSize, by thumbnail: Program
    ) throws(PhotoFault.Kind) {
        let output = "%s.\(format.rawValue)" + Recipe.options(format)
        _ = try run(thumbnail, files + Self.options(box) + ["--output", output])
    }

    /// Takes the metadata out of a WebP file, and gives the size of its picture.
    func clean(_ name: String) throws(PhotoFault.Kind) -> PixelSize {
        let path = folder + "/" + name
        guard let picture = WebPPicture(try Original(path: path, limit: .max).bytes) else {
            throw .damaged(detail: "libvips: " + name)
        }
        try write(picture.file, to: path)
        return picture.size
    }

    /// `>`: only to shrink. One thread each, because there are as many photos at work as there are cores.
    private static func options(_ box: PixelSize) -> [String] {
        ["--vips-concurrency=1", "--size", "\(box.width)x\(box.height)>"]
    }

    private func run(_ program: Program, _ arguments: [String]) throws(PhotoFault.Kind) -> String {
        // Only the readers of pictures that libvips itself trusts; temporary files in the folder that will be removed.
        let environment = ["LC_ALL=C", "VIPS_BLOCK_UNTRUSTED=1", "TMPDIR=."]
        let (ending, output) = program.run(
            arguments, in: folder, environment: environment, memory: limits.memory, until: deadline)
        switch ending {
        case .exit(0): return output
        case .exit: throw fault(output)
        case .signal(let number): throw .damaged(detail: "signal \(number)")
        case .deadline: throw .tookTooLong(limits.time)
        case .notStarted(let number): throw .engineFailed(program: program.path, number)
        }
    }

    private func fault(_ output: String) -> PhotoFault.Kind {
        if output.contains("not a known file format") || output.contains("operation is blocked") {
            return .notAPicture
        }
        if output.contains("Unsupported codec") || output.contains("No decoding plugin") { return .noHEICReader }
        // By libvips, by libjpeg and by the system.
        if ["out of memory", "nsufficient memory", "Cannot allocate"].contains(where: output.contains) {
            return .tooMuchMemory(limit: limits.memory)
        }
        if output.contains("No space left on device") { return .cacheFailed(folder, ENOSPC) }
        return .damaged(detail: detail(output))
    }

    private func detail(_ output: String) -> String { said(in: output) }
}

/// The last line of what a program said that has words, as far as it is plain text: without the program, its process
/// and the time, which GLib puts before it.
func said(in output: String) -> String {
    for line in output.utf8.split(separator: UInt8(ascii: "\n")).reversed() {
        var words = line.filter { (0x20..<0x7F).contains($0) }[...]
        if words.first == UInt8(ascii: "("), let mark = words.firstRange(of: Array("**: ".utf8)) {
            words = words[mark.upperBound...]
            let time = words.prefix { 0x30...0x3A ~= $0 || $0 == UInt8(ascii: ".") }
            if time.count > 8 { words = words[time.endIndex...].drop { $0 == UInt8(ascii: " ") } }
        }
        let letters = words.lazy.filter { 0x61...0x7A ~= $0 | 0x20 }
        if letters.count > 2 { return String(decoding: words.prefix(160), as: UTF8.self) }
    }
    return "libvips"
}

/// What `vipsheader -a` tells of a file.
private struct Description {
    /// As stored, before the picture is turned upright.
    var size = PixelSize(width: 0, height: 0)
    var hasProfile = false
    private var orientation = 1

    init?(_ output: String) {
        for line in output.utf8.split(separator: UInt8(ascii: "\n")) {
            let field = Substring(line.prefix { $0 != UInt8(ascii: ":") })
            let value = Substring(line.dropFirst(field.utf8.count + 2))
            switch field {
            // The first wins: what follows comes from the file, and may say anything.
            case "width" where size.width == 0: size.width = Int(value) ?? 0
            case "height" where size.height == 0: size.height = Int(value) ?? 0
            case "orientation": orientation = Int(value) ?? 1
            case "icc-profile-data": hasProfile = true
            default: break
            }
        }
        if size.width < 1 || size.height < 1 { return nil }
    }

    /// EXIF's orientations 5 to 8 lie on their side.
    var uprightSize: PixelSize {
        (5...8).contains(orientation) ? PixelSize(width: size.height, height: size.width) : size
    }
}
