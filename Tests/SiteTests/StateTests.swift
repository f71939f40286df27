import Geography
import Publication
import Recurrence
import Testing

@testable import Site

@Suite struct StateTests {
    /// A square of two kilometres with one place in its middle: all but a circle of 500 m is far.
    @Test func measuresWhatIsFartherThanAWalk() throws {
        let centre = Coordinate(latitude: 35, longitude: 135)
        let metric = LocalMetric(latitude: 35)
        let (north, east) = (1000 / metric.metresPerDegreeOfLatitude, 1000 / metric.metresPerDegreeOfLongitude)
        let corners = [(-1.0, -1.0), (-1, 1), (1, 1), (1, -1), (-1, -1)].map {
            Coordinate(latitude: 35 + $0.0 * north, longitude: 135 + $0.1 * east)
        }
        let share = try #require(Coverage([centre]).farShare(of: MultiPolygon([Polygon(outer: corners)])))
        #expect(abs(share - (1 - Double.pi / 16)) < 0.01)
        #expect(Coverage([]).farShare(of: MultiPolygon([Polygon(outer: corners)])) == 1)
    }

    /// The same square with a bay of 500 by 1000 m in the north; the place lies in the middle of what is south of it.
    @Test func measuresNothingOutsideOfABay() throws {
        let place = Coordinate(latitude: 35, longitude: 135)
        let metric = LocalMetric(latitude: 35)
        let corners = [
            (-500.0, -1000.0), (1500, -1000), (1500, -250), (500, -250), (500, 250), (1500, 250), (1500, 1000),
            (-500, 1000), (-500, -1000),
        ].map { north, east in
            Coordinate(
                latitude: 35 + north / metric.metresPerDegreeOfLatitude,
                longitude: 135 + east / metric.metresPerDegreeOfLongitude)
        }
        let share = try #require(Coverage([place]).farShare(of: MultiPolygon([Polygon(outer: corners)])))
        #expect(abs(share - (1 - Double.pi / 14)) < 0.01)
    }

    @Test func namesThirteenMonthsAcrossTheYear() throws {
        let months = Month.all(from: try #require(Day(iso: "2026-11-21")))
        #expect(months.map(\.name).first == "2026-11")
        #expect(months.map(\.name).last == "2027-11")
        #expect(months.map(\.days.count) == [30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30])
    }

    @Test(arguments: [
        ("どなたでも", [Audience.anyone]), ("料理をしてこなかった男性", [.men]), ("小学生と、畑の先生をしてくださる方", [.families]),
        ("おおむね65歳以上の方", [.older]),
        ("家族の介護をしている方", [.carers]), ("釣りの好きな方", []),
    ])
    func readsForWhomAPlaceIs(text: String, groups: [Audience]) {
        #expect(Audience.groups(in: text) == groups.map(\.rawValue))
    }

    /// Two found the third, and it found the first again: each place once, none lost in the circle.
    @Test func drawsEachPlaceOnceWhateverLedWhere() {
        var publication = Publication(today: Day(number: 0))
        publication.places = [[2], [], [0, 1], []].enumerated().map { index, sources in
            var relations = PlaceRelations()
            relations.foundThrough = sources
            return PublishedPlace(number: index + 1, relations: relations)
        }
        let chains = Chains(publication, ledTo: [[2], [2], [0], []])
        #expect(Set(chains.nodes.map(\.place)) == [0, 1, 2])
        #expect(chains.nodes.count == 3)
        #expect(Set(chains.nodes.map(\.row)).count == chains.nodes.count { $0.column == 0 })
        #expect(chains.edges.count == 3)
    }

    /// Each found by the one before: as deep as the guide is long.
    @Test func chainsMayBeLong() {
        let count = 200_000
        var publication = Publication(today: Day(number: 0))
        publication.places = (0..<count).map { index in
            var relations = PlaceRelations()
            relations.foundThrough = index == 0 ? [] : [index - 1]
            return PublishedPlace(number: index + 1, relations: relations)
        }
        let chains = Chains(publication, ledTo: (0..<count).map { $0 + 1 < count ? [$0 + 1] : [] })
        #expect(chains.nodes.map(\.column) == Array(0..<count))
        #expect(chains.nodes.allSatisfy { $0.row == 0 })
    }
}
