// The tree as HTML: class attributes only, everything that came from the text escaped. Without conventions the bytes are
// those that libcmark's own renderer writes.

import Encoding

/// What pages know and a text does not: where places and pictures are.
package struct HTMLContext {
    /// A place as the page shows it.
    package struct Place {
        package var address: String
        package var name: String
        /// `No.23`; may be empty.
        package var number: String

        package init(address: String, name: String, number: String) {
            (self.address, self.name, self.number) = (address, name, number)
        }
    }

    /// A picture as the page shows it; size in pixels.
    package struct Image {
        package var address: String
        package var size: (width: Int, height: Int)?

        package init(address: String, size: (width: Int, height: Int)? = nil) {
            (self.address, self.size) = (address, size)
        }
    }

    /// How many levels to lower headings: 1 makes the text's `#` a second-level heading.
    package var headingOffset = 1
    /// Stands before each heading's id, where a page holds several texts.
    package var idPrefix = ""
    /// Nil: only the words of the link are kept.
    package var place: (PlaceReference) -> Place?
    /// Nil: only the words that stand for the picture are kept.
    package var image: (Picture) -> Image?

    package init(
        headingOffset: Int = 1, idPrefix: String = "", place: @escaping (PlaceReference) -> Place? = { _ in nil },
        image: @escaping (Picture) -> Image? = { Image(address: $0.address) }
    ) {
        self.headingOffset = headingOffset
        self.idPrefix = idPrefix
        self.place = place
        self.image = image
    }
}

extension MarkdownText {
    /// Appends the text as HTML.
    package func writeHTML(into output: inout [UInt8], _ context: HTMLContext = HTMLContext()) {
        var writer = HTMLWriter(output: output, context: context)
        // The writer owns the bytes while it writes: no copy.
        output = []
        writer.write(blocks)
        output = writer.output
    }

    /// The text as HTML.
    package func html(_ context: HTMLContext = HTMLContext()) -> String {
        var output: [UInt8] = []
        writeHTML(into: &output, context)
        return String(decoding: output, as: UTF8.self)
    }
}

private struct HTMLWriter {
    var output: [UInt8]
    let context: HTMLContext

    // MARK: Blocks

    mutating func write(_ blocks: [Block], isTight: Bool = false) {
        for block in blocks { write(block, isTight: isTight) }
    }

    private mutating func write(_ block: Block, isTight: Bool) {
        switch block {
        case .paragraph(let inlines):
            if isTight { return write(inlines) }
            beginLine("<p>")
            write(inlines)
            raw("</p>\n")
        case .heading(let level, let id, let inlines): heading(level, id, inlines)
        case .quote(let blocks):
            beginLine("<blockquote>\n")
            write(blocks)
            beginLine("</blockquote>\n")
        case .list(let list): write(list)
        case .code(let language, let code): write(code: code, language: language)
        case .figure(let picture): figure(picture)
        case .thematicBreak: beginLine("<hr />\n")
        }
    }

    private mutating func heading(_ level: Int, _ id: String, _ inlines: [Inline]) {
        let level = min(max(level + context.headingOffset, 1), 6)
        beginLine("<h\(level)")
        if !id.isEmpty { attribute("id", context.idPrefix + id) }
        raw(">")
        write(inlines)
        raw("</h\(level)>\n")
    }

    private mutating func write(_ list: Block.List) {
        switch list.start {
        case nil: beginLine("<ul>\n")
        case 1?: beginLine("<ol>\n")
        case let start?: beginLine("<ol start=\"\(start)\">\n")
        }
        for item in list.items {
            beginLine("<li>")
            write(item, isTight: list.isTight)
            raw("</li>\n")
        }
        raw(list.start == nil ? "</ul>\n" : "</ol>\n")
    }

    private mutating func write(code: String, language: String) {
        let word = language.unicodeScalars.prefix { !($0.isASCII && $0.properties.isWhitespace) }
        beginLine("<pre><code")
        if !word.isEmpty { attribute("class", "language-" + String(word)) }
        raw(">")
        escaped(code)
        raw("</code></pre>\n")
    }

    private mutating func figure(_ picture: Picture) {
        let caption = picture.title.isEmpty ? picture.alternative : picture.title
        guard let image = context.image(picture) else { return write(.paragraph([.text(caption)]), isTight: false) }
        beginLine("<figure>")
        write(image, alternative: picture.alternative, title: "")
        if !caption.isEmpty {
            raw("<figcaption>")
            escaped(caption)
            raw("</figcaption>")
        }
        raw("</figure>\n")
    }

