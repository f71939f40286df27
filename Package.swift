// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the build where nobody looks at them: in continuous integration.
let strict: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// Only `make fuzz` sets it: libFuzzer watches which ways bytes take through the modules.
let isFuzzing = Context.environment["KAYOI_FUZZING"] != nil
let watched: [SwiftSetting] = isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])] : []

/// Types are reached by calls, not by their names: the first dictionary of each kind would search all types of the program
/// for what its keys can do, a quarter of a million steps every time it starts.
let direct: [SwiftSetting] = [
    .unsafeFlags(
        ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release))
]

/// The program as it is given to others holds all its libraries: it starts without looking for any, in half the time, and
/// runs on any Linux. The last two are Foundation's own, which its archive does not ask for by itself.
let alone: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-static-executable", "-Xclang-linker", "-fuse-ld=lld",
            "-l_FoundationCollections", "-l_FoundationCShims",
        ],
        .when(platforms: [.linux], configuration: .release)),
    // A page is some hundred small objects, made on all cores at once and gone with it: jemalloc does that in less time
    // and memory than the system's malloc.
    .linkedLibrary("jemalloc", .when(platforms: [.linux], configuration: .release)),
]

/// A module: its folder under Sources/, and the modules listed before it that it may know.
func module(_ name: String, knows dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + watched + direct)
}

/// The tests of a module stand in Tests/<module>Tests; `data` are files there that they read.
func tests(of name: String, with dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: data,
        swiftSettings: strict)
}

/// Times a part; it stands in Benchmarks/<name>, apart from the tests.
func benchmark(_ name: String, of dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: "Benchmarks/\(name)", swiftSettings: strict)
}

