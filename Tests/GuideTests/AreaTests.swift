import Geography
import Publication
import RealData
import TestSupport
import Testing

@testable import Guide

/// Areas have layers and are not a tree.
@Suite struct AreaTests {
    /// (A) Layers 1 and 2 are the same area; (B) one is made of several; (C) one lies across two.
    static let layered = [
        "guide.md": "---\n題: ためし\n---\n",
        "areas/city.md": "---\n名称: 市\nよみ: し\n層: 1\n---\n",
        "areas/east.md": "---\n名称: 東\nよみ: ひがし\n層: 2\n上位: [city]\n---\n",
        "areas/west.md": "---\n名称: 西\nよみ: にし\n層: 2\n上位: [city]\n---\n",
        "areas/across.md": "---\n名称: またがる\nよみ: またがる\n層: 3\n上位: [east, west]\n---\n",
        "areas/inner.md": "---\n名称: なか\nよみ: なか\n層: 3\n上位: 東\n---\n",
        "geo/areas.geojson": """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"kind":"boundary","area":"west"},"geometry":{"type":"Polygon","coordinates":[[[135.0,36.0],[135.1,36.0],[135.1,36.1],[135.0,36.1],[135.0,36.0]]]}},
        {"type":"Feature","properties":{"kind":"boundary","area":"east"},"geometry":{"type":"Polygon","coordinates":[[[135.1,36.0],[135.2,36.0],[135.2,36.1],[135.1,36.1],[135.1,36.0]]]}}
        ]}
        """,
        "places/inner.md": TemporaryGuide.place(["番号": "1", "名称": "なかの会", "よみ": "なかのかい", "地区": "inner"]),
        "places/in-west.md": TemporaryGuide.place([
            "番号": "2", "名称": "西の会", "よみ": "にしのかい", "地区": "across", "位置": "36.05, 135.05",
        ]),
        "places/unknown.md": TemporaryGuide.place(["番号": "3", "名称": "どこかの会", "よみ": "どこかのかい", "地区": "またがる"]),
    ]

    @Test func placesBelongToWhatStandsAboveTheirArea() throws {
        let publication = try TemporaryGuide(Self.layered, onTopOf: [:]).read().publication(on: TemporaryGuide.today)
        func areas(_ number: Int) throws -> Set<String> {
            let place = try #require(publication.places.first { $0.number == number })
            return Set(place.relations.belongsTo.map { publication.areas[$0].id })
        }
        #expect(try areas(1) == ["inner", "east", "city"])
        #expect(try areas(2) == ["across", "west", "city"])
        #expect(try areas(3) == ["across", "east", "west", "city"])
        #expect(publication.places.map(\.relations.isListedUnderSeveral) == [false, false, true])
    }

    @Test(arguments: [("1003", "35.8"), ("1003人", "35.8%"), ("1003 人", "35.8％")])
    func unitsAreWrittenOnce(residents: String, aged: String) throws {
        let area = "---\n名称: 市\nよみ: し\n層: 1\n人口: \(residents)\n世帯: 400世帯\n高齢化率: \(aged)\n---\n"
        let guide = try TemporaryGuide(["areas/city.md": area], onTopOf: [:]).read()
        let population = try #require(guide.publication(on: TemporaryGuide.today).areas.first).population
        #expect((population.residents, population.households, population.agedShare) == ("1003", "400", "35.8"))
    }

    @Test func areasCountThePlacesThatBelongToThem() throws {
        let publication = try TemporaryGuide(Self.layered, onTopOf: [:]).read().publication(on: TemporaryGuide.today)
        let counts = Dictionary(uniqueKeysWithValues: publication.areas.map { ($0.id, $0.places.count) })
        #expect(counts == ["city": 3, "east": 2, "west": 2, "across": 2, "inner": 1])
    }

    @Test(.enabled(if: RealData.hasGuide, "there is no real guide beside this checkout"))
    func theRealGuideHasNoErrors() throws {
        let guidebook = try Guidebook(contentsOf: GuideFolder(root: RealData.guide), on: TemporaryGuide.today)
        #expect(!guidebook.hasErrors)
        let publication = guidebook.publication(on: TemporaryGuide.today)
        #expect(publication.places.count == 139)
        #expect(publication.areas.count == 23)
        // Two school districts lie across two districts of layer 2.
        #expect(publication.areas.count { $0.parents.count == 2 } == 2)
    }

    @Test func theDemoIsSound() throws {
        let guidebook = try Guidebook(contentsOf: GuideFolder(root: RealData.demo), on: TemporaryGuide.today)
        #expect(!guidebook.hasErrors)
        #expect(guidebook.placeCount >= 60)
        let publication = guidebook.publication(on: TemporaryGuide.today)
        #expect(guidebook.placeCount - publication.places.count >= 12)
        // It speaks of nobody real: every number begins with 000.
        let telephones = publication.places.flatMap(\.contacts).map(\.telephone).filter { !$0.isEmpty }
        #expect(!telephones.isEmpty && telephones.allSatisfy { $0.hasPrefix("000-") })
    }

    @Test func ofManyAreasInOnePlaceEachDozenHasAllColours() {
        let square = [(36.0, 135.0), (36.0, 135.1), (36.1, 135.1), (36.1, 135.0), (36.0, 135.0)].map {
            Coordinate(latitude: $0.0, longitude: $0.1)
        }
        let boundary = MultiPolygon([Polygon(outer: square)])
        let colours = AreaColours.assign(
            chosen: [Int?](repeating: nil, count: 30), layers: [Int](repeating: 2, count: 30),
            boundaries: [MultiPolygon?](repeating: boundary, count: 30))
        #expect(colours == (0..<30).map { $0 % 12 })
    }

    /// Where an area has one above it, that has one, and so on, its places belong to all of them.
    @Test func placesBelongToAllAboveOneAnother() throws {
        var files = ["areas/a0.md": "---\n名称: 地0\nよみ: ち\n層: 1\n---\n"]
        for number in 1..<5 {
            files["areas/a\(number).md"] =
                "---\n名称: 地\(number)\nよみ: ち\n層: \(number + 1)\n上位: a\(number - 1)\n---\n"
        }
        files["places/himawari.md"] = TemporaryGuide.place(["地区": "a3"])
        files["places/b.md"] = TemporaryGuide.place(["番号": "2", "名称": "もみじ", "地区": "a3"])
        files["places/c.md"] = TemporaryGuide.place(["番号": "3", "名称": "かえで", "地区": "a1"])
        let publication = try TemporaryGuide(files).read().publication(on: TemporaryGuide.today)
        let names = publication.places.map { $0.relations.belongsTo.map { publication.areas[$0].id }.sorted() }
        #expect(names == [["a0", "a1", "a2", "a3"], ["a0", "a1", "a2", "a3"], ["a0", "a1"]])
    }

    @Test func neighboursHaveDifferentColours() throws {
        let guidebook = try Guidebook(contentsOf: GuideFolder(root: RealData.demo), on: TemporaryGuide.today)
        let areas = guidebook.publication(on: TemporaryGuide.today).areas
        for layer in [2, 3] {
            let colours = areas.filter { $0.layer == layer }.map(\.colour)
            #expect(Set(colours).count == colours.count)
        }
    }
}
