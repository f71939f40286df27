// templates/assets/map.css, made from the table of colours and the table of roles.

/// The style sheet of maps whose pictures carry class names only.
package enum MapStylesheet {
    /// The text of map.css. A test holds the file of that name to it.
    package static var css: String {
        """
        /* Colours and widths of the maps. Made from Sources/Cartography/Theme.swift and Role.swift by
           `swift run CartographyBenchmark --css templates/assets/map.css`. To change a colour for one guide, set its custom
           property in a style sheet that comes after this one. */
        :root{\(areas { "--area-\($0):\($1.deep);--area-\($0)-line:\($1.deep);--area-\($0)-tint:\($1.tint)" })}
        .m-map{\(inks(\.light));display:block;width:100%;height:auto;\
        font-family:\(fontFamily);font-feature-settings:"tnum"}
        @media screen and (prefers-color-scheme:dark){
        :root{\(areas { "--area-\($0)-line:\($1.tint);--area-\($0)-tint:\($1.darkTint)" })}
        .m-map{\(inks(\.dark))}
        }
        @media (prefers-contrast:more){
        .m-map{\(inks(\.contrast))}
        .m-map .m-t,.m-map .m-l{stroke-width:\(5.px)}
        }
        .m-mono .m-map,.m-map.m-mono{\(inks(\.mono));--m-accent:#000000;--m-accent-line:#000000;--m-tint:#eeeeee}
        \(areas(separator: "\n") { number, colour in
            ".m-map.m-a\(number),.m-a\(number){--m-accent:var(--area-\(number));--m-accent-line:var(--area-\(number)-line);--m-tint:var(--area-\(number)-tint)}\n"
                + ".m-mono .m-a\(number){--m-accent:#000000;--m-accent-line:#000000;--m-tint:\(colour.monoTint)}"
        })
        \(Detail.allCases.map(widths).joined(separator: "\n"))
        \(Variant.allCases.map(sizes).joined(separator: "\n"))
        \(Role.allCases.map(rule).joined(separator: "\n"))
        .m-map .m-e{text-anchor:end}
        .m-map .m-c{text-anchor:middle}
        .m-map a{text-decoration:none;cursor:pointer}
        .m-map a:hover .m-pin,.m-map a:focus-visible .m-pin{stroke:#ffe45c;stroke-width:4px}
        .m-map a:focus-visible{outline:4px solid #000;outline-offset:2px;border-radius:50%}
        .m-map a:hover .m-t,.m-map a:focus-visible .m-t{text-decoration:underline}
        @media print{.m-map{--m-paper:none}}
        @media (forced-colors:active){.m-map{forced-color-adjust:none}}

        """
    }

    static let fontFamily =
        #""BIZ UDPGothic","BIZ UDGothic","Hiragino Sans","Noto Sans JP","Noto Sans CJK JP",sans-serif"#

    private static func inks(_ palette: KeyPath<Ink.Values, String>) -> String {
        Ink.allCases.compactMap { ink in ink.values.map { "--m-\(ink.rawValue):\($0[keyPath: palette])" } }
            .joined(separator: ";")
    }

    private static func areas(
        separator: String = ";",
        _ text: (Int, (deep: String, tint: String, darkTint: String, monoTint: String)) -> String
    ) -> String {
        AreaColour.all.enumerated().map { text($0.offset + 1, $0.element) }.joined(separator: separator)
    }

    /// Stroke widths that follow the scale.
    private static func widths(_ detail: Detail) -> String {
        let widths = Role.allCases.compactMap { role in
            role.look.width.isConstant ? nil : "--m-w-\(role.rawValue):\(role.look.width[detail].px)"
        }
        return ".m-\(detail.rawValue){\(widths.joined(separator: ";"))}"
    }

    /// Sizes of lettering that follow the variant.
    private static func sizes(_ variant: Variant) -> String {
        let sizes = TextSize.allCases.map { "--m-f-\($0.rawValue):\(variant.fontSize($0).px)" }
        return ".m-\(variant.rawValue){\(sizes.joined(separator: ";"));--m-halo-width:\(variant.halo.px)}"
    }

    private static func rule(_ role: Role) -> String {
        let look = role.look
        var parts = ["fill:\(look.fill.variable)"]
        if let stroke = look.stroke {
            parts.append("stroke:var(--m-\(stroke.rawValue))")
            let width = look.width.isConstant ? look.width.close.px : "var(--m-w-\(role.rawValue))"
            parts.append("stroke-width:\(width)")
            if look.fill == nil { parts.append("stroke-linejoin:round") }
            if look.dash.isEmpty && look.fill == nil { parts.append("stroke-linecap:round") }
        }
        if !look.dash.isEmpty { parts.append("stroke-dasharray:" + look.dash.map(\.short).joined(separator: " ")) }
        if look.evenOdd { parts.append("fill-rule:evenodd") }
        if look.strokeFirst { parts.append("paint-order:stroke") }
        if look.opacity < 1 { parts.append("\(look.fillOnlyOpacity ? "fill-" : "")opacity:\(look.opacity.short)") }
        if let text = look.text { parts.append("font-size:var(--m-f-\(text.rawValue))") }
        if look.bold { parts.append("font-weight:700") }
        if look.anchor != .start { parts.append("text-anchor:\(look.anchor.rawValue)") }
        if look.halo {
            parts.append(
                "paint-order:stroke;stroke:var(--m-halo);stroke-width:var(--m-halo-width);stroke-linejoin:round")
        }
        return ".m-\(role.rawValue){\(parts.joined(separator: ";"))}"
    }
}

extension Ink? {
    fileprivate var variable: String { map { "var(--m-\($0.rawValue))" } ?? "none" }
}

extension Double {
    /// Without a needless ".0".
    var short: String { self == rounded() ? String(Int(self)) : String(self) }
    fileprivate var px: String { short + "px" }
}
