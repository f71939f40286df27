/// One connection of a browser: requests in, replies out, each within its time.

import FlyingSocks
import FoundationEssentials
import Glibc

/// How much the server does for strangers.
package struct PreviewLimits: Sendable {
    package var connections = 64
    /// Until a whole request is there, also while the browser keeps a connection for later.
    package var request = Duration.seconds(30)
    /// Until a reply, or an event, is taken.
    package var reply = Duration.seconds(30)

    package init() {}
}

struct Connection: Sendable {
    let socket: AsyncSocket
    let reception: Reception
    let showcase: Showcase
    let limits: PreviewLimits

    /// Until one of the two has enough.
    func serve() async {
        defer { try? socket.close() }
        var rest: [UInt8] = []
        while let received = try? await within(limits.request, { [rest] in try await receive(after: rest) }) {
            guard let bytes = received.head else { return await refuse(.headTooLarge) }
            guard let head = RequestHead(bytes) else { return await refuse(.badRequest) }
            let reply = reception.reply(to: head, showcase.showing)
            if reply.status.isRefusal { return await refuse(reply.status) }
            guard (try? await send(reply, to: head)) != nil, head.keepsOpen else { return }
            rest = received.rest
        }
    }

    private func refuse(_ status: Reply.Status) async {
        guard (try? await write(Reply.farewell(status))) != nil else { return }
        // Closing on what was not read yet would take the answer from the other's hands too.
        shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
        try? await within(min(limits.reply, .seconds(1))) { while try await !socket.read(atMost: 4096).isEmpty {} }
    }

    // MARK: In

    /// The next head, nil where it is too large, and what came after it.
    private func receive(after rest: [UInt8]) async throws -> (head: [UInt8]?, rest: [UInt8]) {
        var bytes = rest
        var searched = 0
        while true {
            if let end = bytes[searched...].firstRange(of: RequestHead.end) {
                return (Array(bytes[..<end.lowerBound]), Array(bytes[end.upperBound...]))
            }
            if bytes.count > RequestHead.largestSize { return (nil, []) }
            searched = max(0, bytes.count - RequestHead.end.count)
            bytes += try await socket.read(atMost: 4096)
        }
    }

    // MARK: Out

    private func send(_ reply: Reply, to head: RequestHead) async throws {
        switch reply.body {
        case .bytes(let bytes): try await send(reply, bytes, to: head)
        case .picture(let file):
            guard let bytes = PictureFile.bytes(of: file) else {
                return try await send(Reply(refusal: .notFound), to: head)
            }
            try await send(reply, bytes, to: head)
        case .events:
            try await write(reply.head(length: nil, keepsOpen: false))
            if head.method == "GET" { try await sendEvents() }
            // Only its end ends this reply.
            throw SocketError.disconnected
        }
    }

    private func send(_ reply: Reply, _ body: [UInt8], to head: RequestHead) async throws {
        let start = reply.head(length: body.count, keepsOpen: head.keepsOpen)
        try await write(head.method == "HEAD" ? start : start + body)
    }

    /// One event a build, as long as the browser listens.
    private func sendEvents() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in showcase.signs() {
                    try await write(Array("data: \(Report.json(showcase.showing))\n\n".utf8))
                }
            }
            // It has nothing more to say: what ends this is that it has gone.
            group.addTask { while try await !socket.read(atMost: 4096).isEmpty {} }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func write(_ bytes: [UInt8]) async throws {
        try await within(limits.reply) { try await socket.write(Data(bytes)) }
    }
}

/// What `body` gives, or an error when that takes longer than `time`.
private func within<Value: Sendable>(
    _ time: Duration, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: time)
            throw CancellationError()
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw CancellationError() }
        return value
    }
}
