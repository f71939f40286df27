/// What the office chooses for a print: paper, size of type, colours, and what the print shop asks for.

import Publication

package struct PrintOptions: Sendable, Equatable {
    package var paper: Paper = .a4
    /// For readers who need larger letters: text of 14 pt, tables of 12 pt.
    package var isLarge = false
    package var palette: Palette = .colour
    /// 3 mm of every coloured edge beyond the cut (塗り足し).
    package var hasBleed = false
    /// Marks outside the bleed (トンボ), for a print shop.
    package var hasMarks = false
    /// An ICC profile of the press, by its path.
    package var profile: String?
    /// The cover (表紙まわり) alone, the body alone, or both in one.
    package var extent: Extent = .whole
    /// Whether every area begins on a right-hand page.
    package var beginsOnRight = false

    /// What the guide itself says (本 in guide.md), the rest as usual.
    package init(_ settings: PrintSettings = PrintSettings()) {
        paper = Paper(named: settings.paper) ?? .a4
    }

    var shop: PrintShop? { palette == .press ? PrintShop(hasMarks: hasMarks, profile: profile) : nil }

    package enum Palette: String, Sendable, CaseIterable {
        case colour, mono
        /// For a print shop: text and lines in K only, colours as CMYK.
        case press
    }

    package enum Extent: String, Sendable { case whole, cover, body }
}

/// 判型: a sheet with its binding margins, all in millimetres.
package struct Paper: Sendable, Equatable {
    package var name: String
    package var width: Double
    package var height: Double
    package var inside: Double
    package var outside: Double
    package var top: Double
    package var bottom: Double

    package static let a4 = Paper(name: "A4", width: 210, height: 297, inside: 22, outside: 17, top: 22, bottom: 19)
    package static let b5 = Paper(name: "B5", width: 182, height: 257, inside: 19, outside: 15, top: 20, bottom: 18)
    /// A sheet to be folded in the middle: two A4 pages side by side. For an area's sheets alone.
    package static let a3 = Paper(name: "A3", width: 420, height: 297, inside: 15, outside: 15, top: 15, bottom: 17)
    package static let a5 = Paper(name: "A5", width: 148, height: 210, inside: 16, outside: 13, top: 18, bottom: 17)

    package init?(named name: String) {
        guard let paper = [Paper.a4, .b5, .a5, .a3].first(where: { $0.name == name.uppercased() }) else { return nil }
        self = paper
    }

    private init(
        name: String, width: Double, height: Double, inside: Double, outside: Double, top: Double, bottom: Double
    ) {
        (self.name, self.width, self.height) = (name, width, height)
        (self.inside, self.outside, self.top, self.bottom) = (inside, outside, top, bottom)
    }

    var textWidth: Double { width - inside - outside }
    /// Twice as wide as a page, with a fold in the middle.
    var isFolded: Bool { width > height }
    /// What stands on one side of the fold.
    var columnWidth: Double { isFolded ? (textWidth - Self.fold) / 2 : textWidth }
    static let fold = 24.0
    var textHeight: Double { height - top - bottom }
}
