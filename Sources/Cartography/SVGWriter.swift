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
        bytes.write(atMost: 400) { pen in
            pen.put("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
            pen.number(tenths(width))
            pen.attribute(" ", height)
            switch style.form {
            case .print(let width, let height), .poster(let width, let height):
                pen.put(" width=\"")
                pen.put(text: width.short)
                pen.put("mm\" height=\"")
                pen.put(text: height.short)
                pen.put("mm\"")
            case .wide, .narrow: break
            }
            switch style.paint {
            case .classes:
                pen.put(" class=\"m-map m-")
                pen.put(text: style.variant.rawValue)
                pen.put(" m-a")
                pen.number(colour * 10)
                pen.put("\"")
            case .standalone: pen.put(" font-family=\"BIZ UDGothic, Noto Sans CJK JP, sans-serif\"")
            }
            pen.put(">")
        }
        // Paper is paper already.
        if style.form.isScreen { rectangle(.paper, Box(left: 0, top: 0, right: width, bottom: height)) }
    }

    /// A body cuts off what is drawn beyond its box; coordinates stay those of the picture.
    mutating func openBody(_ box: Box, detail: Detail) {
        enterBody(detail: detail)
        bytes.write(atMost: 400) { pen in
            pen.put("<svg")
            pen.box(box)
            pen.put(" viewBox=\"")
            for value in [box.left, box.top, box.width] {
                pen.number(tenths(value))
                pen.put(" ")
            }
            pen.attribute("", box.height)
            if style.paint == .classes {
                pen.put(" class=\"m-")
                pen.put(text: detail.rawValue)
                pen.put("\"")
            }
            pen.put(">")
        }
    }

    /// What follows is to stand in a body that another writer of the same style has opened.
    mutating func enterBody(detail: Detail) {
        self.detail = detail
        attributes = [:]
    }

    mutating func closePicture() { write("</svg>") }
    mutating func closeBody() { write("</svg>") }

    /// What says nothing to those who do not see.
    mutating func openGround() { write("<g aria-hidden=\"true\">") }
    mutating func closeGround() { write("</g>") }

    /// What another writer of the same style wrote.
    mutating func write(_ drawn: [UInt8]) { bytes += drawn }

    // MARK: Things

    mutating func path(_ role: Role, _ path: PathData, colour: Int? = nil) {
        guard !path.isEmpty else { return }
        begin("<path", role, colour: colour) { $0.put(" d=\"") }
        bytes += path.bytes
        write("\"/>")
    }

    /// Keeps a path to be drawn more than once, as a casing and again as what lies in it.
    mutating func stencil(_ path: PathData) -> Stencil? {
        guard !path.isEmpty else { return nil }
        // The name follows from the path (FNV-1a), so that pictures on one page do not take each other's names.
        var hash: UInt32 = 2_166_136_261
        for byte in path.bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        bytes.write(atMost: 50) { pen in
            pen.put("<defs><path id=\"m")
            pen.name(hash)
            pen.put("\" d=\"")
        }
        bytes += path.bytes
        write("\"/></defs>")
        return Stencil(hash: hash)
    }

    mutating func path(_ role: Role, _ stencil: Stencil?) {
        guard let stencil else { return }
        begin("<use", role) { pen in
            pen.put(" href=\"#m")
            pen.name(stencil.hash)
            pen.put("\"/>")
        }
    }

    struct Stencil {
        fileprivate let hash: UInt32
    }

    mutating func rectangle(_ role: Role, _ box: Box, radius: Double = 0, colour: Int? = nil) {
        begin("<rect", role, colour: colour) { pen in
            pen.box(box)
            if radius > 0 { pen.attribute(" rx=\"", radius) }
            pen.put("/>")
        }
    }

    mutating func circle(_ role: Role, at centre: Vec, radius: Double) {
        begin("<circle", role) { pen in
            pen.attribute(" cx=\"", centre.x)
            pen.attribute(" cy=\"", centre.y)
            pen.attribute(" r=\"", radius)
            pen.put("/>")
        }
    }

    /// A line of text whose baseline begins (or ends, or is centred) at `at`.
    mutating func text(_ role: Role, _ text: some StringProtocol, at: Vec, anchor: Anchor = .start) {
        begin("<text", role, anchor: anchor, room: Pen.longest(escaping: text)) { pen in
            pen.attribute(" x=\"", at.x)
            pen.attribute(" y=\"", at.y)
            pen.put(">")
            pen.put(escaping: text)
            pen.put("</text>")
        }
    }

    /// What `content` writes, as the link to a place.
    mutating func link(_ pin: Pin, _ content: (inout SVGWriter) -> Void) {
        link(pin.href, number: pin.number, title: pin.title, content)
    }

    /// What `content` writes, as a link with a title, which may begin with a number; without an address only with the
    /// title.
    mutating func link(
        _ href: String?, number: Int? = nil, title: String, _ content: (inout SVGWriter) -> Void
    ) {
        bytes.write(atMost: 100 + Pen.longest(escaping: href ?? "") + Pen.longest(escaping: title)) { pen in
            if let href {
                pen.put("<a href=\"")
                pen.put(escaping: href)
                pen.put("\">")
            } else {
                pen.put("<g>")
            }
            pen.put("<title>")
            if let number {
                pen.number(number * 10)
                pen.put(" ")
            }
            pen.put(escaping: title)
            pen.put("</title>")
        }
        content(&self)
        if href == nil { write("</g>") } else { write("</a>") }
    }

    /// A second link to what a labelled link leads to already: for the pointer only.
    mutating func pointerLink(_ href: String?, _ content: (inout SVGWriter) -> Void) {
        guard let href else { return content(&self) }
        bytes.write(atMost: 100 + Pen.longest(escaping: href)) { pen in
            pen.put("<a aria-hidden=\"true\" tabindex=\"-1\" href=\"")
            pen.put(escaping: href)
            pen.put("\">")
        }
        content(&self)
        write("</a>")
    }

    // MARK: Private

    private mutating func write(_ text: StaticString) {
        bytes.write(atMost: text.utf8CodeUnitCount) { $0.put(text) }
    }

    /// The beginning of an element: its name, what its role asks for, and what `rest` writes, at most `room` bytes and
    /// some numbers.
    @inline(__always)
    private mutating func begin(
        _ name: StaticString, _ role: Role, anchor: Anchor = .start, colour: Int? = nil, room: Int = 0,
        _ rest: (inout Pen) -> Void
    ) {
        switch style.paint {
        case .classes:
            bytes.write(atMost: 300 + room) { pen in
                pen.put(name)
                pen.put(" class=\"m-")
                pen.put(text: role.rawValue)
                if let colour {
                    pen.put(" m-a")
                    pen.number(AreaColour.number(colour) * 10)
                }
                switch anchor {
                case .start: pen.put("\"")
                case .middle: pen.put(" m-c\"")
                case .end: pen.put(" m-e\"")
                }
                rest(&pen)
            }
        case .standalone(let palette):
            let look = attributes(role, palette, colour: colour)
            bytes.write(atMost: 300 + look.count + room) { pen in
                pen.put(name)
                pen.put(look)
                if anchor != .start {
                    pen.put(" text-anchor=\"")
                    pen.put(text: anchor.rawValue)
                    pen.put("\"")
                }
                rest(&pen)
            }
        }
    }

    private mutating func attributes(_ role: Role, _ palette: MapStyle.Palette, colour: Int?) -> [UInt8] {
        if let colour { return Array(standalone(role, palette, colour: AreaColour.number(colour)).utf8) }
        if let known = attributes[role] { return known }
        let made = Array(standalone(role, palette, colour: self.colour).utf8)
        attributes[role] = made
        return made
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
}
