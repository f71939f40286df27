/// Reads markup that we wrote more strictly than any browser: what a browser might see as something else is a breach.

struct Markup {
    var elements: Set<String>
    var attributes: Set<String>
    /// Elements without an end tag.
    var void: Set<String> = []

    static let text = Markup(
        elements: [
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a",
            "ruby", "rp", "rt", "span", "figure", "figcaption", "img", "br", "hr",
        ],
        attributes: ["id", "class", "href", "src", "alt", "title", "width", "height", "loading", "start"],
        void: ["img", "br", "hr"])

    /// What is wrong with the markup, or nil.
    func breach(in markup: [UInt8]) -> String? {
        guard let text = String(validating: markup, as: UTF8.self) else { return "not UTF-8" }
        if let scalar = text.unicodeScalars.first(where: isDeceptive) {
            return "U+\(String(scalar.value, radix: 16)) survives"
        }
        var rest = markup[...]
        var open: [String] = []
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(start + 1)...]
            guard let end = tagEnd(rest) else { return "a tag has no end" }
            let tag = String(decoding: rest[..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == String(tag.dropFirst()) else { return "</\(tag.dropFirst())> closes another" }
                continue
            }
            let name = String(tag.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
            guard elements.contains(name) else { return "<\(name)> is not ours" }
            var attributes = tag.dropFirst(name.count)
            let isClosed = attributes.hasSuffix("/")
            if isClosed { attributes = attributes.dropLast() }
            if let breach = breach(inAttributes: attributes) { return breach }
            if !isClosed, !void.contains(name) { open.append(name) }
        }
        return open.isEmpty ? nil : "<\(open[0])> is not closed"
    }

    /// The end of a tag: the first `>` that is not in quotes.
    private func tagEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        var isQuoted = false
        for (index, byte) in zip(bytes.indices, bytes) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ">"), !isQuoted { return index }
        }
        return nil
    }

    private func breach(inAttributes text: Substring) -> String? {
        var rest = text.unicodeScalars[...]
        while true {
            rest = rest.drop { $0 == " " }
            if rest.isEmpty { return nil }
            let name = String(rest.prefix { $0 != "=" })
            guard attributes.contains(name) else { return "the attribute \(name) is not ours" }
            rest = rest.dropFirst(name.unicodeScalars.count)
            guard rest.popFirst() == "=", rest.popFirst() == "\"" else { return "\(name) has no quotes" }
            let value = String(rest.prefix { $0 != "\"" })
            rest = rest.dropFirst(value.unicodeScalars.count)
            guard rest.popFirst() == "\"" else { return "\(name) has no end" }
            if value.contains("<") { return "\(name) holds markup" }
            if name == "href" || name == "src", let breach = breach(inAddress: value) { return breach }
        }
    }

    private func breach(inAddress value: String) -> String? {
        var address = value.replacing("&#x27;", with: "'").replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
        address = address.replacing("&gt;", with: ">").replacing("&amp;", with: "&")
        // What browsers pass over when they look for the scheme.
        let bytes = address.utf8.filter { $0 > 0x20 }.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
        if bytes.starts(with: "//".utf8) { return "an address leads to another host: \(value)" }
        guard let end = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }), bytes[end] == UInt8(ascii: ":") else {
            return nil
        }
        let scheme = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
        // Other characters make no scheme, and the address relative (WHATWG URL, scheme state).
        guard scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }) else {
            return nil
        }
        return ["http", "https", "mailto", "tel"].contains(scheme) ? nil : "an address does more than lead: \(value)"
    }

    private func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
