// Writes SVG as bytes: elements with their role, compact paths, escaped text.

/// A growing SVG text. Whether a role is written as a class or as attributes is decided here and nowhere else.
struct SVGWriter {
    private(set) var bytes: [UInt8] = []
    let style: MapStyle
    /// The colour number of the area at hand.
    let colour: Int
    private var detail = Detail.middle
    private var attributes: [Role: [UInt8]] = [:]

    init(style: MapStyle, colour: Int) {
        self.style = style
        self.colour = AreaColour.number(colour)
        bytes.reserveCapacity(32_768)
    }

    // MARK: The picture and its bodies

    mutating func openPicture(width: Double, height: Double) {
        write("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        write(width)
        write(" ")
        write(height)
        write("\"")
        switch style.form {
        case .print(let width, let height), .poster(let width, let height):
            write(" width=\"\(width.short)mm\" height=\"\(height.short)mm\"")
        case .wide, .narrow: break
        }
        switch style.paint {
        case .classes:
            write(" class=\"m-map m-")
            write(style.variant.rawValue)
            write(" m-a")
            write(colour)
            write("\"")
        case .standalone: write(" font-family=\"BIZ UDGothic, Noto Sans CJK JP, sans-serif\"")
        }
        write(">")
        // Paper is paper already.
        if style.form.isScreen { rectangle(.paper, Box(left: 0, top: 0, right: width, bottom: height)) }
    }

    /// A body cuts off what is drawn beyond its box; coordinates stay those of the picture.
    mutating func openBody(_ box: Box, detail: Detail) {
        self.detail = detail
        attributes = [:]
        bytes.write(atMost: 400) { pen in
            pen.put("<svg")
            pen.attribute(" x=\"", box.left)
            pen.attribute(" y=\"", box.top)
            pen.attribute(" width=\"", box.width)
            pen.attribute(" height=\"", box.height)
            pen.put(" viewBox=\"")
            for value in [box.left, box.top, box.width] {
                pen.number(tenths(value))
                pen.put(" ")
            }
            pen.attribute("", box.height)
            if style.paint == .classes {
                pen.put(" class=\"m-")
                pen.put(detail.rawValue)
                pen.put("\"")
            }
            pen.put(">")
        }
    }

    mutating func closePicture() { write("</svg>") }
    mutating func closeBody() { write("</svg>") }

    /// What says nothing to those who do not see.
    mutating func openGround() { write("<g aria-hidden=\"true\">") }
    mutating func closeGround() { write("</g>") }

    // MARK: Things

    mutating func path(_ role: Role, _ path: PathData, colour: Int? = nil) {
        guard !path.isEmpty else { return }
        write("<path")
        writeAttributes(role, colour: colour)
        write(" d=\"")
        bytes += path.bytes
        write("\"/>")
    }

    /// Keeps a path to be drawn more than once, as a casing and again as what lies in it.
    mutating func stencil(_ path: PathData) -> Stencil? {
        guard !path.isEmpty else { return nil }
        // The name follows from the path (FNV-1a), so that pictures on one page do not take each other's names.
        var hash: UInt32 = 2_166_136_261
        for byte in path.bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let name = "m" + String(hash, radix: 36)
        write("<defs><path id=\"")
        write(name)
        write("\" d=\"")
        bytes += path.bytes
        write("\"/></defs>")
        return Stencil(name: name)
    }

    mutating func path(_ role: Role, _ stencil: Stencil?) {
        guard let stencil else { return }
        write("<use")
        writeAttributes(role)
        write(" href=\"#")
        write(stencil.name)
        write("\"/>")
    }

    struct Stencil {
        fileprivate let name: String
    }

    mutating func rectangle(_ role: Role, _ box: Box, radius: Double = 0, colour: Int? = nil) {
        write("<rect")
        writeAttributes(role, colour: colour)
        bytes.write(atMost: 250) { pen in
            pen.attribute(" x=\"", box.left)
            pen.attribute(" y=\"", box.top)
            pen.attribute(" width=\"", box.width)
            pen.attribute(" height=\"", box.height)
            if radius > 0 { pen.attribute(" rx=\"", radius) }
            pen.put("/>")
        }
    }

    mutating func circle(_ role: Role, at centre: Vec, radius: Double) {
        write("<circle")
        writeAttributes(role)
        bytes.write(atMost: 200) { pen in
            pen.attribute(" cx=\"", centre.x)
            pen.attribute(" cy=\"", centre.y)
            pen.attribute(" r=\"", radius)
            pen.put("/>")
        }
    }

    /// A line of text whose baseline begins (or ends, or is centred) at `at`.
    mutating func text(_ role: Role, _ text: Substring, at: Vec, anchor: Anchor = .start) {
        write("<text")
        writeAttributes(role, anchor: anchor)
        bytes.write(atMost: 100) { pen in
            pen.attribute(" x=\"", at.x)
            pen.attribute(" y=\"", at.y)
            pen.put(">")
        }
        escape(text)
        write("</text>")
    }

    mutating func text(_ role: Role, _ text: String, at: Vec, anchor: Anchor = .start) {
        self.text(role, text[...], at: at, anchor: anchor)
    }

    /// What `content` writes, as a link with a title; without an address only with the title.
    mutating func link(_ href: String?, title: String, _ content: (inout SVGWriter) -> Void) {
        if let href {
            write("<a href=\"")
            escape(href[...])
            write("\">")
        } else {
            write("<g>")
        }
        write("<title>")
        escape(title[...])
        write("</title>")
        content(&self)
        write(href == nil ? "</g>" : "</a>")
    }

    /// A second link to what a labelled link leads to already: for the pointer only.
    mutating func pointerLink(_ href: String?, _ content: (inout SVGWriter) -> Void) {
        guard let href else { return content(&self) }
        write("<a aria-hidden=\"true\" tabindex=\"-1\" href=\"")
        escape(href[...])
        write("\">")
        content(&self)
        write("</a>")
    }

    // MARK: Private

    private mutating func writeAttributes(_ role: Role, anchor: Anchor = .start, colour: Int? = nil) {
        switch style.paint {
        case .classes:
            bytes.write(atMost: 100) { pen in
                pen.put(" class=\"m-")
                pen.put(role.rawValue)
                if let colour {
                    pen.put(" m-a")
                    pen.number(AreaColour.number(colour) * 10)
                }
                if anchor == .middle { pen.put(" m-c") } else if anchor == .end { pen.put(" m-e") }
                pen.put("\"")
            }
        case .standalone(let palette):
            if let colour {
                bytes += standalone(role, palette, colour: AreaColour.number(colour)).utf8
            } else if let known = attributes[role] {
                bytes += known
            } else {
                let made = Array(standalone(role, palette, colour: self.colour).utf8)
                attributes[role] = made
                bytes += made
            }
            if anchor != .start {
                write(" text-anchor=\"")
                write(anchor.rawValue)
                write("\"")
            }
        }
    }

    private func standalone(_ role: Role, _ palette: MapStyle.Palette, colour: Int) -> String {
        let look = role.look
        func value(_ ink: Ink) -> String {
            if let values = ink.values { return palette == .mono ? values.mono : values.light }
            let area = AreaColour.all[colour - 1]
            return switch (ink, palette) {
            case (.accent, .mono), (.accentLine, .mono): "#000000"
            case (.accent, .colour), (.accentLine, .colour): area.deep
            case (_, .mono): area.monoTint
            case (_, .colour): area.tint
            }
        }
        var text = " fill=\"\(look.fill.map(value) ?? "none")\""
        if let stroke = look.stroke {
            text += " stroke=\"\(value(stroke))\" stroke-width=\"\(look.width[detail].short)\""
            if look.fill == nil { text += " stroke-linejoin=\"round\"" }
            if look.dash.isEmpty && look.fill == nil { text += " stroke-linecap=\"round\"" }
        }
        if !look.dash.isEmpty {
            text += " stroke-dasharray=\"\(look.dash.map(\.short).joined(separator: " "))\""
        }
        if look.evenOdd { text += " fill-rule=\"evenodd\"" }
        if look.strokeFirst { text += " paint-order=\"stroke\"" }
        if look.opacity < 1 {
            text += " \(look.fillOnlyOpacity ? "fill-" : "")opacity=\"\(look.opacity.short)\""
        }
        if let size = look.text { text += " font-size=\"\(style.variant.fontSize(size).short)\"" }
        if look.bold { text += " font-weight=\"700\"" }
        if look.anchor != .start { text += " text-anchor=\"\(look.anchor.rawValue)\"" }
        if look.halo {
            text += " paint-order=\"stroke\" stroke=\"\(value(.halo))\""
            text += " stroke-width=\"\(style.variant.halo.short)\" stroke-linejoin=\"round\""
        }
        return text
    }

    private mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ value: Double) {
        bytes.appendTenths(tenths(value))
    }

    private mutating func write(_ number: Int) {
        bytes.appendTenths(number * 10)
    }

    private mutating func escape(_ text: Substring) {
        var text = text
        text.withUTF8 { letters in
            var plain = 0
            for (i, byte) in letters.enumerated() {
                guard let escaped = Self.escaped(byte) else { continue }
                bytes.append(contentsOf: letters[plain..<i])
                write(escaped)
                plain = i + 1
            }
            bytes.append(contentsOf: letters[plain...])
        }
    }

    /// What stands for a byte; nil for what may stand as it is.
    @inline(__always)
    private static func escaped(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        // Control characters are not allowed in XML at all.
        case 0..<0x20, 0x7F: " "
        default: nil
        }
    }
}

extension Pen {
    /// An attribute with a number; `name` ends with the opening quote.
    @inline(__always)
    fileprivate mutating func attribute(_ name: StaticString, _ value: Double) {
        put(name)
        number(tenths(value))
        put("\"")
    }
}
