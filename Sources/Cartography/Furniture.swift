// What stands on every map besides the map: scale bar with walking time, north, credit, rings, the grid on paper.

import Geography

/// The scale bar: a round length that takes a fair part of the width.
struct ScaleBar {
    let metres: Int
    let length: Double

    private static let lengths = [10, 25, 50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000]

    /// Not longer than `room` pixels; up to 500 m, ten minutes' walk, where that is long enough to be seen.
    init(pixelsPerMetre: Double, room: Double) {
        let fitting = Self.lengths.prefix { Double($0) * pixelsPerMetre <= room }
        metres = fitting.last { $0 <= 500 && Double($0) * pixelsPerMetre > 48 } ?? fitting.last ?? Self.lengths[0]
        length = Double(metres) * pixelsPerMetre
    }

    /// "250 m 歩いて約5分": at 50 m a minute, the pace of old people; from half an hour on nobody walks.
    func text(_ words: MapWords) -> String {
        let distance = metres < 1_000 ? "\(metres) m" : "\(metres / 1_000) km"
        let minutes = metres / 50
        return minutes >= 1 && minutes <= 30 ? "\(distance)  \(words.walk(minutes: minutes))" : distance
    }

    /// Draws the bar with its left end at a point, and the text to its right.
    func draw(at start: Vec, role: Role, words: MapWords, into svg: inout SVGWriter) {
        var path = PathData()
        path.add(from: start + Vec(0, -4), to: start + Vec(0, 3))
        path.add(from: start, to: start + Vec(length, 0))
        path.add(from: start + Vec(length, -4), to: start + Vec(length, 3))
        path.add(from: start + Vec(length / 2, -2.5), to: start + Vec(length / 2, 0))
        svg.path(.bar, path)
        svg.text(role, text(words), at: start + Vec(length + 6, 4))
    }

    func width(_ words: MapWords, fontSize: Double) -> Double {
        length + 6 + TextWidth.ofText(text(words)) * fontSize
    }
}

/// The foot below the map: scale bar on the left, credit on the right, on two lines where one is too short.
struct Foot {
    let lines: Int
    private let credit: [String]

    init(credit: String, style: MapStyle) {
        let size = style.variant.fontSize(.small)
        let width =
            switch style.form {
            case .wide(let width), .narrow(let width): width
            case .print(let width, _), .poster(let width, _): width * 96 / 25.4 - size * 1.4
            }
        // The bar with its text takes about 90 px and 12 characters.
        let oneLine = TextWidth.ofText(credit) * size + 90 + 13 * size < width
        self.credit = credit.isEmpty ? [] : oneLine ? [credit] : wrapped(credit, width: width / size - 0.5)
        lines = oneLine ? 1 : 1 + self.credit.count
    }

    func draw(_ layout: Layout, words: MapWords, into svg: inout SVGWriter) {
        let box = layout.foot
        let bar = ScaleBar(pixelsPerMetre: layout.projection.pixelsPerMetre, room: layout.width * 0.28)
        let size = svg.style.variant.fontSize(.small)
        let first = box.top + size * 1.35
        bar.draw(at: Vec(box.left + 2, first - 4), role: .small, words: words, into: &svg)
        if let scale = layout.scale {
            let at = box.left + bar.width(words, fontSize: size) + size
            svg.text(.small, "1:" + grouped(scale), at: Vec(at, first))
        }
        for (i, line) in credit.enumerated() {
            let row = lines == 1 ? 0 : i + 1
            svg.text(.small, line, at: Vec(box.right - 2, first + Double(row) * size * 1.6), anchor: .end)
        }
    }

    private func grouped(_ number: Int) -> String {
        number < 1_000
            ? String(number) : grouped(number / 1_000) + "," + String(String(1_000 + number % 1_000).dropFirst())
    }
}

/// The north arrow: which corner it takes, and how it looks.
enum NorthArrow {
    /// The first corner where it covers none of the boxes.
    static func box(in frame: Box, avoiding boxes: [Box], variant: Variant) -> Box {
        let size = Vec(variant.fontSize(.small) * 1.5 + 8, variant.fontSize(.small) * 2.6 + 8)
        let corners = [
            Vec(frame.right - size.x - 6, frame.top + 6), Vec(frame.left + 6, frame.top + 6),
            Vec(frame.right - size.x - 6, frame.bottom - size.y - 6),
            Vec(frame.left + 6, frame.bottom - size.y - 6),
        ].map { Box(left: $0.x, top: $0.y, right: $0.x + size.x, bottom: $0.y + size.y) }
        return corners.first { corner in !boxes.contains { $0.overlaps(corner) } } ?? corners[0]
    }

    static func draw(in box: Box, words: MapWords, into svg: inout SVGWriter) {
        let (middle, size) = (box.centre.x, svg.style.variant.fontSize(.small))
        let foot = box.bottom - size * 1.25
        svg.rectangle(.symbolGround, box, radius: 4)
        var arrow = PathData()
        arrow.add(
            [
                Vec(middle, box.top + 3), Vec(middle + 6, foot), Vec(middle, foot - 5), Vec(middle - 6, foot),
            ], closed: true)
        svg.path(.north, arrow)
        svg.text(.gridText, words.north, at: Vec(middle, box.bottom - size * 0.25))
    }
}

/// The reference grid on paper: columns A–F, rows 1–6.
struct ReferenceGrid {
    let frame: Box

    private static let letters = ["A", "B", "C", "D", "E", "F"]

    func reference(of point: Vec) -> String {
        let at = (point - Vec(frame.left, frame.top)) / frame.size * 6
        func cell(_ value: Double) -> Int { Int(min(max(value, 0), 5.999)) }
        return Self.letters[cell(at.x)] + String(cell(at.y) + 1)
    }

    /// The lines within the body.
    func drawLines(into svg: inout SVGWriter) {
        var path = PathData()
        for i in 1..<6 {
            let share = Double(i) / 6
            let (x, y) = (frame.left + frame.width * share, frame.top + frame.height * share)
            path.add(from: Vec(x, frame.top), to: Vec(x, frame.bottom))
            path.add(from: Vec(frame.left, y), to: Vec(frame.right, y))
        }
        svg.path(.grid, path)
    }

    /// Letters above and numbers to the left of the body.
    func drawNames(into svg: inout SVGWriter) {
        let size = svg.style.variant.fontSize(.small)
        for i in 0..<6 {
            let share = (Double(i) + 0.5) / 6
            svg.text(.gridText, Self.letters[i], at: Vec(frame.left + frame.width * share, frame.top - size * 0.35))
            svg.text(
                .gridText, String(i + 1),
                at: Vec(frame.left - size * 0.7, frame.top + frame.height * share + size * 0.36))
        }
    }
}
