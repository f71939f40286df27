import Foundation
import Geography
import Testing

@testable import Cartography

@Suite struct DrawingTests {
    private let basemap = Basemap([], credit: "出典：見本")

    private func text(_ map: DrawnMap) -> String { String(decoding: map.svg, as: UTF8.self) }

    private func pin(_ number: Int, north: Double = 0, east: Double = 0, title: String = "寿会") -> Pin {
        let metric = LocalMetric(latitude: Crowd.centre.latitude)
        return Pin(
            number: number, title: title, href: "#p\(number)",
            coordinate: Coordinate(
                latitude: Crowd.centre.latitude + north / metric.metresPerDegreeOfLatitude,
                longitude: Crowd.centre.longitude + east / metric.metresPerDegreeOfLongitude))
    }

    @Test func everyPinIsALinkWithATitleAndItsNumberIsText() throws {
        let map = basemap.draw(
            AreaMap(boundary: Crowd.square(metres: 2_000), colour: 2, pins: [pin(23, title: "A&B <喫茶>")]))
        #expect(text(map).contains("<a href=\"#p23\"><title>23 A&amp;B &lt;喫茶&gt;</title>"))
        #expect(text(map).contains(">23</text>"))
        #expect(text(map).contains(">A&amp;B &lt;喫茶&gt;</text>"))
        #expect(text(map).contains("出典：見本"))
        try expectWellFormed(map.svg)
    }

    /// What the pages' Content-Security-Policy forbids, and what belongs into the style sheet.
    @Test(arguments: [MapStyle.wide, .narrow, MapStyle(.print(width: 180, height: 200))])
    func picturesWithClassesCarryNoDesign(style: MapStyle) {
        let map = basemap.draw(
            AreaMap(
                boundary: Crowd.square(metres: 3_000), colour: 2, pins: Crowd.pins(30, seed: 3, metres: 2_500),
                cells: [ApproximateCell(square: Crowd.centre.gridSquare, numbers: [99])]), style: style)
        for word in ["style=", "<style", "<script", "fill=", "stroke=", "font-", "role=", "http:", "https:"] {
            let found = text(map).replacingOccurrences(of: "xmlns=\"http://www.w3.org/2000/svg\"", with: "")
            #expect(!found.contains(word), "\(word)")
        }
    }

