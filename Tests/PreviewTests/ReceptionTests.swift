import FrontMatter
import Testing

@testable import Preview

/// What is answered to whom, without a socket.
@Suite struct ReceptionTests {
    private let reception = Reception(port: 4321)

    private func reply(to request: String, _ showcase: Showcase = Samples.showcase()) throws -> Reply {
        reception.reply(to: try #require(Samples.head(request)), showcase.showing)
    }

    private func status(_ target: String, _ fields: String...) throws -> Int {
        try reply(to: Samples.request(target, fields)).status.rawValue
    }

    private func text(_ reply: Reply) -> String {
        guard case .bytes(let bytes) = reply.body else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func filesOfTheSite() throws {
        #expect(try status("/") == 200)
        #expect(try status("/index.html?from=mail") == 200)
        #expect(try status("/areas/%E6%B5%9C.html") == 200)
        #expect(try text(reply(to: Samples.request("/stories/"))).contains("stories"))
        #expect(try reply(to: Samples.request("/assets/kayoi.css")).type == "text/css; charset=utf-8")
        #expect(try reply(to: Samples.request("/data/places.geojson")).type == "application/geo+json")
    }

    @Test func whatTheSiteDoesNotHaveIsItsPageForLostAddresses() throws {
        let reply = try reply(to: Samples.request("/etc/passwd"))
        #expect(reply.status == .notFound)
        #expect(text(reply).hasSuffix("lost"))
    }

    @Test(arguments: [
        "/../guide.md", "/areas/../../content/guide.md", "/%2e%2e/guide.md", "/%2E./guide.md", "/.%2e/",
        "/./index.html",
        "/areas%2f..%2fguide.md", "/areas%5c..%5cguide.md", "/..\\guide.md", "/%252e%252e/guide.md", "/index.html%00",
        "/%0d%0aX:1", "/%c0%ae%c0%ae/guide.md", "/%e0%80%ae/", "/%ff", "/%", "/%2", "/%zz", "//evil.example/",
        "/areas//x",
        "http://127.0.0.1:4321/", "https://evil.example/", "index.html", "*", "/index.html#x", "/%7f",
    ])
    func tricksAreRefused(_ target: String) throws {
        #expect(try status(target) == 400)
    }

    @Test(arguments: ["127.0.0.1:4321", "localhost:4321", "LOCALHOST:4321", "[::1]:4321"])
    func ourOwnNames(_ host: String) throws {
        #expect(try reply(to: Samples.request("/", ["Host: \(host)"])).status == .ok)
    }

    @Test(arguments: [
        "evil.example", "evil.example:4321", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:43210",
        "127.0.0.1.evil.example:4321",
        "localhost.:4321", "0.0.0.0:4321", "127.1:4321", "user@127.0.0.1:4321", "",
    ])
    func foreignHostsAreRefused(_ host: String) throws {
        #expect(try reply(to: Samples.request("/", ["Host: \(host)"])).status == .forbidden)
    }

    @Test func onlyOneHost() throws {
        #expect(try status("/", "Host: 127.0.0.1:4321", "Host: 127.0.0.1:4321") == 403)
        let none = try #require(RequestHead(Array("GET / HTTP/1.1".utf8)))
        #expect(reception.reply(to: none, Samples.showcase().showing).status == .forbidden)
    }

    @Test(arguments: ["https://evil.example", "null", "http://localhost:3000", "https://127.0.0.1:4321", ""])
    func foreignOriginsAreRefused(_ origin: String) throws {
        #expect(try status("/.kayoi/events", "Origin: \(origin)") == 403)
    }

    @Test func ourOwnOrigin() throws {
        #expect(try status("/", "Origin: http://127.0.0.1:4321") == 200)
        #expect(try status("/", "Origin: http://localhost:4321", "Sec-Fetch-Site: same-origin") == 200)
    }

    @Test func otherSitesMayLinkButNotEmbed() throws {
        #expect(try status("/", "Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document") == 200)
        #expect(
            try status("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document") == 200
        )
        #expect(
            try status("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe") == 403)
        #expect(try status("/assets/kayoi.css", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors") == 403)
        #expect(try status("/data/places.geojson", "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors") == 403)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"])
    func onlyReading(_ method: String) throws {
        let reply = try reply(to: Samples.request("/", method: method))
        #expect(reply.status == .methodNotAllowed)
        #expect(
            String(decoding: reply.head(length: 0, keepsOpen: false), as: UTF8.self).contains(
                "\r\nAllow: GET, HEAD\r\n"))
    }

    @Test func noBodies() throws {
        #expect(try status("/", "Content-Length: 5") == 400)
        #expect(try status("/", "Transfer-Encoding: chunked") == 400)
        #expect(try status("/", "Content-Length: 0") == 200)
    }

