/// feed.xml (Atom, RFC 4287), sitemap.xml (sitemaps.org 0.9) and robots.txt.

import Publication
import Recurrence
import Templates

extension PageWriter {
    /// Stories and events, newest first.
    func feed() -> [UInt8] {
        let guide = publication.guide
        var entries = publication.stories.map { story in
            (
                title: story.title, path: Address.story(story), day: story.day ?? publication.today,
                text: story.body.plainText(limit: 200)
            )
        }
        entries += publication.events.map { event in
            (title: event.title, path: Address.event(event), day: publication.today, text: event.when)
        }
        let id = guide.url.isEmpty ? "urn:kayoi:\(Address.encoded(guide.title))" : guide.url
        var xml = XML()
        xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
        xml.text(phrases.htmlLanguage)
        xml.raw("\">\n")
        xml.element("title", guide.title)
        xml.element("id", id)
        xml.element("updated", publication.today.iso + "T00:00:00+09:00")
        xml.raw("<author>")
        xml.element("name", guide.publisher.isEmpty ? guide.title : guide.publisher)
        xml.raw("</author>\n")
        for link in guide.url.isEmpty ? [] : [guide.url] { xml.raw("<link href=\"\(XML.escaped(link))\"/>\n") }
        for entry in entries {
            xml.raw("<entry>\n")
            xml.element("title", entry.title)
            xml.element("id", id + (guide.url.isEmpty ? ":" : "") + entry.path)
            xml.element("updated", entry.day.iso + "T00:00:00+09:00")
            xml.raw("<link href=\"\(XML.escaped(guide.url + entry.path))\"/>\n")
            xml.element("summary", entry.text)
            xml.raw("</entry>\n")
        }
        xml.raw("</feed>\n")
        return xml.output.bytes
    }

    func robots() -> [UInt8] {
        let guide = publication.guide
        let sitemap = guide.url.isEmpty ? "" : "Sitemap: \(guide.url)sitemap.xml\n"
        return Array(("User-agent: *\nAllow: /\n" + sitemap).utf8)
    }
}

enum Sitemap {
    /// The standard's limit of addresses in one file.
    static let limit = 50_000

    /// sitemap.xml, and the parts that it lists where there are too many pages for one file.
    static func files(for paths: [String], below url: String, limit: Int = limit) -> [(path: String, bytes: [UInt8])] {
        let chunks = stride(from: 0, to: max(paths.count, 1), by: limit).map {
            Array(paths.dropFirst($0).prefix(limit))
        }
        guard chunks.count > 1 else { return [("sitemap.xml", list(chunks.first ?? [], below: url, "urlset", "url"))] }
        let parts = names(of: paths.count, limit: limit).dropFirst()
        return [("sitemap.xml", list(Array(parts), below: url, "sitemapindex", "sitemap"))]
            + zip(parts, chunks).map { ($0, list($1, below: url, "urlset", "url")) }
    }

    /// The paths of those files for so many pages.
    static func names(of pages: Int, limit: Int = limit) -> [String] {
        guard pages > limit else { return ["sitemap.xml"] }
        return ["sitemap.xml"] + (1...(pages + limit - 1) / limit).map { "sitemap-\($0).xml" }
    }

    private static func list(_ paths: [String], below url: String, _ root: String, _ item: String) -> [UInt8] {
        var xml = XML()
        xml.raw(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<\(root) xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        )
        let beginning = Array("<\(item)><loc>\(XML.escaped(url))".utf8)
        let end = Array("</loc></\(item)>\n".utf8)
        for path in paths {
            xml.output.append(beginning)
            xml.text(path)
            xml.output.append(end)
        }
        xml.raw("</\(root)>\n")
        return xml.output.bytes
    }
}

/// Just enough XML: elements with text.
struct XML {
    var output = OutputBuffer()

    mutating func raw(_ markup: String) { output.append(Array(markup.utf8)) }
    mutating func text(_ text: String) { output.append(escaping: text.utf8) }

    mutating func element(_ name: String, _ content: String) {
        raw("<\(name)>")
        text(content)
        raw("</\(name)>\n")
    }

    static func escaped(_ text: String) -> String { String(decoding: HTML(escaping: text).bytes, as: UTF8.self) }
}
