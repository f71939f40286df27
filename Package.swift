// swift-tools-version: 6.2
import PackageDescription

/// Warnings stop the build where nobody looks at them: in continuous integration.
let strict: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// A module: its folder under Sources/, and the modules to its left that it may know.
func module(_ name: String, knows dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a module stand in Tests/<module>Tests.
func tests(of name: String, with dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
    name: "kayoi",
    products: [.executable(name: "kayoi", targets: ["kayoi"])],
    dependencies: [
        // The command's arguments, help and completion scripts.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        // Tests only: holds FrontMatter against libyaml.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        module("FrontMatter"),
        module("Recurrence"),
        tests(of: "Recurrence"),
        .executableTarget(
            name: "ScheduleBenchmark", dependencies: ["Recurrence"], path: "Benchmarks/ScheduleBenchmark", swiftSettings: strict),
        module("Geography"),
        module("Markdown", knows: ["CCMark"]),
        .executableTarget(
            name: "kayoi",
            dependencies: [
                "FrontMatter", "Recurrence", "Geography", "Markdown",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
    ]
)
