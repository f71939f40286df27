// Everything that stands on the ground of one body: marks, their names, leaders, landmarks.

import Geography

/// What one body of the picture shows above the ground, laid out and ready to be drawn.
struct MarkLayer {
    let projection: Projection
    let variant: Variant
    var spots: [Spot]
    /// The frames of insets on the main map, with their letter.
    var insetFrames: [(letter: String, box: Box, places: [Vec])] = []
    var labels: [PlacedLabel?] = []
    var insetLabels: [PlacedLabel?] = []
    var landmarks: [PlacedLandmark] = []
    /// Where the north arrow stands; insets have none.
    var north: Box?
    /// Boxes that names and landmarks must leave free, though they are drawn elsewhere.
    var keptFree: [Box] = []
    /// Where places are too many to be told apart, only a dot for each.
    var dots: [Vec] = []
    var body: Int

    /// Lines from marks to their true places, where they had to move visibly.
    var leaders: [(Vec, Vec)] {
        spots.compactMap { $0.moved > 2.5 ? ($0.place, $0.mark) : nil }
    }

    /// Finds room for names and landmarks: first for stations and the stops that are `wanted` (numbers of names), by which
    /// people find their way at all, then for the places' names, then for whatever else helps.
    /// - Parameter names: of the places, by number, as far as they are known already.
    mutating func layOut(
        _ basemap: Basemap, words: MapWords, names: [Int: Name] = [:], wanted: [Int] = [],
        inside: ((Vec) -> Bool)? = nil
    ) {
        let (marks, leaders) = (spots.map(\.box), leaders)
        let widest = variant == .narrow ? 9.0 : 13.0
        let found = basemap.landmarks.landmarks(in: projection.ground(projection.frame))
        var placement = LabelPlacement(
            frame: projection.frame.grown(by: -2), obstacles: keptFree, leaders: leaders, marks: marks)
        placement.obstacles += marks
        if let north { placement.obstacles.append(north) }
        for inset in insetFrames { placement.obstacles.append(inset.box) }
        lazy var choice = LandmarkChoice(
            projection: projection, variant: variant, places: spots.map(\.place), obstacles: [], marks: marks,
            leaders: leaders, knownNames: Set(spots.flatMap { $0.pins.compactMap { basemap.landmarkNames[$0.title] } }),
            wanted: wanted, inside: inside)
        func choose(_ isWelcome: (Landmark) -> Bool) {
            guard !found.isEmpty else { return }
            choice.obstacles = placement.obstacles.map { $0.grown(by: 2) }
            let chosen = choice.choose(from: found.filter(isWelcome), besides: landmarks)
            landmarks += chosen
            placement.obstacles += chosen.flatMap { [$0.box] + [$0.label?.box].compactMap { $0 } }
        }
        func isFirst(_ landmark: Landmark) -> Bool {
            landmark.isStation || landmark.nameNumber.map(wanted.contains) ?? false
        }

        insetLabels = placement.place(
            insetFrames.map {
                LabelWish(
                    anchor: $0.box, forms: .only([LabelForm([words.inset($0.letter)[...]])]),
                    fontSize: variant.fontSize(.small))
            })
        for case let label? in insetLabels { placement.obstacles.append(label.box) }
        choose(isFirst)
        labels = placement.place(
            spots.map { spot in
                LabelWish(
                    anchor: spot.box, forms: forms(spot, names, widest: widest), fontSize: variant.fontSize(.label))
            })
        for case let label? in labels { placement.obstacles.append(label.box) }
        choose { !isFirst($0) }
    }

    private func forms(_ spot: Spot, _ names: [Int: Name], widest: Double) -> LabelForms {
        let title = spot.pins[0].title
        switch spot.pins.count {
        case 1:
            let known = names[spot.pins[0].number].flatMap { $0.text == title ? $0 : nil }
            return .name(known ?? Name(title), widest: widest)
        default:
            // One building, one name; two names one above the other; more are left to the list.
            if spot.pins.allSatisfy({ $0.title == title }) { return .name(Name(title), widest: widest) }
            let both = LabelForm(spot.pins.map { $0.title[...] })
            return spot.pins.count == 2 && both.width <= widest ? .only([both]) : .only([])
        }
    }

