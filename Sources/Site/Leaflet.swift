/// Leaflet, the program library of the map to move: a package of the machine that builds the site, published with guides
/// that turn that map on.

package struct Leaflet: Sendable {
    /// By the path they will have in the site.
    let files: [(name: String, bytes: [UInt8])]

    /// Where Debian puts it.
    package static let folder = "/usr/share/javascript/leaflet"

    /// The command that installs it.
    package static let remedy = "apt-get install libjs-leaflet"

    /// - Parameter read: the bytes of a file of this machine; nil where there is none.
    /// - Returns: nil where Leaflet is not installed.
    package init?(read: (_ path: String) -> [UInt8]?) {
        var files: [(name: String, bytes: [UInt8])] = []
        for part in Self.parts {
            if let bytes = part.sources.lazy.compactMap(read).first {
                files.append(("assets/leaflet/" + part.name, bytes))
            } else if part.isNeeded {
                return nil
            }
        }
        self.files = files
    }

    /// The guide's own script and style for it, of no use elsewhere.
    static func isOnlyForSlippyMaps(_ asset: String) -> Bool { asset.hasPrefix("assets/slippy.") }

    /// As Debian's libjs-leaflet has them: the style sheet names the pictures, and the licence wants to go with the program.
    private static let parts: [(name: String, sources: [String], isNeeded: Bool)] = [
        (
            "leaflet.js", ["/usr/share/javascript/leaflet/leaflet.min.js", "/usr/share/javascript/leaflet/leaflet.js"],
            true
        ),
        ("leaflet.css", ["/usr/share/javascript/leaflet/leaflet.css"], true),
        ("images/layers.png", ["/usr/share/javascript/leaflet/images/layers.png"], false),
        ("images/layers-2x.png", ["/usr/share/javascript/leaflet/images/layers-2x.png"], false),
        ("images/marker-icon.png", ["/usr/share/javascript/leaflet/images/marker-icon.png"], false),
        ("licence.txt", ["/usr/share/doc/libjs-leaflet/copyright"], false),
    ]
}
