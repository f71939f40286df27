/// A municipality of any size, the same for the same numbers: areas side by side, streets, places with all that makes a
/// row of a table long or short.

import Geography
import Markdown
import Publication
import Recurrence

package struct GeneratedPublication {
    package private(set) var publication: Publication

    package init(places: Int, areas: Int) {
        publication = Publication(today: Day(year: 2026, month: 12, day: 1) ?? .today)
        publication.guide.title = "見本市 通いの場ガイドブック"
        publication.guide.publisher = "見本市社会福祉協議会"
        publication.guide.municipality = "見本市"
        publication.guide.edition = "2026年度版"
        publication.guide.languages = ["ja"]
        publication.guide.office.contact.name = "地域支え合い係"
        publication.guide.office.contact.telephone = "000-123-4000"
        publication.guide.activities = Self.activities.map { name, pictogram in
            var activity = Activity()
            (activity.name, activity.pictogram) = (name, pictogram)
            return activity
        }
        let columns = Int(Double(areas).squareRoot().rounded(.up))
        for index in 0..<areas { addArea(index, columns) }
        addStreets(columns, rows: (areas + columns - 1) / columns)
        for index in 0..<places { addPlace(index, area: index * areas / places, columns) }
    }

    private static let origin = Coordinate(latitude: 36.9, longitude: 135.9)
    /// Degrees; about a kilometre.
    private static let side = 0.01

    private static let activities = [
        ("体操", "exercise"), ("お茶", "tea"), ("おしゃべり", "talk"), ("カラオケ", "karaoke"), ("手芸", "craft"), ("散歩", "walk"),
    ]
    private static let schedules = [
        "第1・3火曜日 13時30分～15時30分（8月休み）", "毎週木曜日 10:00〜11:30", "月・水・金 9:30〜11:00", "毎日 6:30〜6:50",
        "最終金曜日 14:00〜16:00", "不定期（お問い合わせください）",
    ]

    private mutating func addArea(_ index: Int, _ columns: Int) {
        let (column, row) = (Double(index % columns), Double(index / columns))
        let (south, west) = (Self.origin.latitude + row * Self.side, Self.origin.longitude + column * Self.side)
        let corners = [(0.0, 0.0), (0, 1), (1, 1), (1, 0), (0, 0)].map {
            Coordinate(latitude: south + $0.0 * Self.side, longitude: west + $0.1 * Self.side)
        }
        var area = PublishedArea()
        area.id = "area-\(index + 1)"
        area.name = "第\(index + 1)地区"
        area.reading = "だい\(index + 1)ちく"
        area.layer = 2
        area.colour = index % 12
        area.boundary = MultiPolygon([Polygon(outer: corners)])
        area.body = MarkdownText(
            text: String(repeating: "歩いて回れる町です。朝は公園で体操、昼は公民館でお茶、夕方は犬の散歩と、人の顔の見える道がつづいています。\n\n", count: 4))
        var coordinator = Coordinator()
        coordinator.contact.name = "見本 花子"
        coordinator.contact.telephone = "000-123-4\(100 + index)"
        coordinator.introduction = "自転車で回っています。気軽に声をかけてください。"
        area.coordinators = [coordinator]
        publication.areas.append(area)
    }

    private mutating func addStreets(_ columns: Int, rows: Int) {
        let step = Self.side / 8
        for line in 0...max(columns, rows) * 8 {
            let (x, y) = (Self.origin.longitude + Double(line) * step, Self.origin.latitude + Double(line) * step)
            let (east, north) = (
                Self.origin.longitude + Double(columns) * Self.side, Self.origin.latitude + Double(rows) * Self.side
            )
            let streets = [
                [Coordinate(latitude: Self.origin.latitude, longitude: x), Coordinate(latitude: north, longitude: x)],
                [Coordinate(latitude: y, longitude: Self.origin.longitude), Coordinate(latitude: y, longitude: east)],
            ]
            publication.geography.append(
                Feature(kind: line % 8 == 0 ? .roadMajor : .road, geometry: Geometry(lines: streets)))
        }
    }

    private mutating func addPlace(_ index: Int, area: AreaIndex, _ columns: Int) {
        var relations = PlaceRelations()
        relations.areas = [area]
        relations.belongsTo = [area]
        relations.activities = [index % 6, (index + 2) % 6]
        var fee = Fee()
        fee.text = ["無料", "100円（お茶とお菓子）", "月500円"][index % 3]
        var contact = PublishedContact()
        contact.name = "世話人 見本"
        contact.telephone = "000-123-\(5000 + index)"
        let coordinate = Coordinate(
            latitude: Self.origin.latitude + (Double(area / columns) + 0.1 + 0.8 * fraction(index, 7)) * Self.side,
            longitude: Self.origin.longitude + (Double(area % columns) + 0.1 + 0.8 * fraction(index, 11)) * Self.side)
        let gathering = PublishedGathering(
            venue: .named("第\(area + 1)公民館 \(index % 3 + 1)階"),
            address: "見本市本町\(index % 9 + 1)丁目\(index % 20 + 1)-\(index % 7 + 1)", location: .exact(coordinate),
            schedule: Schedule(reading: Self.schedules[index % Self.schedules.count]))
        publication.places.append(
            PublishedPlace(
                number: index + 1,
                name: ["ひまわりサロン", "元気体操の会", "糖尿病の方と家族の集い かもめ会", "カフェよりみち", "朝の散歩組"][index % 5] + " \(index + 1)",
                reading: ["ひまわりさろん", "げんきたいそうのかい", "とうにょうびょうのかたとかぞくのつどいかもめかい", "かふぇよりみち", "あさのさんぽぐみ"][index % 5],
                gatherings: [gathering], audience: ["どなたでも", "地区にお住まいの65歳以上の方", "座りたい方"][index % 3], fee: fee,
                access: [["駐車場"], ["駐車場", "車いす", "多目的トイレ"], []][index % 3],
                contacts: index % 3 == 0 ? [contact] : [],
                voices: ["「ここに来ると、ようけ笑う」（\(70 + index % 25)歳）"], relations: relations))
        publication.areas[area].places.append(index)
        for activity in relations.activities { publication.guide.activities[activity].places.append(index) }
    }

    /// 0 to 1, spread out.
    private func fraction(_ index: Int, _ seed: Int) -> Double { Double((index * 7919 + seed * 104_729) % 1000) / 1000 }
}
