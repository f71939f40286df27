import FrontMatter
import Glibc
import TestSupport
import Testing

@testable import Preview

/// The same over real sockets: what reaches the server as bytes, and how much of it.
@Suite(.serialized) struct ServerTests {
    private func withServer(
        _ showcase: Showcase = Samples.showcase(), _ limits: PreviewLimits = Samples.patience,
        _ body: (UInt16) async throws -> Void
    ) async throws {
        let server = try PreviewServer(showcase, port: 0, limits: limits)
        let task = Task { try await server.run() }
        defer { task.cancel() }
        try await body(server.port)
    }

    /// One request on a connection of its own, and the whole answer.
    private func ask(_ port: UInt16, _ text: String) async -> String {
        guard let client = Client(port: port) else { return "" }
        defer { client.close() }
        client.say(text)
        return await client.hear()
    }

    private func get(_ target: String, _ port: UInt16, _ fields: String...) -> String {
        (["GET \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"] + fields).joined(separator: "\r\n")
            + "\r\n\r\n"
    }

    @Test func aPage() async throws {
        try await withServer { port in
            let answer = await ask(port, get("/", port))
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"))
            #expect(answer.contains("<body>はま</body>"))
            #expect(answer.contains("Content-Security-Policy: default-src 'none'"))
        }
    }

