/// Whose program is at the other end of a connection. Every account of a machine can reach 127.0.0.1, and not everybody who
/// has one may see the guide. The kernel's table of sockets names the owner of each (proc(5), /proc/net/tcp).

import Glibc

enum PeerAccount {
    /// Whether it is this account, or root, who may read everything anyway. Also where the kernel does not tell: a peer that
    /// is in no table of this machine comes through a container's or a virtual machine's own door.
    static func isWelcome(_ socket: Int32, port: UInt16) -> Bool {
        guard let peer = peerPort(of: socket), let owner = owner(of: peer, connectedTo: port) else { return true }
        return owner == geteuid() || owner == 0
    }

    private static func owner(of peer: UInt16, connectedTo port: UInt16) -> uid_t? {
        ["/proc/self/net/tcp", "/proc/self/net/tcp6"].lazy
            .compactMap { owner(of: peer, connectedTo: port, in: contents(of: $0)) }.first
    }

    /// A table has no size until it has been read.
    private static func contents(of table: String) -> [UInt8] {
        let file = open(table, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return [] }
        defer { close(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(file, &part, part.count), count > 0 { bytes += part[..<count] }
        return bytes
    }

    /// Each line: number, local address, remote address, state, queues, timer, retransmissions, account, …
    static func owner(of peer: UInt16, connectedTo port: UInt16, in table: [UInt8]) -> uid_t? {
        let (local, remote) = (suffix(peer), suffix(port))
        for line in table.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 8)
            guard fields.count > 7, fields[1].suffix(13).elementsEqual(local),
                fields[2].suffix(13).elementsEqual(remote)
            else { continue }
            return uid_t(String(decoding: fields[7], as: UTF8.self))
        }
        return nil
    }

    /// 127.0.0.1 and a port, as the table writes them; in that of IPv6 it is the end of ::ffff:127.0.0.1.
    private static func suffix(_ port: UInt16) -> [UInt8] {
        let digits = String(port, radix: 16, uppercase: true)
        return Array(("0100007F:" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    }

    private static func peerPort(of socket: Int32) -> UInt16? {
        var name = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(socket, $0, &length) }
        }
        return result == 0 ? UInt16(bigEndian: name.sin_port) : nil
    }
}
