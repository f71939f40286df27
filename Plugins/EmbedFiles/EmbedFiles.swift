// Before the target is compiled: all files of its folder become one Swift source.

import Foundation
import PackagePlugin

@main
struct EmbedFiles: BuildToolPlugin {
    private static let folders = ["DefaultTemplates": "templates", "Starter": "starter"]

    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        guard let folder = Self.folders[target.name] else { return [] }
        let source = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        // A build plan is kept, so files that are added later would not be watched. Therefore embed (a few milliseconds)
        // runs in every build: it changes the stamp, which is its own input.
        let stamp = context.pluginWorkDirectoryURL.appending(path: "stamp")
        if !FileManager.default.fileExists(atPath: stamp.path()) { try Data().write(to: stamp) }
        return [
            .buildCommand(
                displayName: "Embedding \(folder)/",
                executable: try context.tool(named: "embed").url,
                arguments: [
                    source.path(), context.package.directoryURL.appending(path: folder).path(), stamp.path(),
                ],
                inputFiles: [stamp],
                outputFiles: [source])
        ]
    }
}
