/// What the preview adds to a page on its way to the browser, and nowhere else: one script, which listens for builds.

import FrontMatter

enum PreviewScript {
    static let scriptPath = ".kayoi/preview.js"
    static let stylePath = ".kayoi/preview.css"
    static let eventPath = ".kayoi/events"

    static let script = PackageResources.preview_js
    static let style = PackageResources.preview_css

    /// The page with the script at the end of its head, or at its own end where it has none.
    static func added(to html: [UInt8], _ showing: Showcase.Showing) -> [UInt8] {
        let tag = Array("<script defer src=\"/\(scriptPath)\" data-edition=\"\(showing.edition)\"></script>\n".utf8)
        let place = html.firstRange(of: Array("</head>".utf8))?.lowerBound ?? html.endIndex
        return html[..<place] + tag + html[place...]
    }

    /// Stands where no site could be built yet.
    static func waitingPage(_ showing: Showcase.Showing) -> [UInt8] {
        let words = Wording.waiting(showing.language)
        return Array(
            """
            <!doctype html>
            <html lang="\(showing.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(words)</title>
            </head>
            <body>
            <main><h1>\(words)</h1></main>
            </body>
            </html>

            """.utf8)
    }
}
