import Foundation
import Geography
import Randomness
import Testing

@testable import Cartography

@Suite struct ThemeTests {
    @Test func mapCSSIsMadeFromTheTable() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("templates/assets/map.css")
        #expect(try String(contentsOf: file, encoding: .utf8) == MapStylesheet.css, "run CartographyBenchmark --css")
    }

    /// Contrast ratio of WCAG 2.2.
    private func contrast(_ a: String, _ b: String) -> Double {
        func luminance(_ colour: String) -> Double {
            let value = Int(colour.dropFirst(), radix: 16) ?? 0
            let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
                let c = Double(part) / 255
                return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let (x, y) = (luminance(a) + 0.05, luminance(b) + 0.05)
        return max(x, y) / min(x, y)
    }

    @Test func numbersOnPinsStandOutAndPinsFromTheGround() throws {
        let land = try #require(Ink.land.values)
        for colour in AreaColour.all {
            #expect(contrast(colour.deep, "#ffffff") >= 7, "\(colour.deep)")
            #expect(contrast(colour.deep, land.light) >= 3)
            // Numbers of approximate places and of neighbours, in the area's own colour.
            #expect(contrast(colour.deep, land.light) >= 7)
            #expect(contrast(colour.tint, land.dark) >= 7)
        }
    }

    @Test(arguments: [\Ink.Values.light, \.dark, \.contrast, \.mono])
    func letteringStandsOutFromItsHalo(palette: KeyPath<Ink.Values, String> & Sendable) throws {
        let halo = try #require(Ink.halo.values)
        let paper = try #require(Ink.paper.values)
        for ink in [Ink.text, .landmark, .ring] {
            let values = try #require(ink.values)
            #expect(contrast(values[keyPath: palette], halo[keyPath: palette]) >= 7, "\(ink)")
            #expect(contrast(values[keyPath: palette], paper[keyPath: palette]) >= 7, "\(ink)")
        }
    }

    /// The lettering over an area's tint on the overview.
    @Test func namesStandOutFromTheTints() throws {
        let text = try #require(Ink.text.values)
        for colour in AreaColour.all {
            #expect(contrast(text.light, colour.tint) >= 7)
            #expect(contrast(text.dark, colour.darkTint) >= 7)
            #expect(contrast(text.mono, colour.monoTint) >= 7)
        }
    }

    @Test func neighboursGetDifferentColours() {
        let metric = LocalMetric(latitude: Crowd.centre.latitude)
        let step = 1_000 / metric.metresPerDegreeOfLongitude
        let areas = (0..<30).map { i in
            MultiPolygon([
                Polygon(
                    outer: Crowd.square(metres: 1_000).polygons[0].outer.map {
                        Coordinate(latitude: $0.latitude, longitude: $0.longitude + Double(i) * step)
                    })
            ])
        }
        let colours = AreaColour.assign(to: areas)
        #expect(!zip(colours, colours.dropFirst()).contains { $0 == $1 })
        #expect(Set(colours).count == AreaColour.count)
    }
}

@Suite struct TextTests {
    @Test func widthsAreOnTheWideSide() {
        #expect(TextWidth.ofText("焼津市") == 3)
        #expect(TextWidth.ofText("123") >= 1.68)
        #expect(TextWidth.ofText("が") == TextWidth.ofText("か\u{3099}"))
        #expect(TextWidth.ofText("") == 0)
    }

    @Test(arguments: [
        ("焼津市総合福祉会館ウェルシップ", ["焼津市総合福祉会館", "ウェルシップ"]),
        ("黒石小学校区", ["黒石", "小学校区"]),
        ("しずおか焼津信用金庫焼津北支店", ["しずおか焼津信用金庫", "焼津北支店"]),
        ("ハロー薬局 焼津店", ["ハロー薬局", "焼津店"]),
        ("レディースファッションMASUYA", ["レディースファッション", "MASUYA"]),
    ])
    func namesBreakBetweenWords(name: String, lines: [String]) {
        #expect(Name(name).forms(widest: 20).last?.lines.map(String.init) == lines)
    }

    @Test func everyFormKeepsTheName() {
        var random = SplitMix(seed: 3)
        let letters = Array("あア亜aA1 　（）ー・々🍜\u{3099}")
        for _ in 0..<500 {
            let name = String(
                (0..<Int.random(in: 0...40, using: &random)).map { _ in letters.randomElement(using: &random) ?? "あ" })
            for form in Name(name).forms(widest: 9) {
                #expect(form.lines.joined().filter { $0 != " " && $0 != "　" } == name.filter { $0 != " " && $0 != "　" })
                #expect(!form.lines.contains { TextWidth.ofText($0) > 9 })
            }
        }
    }

    @Test func pathsAreShortAndExact() {
        var path = PathData()
        path.add([Vec(1, 2), Vec(1.04, 2), Vec(11.3, -0.5), Vec(11.3, 0.25)])
        path.add([Vec(5, 5), Vec(5.01, 5.01)])
        path.add([Vec(20, 0), Vec(21, 0), Vec(21, 1)], closed: true)
        #expect(String(decoding: path.bytes, as: UTF8.self) == "M1 2l10.3-2.5 0 .8m8.7-.3l1 0 0 1z")
    }
}