    @Test func picturesStayOnDiskAndAreFoundByTheirNameInTheSite() throws {
        let showcase = Showcase()
        var build = Samples.build
        build.site = Samples.site(
            Samples.files, number: 2, pictures: ["photos/hanami-0a1b2c3d-480.webp": "/cache/0a1b-480.webp"])
        showcase.show(build)
        let picture = try reply(to: Samples.request("/photos/hanami-0a1b2c3d-480.webp"), showcase)
        #expect(picture.type == "image/webp")
        guard case .picture(let file) = picture.body else { return #expect(Bool(false), "no picture") }
        #expect(file == "/cache/0a1b-480.webp")
        #expect(try reply(to: Samples.request("/photos/hanami.jpg"), showcase).status == .notFound)
    }

    @Test func pagesGetTheScriptAndNothingElseDoes() throws {
        let page = try text(reply(to: Samples.request("/")))
        let tag = try #require(page.firstRange(of: "<script defer src=\"/.kayoi/preview.js\""))
        #expect(page[tag.lowerBound...].contains("</script>\n</head>\n<body>はま"))
        #expect(try text(reply(to: Samples.request("/assets/kayoi.css"))) == "body{}")
        #expect(try reply(to: Samples.request("/.kayoi/preview.js")).type == "text/javascript; charset=utf-8")
        #expect(try status("/.kayoi/other") == 404)
    }

    @Test func everyReplyIsGuarded() {
        let head = String(decoding: Reply(refusal: .notFound).head(length: 3, keepsOpen: true), as: UTF8.self)
        for field in [
            "Content-Security-Policy: default-src 'none'; script-src 'self'", "frame-ancestors 'none'",
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
            "Cross-Origin-Resource-Policy: same-origin",
        ] {
            #expect(head.contains(field))
        }
        #expect(!head.contains("Access-Control"))
    }

    @Test func aPagesOwnPolicyIsItsReplys() throws {
        let showcase = Showcase()
        let own = "default-src &#39;none&#39;; img-src &#39;self&#39; https://tiles.example"
        var number = 0
        func policy(_ content: String) throws -> String {
            let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"\(content)\">"
            number += 1
            let site = Samples.site(["index.html": "<head>\(meta)</head>"], number: number)
            showcase.show(PreviewBuild(site: site, diagnostics: [], language: .japanese))
            return try reply(to: Samples.request("/"), showcase).policy
        }
        #expect(
            try policy(own) == "default-src 'none'; img-src 'self' https://tiles.example; frame-ancestors 'none'")
        // What would end the field of the head, or is no policy at all, gives way to the strict one.
        #expect(try policy("default-src *\r\nSet-Cookie: a=b") == ContentPolicy.strict)
        #expect(try policy(String(repeating: "x", count: 5000)) == ContentPolicy.strict)
    }

    @Test func noServiceWorker() throws {
        #expect(try status("/assets/kayoi.css", "Service-Worker: script") == 404)
    }

    @Test func beforeThereIsASite() throws {
        let showcase = Showcase()
        showcase.show(PreviewBuild(site: nil, diagnostics: [Samples.error], language: .japanese))
        let reply = try reply(to: Samples.request("/places/001.html"), showcase)
        #expect(reply.status == .unavailable)
        #expect(text(reply).contains("/.kayoi/preview.js"))
    }
}

/// What is no request at all.
@Suite struct RequestHeadTests {
    @Test(arguments: [
        "", "GET /", "GET / HTTP/2", "GET  / HTTP/1.1", " GET / HTTP/1.1", "GET / HTTP/1.1 ", "G(T / HTTP/1.1",
        "GET /浜 HTTP/1.1",
        "GET /a\u{0}b HTTP/1.1", "GET / HTTP/1.1\r\nHost", "GET / HTTP/1.1\r\nHost : x", "GET / HTTP/1.1\r\n folded: x",
        "GET / HTTP/1.1\nHost: x", "GET / HTTP/1.1\r\nA: b\rC: d", "GET / HTTP/1.1\r\nA: b\u{0}", "\u{16}\u{3}\u{1}",
    ])
    func refused(_ text: String) {
        #expect(RequestHead(Array(text.utf8)) == nil)
    }

    @Test func read() throws {
        let head = try #require(
            RequestHead(Array("HEAD /x?y HTTP/1.1\r\nHOST:\t a b \r\nAccept:\r\nConnection: Close".utf8)))
        #expect(head.method == "HEAD" && head.target == "/x?y" && !head.keepsOpen)
        #expect(head.values(of: "host") == ["a b"] && head.values(of: "accept") == [""])
    }

    @Test func tooManyFields() {
        let lines = ["GET / HTTP/1.1"] + (0...100).map { "A\($0): b" }
        #expect(RequestHead(Array(lines.joined(separator: "\r\n").utf8)) == nil)
    }
}
