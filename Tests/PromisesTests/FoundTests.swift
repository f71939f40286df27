/// Every seed of the fuzzer, and everything that it ever found, keeps its promise.

import Foundation
import Promises
import Testing

@Suite struct FoundTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fuzzing/corpus")

    static func files(of promise: Promise) throws -> [URL] {
        let folder = Self.folder.appending(path: promise.rawValue)
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }
    }

    @Test(arguments: Promise.allCases) func kept(promise: Promise) throws {
        let files = try Self.files(of: promise)
        #expect(!files.isEmpty)
        for file in files {
            let breach = promise.breach(by: [UInt8](try Data(contentsOf: file)))
            #expect(breach == nil, "\(file.lastPathComponent)")
        }
    }
}
