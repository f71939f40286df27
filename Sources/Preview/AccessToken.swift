/// What lets a browser in. Whoever has an account on the machine can reach 127.0.0.1, and not everybody who has one may
/// see the guide: the address that is printed for the one who started the preview carries a secret, of which the browser
/// makes a cookie.

package struct AccessToken: Sendable {
    /// 128 bits in hexadecimal, another one with each start.
    package let text: String

    package init() {
        var source = SystemRandomNumberGenerator()
        text = (0..<32).map { _ in String(Int.random(in: 0..<16, using: &source), radix: 16) }.joined()
    }

    /// For tests.
    init(text: String) { self.text = text }

    static let parameter = "token"

    /// The address of the home page that lets in.
    package func address(port: UInt16) -> String { "http://127.0.0.1:\(port)/?\(Self.parameter)=\(text)" }

    /// How a request shows that it may come in.
    enum Entry { case byAddress, byCookie }

    func entry(of head: RequestHead, port: UInt16) -> Entry? {
        let query = head.target.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        if Self.value(of: Self.parameter, in: query, "&").contains(where: isRight) { return .byAddress }
        let cookies = head.values(of: "cookie").flatMap { Self.value(of: Self.cookie(port), in: $0[...], ";") }
        return cookies.contains(where: isRight) ? .byCookie : nil
    }

    /// Scripts cannot read it, and pages of others cannot make a browser send it.
    func cookie(port: UInt16) -> String {
        "Set-Cookie: \(Self.cookie(port))=\(text); Path=/; HttpOnly; SameSite=Strict"
    }

    /// Browsers do not tell ports apart: two previews must not take each other's.
    private static func cookie(_ port: UInt16) -> String { "kayoi-\(port)" }

    private static func value(of name: String, in list: Substring, _ separator: Character) -> [Substring] {
        list.split(separator: separator).compactMap { part in
            let part = part.drop { $0 == " " }
            return part.hasPrefix(name + "=") ? part.dropFirst(name.count + 1) : nil
        }
    }

    /// In the same time for every wrong text of the right length.
    private func isRight(_ other: Substring) -> Bool {
        other.utf8.count == text.utf8.count && zip(other.utf8, text.utf8).reduce(0) { $0 | $1.0 ^ $1.1 } == 0
    }
}
