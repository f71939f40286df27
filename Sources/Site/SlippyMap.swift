/// The map to move: the strip above an area's drawn map from which readers open it, and the script that says what stands
/// on it. Both know what the drawn map shows, and nothing else.

import Cartography
import Encoding
import Geography
import Publication
import Templates

struct SlippyView: Sendable {
    var map: SlippyMap
    /// What the reader is told before anything is fetched from elsewhere.
    var hint: String
    /// "{count}か所", for pins that stand for many.
    var count: String
    /// The address of the script with pins, squares and boundary.
    var marks: String

    static let shape = Shape<SlippyView>("slippy") { view in
        view.text("tiles") { $0.map.tiles }
        view.text("credit") { $0.map.credit }
        view.text("creditLink") { $0.map.creditLink }
        view.text("hint") { $0.hint }
        view.text("count") { $0.count }
        view.text("marks") { $0.marks }
    }
}

extension PublishedGuide {
    /// The host that the tiles come from, for people.
    fileprivate var tileHost: Substring { (slippyMap?.origin ?? "").drop { $0 != "/" }.drop { $0 == "/" } }
}

extension Publication {
    /// Whether the area's page has a map to move: where the guide wants one and there is something to show.
    func hasSlippyMap(_ area: PublishedArea) -> Bool {
        guide.slippyMap != nil && !PageWriter.isTooLong(area)
            && (area.boundary != nil
                || area.places.contains { places[$0].gatherings.contains { $0.location.coordinate != nil } })
    }
}

extension PageWriter {
    func slippyView(_ area: PublishedArea) -> SlippyView? {
        guard let map = publication.guide.slippyMap, publication.hasSlippyMap(area) else { return nil }
        return SlippyView(
            map: map, hint: phrases("slippy.hint", ["host": String(publication.guide.tileHost)]),
            count: phrases("places.count"), marks: site(from: "../") + Address.areaMarks(area))
    }

    /// areas/….map.js: a script and not a JSON file, because pages that were opened from a folder may load scripts and
    /// nothing else.
    func slippyMarks(_ index: AreaIndex) -> [UInt8] {
        let area = publication.areas[index]
        let (pins, squares) = marks(of: area)
        let spots = Self.spots(pins)
        let inOrder = ReadingOrder.of(spots.map(\.coordinate)).map { spots[$0] }
        let marks = JSON.object([
            ("boundary", .array((area.boundary?.rings ?? []).map { .array($0.map(Self.position)) })),
            (
                "spots",
                .array(
                    inOrder.map { .object([("at", Self.position($0.coordinate)), ("places", entries($0.numbers))]) })
            ),
            (
                "squares",
                .array(
                    squares.map { cell in
                        let bounds = cell.square.bounds
                        return .object([
                            ("from", Self.position(Coordinate(latitude: bounds.south, longitude: bounds.west))),
                            ("to", Self.position(Coordinate(latitude: bounds.north, longitude: bounds.east))),
                            ("places", entries(cell.numbers)),
                        ])
                    })
            ),
        ])
        return Array("kayoi.marks=".utf8) + marks.bytes + Array(";\n".utf8)
    }

    /// Places that no scale tells apart share a pin, as on the drawn map.
    private static func spots(_ pins: [Pin]) -> [(coordinate: Coordinate, numbers: [Int])] {
        var spots: [(coordinate: Coordinate, numbers: [Int])] = []
        for pin in pins.sorted(by: { $0.number < $1.number }) {
            if let known = spots.firstIndex(where: { $0.coordinate.distance(to: pin.coordinate) <= 12 }) {
                spots[known].numbers.append(pin.number)
            } else {
                spots.append((pin.coordinate, [pin.number]))
            }
        }
        return spots
    }

    private func entries(_ numbers: [Int]) -> JSON {
        .array(
            numbers.uniqued().compactMap { number in
                relations.indexByNumber[number].map { index in
                    .object([
                        ("number", .integer(number)), ("name", .string(publication.places[index].name)),
                        ("href", .string("../" + Address.place(number))),
                    ])
                }
            })
    }
}