    // MARK: Inlines

    private mutating func write(_ inlines: [Inline]) {
        for inline in inlines { write(inline) }
    }

    private mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let text): escaped(text)
        case .softBreak: raw("\n")
        case .lineBreak: raw("<br />\n")
        case .code(let code): element("code") { $0.escaped(code) }
        case .emphasis(let content): element("em") { $0.write(content) }
        case .strong(let content): element("strong") { $0.write(content) }
        case .link(let address, let title, let content): link(address, title) { $0.write(content) }
        case .picture(let picture):
            guard let image = context.image(picture) else { return escaped(picture.alternative) }
            write(image, alternative: picture.alternative, title: picture.title)
        case .ruby(let base, let reading): ruby(base, reading)
        case .place(let reference): place(reference)
        case .telephone(let digits, let text):
            raw("<span class=\"nowrap\"><a href=\"tel:\(digits)\">")
            escaped(text)
            raw("</a></span>")
        }
    }

    private mutating func element(_ name: StaticString, _ content: (inout Self) -> Void) {
        raw("<\(name)>")
        content(&self)
        raw("</\(name)>")
    }

    private mutating func link(_ address: String, _ title: String, _ content: (inout Self) -> Void) {
        raw("<a href=\"")
        escaped(address: address)
        raw("\"")
        if !title.isEmpty { attribute("title", title) }
        raw(">")
        content(&self)
        raw("</a>")
    }

    private mutating func ruby(_ base: String, _ reading: String) {
        raw("<ruby>")
        escaped(base)
        raw("<rp>（</rp><rt>")
        escaped(reading)
        raw("</rt><rp>）</rp></ruby>")
    }

    private mutating func place(_ reference: PlaceReference) {
        guard let place = context.place(reference) else { return escaped(reference.target) }
        raw("<a class=\"place\" href=\"")
        escaped(address: place.address)
        raw("\">")
        escaped(place.name)
        if !place.number.isEmpty {
            raw("<span class=\"number\">")
            escaped(place.number)
            raw("</span>")
        }
        raw("</a>")
    }

    private mutating func write(_ image: HTMLContext.Image, alternative: String, title: String) {
        raw("<img src=\"")
        escaped(address: image.address)
        raw("\"")
        attribute("alt", alternative)
        if !title.isEmpty { attribute("title", title) }
        if let size = image.size { raw(" width=\"\(size.width)\" height=\"\(size.height)\" loading=\"lazy\"") }
        raw(" />")
    }

    // MARK: Bytes

    /// Begins a new line, unless one has just begun.
    private mutating func beginLine(_ markup: String) {
        if let last = output.last, last != 0x0A { output.append(0x0A) }
        raw(markup)
    }

    private mutating func raw(_ markup: String) {
        output.append(run: markup)
    }

    private mutating func attribute(_ name: StaticString, _ value: String) {
        raw(" \(name)=\"")
        escaped(value)
        raw("\"")
    }

    private mutating func escaped(_ text: String) {
        text.withBytes {
            output.append($0, suspects: Self.markup) { base, offset, _ in
                switch base[offset] {
                case UInt8(ascii: "&"): (1, "&amp;")
                case UInt8(ascii: "<"): (1, "&lt;")
                case UInt8(ascii: ">"): (1, "&gt;")
                case UInt8(ascii: "\""): (1, "&quot;")
                default: (1, nil)
                }
            }
        }
    }

    /// " and &, < and >: each two differ in one bit.
    @inline(__always)
    private static func markup(in text: ByteScan.Block) -> ByteScan.Block.Marks {
        text.marks(0x22, in: 0xFB) .| text.marks(0x3C, in: 0xFD)
    }

    /// An address in an attribute: bytes that no address may hold become `%XX`.
    private mutating func escaped(address: String) {
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "'"): raw("&#x27;")
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                output.append(byte)
            case _ where "-_.+!*(),%#@?=;:/$~".utf8.contains(byte): output.append(byte)
            default:
                output.append(UInt8(ascii: "%"))
                output.append(hexDigit(byte >> 4))
                output.append(hexDigit(byte & 15))
            }
        }
    }

    private func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
