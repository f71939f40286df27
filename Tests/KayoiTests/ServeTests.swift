import Foundation
import TestSupport
import Testing

/// The preview as an editor uses it: the program runs while the guide is good, broken, gone and back.
@Suite struct ServeTests {
    /// `kayoi serve` on a guide, until it is let go.
    private final class Preview {
        let workshop: Workshop
        let port: UInt16
        private let process: Process

        init(_ workshop: Workshop) throws {
            self.workshop = workshop
            let output = Pipe()
            process = try workshop.start(
                ["serve", "--port", "0", "--language", "en"], [:], output: output, messages: FileHandle.nullDevice)
            let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            port = UInt16(line.drop { $0 != "1" }.dropFirst("127.0.0.1:".count).prefix { $0.isNumber }) ?? 0
        }

        // The thread that starts it blocks other signals, and so would it.
        deinit { kill(process.processIdentifier, SIGKILL) }

        /// What the browser would be told, once it holds `text`.
        func report(with text: String) async -> String {
            guard let client = Client(port: port) else { return "" }
            defer { client.close() }
            client.say("GET /.kayoi/events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
            return await client.hear(until: text)
        }

        /// The home page, once it holds `text`.
        func home(with text: String = "</html>") async throws -> String {
            var page = ""
            for _ in 0..<400 {
                guard let client = Client(port: port) else { break }
                client.say("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
                page = await client.hear()
                client.close()
                if page.contains(text) { break }
                try await Task.sleep(for: .milliseconds(50))
            }
            return page
        }

        func move(_ path: String, to other: String) throws {
            try FileManager.default.moveItem(atPath: workshop.path + "/" + path, toPath: workshop.path + "/" + other)
        }
    }

    @Test func followsEverySaveAndSurvivesEveryState() async throws {
        let workshop = try Workshop()
        for (path, text) in TemporaryGuide.sound { try workshop.write(text, to: "content/" + path) }
        let preview = try Preview(workshop)
        let home = try await preview.home(with: "HTTP/1.1 200 OK\r\n")
        #expect(home.hasPrefix("HTTP/1.1 200 OK\r\n"))

        let guide = try workshop.text("content/guide.md")
        try workshop.write("---\n題 名\n---\n", to: "content/guide.md")
        #expect(await preview.report(with: "content/guide.md:2:").contains("\"hasErrors\":true"))
        #expect(try await preview.home() == home)

        try preview.move("content/guide.md", to: "guide.md")
        #expect(await preview.report(with: "\"place\":\"content/guide.md\"").contains("\"hasErrors\":true"))
        try workshop.write(guide, to: "content/guide.md")
        #expect(await preview.report(with: "\"hasErrors\":false").contains("data: "))

        try workshop.write("{{#nowhere}}", to: "templates/home.mustache")
        #expect(await preview.report(with: "templates/home.mustache:1:").contains("\"hasErrors\":true"))
        try preview.move("templates", to: "aside")
        #expect(await preview.report(with: "\"hasErrors\":false").contains("data: "))

        let last = try await preview.home()
        try preview.move("content", to: "away")
        #expect(await preview.report(with: "\"hasErrors\":true").contains("No such file"))
        #expect(try await preview.home() == last)
        try preview.move("away", to: "content")
        #expect(await preview.report(with: "\"hasErrors\":false").contains("data: "))

        try workshop.write(guide.replacing("題: ", with: "題: 新しい", maxReplacements: 1), to: "content/guide.md")
        #expect(try await preview.home(with: "新しい").contains("新しい"))
        #expect(!FileManager.default.fileExists(atPath: workshop.path + "/site"))
    }

    @Test func aGuideThatIsNotThere() throws {
        let workshop = try Workshop()
        let run = try workshop.kayoi("serve", "--language", "en")
        #expect(run.status == 3)
        #expect(run.messages.contains("--guide"))
    }
}
