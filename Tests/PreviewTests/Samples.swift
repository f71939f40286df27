/// A small site to be served, and requests as browsers and others send them.

import FrontMatter

@testable import Preview

enum Samples {
    static let page =
        "<!doctype html>\n<html lang=\"ja\">\n<head>\n<title>浜</title>\n</head>\n<body>はま</body>\n</html>\n"

    static let files = [
        "index.html": page, "404.html": "<head></head>lost", "areas/浜.html": "<head></head>area",
        "stories/index.html": "<head></head>stories", "assets/kayoi.css": "body{}", "data/places.geojson": "{}",
    ]
    static let build = PreviewBuild(site: site(files), diagnostics: [], language: .japanese)

    static func site(_ files: [String: String], number: Int = 1, pictures: [String: String] = [:]) -> PreviewSite {
        PreviewSite(number: number, pictures: pictures) { files[$0].map { Array($0.utf8) } }
    }

    /// Enough for a machine that runs all other tests at the same time.
    static var patience: PreviewLimits {
        var limits = PreviewLimits()
        (limits.request, limits.reply) = (.seconds(600), .seconds(600))
        return limits
    }

    static func showcase() -> Showcase {
        let showcase = Showcase()
        showcase.show(build)
        return showcase
    }

    /// The text of a request with a good Host, on port 4321 unless said otherwise.
    static func request(_ target: String, method: String = "GET", port: UInt16 = 4321, _ fields: [String] = [])
        -> String
    {
        let hasHost = fields.contains { $0.lowercased().hasPrefix("host:") }
        let lines = ["\(method) \(target) HTTP/1.1"] + (hasHost ? [] : ["Host: 127.0.0.1:\(port)"]) + fields
        return lines.joined(separator: "\r\n") + "\r\n\r\n"
    }

    static func head(_ request: String) -> RequestHead? {
        guard let end = request.range(of: "\r\n\r\n") else { return nil }
        return RequestHead(Array(request[..<end.lowerBound].utf8))
    }

    static let error = Diagnostic(
        .error, code: "sample", at: 7..<10, in: SourceText(file: "content/places/himawari.md", text: "開催: 毎週火曜"),
        message: "読めません。", remedy: "直してください。")
}

extension String {
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
