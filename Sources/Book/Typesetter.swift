/// The typesetter: Typst, as the program on the PATH or as the PyPI package of that name. It is never looked for in a guide:
/// what comes with a guide's files, by anybody's pull request, is not run.

import Glibc

/// Why a work could not be set.
package enum TypesettingFault: Error, Sendable, Equatable {
    case noEngine
    case noFont(String)
    /// Photos cannot be put into the inks of the print.
    case noPhotoProgram
    /// A file that is no ICC profile of a press.
    case noPressProfile(String)
    /// Characters that none of the fonts has, with where each stands.
    case missingCharacters([MissingCharacter])
    /// A template's mistake, in the engine's words: with file, line and the place in it.
    case template(String)
    case engine(String)
    case machine(path: String, code: Int32)
}

package struct Typesetter: Sendable {
    /// Of Typst: the one with which the works are tried.
    package static let version = "0.15.2"

    package enum Engine: Sendable, Equatable {
        /// The `typst` program.
        case program(String)
        /// A Python in which `import typst` works.
        case python(String)
    }

    package let engine: Engine
    package let fonts: FontFolder

    package init(engine: Engine, fonts: FontFolder) {
        self.engine = engine
        self.fonts = fonts
    }

    /// The program on the PATH, else the Python there, else that of a virtual environment.
    ///
    /// - Parameters:
    ///   - folders: whose `fonts/` may hold the fonts.
    ///   - environments: virtual environments of Python; nil: those that who installed kayoi made for it.
    package static func found(
        fontsNear folders: [String], environments: [String]? = nil
    ) throws(TypesettingFault) -> Typesetter {
        guard let engine = engine(in: environments ?? ownEnvironments) else { throw .noEngine }
        // The engine runs in a folder of its own.
        return Typesetter(engine: engine, fonts: try FontFolder.found(near: folders.map(WorkingFolder.absolute)))
    }

    /// Where nobody but who installed kayoi puts anything: beside the sources from which the program was built, and in the
    /// account's own folder.
    private static var ownEnvironments: [String] {
        var folders: [String] = []
        if let program = realpath("/proc/self/exe", nil) {
            defer { free(program) }
            let path = String(cString: program)
            if let sources = path.firstRange(of: "/.build/")?.lowerBound { folders.append(path[..<sources] + "/.venv") }
        }
        if let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") {
            folders.append(home + "/.local/share/kayoi/venv")
        }
        return folders
    }

    /// Sets a work and writes it to a file.
    ///
    /// - Parameter asBooklet: two pages on each side of a sheet, to be folded and stapled (中とじ).
    package func typeset(_ materials: Materials, to output: String, asBooklet: Bool = false) throws(TypesettingFault) {
        let missing = MissingCharacter.all(in: materials.data, fonts: fonts)
        guard missing.isEmpty else { throw .missingCharacters(missing) }
        let folder = try WorkingFolder()
        for file in materials.files { try folder.write(file.bytes, to: file.path) }
        for photo in materials.photos { try folder.copy(photo.source, to: photo.path) }
        try materials.inks.separate(materials.photos.map(\.path), in: folder)
        try folder.write(materials.data.bytes, to: "book.json")
        try run(materials.template, to: "book.pdf", standard: "ua-1", in: folder.path)
        var result = try WorkingFolder.read(folder.path + "/book.pdf")
        if asBooklet {
            try folder.write(materials.booklet(ofPages: Self.pageCount(of: result)).bytes, to: "booklet.json")
            // Pictures of pages have no structure: a booklet is for the copier.
            try run("templates/book/booklet.typ", to: "booklet.pdf", standard: "1.7", in: folder.path)
            result = try WorkingFolder.read(folder.path + "/booklet.pdf")
        }
        if let shop = materials.shop { result = try shop.finish(result) }
        try WorkingFolder.write(result, to: output, isConfidential: materials.isConfidential)
    }

    private func run(
        _ template: String, to output: String, standard: String, in folder: String
    ) throws(TypesettingFault) {
        let (program, arguments): (String, [String]) =
            switch engine {
            case .program(let program):
                (
                    program,
                    [
                        "compile", "--root", ".", "--ignore-system-fonts", "--font-path",
                        fonts.folders.joined(separator: ":"), "--pdf-standard", standard, template, output,
                    ]
                )
            case .python(let python): (python, ["-c", Self.helper, template, output, standard] + fonts.folders)
            }
        let log = folder + "/typesetter.log"
        guard let status = ChildProcess.run(program, arguments, in: folder, log: log) else { throw .noEngine }
        let words = String(decoding: try WorkingFolder.read(log), as: UTF8.self)
        guard status == 0 else { throw words.contains("┌─") ? .template(words) : .engine(words) }
        // Its pages are counted wrongly then, without the engine calling it a failure.
        guard !words.contains("did not converge") else { throw .template(words) }
    }

    /// From the root of the page tree, which Typst writes in the clear.
    private static func pageCount(of pdf: [UInt8]) -> Int {
        let mark = Array("/Type/Pages/Count ".utf8)
        for start in pdf.indices where pdf[start] == mark[0] && pdf[start...].starts(with: mark) {
            let digits = pdf[(start + mark.count)...].prefix { (0x30...0x39).contains($0) }
            return Int(String(decoding: digits, as: UTF8.self)) ?? 0
        }
        return 0
    }

    /// Says what the program says, on the same stream.
    private static let helper = """
        import sys, typst
        template, output, standard, *folders = sys.argv[1:]
        try:
            fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
            compiler = typst.Compiler(template, root=".", font_paths=fonts)
            _, warnings = compiler.compile_with_warnings(output=output, pdf_standards=[standard])
            for warning in warnings: print(warning.diagnostic)
        except typst.TypstError as error:
            sys.exit(error.diagnostic)
        """

    private static func engine(in environments: [String]) -> Engine? {
        if ChildProcess.run("typst", ["--version"], in: "/") == 0 { return .program("typst") }
        let pythons = ["python3"] + environments.map { $0 + "/bin/python3" }.filter { access($0, X_OK) == 0 }
        return pythons.first { ChildProcess.run($0, ["-c", "import typst"], in: "/") == 0 }.map(Engine.python)
    }
}