let fuzzer: [Target] =
    isFuzzing
    ? [
        .executableTarget(
            name: "Fuzzer", dependencies: ["Promises"], path: "Fuzzing/Fuzzer", swiftSettings: strict + watched,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
    ] : []

let package = Package(
    name: "kayoi",
    products: [.executable(name: "kayoi", targets: ["kayoi"])],
    dependencies: [
        // The command's arguments, help and completion scripts.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // The preview's sockets: its FlyingSocks. Its HTTP server sets no bounds to heads, waits and connections, and
        // brings all of Foundation with it.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        // Tests only: holds FrontMatter against libyaml.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Left to right, as the data goes: a module knows only what stands before it.
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        module("Parallel"),
        module("Messages"),
        module("Encoding"),
        module("Files", knows: ["Encoding"]),
        module("FrontMatter", knows: ["Messages", "Encoding"]),
        module("Recurrence", knows: ["Messages"]),
        module("Geography", knows: ["Messages", "Encoding"]),
        module("Markdown", knows: ["CCMark", "CLinux", "Messages", "Encoding", "FrontMatter"]),
        module("Publication", knows: ["Recurrence", "Geography", "Markdown"]),
        // What is private, for the editors' own sheets; only Guide makes it and only Book's survey prints it.
        module("Survey", knows: ["Recurrence", "Publication"]),
        module(
            "Guide",
            knows: [
                "Parallel", "Messages", "Encoding", "Files", "FrontMatter", "Recurrence", "Geography", "Markdown",
                "Publication", "Survey",
            ]),
        module("Cartography", knows: ["Geography"]),
        module("Templates", knows: ["Messages", "Encoding"]),
        // The files of templates/ and starter/, as part of the program: one file to copy, nothing to install beside it.
        .executableTarget(name: "embed", swiftSettings: strict),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed"]),
        module("Embedded"),
        .target(
            name: "DefaultTemplates", dependencies: ["Embedded", "Templates"], swiftSettings: strict,
            plugins: ["EmbedFiles"]),
        .target(
            name: "Starter", dependencies: ["Embedded", "Recurrence"], swiftSettings: strict, plugins: ["EmbedFiles"]),
        module("Publishing", knows: ["CCrypto", "CLinux", "Parallel", "Messages", "Encoding", "Files"]),
        module("Photos", knows: ["CCrypto", "CLinux", "Parallel", "Messages", "FrontMatter"]),
        module(
            "Site",
            knows: [
                "Parallel", "Recurrence", "Geography", "Markdown", "Encoding", "Publication", "Photos", "Cartography",
                "Templates",
            ]),
        .target(
            name: "Preview",
            dependencies: ["CLinux", "Messages", "FrontMatter", .product(name: "FlyingSocks", package: "FlyingFox")],
            resources: [.embedInCode("preview.js"), .embedInCode("preview.css")], swiftSettings: strict),
        module(
            "Book",
            knows: [
                "CZlib", "Parallel", "Messages", "FrontMatter", "Recurrence", "Geography", "Markdown", "Encoding",
                "Publication",
                "Survey", "Cartography", "Templates",
            ]),
        .executableTarget(
            name: "kayoi",
            dependencies: [
                "CLinux", "Parallel", "Messages", "FrontMatter", "Recurrence", "Guide", "Publication", "Survey",
                "Photos", "Publishing", "Site", "Book", "Starter", "Preview", "Templates", "DefaultTemplates",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict + direct, linkerSettings: alone),

        .target(
            name: "TestSupport",
            dependencies: ["Randomness", "Guide", "Publication", "Recurrence", "Geography", "Markdown"],
            path: "Tests/TestSupport", swiftSettings: strict),
        .target(name: "Randomness", path: "Tests/Randomness", swiftSettings: strict),
        .target(name: "RealData", path: "Tests/RealData", swiftSettings: strict),
        tests(of: "Recurrence", with: ["Randomness", "RealData"]),
        tests(
            of: "Guide",
            with: [
                "TestSupport", "RealData", "Randomness", "Publication", "Geography", "FrontMatter", "Recurrence",
            ]),
        tests(of: "FrontMatter", with: ["Randomness", "RealData", .product(name: "Yams", package: "Yams")]),
        tests(
            of: "Book",
            with: [
                "TestSupport", "RealData", "Guide", "Publication", "Survey", "Recurrence", "Encoding", "Cartography",
                "DefaultTemplates", "Templates",
            ]),
        tests(of: "Markdown", with: ["CCMark", "FrontMatter", "Randomness"]),
        tests(of: "Geography", with: ["Randomness"]),
        tests(of: "Encoding"),
        tests(of: "Cartography", with: ["Geography", "Randomness", "RealData"]),
        tests(
            of: "Site", with: ["TestSupport", "Guide", "Publication", "Encoding", "DefaultTemplates", "Templates"],
            data: ["folding.json"]),
        tests(of: "Templates", with: ["Randomness"]),
        tests(of: "DefaultTemplates", with: ["Embedded"]),
        tests(of: "Publishing", with: ["PublishingBenchmark"]),
        tests(of: "Photos", with: ["TestSupport", "FrontMatter"]),
        tests(of: "Preview", with: ["TestSupport", "FrontMatter"]),
        // What holds for any bytes at all; looked for by the fuzzer, kept by the tests.
        .target(
            name: "Promises",
            dependencies: ["FrontMatter", "Recurrence", "Geography", "Markdown", "Cartography", "Templates"],
            path: "Fuzzing/Promises", swiftSettings: strict),
        tests(of: "Promises"),
        // The command as a whole: these run the program itself.
        .testTarget(
            name: "KayoiTests",
            dependencies: [
                "kayoi", "TestSupport", "Randomness", "FrontMatter", "Guide", "Preview", "Publication", "Recurrence",
                "Site",
                "Templates",
            ],
            swiftSettings: strict),

        benchmark("ScheduleBenchmark", of: ["Recurrence"]),
        benchmark("ContentBenchmark", of: ["FrontMatter", "Markdown"]),
        benchmark("CartographyBenchmark", of: ["Cartography", "Geography"]),
        benchmark("TemplatesBenchmark", of: ["Templates"]),
        benchmark("PublishingBenchmark", of: ["Publishing"]),
        benchmark("GuideGenerator", of: ["Randomness"]),
        benchmark("GuideBenchmark", of: ["Guide", "Publication", "Recurrence"]),
        benchmark(
            "BookBenchmark", of: ["Book", "TestSupport", "Publication", "DefaultTemplates"]),
    ] + fuzzer
)
