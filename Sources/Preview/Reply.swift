/// An answer to a request, and its head as bytes.

struct Reply: Sendable {
    enum Status: Int, Sendable {
        case ok = 200
        case badRequest = 400
        case forbidden = 403
        case notFound = 404
        case methodNotAllowed = 405
        case headTooLarge = 431
        case unavailable = 503

        /// Whoever sent this gets no second chance on the same connection.
        var isRefusal: Bool {
            switch self {
            case .ok, .notFound, .unavailable: false
            case .badRequest, .forbidden, .methodNotAllowed, .headTooLarge: true
            }
        }

        var phrase: StaticString {
            switch self {
            case .ok: "OK"
            case .badRequest: "Bad Request"
            case .forbidden: "Forbidden"
            case .notFound: "Not Found"
            case .methodNotAllowed: "Method Not Allowed"
            case .headTooLarge: "Request Header Fields Too Large"
            case .unavailable: "Service Unavailable"
            }
        }
    }

    enum Body: Sendable {
        case bytes([UInt8])
        /// A finished picture on disk.
        case picture(file: String)
        /// Every build as it comes, until the reader goes (text/event-stream).
        case events
    }

    var status: Status
    var type: String
    var body: Body
    var policy = ContentPolicy.strict

    init(_ status: Status, type: String, _ body: Body) {
        (self.status, self.type, self.body) = (status, type, body)
    }

    /// An answer for programs and people who should not be here.
    init(refusal status: Status) {
        self.init(status, type: "text/plain; charset=utf-8", .bytes(Self.words(status)))
    }

    /// The whole of such an answer, after which the connection ends.
    static func farewell(_ status: Status) -> [UInt8] {
        let words = words(status)
        return Reply(refusal: status).head(length: words.count, keepsOpen: false) + words
    }

    private static func words(_ status: Status) -> [UInt8] { Array("\(status.rawValue) \(status.phrase)\n".utf8) }

    /// - Parameter length: of the body, nil for one that has no end.
    func head(length: Int?, keepsOpen: Bool) -> [UInt8] {
        var lines = [
            "HTTP/1.1 \(status.rawValue) \(status.phrase)", "Content-Type: \(type)", "Cache-Control: no-store",
            "Content-Security-Policy: \(policy)", "X-Content-Type-Options: nosniff",
            "Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: same-origin",
            "Cross-Origin-Opener-Policy: same-origin",
        ]
        if let length { lines.append("Content-Length: \(length)") }
        if status == .methodNotAllowed { lines.append("Allow: GET, HEAD") }
        lines.append("Connection: \(keepsOpen ? "keep-alive" : "close")")
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}

/// The media type of a file, by its name.
enum MediaType {
    static let html = "text/html; charset=utf-8"
    static let script = "text/javascript; charset=utf-8"
    static let style = "text/css; charset=utf-8"

    static func of(_ path: String) -> String {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
        let ending = name.lastIndex(of: UInt8(ascii: ".")).map { String(Substring(name[$0...])) }
        return switch ending {
        case ".html": html
        case ".css": style
        case ".js": script
        case ".svg": "image/svg+xml"
        case ".webp": "image/webp"
        case ".jpg": "image/jpeg"
        case ".png": "image/png"
        case ".ico": "image/x-icon"
        case ".json": "application/json"
        case ".geojson": "application/geo+json"
        case ".webmanifest": "application/manifest+json"
        case ".xml": "application/xml"
        case ".ics": "text/calendar; charset=utf-8"
        case ".txt": "text/plain; charset=utf-8"
        case ".csv": "text/csv; charset=utf-8"
        case ".pdf": "application/pdf"
        default: "application/octet-stream"
        }
    }
}