    @Test func everyClassHasItsRule() {
        let map = basemap.draw(
            AreaMap(boundary: Crowd.square(metres: 3_000), colour: 13, pins: Crowd.pins(40, seed: 3, metres: 800)),
            style: .narrow)
        let css = MapStylesheet.css
        for match in text(map).matches(of: /class="([^"]*)"/) {
            for name in match.1.split(separator: " ") {
                #expect(
                    css.contains(".\(name){") || css.contains(".\(name),") || css.contains(".m-map.\(name)"), "\(name)")
            }
        }
    }

    @Test func standalonePicturesNeedNoStyleSheet() {
        for palette in MapStyle.Palette.allCases {
            let map = basemap.draw(
                AreaMap(boundary: Crowd.square(metres: 3_000), colour: 2, pins: [pin(1)]),
                style: MapStyle(.print(width: 180, height: 200), paint: .standalone(palette)))
            #expect(!text(map).contains("class="))
            #expect(!text(map).contains("var("))
            #expect(text(map).contains("width=\"180mm\" height=\"200mm\""))
            if palette == .mono {
                for match in text(map).matches(of: /"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})"/) {
                    #expect(match.1 == match.2 && match.2 == match.3)
                }
            }
        }
    }

    @Test func theSameMapTwiceIsTheSameBytes() {
        let map = AreaMap(
            boundary: Crowd.square(metres: 3_000), colour: 2, pins: Crowd.pins(60, seed: 9, metres: 2_000))
        let shuffled = AreaMap(boundary: map.boundary, colour: 2, pins: map.pins.reversed())
        for style in allStyles {
            #expect(basemap.draw(map, style: style).svg == basemap.draw(map, style: style).svg)
            #expect(basemap.draw(map, style: style).svg == basemap.draw(shuffled, style: style).svg)
        }
    }

    // MARK: Pins

    @Test func placesAtOneSpotShareAMarkAndKeepTheirLinks() {
        let map = basemap.draw(
            AreaMap(boundary: Crowd.square(metres: 2_000), colour: 1, pins: [pin(7), pin(3), pin(5, north: 300)]))
        let marks = map.boxes.compactMap { box -> [Int]? in
            if case .pin(let numbers) = box.content { numbers } else { nil }
        }
        #expect(marks.sorted { $0[0] < $1[0] } == [[3, 7], [5]])
        #expect(text(map).contains("href=\"#p3\"") && text(map).contains("href=\"#p7\""))
    }

    @Test func whoIsPushedTooFarStandsInACrowd() {
        let frame = Box(left: 0, top: 0, right: 760, bottom: 760)
        let projection = Projection(centre: Crowd.centre, frame: frame, pixelsPerMetre: 0.25)
        for seed in 1...20 as ClosedRange<UInt64> {
            let pins = Crowd.pins(40, seed: seed, metres: 2_600, heaps: Int(seed % 4) * 3)
            var spots = Spot.gather(pins, projection, variant: .wide)
            let places = spots.map(\.place)
            spots.spread(in: frame)
            #expect(spots.map(\.place) == places)
            for (i, a) in spots.enumerated() {
                #expect(frame.contains(a.box))
                for b in spots[(i + 1)...] { #expect(Spot.lacking(a, at: a.mark, b, at: b.mark, gap: 0) <= 0) }
            }
            let crowded = Set(spots.crowds(limit: 10, widest: .infinity).joined())
            for i in spots.indices where spots[i].moved > 10 && !crowded.contains(i) {
                // Pushed by a crowd, not part of one.
                #expect(
                    !spots.indices.contains { j in
                        j != i && Spot.lacking(spots[i], at: places[i], spots[j], at: places[j], gap: 2) > 0
                    })
            }
        }
    }

    @Test func closePlacesGetAnInsetAndAloneOnesDoNot() {
        let close = [pin(1), pin(2, east: 45), pin(3, north: 40, east: 20), pin(4, north: 900)]
        let map = basemap.draw(AreaMap(boundary: Crowd.square(metres: 3_000), colour: 1, pins: close))
        #expect(map.facts.insets == 1)
        #expect(text(map).contains("拡大図A"))
        let apart = [pin(1), pin(2, east: 600), pin(3, north: 700)]
        #expect(basemap.draw(AreaMap(boundary: Crowd.square(metres: 3_000), colour: 1, pins: apart)).facts.insets == 0)
    }

    @Test func pinsOnATelephoneAreLargeEnoughToTouch() {
        let pins = Crowd.pins(40, seed: 4, metres: 2_000)
        let map = basemap.draw(AreaMap(boundary: Crowd.square(metres: 2_200), colour: 1, pins: pins), style: .narrow)
        for box in map.boxes {
            if case .pin(let numbers) = box.content {
                let columns = numbers.count <= 3 ? numbers.count : Int(Double(numbers.count).squareRoot().rounded(.up))
                #expect(box.box.width / Double(columns) >= 24)
                #expect(box.box.height >= 24)
            }
        }
        for size in TextSize.allCases { #expect(Variant.narrow.fontSize(size) >= 12) }
    }

    @Test func tooManyPlacesBecomeDots() {
        let map = basemap.draw(
            AreaMap(boundary: Crowd.square(metres: 9_000), colour: 1, pins: Crowd.pins(900, seed: 2, metres: 8_000)))
        #expect(map.facts.dotsOnly)
        #expect(map.facts.order.count == 900)
    }

    @Test func homesAreASquareAndNeverAPin() {
        let cell = ApproximateCell(square: Crowd.centre.gridSquare, numbers: [31])
        let map = basemap.draw(AreaMap(boundary: Crowd.square(metres: 2_000), colour: 1, pins: [], cells: [cell]))
        #expect(text(map).contains("<title>31 おおよその位置</title>"))
        #expect(!text(map).contains("m-pin"))
        let place = basemap.draw(PlaceMap(spot: .cell(cell), colour: 1))
        #expect(text(place).contains("m-cell") && !text(place).contains("m-ring") && !text(place).contains("m-pin"))
    }

    // MARK: Facts

    @Test func readingOrderGoesByBands() {
        let places = [
            pin(1, north: 500, east: 400), pin(2, north: 520, east: -400), pin(3, north: -10, east: 300),
            pin(4, north: 0, east: -300), pin(5, north: -480), pin(6, north: 490, east: 0),
        ]
        #expect(ReadingOrder.of(places.map(\.coordinate)).map { places[$0].number } == [2, 6, 1, 4, 3, 5])
        #expect(ReadingOrder.of([]) == [])
        #expect(ReadingOrder.of([Crowd.centre, Crowd.centre]) == [0, 1])
    }

    @Test func theOrderIsTheSameOnEveryMap() {
        let area = AreaMap(
            boundary: Crowd.square(metres: 3_000), colour: 1, pins: Crowd.pins(25, seed: 8, metres: 2_500))
        let orders = allStyles.map { basemap.draw(area, style: $0).facts.order }
        #expect(Set(orders).count == 1)
        #expect(orders[0].sorted() == Array(1...25))
    }

    /// So that the keyboard goes through the places as the list does.
    @Test func linksFollowOneAnotherInReadingOrder() {
        let map = basemap.draw(
            AreaMap(boundary: Crowd.square(metres: 6_000), colour: 1, pins: Crowd.pins(12, seed: 5, metres: 5_800)))
        #expect(map.facts.insets == 0)
        let alone = Set(
            map.boxes.compactMap {
                if case .pin(let numbers) = $0.content, numbers.count == 1 { numbers[0] } else { nil }
            })
        let links = text(map).matches(of: /href="p(\d+)\.html"/).compactMap { Int($0.1) }.filter(alone.contains)
        #expect(links.count >= 8)
        #expect(links == map.facts.order.filter(alone.contains))
    }

    @Test func paperHasARoundScaleAndAGrid() {
        let area = AreaMap(
            boundary: Crowd.square(metres: 1_200), colour: 1,
            pins: [pin(1, north: 550, east: -550), pin(2, north: -550, east: 550)])
        let facts = basemap.draw(area, style: MapStyle(.print(width: 180, height: 180))).facts
        #expect(facts.scale == 7_500)
        #expect(facts.gridReferences == [1: "A1", 2: "F6"])
        #expect(basemap.draw(area, style: .wide).facts.gridReferences.isEmpty)
        #expect(Layout.roundScale(atLeast: 5_000) == 5_000)
        #expect(Layout.roundScale(atLeast: 5_001) == 6_000)
    }

    @Test func thePlaceMapKnowsTheNearestStops() {
        func stop(_ name: String, _ type: String, _ north: Double) -> Feature {
            Feature(
                kind: .landmark, name: name, type: type, geometry: Geometry(points: [pin(0, north: north).coordinate]))
        }
        let basemap = Basemap([
            stop("駅前", "bus-stop", 250), stop("遠い駅", "station", 1_200), stop("駅前", "bus-stop", 270),
            stop("公民館前", "bus-stop", -120), stop("小学校", "school", 50),
        ])
        let map = basemap.draw(PlaceMap(spot: .pin(pin(1)), colour: 1))
        #expect(map.facts.nearestStops.map(\.name) == ["公民館前", "駅前"])
        #expect(map.facts.nearestStops.map { $0.metres.rounded() } == [120, 250])
        #expect(text(map).contains("公民館前") && text(map).contains("300 m") && text(map).contains("500 m"))
    }

    @Test func theOverviewNamesAndLinksItsAreas() {
        let areas = (0..<2).map { i in
            let shift = Double(i) * 0.03
            let ring = Crowd.square(metres: 2_500).polygons[0].outer.map {
                Coordinate(latitude: $0.latitude, longitude: $0.longitude + shift)
            }
            return OverviewMap.Area(
                name: i == 0 ? "西学区" : "東学区", count: 12 + i, colour: i + 1, href: "areas/\(i).html",
                boundary: MultiPolygon([Polygon(outer: ring)]))
        }
        let map = basemap.draw(OverviewMap(areas: areas))
        #expect(map.labelled == [0, 1])
        #expect(map.facts.order == [0, 1])
        #expect(text(map).contains("<a href=\"areas/1.html\"><title>東学区 13か所</title>"))
    }

    @Test func beyondTheReachTheGroundIsColoured() {
        let area = OverviewMap.Area(name: "西学区", count: 3, colour: 1, boundary: Crowd.square(metres: 4_000))
        let near = Coordinate(latitude: Crowd.centre.latitude + 0.000_001, longitude: Crowd.centre.longitude)
        let north = Coordinate(latitude: Crowd.centre.latitude + 0.01, longitude: Crowd.centre.longitude)
        let abroad = Coordinate(latitude: Crowd.centre.latitude + 1, longitude: Crowd.centre.longitude)
        func circles(_ from: [Coordinate]) -> Int {
            let map = OverviewMap(areas: [area], reach: OverviewMap.Reach(from: from, metres: 500))
            // Two arcs make a circle.
            let path = text(basemap.draw(map)).firstMatch(of: /<path class="m-land" d="([^"]*)"/)
            return (path?.1.count { $0 == "a" } ?? 0) / 2
        }
        let map = text(basemap.draw(OverviewMap(areas: [area], reach: OverviewMap.Reach(from: [near], metres: 500))))
        #expect(map.contains("class=\"m-far\"") && !map.contains("class=\"m-area "))
        // One circle for two neighbours, none for what is not on the map.
        #expect(circles([near, Crowd.centre, abroad]) == 1)
        #expect(circles([near, north]) == 2)
    }

    // MARK: Degenerate

    @Test(arguments: allStyles)
    func nothingIsTooLittleToDraw(style: MapStyle) throws {
        let spike = MultiPolygon([Polygon(outer: [Crowd.centre, Crowd.centre, Crowd.centre, Crowd.centre])])
        let maps = [
            AreaMap(boundary: nil, colour: 1, pins: []),
            AreaMap(boundary: nil, colour: 0, pins: [pin(1)]),
            AreaMap(boundary: nil, colour: -5, pins: (1...60).map { pin($0) }),
            AreaMap(boundary: spike, colour: 99, pins: [pin(1)]),
            AreaMap(boundary: MultiPolygon([]), colour: 1, pins: [pin(1), pin(2, north: 30_000)]),
            AreaMap(
                boundary: Crowd.square(metres: 1_000), colour: 1,
                pins: [Pin(number: 1, title: "", coordinate: Coordinate(latitude: .nan, longitude: 0))]),
        ]
        for map in maps { try expectWellFormed(basemap.draw(map, style: style).svg) }
        try expectWellFormed(basemap.draw(OverviewMap(areas: []), style: style).svg)
        let nowhere = Pin(number: 1, title: "\u{1}\u{0}", coordinate: Coordinate(latitude: .infinity, longitude: 0))
        try expectWellFormed(basemap.draw(PlaceMap(spot: .pin(nowhere), colour: 1), style: style).svg)
    }

    @Test func placesFarOutsideAreToldNotDrawn() {
        let facts = basemap.draw(
            AreaMap(
                boundary: Crowd.square(metres: 1_000), colour: 1,
                pins: [pin(1), pin(2, north: 900), pin(3, north: 40_000)])
        ).facts
        #expect(facts.offMap == [3])
    }

    @Test(arguments: [MapStyle.wide, .narrow])
    func picturesOfGuidesAreSmall(style: MapStyle) {
        for guide in Example.all {
            for area in guide.areas where area.pins.count <= 25 {
                #expect(guide.basemap.draw(area, style: style).svg.count <= 41_000)
            }
        }
    }
}

/// Fails where the bytes are not well-formed XML.
private func expectWellFormed(_ bytes: [UInt8]) throws {
    var open: [Substring] = []
    let text = String(decoding: bytes, as: UTF8.self)
    for tag in text.matches(of: /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/) {
        if tag.1 == "/" {
            #expect(open.popLast() == tag.2)
        } else if tag.4.isEmpty {
            open.append(tag.2)
        }
    }
    #expect(open.isEmpty)
    #expect(text.count { $0 == "<" } == text.matches(of: /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/).count)
    #expect(!bytes.contains { $0 < 0x20 })
    #expect(!text.contains("nan") && !text.contains("inf\""))
}
