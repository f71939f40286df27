/// Runs the program as it was built, in a folder of the test's own.

import Foundation
import Testing

/// What a run of the program left.
struct Run {
    var status: Int32
    var output: String
    var messages: String
}

/// A folder that is removed with the test.
final class Workshop {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "kayoi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A copy of the demo's content.
    static func demo() throws -> Workshop {
        let workshop = try Workshop()
        try FileManager.default.copyItem(atPath: repository + "/content", toPath: workshop.path + "/content")
        return workshop
    }

    /// A new guide, as `kayoi new` makes it, in the folder itself.
    static func newGuide(_ language: String = "ja") throws -> Workshop {
        let workshop = try Workshop()
        let run = try workshop.kayoi("new", ".", "--language", language)
        try #require(run.status == 0, "\(run.messages)")
        return workshop
    }

    /// Runs kayoi in the folder. `environment` is added to a bare one.
    func kayoi(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
        try run(arguments, environment)
    }

    func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Run {
        let output = Pipe()
        // Into a file: a pipe that nobody reads meanwhile would hold the program up.
        let file = FileManager.default.temporaryDirectory.appending(path: "kayoi-\(UUID().uuidString).log")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data().write(to: file)
        let messages = try FileHandle(forWritingTo: file)
        let process = try start(arguments, environment, output: output, messages: messages)
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        try messages.close()
        let said = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return Run(status: process.terminationStatus, output: text, messages: said)
    }

    /// Runs kayoi with its messages on a terminal, and gives those.
    func messagesOnTerminal(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
        var (terminal, end): (Int32, Int32) = (-1, -1)
        try #require(openpty(&terminal, &end, nil, nil, nil) == 0)
        let screen = FileHandle(fileDescriptor: end, closeOnDealloc: true)
        let process = try start(arguments, environment, output: Pipe(), messages: screen)
        process.waitUntilExit()
        try screen.close()
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(terminal, &buffer, buffer.count)
            guard count > 0 else { break }
            text += buffer[..<count]
        }
        close(terminal)
        return String(decoding: text, as: UTF8.self)
    }

    func start(_ arguments: [String], _ environment: [String: String], output: Any, messages: Any) throws
        -> Process
    {
        let process = Process()
        process.executableURL = URL(filePath: try #require(program))
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: path)
        // Typst stands in the checkout's own environment.
        let path = repository + "/.venv/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        process.environment = environment.merging(["PATH": path], uniquingKeysWith: { own, _ in own })
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = messages
        try process.run()
        return process
    }

    // MARK: Files

    func text(_ file: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path + "/" + file)), as: UTF8.self)
    }

    func write(_ text: String, to file: String) throws {
        let url = URL(filePath: path + "/" + file)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Replaces what must stand in the file once.
    func change(_ file: String, _ old: String, to new: String) throws {
        let text = try text(file)
        try #require(text.components(separatedBy: old).count == 2, "\(old) in \(file)")
        try write(text.replacing(old, with: new), to: file)
    }

    /// Every file below a folder, by its path.
    func files(_ folder: String) throws -> [String: Data] {
        let root = path + "/" + folder
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: root) {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
            if !isFolder.boolValue { files[name] = try Data(contentsOf: URL(filePath: root + "/" + name)) }
        }
        return files
    }
}

/// The root of this checkout.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

/// The program, built beside the tests.
private let program: String? = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { [$0] } ?? []
    return (own + CommandLine.arguments)
        .map { URL(filePath: $0).deletingLastPathComponent().appending(path: "kayoi").path }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}()
