/// Whose program is at the other end of a connection. Every account of a machine can reach 127.0.0.1, and not everybody who
/// has one may see the guide. The kernel names the owner of each socket.

import CLinux
import Glibc

enum PeerAccount {
    /// Whether it is this account, or root, who may read everything anyway. Also where the kernel does not tell: a peer that
    /// is in no table of this machine comes through a container's or a virtual machine's own door.
    static func isWelcome(_ socket: Int32, port: UInt16) -> Bool {
        guard let peer = peerPort(of: socket),
            let owner = askedOwner(of: peer, connectedTo: port) ?? owner(of: peer, connectedTo: port)
        else { return true }
        return owner == geteuid() || owner == 0
    }

    // MARK: One socket

    private struct Question {
        var header = nlmsghdr()
        var socket = inet_diag_req_v2()
    }

    private struct Answer {
        var header = nlmsghdr()
        var socket = inet_diag_msg()
    }

    /// Asks for one socket (sock_diag(7)), in a tenth of a millisecond; not every kernel answers.
    static func askedOwner(of peer: UInt16, connectedTo port: UInt16) -> uid_t? {
        let kernel = socket(AF_NETLINK, Int32(SOCK_RAW.rawValue | SOCK_CLOEXEC.rawValue), NETLINK_SOCK_DIAG)
        guard kernel >= 0 else { return nil }
        defer { close(kernel) }
        var question = Question()
        question.header.nlmsg_len = UInt32(MemoryLayout<Question>.size)
        question.header.nlmsg_type = UInt16(SOCK_DIAG_BY_FAMILY)
        question.header.nlmsg_flags = UInt16(NLM_F_REQUEST)
        // Sockets of IPv6 at ::ffff:127.0.0.1 are found as well.
        question.socket.sdiag_family = UInt8(AF_INET)
        question.socket.sdiag_protocol = UInt8(IPPROTO_TCP)
        question.socket.idiag_states = .max
        question.socket.id.idiag_sport = peer.bigEndian
        question.socket.id.idiag_dport = port.bigEndian
        question.socket.id.idiag_src.0 = UInt32(0x7F00_0001).bigEndian
        question.socket.id.idiag_dst.0 = UInt32(0x7F00_0001).bigEndian
        question.socket.id.idiag_cookie = (.max, .max)
        var answer = Answer()
        let size = MemoryLayout<Answer>.size
        guard send(kernel, &question, MemoryLayout<Question>.size, 0) == MemoryLayout<Question>.size,
            recv(kernel, &answer, size, Int32(MSG_DONTWAIT)) == size,
            answer.header.nlmsg_type == UInt16(SOCK_DIAG_BY_FAMILY)
        else { return nil }
        return answer.socket.idiag_uid
    }

    // MARK: The table of all

    /// From the table of all sockets (proc(5), /proc/net/tcp), which takes the kernel milliseconds to write.
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