    @Test func onlyTheHeadIsSentForHead() async throws {
        try await withServer { port in
            let answer = await ask(port, get("/", port).replacing("GET", with: "HEAD", maxReplacements: 1))
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.hasSuffix("\r\n\r\n"))
            #expect(await ask(port, get("/.kayoi/events", port).replacing("GET", with: "HEAD")).hasSuffix("\r\n\r\n"))
        }
    }

    @Test func requestsInARowOnOneConnection() async throws {
        try await withServer { port in
            let client = try #require(Client(port: port))
            defer { client.close() }
            client.say(
                Samples.request("/assets/kayoi.css", port: port) + Samples.request("/areas/%E6%B5%9C.html", port: port))
            let answers = await client.hear(until: "area")
            #expect(answers.split(separator: "HTTP/1.1 200 OK").count == 2)
            client.say(get("/nowhere", port))
            #expect(await client.hear().hasPrefix("HTTP/1.1 404 Not Found"))
        }
    }

    @Test func aHeadInSmallPieces() async throws {
        try await withServer { port in
            let client = try #require(Client(port: port))
            defer { client.close() }
            for byte in get("/assets/kayoi.css", port).utf8 { client.say([byte]) }
            #expect(await client.hear().hasSuffix("body{}"))
        }
    }

    @Test(arguments: [
        ("GET /../../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", 400),
        ("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", 400),
        ("GET http://127.0.0.1:PORT/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", 400),
        ("GET /index.html\u{0}.css HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 403),
        ("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: https://evil.example\r\nConnection: close\r\n\r\n", 403),
        ("POST / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 9\r\n\r\nname=Mori", 405),
        (
            "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 40\r\n\r\nGET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
            400
        ),
        ("CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n", 405),
        ("\u{16}\u{3}\u{1}\u{2}\r\n\r\n", 400),
    ])
    func refusals(_ request: String, _ status: Int) async throws {
        try await withServer { port in
            let answer = await ask(port, request.replacing("PORT", with: "\(port)"))
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
            // One answer, and then the end: what came after it was not taken for a request.
            #expect(answer.split(separator: "HTTP/1.1 ").count == 1)
            #expect(!answer.contains("Access-Control"))
        }
    }

    @Test func bytesThatAreNoText() async throws {
        try await withServer { port in
            let client = try #require(Client(port: port))
            defer { client.close() }
            client.say(Array("GET /".utf8) + [0xC0, 0xAE, 0xFF] + Array(" HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
            #expect(await client.hear().hasPrefix("HTTP/1.1 400 "))
        }
    }

    @Test func aHeadWithoutEndIsCutOff() async throws {
        try await withServer { port in
            let client = try #require(Client(port: port))
            defer { client.close() }
            let isTaken = await blocking {
                client.say("GET / HTTP/1.1\r\nX: ")
                    && (0..<64).allSatisfy { _ in client.say(String(repeating: "x", count: 1024)) }
            }
            let answer = await client.hear()
            #expect(answer.hasPrefix("HTTP/1.1 431 ") || !isTaken)
            #expect(await ask(port, get("/", port)).hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func nobodyElseCanReachIt() async throws {
        try await withServer { port in
            // All of 127/8 is this machine; bound to every address, the server would answer here too.
            #expect(Client(port: port, address: 0x7F00_0002) == nil)
            #expect(Client(port: port) != nil)
        }
    }

    @Test func thoseWhoSayNothingAreSentAway() async throws {
        var limits = PreviewLimits()
        limits.request = .seconds(1)
        limits.connections = 8
        try await withServer(Samples.showcase(), limits) { port in
            let silent = (0..<40).compactMap { _ in Client(port: port) }
            defer { for client in silent { client.close() } }
            for client in silent { client.say("GET / HTTP/1.1\r\n") }
            for client in silent {
                // Either there was no room, or its time ran out; nobody gets a page.
                let answer = await client.hear()
                #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 503 "))
            }
            #expect(await ask(port, get("/", port)).hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func thoseWhoDoNotTakeTheirAnswerAreSentAway() async throws {
        var limits = PreviewLimits()
        limits.reply = .seconds(1)
        limits.connections = 2
        let showcase = Showcase()
        var build = Samples.build
        let large = String(repeating: "x", count: 32 << 20)
        build.site = Samples.site(Samples.files.merging(["data/large.json": large]) { $1 }, number: 2)
        showcase.show(build)
        try await withServer(showcase, limits) { port in
            let slow = (0..<2).compactMap { _ in Client(port: port) }
            defer { for client in slow { client.close() } }
            for client in slow { client.say(get("/data/large.json", port)) }
            var answer = ""
            for _ in 0..<100 where !answer.hasPrefix("HTTP/1.1 200 ") {
                try await Task.sleep(for: .milliseconds(50))
                answer = await ask(port, get("/assets/kayoi.css", port))
            }
            #expect(answer.hasSuffix("body{}"))
        }
    }

    @Test func eventsTellOfEveryBuild() async throws {
        let showcase = Samples.showcase()
        try await withServer(showcase) { port in
            let client = try #require(Client(port: port))
            defer { client.close() }
            client.say(Samples.request("/.kayoi/events", port: port))
            let first = await client.hear(until: "\"problems\":[]}\n\n")
            #expect(first.contains("Content-Type: text/event-stream; charset=utf-8\r\n"))
            #expect(first.contains("data: {\"edition\":\"\(showcase.showing.edition)\""))
            showcase.show(PreviewBuild(site: nil, diagnostics: [Samples.error], language: .japanese))
            #expect(await client.hear(until: "}]}\n\n").contains("content/places/himawari.md:1:4"))
            showcase.show(Samples.build)
            #expect(await client.hear(until: "\"problems\":[]}\n\n").contains("data: "))
        }
    }

    @Test func listenersWhoLeaveMakeRoom() async throws {
        var limits = PreviewLimits()
        limits.connections = 3
        try await withServer(Samples.showcase(), limits) { port in
            for _ in 0..<20 {
                var answer = ""
                for _ in 0..<100 where !answer.contains("data: ") {
                    guard let client = Client(port: port) else { continue }
                    client.say(Samples.request("/.kayoi/events", port: port))
                    answer = await client.hear(until: "data: ")
                    client.close()
                }
                #expect(answer.contains("data: "))
            }
        }
    }

    @Test func picturesComeFromTheCacheAndLinksAreNotFollowed() async throws {
        let guide = TemporaryGuide([:], onTopOf: [:])
        guide.write("picture", to: "hanami-480.webp")
        symlink("/etc/passwd", guide.root + "/link.webp")
        var build = Samples.build
        let names = ["hanami-480", "link", "missing"]
        build.site = Samples.site(
            [:], number: 2,
            pictures: Dictionary(
                uniqueKeysWithValues: names.map { ("photos/\($0).webp", "\(guide.root)/\($0).webp") }))
        let showcase = Showcase()
        showcase.show(build)
        try await withServer(showcase) { port in
            let picture = await ask(port, get("/photos/hanami-480.webp", port))
            #expect(picture.contains("Content-Type: image/webp\r\n") && picture.hasSuffix("\r\n\r\npicture"))
            #expect(await ask(port, get("/photos/link.webp", port)).hasPrefix("HTTP/1.1 404 "))
            #expect(await ask(port, get("/photos/missing.webp", port)).hasPrefix("HTTP/1.1 404 "))
        }
    }

    @Test func aPortThatIsTaken() async throws {
        try await withServer { port in
            #expect(throws: PortFault.self) { try PreviewServer(Samples.showcase(), port: port) }
        }
        let first = try PreviewServer(Samples.showcase())
        let second = try PreviewServer(Samples.showcase())
        #expect(first.port != second.port)
        #expect(first.port >= 4321 && second.port <= 4350)
    }
}
