// For which eye and which paper a map is drawn: its size, the sizes of its type and pins, and where its colours stand.

/// How a map is drawn.
package struct MapStyle: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        /// A page on a desk or tablet; width in pixels, height follows from the area.
        case wide(width: Double)
        /// A telephone; pins stay 24 px and text 12 px when shown at this width.
        case narrow(width: Double)
        /// Paper, in millimetres, with a round scale and a reference grid.
        case print(width: Double, height: Double)
        /// Paper to be read from two steps away, in millimetres.
        case poster(width: Double, height: Double)

        var isScreen: Bool {
            switch self {
            case .wide, .narrow: true
            case .print, .poster: false
            }
        }
    }

    /// Where the colours stand.
    package enum Paint: Hashable, Sendable {
        /// Class names only; the colours stand in map.css.
        case classes
        /// Presentation attributes, for documents that cannot use a style sheet (Typst).
        case standalone(Palette)
    }

    package enum Palette: String, CaseIterable, Sendable {
        case colour, mono
    }

    package var form: Form
    package var paint: Paint

    package init(_ form: Form, paint: Paint = .classes) {
        self.form = form
        self.paint = paint
    }

    package static let wide = MapStyle(.wide(width: 760))
    package static let narrow = MapStyle(.narrow(width: 360))

    var variant: Variant {
        switch form {
        case .wide: .wide
        case .narrow: .narrow
        case .print: .print
        case .poster: .poster
        }
    }
}

/// The four families of sizes. All lengths in pixels of 1/96 inch.
package enum Variant: String, CaseIterable, Sendable {
    case wide, narrow, print, poster

    /// Diameter of a pin.
    var pin: Double {
        switch self {
        case .wide: 30
        case .narrow: 28
        case .print: 23
        case .poster: 40
        }
    }

    func fontSize(_ size: TextSize) -> Double {
        switch (self, size) {
        case (.wide, .number): 15
        case (.wide, .label): 16
        case (.wide, .small): 13.5
        case (.narrow, .number): 14
        case (.narrow, .label): 14
        case (.narrow, .small): 13
        case (.print, .number): 12
        case (.print, .label): 12.5
        case (.print, .small): 10.5
        case (.poster, .number): 20
        case (.poster, .label): 24
        case (.poster, .small): 17
        }
    }

    /// Around the lettering, so that it stands clear of the lines below.
    var halo: Double {
        switch self {
        case .wide, .narrow: 3.2
        case .print: 2.4
        case .poster: 5
        }
    }

    /// Width over height that a map may have.
    var heights: ClosedRange<Double> {
        switch self {
        case .narrow: 0.8...1.45
        default: 0.5...1.1
        }
    }
}

/// The three sizes of lettering.
enum TextSize: String, CaseIterable {
    case number, label, small
}
