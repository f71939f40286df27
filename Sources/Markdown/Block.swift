// The tree of a text: what the web pages and the printed book are written from.

/// A block of a text. HTML that somebody typed is a paragraph of the characters it is.
package indirect enum Block: Sendable, Equatable {
    case paragraph([Inline])
    /// `level` as in the text, 1 to 6; `id` is unique in the text.
    case heading(level: Int, id: String, [Inline])
    case quote([Block])
    case list(List)
    case code(language: String, String)
    /// A picture alone in its paragraph.
    case figure(Picture)
    case thematicBreak

    package struct List: Sendable, Equatable {
        /// The first number of a numbered list; nil for a list with bullets.
        package var start: Int?
        /// Without paragraphs around the items' texts.
        package var isTight: Bool
        package var items: [[Block]]
    }
}

/// A part of a line.
package indirect enum Inline: Sendable, Equatable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    /// The address is safe: http, https, mailto, tel, or relative.
    case link(address: String, title: String, [Inline])
    case picture(Picture)
    /// `{漢字|かんじ}`, furigana.
    case ruby(base: String, reading: String)
    /// `[[place]]`
    case place(PlaceReference)
    /// A telephone number as typed, and its digits.
    case telephone(digits: String, text: String)
}

/// A picture that a text names.
package struct Picture: Sendable, Equatable {
    /// The file's name or a relative or https address, as written.
    package var address: String
    /// What is seen, for those who do not see it.
    package var alternative: String
    package var title: String
    /// Where it stands in the source.
    package var range: Range<Int>
}

/// `[[place name]]` or `[[No.23]]`.
package struct PlaceReference: Sendable, Hashable {
    /// The words between the brackets, trimmed.
    package var target: String
    /// Where it stands in the source, with its brackets.
    package var range: Range<Int>

    /// The place's number where the target is one: `No.23`, `no 23`, `23`, `№23`, also in full-width digits.
    package var number: Int? { placeNumber(target) }
}

/// A link with its place, for those who check links.
package struct LinkReference: Sendable, Equatable {
    package var address: String
    package var range: Range<Int>
}

private func placeNumber(_ target: String) -> Int? {
    var scalars = target.unicodeScalars.map(halfWidth)[...]
    if scalars.first == "№" {
        scalars.removeFirst()
    } else if scalars.count > 2, scalars.prefix(2).map({ $0.properties.lowercaseMapping }) == ["n", "o"] {
        scalars.removeFirst(2)
    }
    scalars = scalars.drop { $0 == "." || $0 == " " }
    guard !scalars.isEmpty, scalars.count <= 9, scalars.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return scalars.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
}

/// The half-width form of a full-width ASCII character or space.
func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
}
