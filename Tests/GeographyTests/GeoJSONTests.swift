import Randomness
import Testing

@testable import Geography

@Suite struct GeoJSONTests {
    private func read(_ text: String) -> GeoJSON { GeoJSON(Array(text.utf8)) }

    /// A collection of one feature with this geometry.
    private func read(kind: String = "water", geometry: String) -> GeoJSON {
        read(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"\#(kind)"},"geometry":\#(geometry)}]}"#
        )
    }

    private let square = "[[138.1,34.1],[138.2,34.1],[138.2,34.2],[138.1,34.2],[138.1,34.1]]"

    @Test func aSoundFile() throws {
        let file = read(
            """
            {"type":"FeatureCollection","name":"x","features":[
              {"type":"Feature","properties":{"kind":"boundary","area":"west","name":"西学区"},
               "geometry":{"type":"Polygon","coordinates":[\(square)]}},
              {"type":"Feature","properties":{"name":"駅","type":"station","kind":"landmark","id":7},
               "geometry":{"coordinates":[138.15,34.15,12.5],"type":"Point"}},
              {"type":"Feature","properties":{"kind":"road-major"},
               "geometry":{"type":"MultiLineString","coordinates":[[[138,34],[138.1,34.1]],[[138,34.5],[138.1,34.6],[138.2,34.6]]]}}
            ]}
            """)
        #expect(file.faults == [])
        #expect(file.features.map(\.kind) == [.boundary, .landmark, .roadMajor])
        #expect(file.features[0].area == "west" && file.features[0].name == "西学区")
        #expect(file.features[1].geometry.points == [Coordinate(latitude: 34.15, longitude: 138.15)])
        #expect(file.features[1].type == "station")
        #expect(file.features[2].geometry.lines.map(\.count) == [2, 3])
        #expect(file.features.map(\.number) == [1, 2, 3])
    }

    @Test(arguments: [
        ("138.123456", 138.123456), ("-12", -12), ("1.5e1", 15), ("13.8E+1", 138), ("2500e-2", 25), ("0.0000001", 1e-7),
        ("138.31657800000000000000000001", 138.316578),
    ])
    func numbers(text: String, value: Double) throws {
        let point = try #require(
            read(kind: "landmark", geometry: #"{"type":"Point","coordinates":[\#(text),30]}"#).features.first)
        #expect(abs(point.geometry.points[0].longitude - value) < 1e-12)
    }

    @Test func escapesInNames() {
        let file = read(
            #"{"type":"Feature","properties":{"kind":"landmark","name":"\u9eba\ud83c\udf5c\"\\\/\n"},"geometry":{"type":"Point","coordinates":[138,34]}}"#
        )
        #expect(file.features.first?.name == "麺🍜\"\\/\n")
    }

    // MARK: Repaired, with a word about it

    struct Repair: Sendable, CustomTestStringConvertible {
        var geometry: String
        var fault: GeoFault.Kind
        var testDescription: String { "\(fault)" }
    }

    @Test(arguments: [
        Repair(
            geometry: #"{"type":"Polygon","coordinates":[[[138.1,34.1],[138.2,34.1],[138.2,34.2],[138.1,34.2]]]}"#,
            fault: .unclosedRing),
        Repair(
            geometry:
                #"{"type":"Polygon","coordinates":[[[138.1,34.1],[138.1,34.2],[138.2,34.2],[138.2,34.1],[138.1,34.1]]]}"#,
            fault: .wrongWinding),
        Repair(
            geometry:
                #"{"type":"Polygon","coordinates":[[[34.1,138.1],[34.1,138.2],[34.2,138.2],[34.2,138.1],[34.1,138.1]]]}"#,
            fault: .latitudeFirst),
        Repair(
            geometry:
                #"{"type":"Polygon","coordinates":[[["138.1"," 34.1 "],["138.2","34.1"],["138.2","34.2"],["138.1","34.1"]]]}"#,
            fault: .numbersAsText),
        Repair(
            geometry:
                #"{"type":"Polygon","coordinates":[[[138.1,34.1],[NaN,34.1],[138.2,34.1],[138.2,34.2],[138.1,34.1]]]}"#,
            fault: .brokenPosition),
        Repair(
            geometry:
                #"{"type":"Polygon","coordinates":[[[138.1,34.1],[138.2],[138.2,34.1],null,[138.2,34.2],[138.1,34.1]]]}"#,
            fault: .brokenPosition),
        Repair(
            geometry:
                #"{"type":"Polygon","coordinates":[[[138.1,34.1],[138.2,34.1],[0,0],[138.2,34.2],[138.1,34.1]]]}"#,
            fault: .nullIsland),
        Repair(
            geometry:
                #"{"type":"Polygon","coordinates":[[[138.1,34.1],[138.2,34.2],[138.2,34.1],[138.1,34.25],[138.1,34.1]]]}"#,
            fault: .selfCrossing),
        Repair(
            geometry:
                #"{"type":"Polygon","coordinates":[[[138.1,34.1],[138.2,34.1],[138.2,34.2],[138.1,34.2],[138.1,34.1]],[[138.15,34.15],[138.15,34.15]]]}"#,
            fault: .degenerateRing),
        Repair(
            geometry: #"{"type":"LineString","coordinates":[[138.1,34.1],[138.2,34.1],[138.2,34.2],[138.1,34.1]]}"#,
            fault: .closedLineAsArea),
    ])
    func repaired(_ repair: Repair) throws {
        let file = read(geometry: repair.geometry)
        #expect(file.faults.map(\.kind).contains(repair.fault))
        #expect(!file.faults.contains { $0.severity == .error || $0.feature != 1 })
        let ring = try #require(file.features.first?.geometry.polygons.first?.outer)
        #expect(ring.first == ring.last)
        #expect(!ring.contains { !$0.isInJapan })
        #expect(repair.fault == .selfCrossing || ring.signedArea > 0)
    }

    @Test func collectionsComeDownToTheirParts() throws {
        let file = read(
            geometry: """
                {"type":"GeometryCollection","geometries":[
                  {"type":"Point","coordinates":[138.1,34.1]}, null,
                  {"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[\(square)]}]}]}
                """)
        let geometry = try #require(file.features.first?.geometry)
        #expect(geometry.points.count == 1 && geometry.polygons.count == 1)
    }

    @Test func aCollectionKeepsAllItsMembersAndOddities() throws {
        let members =
            (0..<50).map { #"{"type":"Point","coordinates":[138.1,34.\#($0)]}"# } + [
                #"{"type":"Point","coordinates":[0,0]}"#, #"{"type":"Polygon","coordinates":[\#(square)]}"#,
            ]
        let file = read(geometry: #"{"type":"GeometryCollection","geometries":[\#(members.joined(separator: ","))]}"#)
        let geometry = try #require(file.features.first?.geometry)
        #expect(geometry.points.map(\.latitude) == (0..<50).map { Double("34.\($0)") })
        #expect(geometry.polygons.count == 1)
        #expect(file.faults.map(\.kind) == [.nullIsland])
    }

    @Test func nestingSaysWhatTheTypeForgot() {
        #expect(
            read(geometry: #"{"type":"Polygon","coordinates":[[\#(square)],[\#(square)]]}"#).features[0].geometry
                .polygons.count == 2)
        #expect(
            read(geometry: #"{"type":"MultiPolygon","coordinates":[\#(square)]}"#).features[0].geometry.polygons.count
                == 1)
        #expect(
            read(geometry: #"{"type":"Polygon","coordinates":\#(square)}"#).features[0].geometry.polygons.count == 1)
    }

    // MARK: Refused

    @Test(arguments: [
        ("", GeoFault.Kind.empty), ("  \n", .empty), ("[1,2]", .notJSON(found: 0x5B)),
        ("<kml/>", .notJSON(found: 0x3C)),
        (#"{"a":1}"#, .notGeoJSON), (#"{"type":"FeatureCollection","features":[]}"#, .noFeatures),
        (#"{"type":"FeatureCollection","features":[{"type":"#, .truncated),
        (#"{"type":"FeatureCollection","features":[{}}]}"#, .missingKind),
        (#"{"type":"FeatureCollection","features":[7]}"#, .notAFeature),
    ])
    func refusedFiles(text: String, fault: GeoFault.Kind) {
        let file = read(text)
        #expect(file.features.isEmpty)
        #expect(file.faults.first?.kind == fault)
    }

    @Test(arguments: [
        ("null", GeoFault.Kind.noGeometry),
        (#"{"type":"Polygon","coordinates":[]}"#, .noGeometry),
        (#"{"type":"Point","coordinates":[0,0]}"#, .nothingLeft),
        (#"{"type":"Point","coordinates":[-12345.6,-98765.4]}"#, .notDegrees),
        (#"{"type":"Point","coordinates":[15400000,4140000]}"#, .notDegrees),
        (#"{"type":"Circle","coordinates":[138,34]}"#, .unknownGeometry("Circle")),
        (#"{"type":"Point","coordinates":"138,34"}"#, .nothingLeft),
    ])
    func refusedGeometries(geometry: String, fault: GeoFault.Kind) {
        let file = read(kind: "landmark", geometry: geometry)
        #expect(file.features.isEmpty)
        #expect(file.faults.map(\.kind).contains(fault))
        #expect(file.faults.first?.feature == 1)
    }

    @Test func aTruncatedFileKeepsWhatCameBefore() {
        let whole =
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"park"},"geometry":{"type":"Polygon","coordinates":[\#(square)]}},{"type":"Feature","prop"#
        let file = read(whole)
        #expect(file.features.count == 1)
        #expect(file.faults.map(\.kind) == [.truncated])
        #expect(file.faults.first?.feature == 2)
        #expect(file.faults.first?.offset == whole.utf8.count)
    }

    @Test func theSameFaultIsToldOnce() {
        let feature = #"{"type":"Feature","properties":{"kind":"highway"},"geometry":null}"#
        let file = read(
            #"{"type":"FeatureCollection","features":[\#(Array(repeating: feature, count: 50).joined(separator: ","))]}"#
        )
        #expect(file.faults.count == 1)
        #expect(file.faults.first?.others == 49)
        #expect(file.faults.first?.message(.japanese).contains("「highway」") == true)
        #expect(file.faults.first?.message(.english).contains("49 more") == true)
    }

    @Test func byteOrderMarks() {
        let text =
            #"{"type":"Feature","properties":{"kind":"park"},"geometry":{"type":"Polygon","coordinates":[\#(square)]}}"#
        #expect(GeoJSON([0xEF, 0xBB, 0xBF] + Array(text.utf8)).features.count == 1)
        #expect(GeoJSON([0xFF, 0xFE, 0x7B, 0x00]).faults.map(\.kind) == [.utf16])
    }

    @Test func namesThatAreNotUTF8AreKeptAndTold() {
        var bytes = Array(
            #"{"type":"Feature","properties":{"kind":"landmark","name":"XX"},"geometry":{"type":"Point","coordinates":[138,34]}}"#
                .utf8)
        for i in bytes.indices where bytes[i] == UInt8(ascii: "X") { bytes[i] = 0x8A }
        let file = GeoJSON(bytes)
        #expect(file.features.count == 1)
        #expect(file.faults.map(\.kind) == [.notUTF8])
    }

    // MARK: Hostile

    @Test func deepNestingNeitherCrashesNorHidesTheRest() {
        let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
        let good =
            #"{"type":"Feature","properties":{"kind":"park"},"geometry":{"type":"Polygon","coordinates":[\#(square)]}}"#
        for bad in [
            #"{"type":"Feature","properties":{"kind":"park"},"geometry":{"type":"Polygon","coordinates":\#(deep)}}"#,
            #"{"type":"Feature","properties":{"kind":"park","x":\#(deep)},"geometry":null}"#,
            String(repeating: #"{"geometry":"#, count: 50_000) + "null" + String(repeating: "}", count: 50_000),
        ] {
            let file = read(#"{"type":"FeatureCollection","features":[\#(bad),\#(good)]}"#)
            #expect(file.features.map(\.number) == [2])
        }
    }

    @Test func noBytesCrash() {
        var random = SplitMix(seed: 7)
        let whole = Array(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"boundary","area":"a\u3042"},"geometry":{"type":"Polygon","coordinates":[\#(square)]}},{"type":"Feature","properties":{"kind":"rail"},"geometry":{"type":"LineString","coordinates":[[138.1,34.2],[138e0,-3.4E1]]}}]}"#
                .utf8)
        for end in whole.indices { _ = GeoJSON(Array(whole[..<end])) }
        let letters = Array(#"{}[]",:\0159.-eEnaN tfu"#.utf8) + [0, 0x80, 0xFF]
        for _ in 0..<3_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = letters.randomElement(using: &random) ?? 0
            }
            for feature in GeoJSON(bytes).features {
                for ring in feature.geometry.polygons.flatMap(\.rings) { #expect(!ring.contains { !$0.isValid }) }
            }
        }
    }

    @Test func crossingsAreFoundInLongRings() {
        // A circle of 2,000 corners, sound, and the same with two corners exchanged.
        let corners = (0..<2_000).map { i -> String in
            let t = Double(i) / 2_000
            // A parabola and back: no library of sines needed.
            let x = t < 0.5 ? t * 4 - 1 : 3 - t * 4
            let y = (t < 0.5 ? -1 : 1) * (1 - x * x)
            return "[\(138 + x * 0.01),\(34 + y * 0.01)]"
        }
        func ring(_ corners: [String]) -> String {
            #"{"type":"Polygon","coordinates":[[\#(corners.joined(separator: ",")),\#(corners[0])]]}"#
        }
        #expect(read(geometry: ring(corners)).faults.isEmpty)
        var crossed = corners
        crossed.swapAt(500, 1_500)
        #expect(read(geometry: ring(crossed)).faults.map(\.kind) == [.selfCrossing])
    }
}
