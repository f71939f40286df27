import Geography
import Testing

@testable import Cartography

/// Measured on the boxes that were drawn: nothing covers anything, and every name stands by its own place.
@Suite struct OverlapTests {
    @Test(arguments: allStyles)
    func onAllAreasOfGuides(style: MapStyle) {
        for guide in Example.all {
            for area in guide.areas { expectClear(guide.basemap.draw(area, style: style)) }
        }
    }

    @Test(arguments: allStyles)
    func onMapsOfPlaces(style: MapStyle) {
        for guide in Example.all {
            for pin in guide.pins.prefix(40) {
                expectClear(guide.basemap.draw(PlaceMap(spot: .pin(pin), colour: 2, others: guide.pins), style: style))
            }
        }
    }

    @Test(arguments: allStyles)
    func onCrowdsOfSixty(style: MapStyle) {
        let basemap = Example.all.last?.basemap ?? Basemap([])
        for seed in 1...3 as ClosedRange<UInt64> {
            for (metres, heaps) in [(1_500.0, 0), (3_000, 5), (400, 0), (5_000, 12)] {
                let pins = Crowd.pins(60, seed: seed, metres: metres, heaps: heaps)
                let map = basemap.draw(
                    AreaMap(boundary: Crowd.square(metres: metres * 1.1), colour: 1, pins: pins), style: style)
                expectClear(map)
                expectAllShown(map, pins)
            }
        }
    }

    private func expectClear(_ map: DrawnMap, _ location: SourceLocation = #_sourceLocation) {
        let picture = Box(left: 0, top: 0, right: map.facts.width, bottom: map.facts.height).grown(by: 0.1)
        var faults: [String] = []
        let boxes = map.boxes
        for (i, a) in boxes.enumerated() {
            if !picture.contains(a.box) { faults.append("\(a.content) leaves the picture") }
            for b in boxes[(i + 1)...] where a.body == b.body && a.box.overlaps(b.box) && mustNotMeet(a, b) {
                faults.append("\(a.content) on \(b.content)")
            }
            if case .label(let own) = a.content { faults += strangers(nearerThan: own, a, boxes) }
        }
        #expect(faults == [], sourceLocation: location)
    }

    /// Pins are round: two of them may share the corners of their boxes. Inset frames are furniture that may abut.
    private func mustNotMeet(_ a: DrawnBox, _ b: DrawnBox) -> Bool {
        switch (a.content, b.content) {
        case (.pin, .pin):
            let radius = min(a.box.height, b.box.height) / 2
            let reach = (a.box.size + b.box.size) / 2 - 2 * radius
            let d = a.box.centre - b.box.centre
            return Vec(max(abs(d.x) - reach.x, 0), max(abs(d.y) - reach.y, 0)).length < 2 * radius - 1
        case (.furniture, .furniture), (.furniture, .pin), (.pin, .furniture): return false
        default: return true
        }
    }

    private func strangers(nearerThan own: [Int], _ label: DrawnBox, _ boxes: [DrawnBox]) -> [String] {
        func isOwn(_ box: DrawnBox) -> Bool { box.body == label.body && box.content == .pin(own) }
        guard let mark = boxes.first(where: isOwn) else { return ["label \(own) without its pin"] }
        let distance = label.box.distance(to: mark.box)
        return boxes.compactMap { box in
            guard case .pin(let other) = box.content, box.body == label.body, other != own,
                label.box.distance(to: box.box) <= distance
            else { return nil }
            return "label \(own) nearer to \(other)"
        }
    }

    private func expectAllShown(_ map: DrawnMap, _ pins: [Pin], _ location: SourceLocation = #_sourceLocation) {
        guard !map.facts.dotsOnly else { return }
        let shown = map.boxes.flatMap { box -> [Int] in
            if case .pin(let numbers) = box.content { numbers } else { [] }
        }
        #expect(shown.sorted() == pins.map(\.number), sourceLocation: location)
    }
}