    /// Landmarks belong to the ground.
    func drawLandmarks(into svg: inout SVGWriter) {
        var (grounds, symbols) = (PathData(), PathData())
        for landmark in landmarks {
            grounds.addCircle(at: landmark.at, radius: 9)
            symbols.add(landmark.pictogram.path, at: landmark.at)
        }
        svg.path(.symbolGround, grounds)
        svg.path(.symbol, symbols)
        for landmark in landmarks {
            if let label = landmark.label { draw(label, .landmarkLabel, size: .small, into: &svg) }
        }
    }

    func drawMarks(into svg: inout SVGWriter) {
        let leaders = leaders
        var lines = PathData()
        for (place, mark) in leaders { lines.add(from: place, to: mark) }
        svg.path(.leader, lines)
        for (inset, label) in zip(insetFrames, insetLabels) {
            svg.rectangle(.inset, inset.box, radius: 4)
            if let label { draw(label, .insetTag, size: .small, into: &svg) }
        }
        var places = PathData()
        for place in dots { places.addDot(at: place) }
        for (place, _) in leaders { places.addDot(at: place) }
        for inset in insetFrames { for place in inset.places { places.addDot(at: place) } }
        svg.path(.dotEdge, places)
        svg.path(.dot, places)
        for (spot, label) in zip(spots, labels) { draw(spot, label, into: &svg) }
    }

    private func draw(_ spot: Spot, _ label: PlacedLabel?, into svg: inout SVGWriter) {
        if spot.pins.count == 1 {
            let pin = spot.pins[0]
            svg.link(pin) { svg in
                svg.rectangle(.pin, spot.box.grown(by: -1), radius: spot.radius - 1)
                number(pin.number, in: spot.box, into: &svg)
                if let label { draw(label, .label, size: .label, into: &svg) }
            }
        } else {
            svg.rectangle(.pin, spot.box.grown(by: -1), radius: spot.radius - 1)
            if let label { draw(label, .label, size: .label, into: &svg) }
            for (i, pin) in spot.pins.enumerated() {
                svg.link(pin) { svg in
                    let cell = spot.cell(i)
                    svg.rectangle(.plate, cell.grown(by: -1.5), radius: spot.radius - 2)
                    number(pin.number, in: cell, into: &svg)
                }
            }
        }
    }

    private func number(_ number: Int, in box: Box, into svg: inout SVGWriter) {
        let size = variant.fontSize(.number)
        svg.text(.number, String(number), at: box.centre + Vec(0, size * 0.36))
    }

    private func draw(_ label: PlacedLabel, _ role: Role, size: TextSize, into svg: inout SVGWriter) {
        let size = variant.fontSize(size)
        let x =
            switch label.align {
            case .start: label.box.left
            case .middle: label.box.centre.x
            case .end: label.box.right
            }
        for (i, line) in label.lines.enumerated() {
            let baseline = label.box.top + size * (0.86 + Double(i) * LabelPlacement.lineHeight)
            svg.text(role, line, at: Vec(x, baseline), anchor: label.align)
        }
    }

    /// The boxes of all that was drawn, for the tests of overlap.
    var boxes: [DrawnBox] {
        func drawn(_ content: DrawnBox.Content, _ box: Box) -> DrawnBox {
            DrawnBox(content: content, box: box, body: body)
        }
        var boxes = spots.map { drawn(.pin($0.numbers), $0.box) }
        for (spot, label) in zip(spots, labels) {
            if let label { boxes.append(drawn(.label(spot.numbers), label.box)) }
        }
        for landmark in landmarks {
            boxes.append(drawn(.landmark, landmark.box))
            if let label = landmark.label { boxes.append(drawn(.landmarkLabel, label.box)) }
        }
        let furniture = ([north] + insetFrames.map(\.box) + insetLabels.map { $0?.box }).compactMap { $0 }
        boxes += furniture.map { drawn(.furniture, $0) }
        return boxes
    }
}
