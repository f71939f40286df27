/// A map to move and zoom, on top of the drawn ones; off unless the guide turns it on (地図: スリッピー).

package struct SlippyMap: Sendable, Equatable {
    /// The address of a tile, with {z}, {x} and {y}.
    package let tiles: String
    /// Where tiles come from, as a content security policy names it: scheme, host and port.
    package let origin: String
    /// Who made the tiles: stands on the map.
    package let credit: String
    /// Where the credit leads; may be empty.
    package let creditLink: String

    /// The pale map of the Geospatial Information Authority of Japan (国土地理院), free to use with its credit.
    package static let gsi = SlippyMap(
        tiles: "https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png", origin: "https://cyberjapandata.gsi.go.jp",
        credit: "地理院タイル", creditLink: "https://maps.gsi.go.jp/development/ichiran.html")

    /// Tiles of the guide's own choice.
    ///
    /// Nil unless the address is of http or https, names one plain host, and holds {z}, {x} and {y} and no other
    /// place-holder: the host is written into the policy of the pages and must not say more there than a host.
    package init?(tiles: String, credit: String) {
        guard let scheme = ["https://", "http://"].first(where: tiles.hasPrefix) else { return nil }
        let host = tiles.dropFirst(scheme.utf8.count).prefix { $0 != "/" }
        let path = tiles.dropFirst(scheme.utf8.count + host.utf8.count)
        let pieces = path.split(separator: "{", omittingEmptySubsequences: false)
        guard host.utf8.first.map(Self.isLetterOrDigit) == true, host.utf8.allSatisfy(Self.mayStandInHost),
            path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            Set(pieces.dropFirst().map { $0.prefix(2) }) == ["z}", "x}", "y}"], pieces.count == 4
        else { return nil }
        self.init(tiles: tiles, origin: scheme + host, credit: credit, creditLink: "")
    }

    private init(tiles: String, origin: String, credit: String, creditLink: String) {
        (self.tiles, self.origin, self.credit, self.creditLink) = (tiles, origin, credit, creditLink)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static func mayStandInHost(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":")].contains(byte)
    }
}
