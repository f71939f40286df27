import Glibc
import Testing

@testable import Preview

@Suite struct PeerAccountTests {
    /// As Linux 6.1 writes it: the preview's own socket, a browser's end of a connection to it, and the preview's end.
    private let table = """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:10E1 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 31337 1 0000000000000000 100 0 0 10 0
           1: 0100007F:A2F4 0100007F:10E1 01 00000000:00000000 00:00000000 00000000  1001        0 31400 1 0000000000000000 20 4 30 10 -1
           2: 0100007F:10E1 0100007F:A2F4 01 00000000:00000000 00:00000000 00000000  1000        0 31401 1 0000000000000000 20 4 30 10 -1

        """

    @Test func theOwnerOfTheOtherEndIsFound() {
        #expect(PeerAccount.owner(of: 0xA2F4, connectedTo: 0x10E1, in: Array(table.utf8)) == 1001)
        #expect(PeerAccount.owner(of: 0xA2F5, connectedTo: 0x10E1, in: Array(table.utf8)) == nil)
        let six = table.replacing("0100007F:", with: "0000000000000000FFFF00000100007F:")
        #expect(PeerAccount.owner(of: 0xA2F4, connectedTo: 0x10E1, in: Array(six.utf8)) == 1001)
        #expect(PeerAccount.owner(of: 1, connectedTo: 2, in: Array("sl\n 0: nonsense\n\n".utf8)) == nil)
    }

    /// A second account is at hand only for root.
    @Test(.enabled(if: geteuid() == 0)) func anotherAccountIsTurnedAway() async throws {
        let server = try PreviewServer(Samples.showcase(), port: 0)
        let task = Task { try await server.run() }
        defer { task.cancel() }
        for address in ["127.0.0.1", "::ffff:127.0.0.1"] {
            let request = """
                exec 3<>/dev/tcp/\(address)/\(server.port)
                printf 'GET / HTTP/1.1\\r\\nHost: 127.0.0.1:\(server.port)\\r\\nConnection: close\\r\\n\\r\\n' >&3
                cat <&3
                """
            #expect(output(of: "bash", "-c", request).hasPrefix("HTTP/1.1 200 OK\r\n"))
            let strange = output(of: "setpriv", "--reuid=65534", "--clear-groups", "bash", "-c", request)
            // Nobody waits for it: it may be cut off before it has read why.
            #expect(strange.isEmpty || strange.hasPrefix("HTTP/1.1 403 "))
            #expect(!strange.contains("はま"))
        }
    }

    private func output(of words: String...) -> String {
        let command = words.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
        guard let pipe = popen(command, "r") else { return "" }
        defer { pclose(pipe) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
        return String(decoding: bytes, as: UTF8.self)
    }
}
