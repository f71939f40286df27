/// The server on this machine's own address, which nobody else can reach.

import FlyingSocks
import Glibc
import Synchronization

/// There is no port to listen on; by `errno`.
package struct PortFault: Error, Sendable {
    package let port: UInt16
    package let code: Int32
}

package struct PreviewServer: Sendable {
    package let port: UInt16
    private let listener: Socket
    private let showcase: Showcase
    private let limits: PreviewLimits

    /// Begins to listen on 127.0.0.1.
    ///
    /// - Parameter port: the one to take, 0 for any; nil for 4321 or the next that is free.
    package init(_ showcase: Showcase, port: UInt16? = nil, limits: PreviewLimits = PreviewLimits()) throws(PortFault) {
        (self.showcase, self.limits) = (showcase, limits)
        if let port {
            (listener, self.port) = try Self.listen(on: port)
            return
        }
        let ports: ClosedRange<UInt16> = 4321...4350
        for port in ports.dropLast() {
            if let found = try? Self.listen(on: port) {
                (listener, self.port) = found
                return
            }
        }
        (listener, self.port) = try Self.listen(on: ports.upperBound)
    }

    /// Answers until the task is cancelled.
    package func run() async throws {
        let pool: SocketPool<ePoll> = .ePoll(logger: .disabled)
        try await pool.prepare()
        let listener = try AsyncSocket(socket: listener, pool: pool)
        defer { try? listener.close() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { await accept(on: listener) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func accept(on listener: AsyncSocket) async {
        let reception = Reception(port: port)
        let open = OpenConnections()
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                guard let socket = try? await listener.accept() else {
                    // Out of file handles, or the other went away: the next may have more luck.
                    try? await Task.sleep(for: .milliseconds(20))
                    continue
                }
                Self.prepare(socket.socket)
                let connection = Connection(socket: socket, reception: reception, showcase: showcase, limits: limits)
                guard PeerAccount.isWelcome(socket.socket.file.rawValue, port: port) else {
                    Self.turnAway(socket, .forbidden)
                    continue
                }
                guard open.enter(limits.connections) else {
                    Self.turnAway(socket, .unavailable)
                    continue
                }
                group.addTask {
                    await connection.serve()
                    open.leave()
                }
            }
        }
    }

    /// One write, which does not wait: a queue of those turned away would be a queue too.
    private static func turnAway(_ socket: AsyncSocket, _ status: Reply.Status) {
        let bytes = Reply.farewell(status)
        _ = send(socket.socket.file.rawValue, bytes, bytes.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
        try? socket.close()
    }

    private static func listen(on port: UInt16) throws(PortFault) -> (Socket, UInt16) {
        do {
            let socket = try Socket(domain: AF_INET, type: .stream)
            do {
                _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
                // The port of a preview that has just ended is free for this one.
                try socket.setValue(true, for: .localAddressReuse)
                try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
                try socket.listen()
                guard case .ip4(_, let port) = try socket.sockname() else { throw SocketError.unsupportedAddress }
                return (socket, port)
            } catch {
                try? socket.close()
                throw error
            }
        } catch SocketError.failed(_, let code, _) {
            throw PortFault(port: port, code: code)
        } catch {
            throw PortFault(port: port, code: EADDRNOTAVAIL)
        }
    }

    private static func prepare(_ socket: Socket) {
        let file = socket.file.rawValue
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        var yes: Int32 = 1
        setsockopt(file, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }
}

private final class OpenConnections: Sendable {
    private let count = Mutex(0)

    func enter(_ most: Int) -> Bool {
        count.withLock { count in
            guard count < most else { return false }
            count += 1
            return true
        }
    }

    func leave() { count.withLock { $0 -= 1 } }
}
