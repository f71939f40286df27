/// What is answered to a request, as a function of the request and what is to be seen: no sockets, no disk.

struct Reception: Sendable {
    let port: UInt16

    func reply(to head: RequestHead, _ showing: Showcase.Showing) -> Reply {
        guard isForUs(head), isFromUs(head) else { return Reply(refusal: .forbidden) }
        guard head.method == "GET" || head.method == "HEAD" else { return Reply(refusal: .methodNotAllowed) }
        guard !head.hasBody, let path = SitePath.path(of: head.target) else { return Reply(refusal: .badRequest) }
        // A service worker would stand between the page and its events, and show old pages when the preview has ended.
        if !head.values(of: "service-worker").isEmpty { return Reply(refusal: .notFound) }
        switch path {
        case PreviewScript.scriptPath: return Reply(.ok, type: MediaType.script, .bytes(PreviewScript.script))
        case PreviewScript.stylePath: return Reply(.ok, type: MediaType.style, .bytes(PreviewScript.style))
        case PreviewScript.eventPath: return Reply(.ok, type: "text/event-stream; charset=utf-8", .events)
        default: return file(at: path, showing)
        }
    }

    private func file(at path: String, _ showing: Showcase.Showing) -> Reply {
        guard let site = showing.site else { return page(.unavailable, PreviewScript.waitingPage(showing), showing) }
        if let bytes = site.file(path) {
            let type = MediaType.of(path)
            return type == MediaType.html ? page(.ok, bytes, showing) : Reply(.ok, type: type, .bytes(bytes))
        }
        if let file = site.pictures[path] { return Reply(.ok, type: MediaType.of(path), .picture(file: file)) }
        guard let missing = site.file("404.html") else { return Reply(refusal: .notFound) }
        return page(.notFound, missing, showing)
    }

    private func page(_ status: Reply.Status, _ html: [UInt8], _ showing: Showcase.Showing) -> Reply {
        var reply = Reply(status, type: MediaType.html, .bytes(PreviewScript.added(to: html, showing)))
        reply.policy = ContentPolicy.of(page: html)
        return reply
    }

    // MARK: Who asks

    /// A page of somebody else's can make its own name lead to this machine (DNS rebinding): then Host is that name.
    private func isForUs(_ head: RequestHead) -> Bool {
        let hosts = head.values(of: "host")
        return hosts.count == 1 && isOurs(hosts[0][...])
    }

    /// Other pages may lead here by a link, and no more: what they would fetch, show or send is refused.
    private func isFromUs(_ head: RequestHead) -> Bool {
        let scheme = "http://"
        guard head.values(of: "origin").allSatisfy({ $0.hasPrefix(scheme) && isOurs($0.dropFirst(scheme.count)) })
        else { return false }
        let sites = head.values(of: "sec-fetch-site")
        return sites.allSatisfy { $0 == "same-origin" || $0 == "none" }
            || head.values(of: "sec-fetch-mode") == ["navigate"] && head.values(of: "sec-fetch-dest") == ["document"]
    }

    private func isOurs(_ host: Substring) -> Bool {
        let host = host.lowercased()
        return ["127.0.0.1", "localhost", "[::1]"].contains { host == "\($0):\(port)" || port == 80 && host == $0 }
    }
}
