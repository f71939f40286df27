/// Writes a guide of any size to measure with: `GuideGenerator FOLDER PLACES`. The same arguments give the same bytes.
///
/// The content has the proportions of a real guide: about 32 places an area, every field, a short text for each, a third
/// with a link to another place, one in eight not published.

import Glibc
import Randomness

@main
struct GuideGenerator {
    static func main() {
        guard CommandLine.arguments.count == 3, let places = Int(CommandLine.arguments[2]), places > 0 else {
            print("usage: GuideGenerator FOLDER PLACES")
            exit(2)
        }
        var guide = GeneratedGuide(folder: CommandLine.arguments[1], places: places)
        guide.write()
    }
}

struct GeneratedGuide {
    let folder: String
    let places: Int
    private var random = SplitMix(seed: 20_261_121)
    /// The areas are the cells of a square.
    private let side: Int

    init(folder: String, places: Int) {
        self.folder = folder
        self.places = places
        side = max(1, Int((Double(places) / 32).squareRoot().rounded()))
    }

    mutating func write() {
        for name in ["", "/content", "/content/areas", "/content/places", "/content/geo", "/content/stories"] {
            mkdir(folder + name, 0o755)
        }
        save("content/guide.md", Self.guide)
        save("content/areas/city.md", "---\n名称: 見本市\nよみ: みほんし\n層: 1\n境界: city\n---\n")
        for area in 0..<side * side {
            save(
                "content/areas/a\(area).md",
                "---\n名称: 第\(area)地区\nよみ: だい\(area)ちく\n層: 2\n上位: [city]\n境界: a\(area)\n人口: \(1000 + area)\n---\n歩いて回れる地区です。\n"
            )
        }
        for number in 1...places {
            save("content/places/\(number % 100)/\(number).md", place(number), makingFolder: true)
        }
        for story in 1...max(1, places / 50) {
            save(
                "content/stories/s\(story).md",
                "---\n題: 第\(story)話\n場: [\(story)]\n日付: 2026-04-01\n---\n[[No.\(story)]]を訪ねました。\n\n\(text(300))\n")
        }
        save("content/geo/areas.geojson", boundaries())
        save("content/geo/roads.geojson", roads())
    }

    private mutating func place(_ number: Int) -> String {
        let area = Int(random.next() % UInt64(side * side))
        let kinds = ["サロン", "体操", "カフェ", "散歩の会", "手芸の会"]
        let kind = kinds[number % kinds.count]
        let schedules = [
            "第1・3火曜日 13時30分～15時30分（8月休み）", "毎週木曜日 10:00〜11:30", "月・水・金 9:30〜11:00（祝日を除く）", "毎日 6:30〜6:50",
            "最終金曜日 14:00〜", "奇数月の第2土曜 10:00〜12:00",
        ]
        let latitude = 35.0 + (Double(area / side) + unit()) * 0.01
        let longitude = 140.0 + (Double(area % side) + unit()) * 0.01
        let link = number % 3 == 0 ? "きっかけは[[No.\(number / 3)]]でした。" : ""
        return """
            ---
            番号: \(number)
            名称: 見本\(kind)\(number)
            よみ: みほん\(number)
            地区: a\(area)
            種類: \(kind)
            会場: 第\(area)公民館
            住所: 見本市第\(area)町\(number % 9 + 1)-\(number % 30)
            位置: "\(fixed(latitude)), \(fixed(longitude))"
            開催: \(schedules[number % schedules.count])
            対象: どなたでも
            参加費: \(number % 4 == 0 ? "無料" : "100円")
            活動: [\(["体操", "お茶", "歌", "手芸", "散歩"][number % 5]), 交流]
            設備: [駐車場, 車いす]
            連絡先:
              名前: 担当\(number)
              電話: 000-000-\(String(10_000 + number % 10_000).dropFirst())
              公開: \(number % 2 == 0 ? "はい" : "いいえ")
            掲載: \(number % 8 == 7 ? "保留" : "可")
            確認日: 2026-07-01
            ---
            \(text(120))\(link)

            """
    }

    private mutating func text(_ length: Int) -> String {
        let words = [
            "みんなで", "お茶を", "飲みながら", "話を", "します。", "体を", "動かす", "時間も", "あります。", "初めての方も", "どうぞ。", "公民館の", "玄関に", "花が",
            "あります。",
        ]
        var text = ""
        while text.count < length { text += words[Int(random.next() % UInt64(words.count))] }
        return text
    }

    private func boundaries() -> String {
        func ring(_ south: Double, _ west: Double, _ size: Double) -> String {
            let corners = [
                (west, south), (west + size, south), (west + size, south + size), (west, south + size), (west, south),
            ]
            return corners.map { "[\(fixed($0.0)),\(fixed($0.1))]" }.joined(separator: ",")
        }
        func feature(_ id: String, _ ring: String) -> String {
            "{\"type\":\"Feature\",\"properties\":{\"kind\":\"boundary\",\"area\":\"\(id)\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}}"
        }
        var features = [feature("city", ring(35, 140, Double(side) * 0.01))]
        for area in 0..<side * side {
            features.append(
                feature("a\(area)", ring(35 + Double(area / side) * 0.01, 140 + Double(area % side) * 0.01, 0.01)))
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}\n"
    }

    /// Crooked streets in both directions, every fifth a main road.
    private mutating func roads() -> String {
        var features: [String] = []
        for line in 0...side * 5 {
            for isAcross in [true, false] {
                let points = (0...side * 4).map { step in
                    let along = Double(step) / 4 * 0.01
                    let across = Double(line) / 5 * 0.01 + (unit() - 0.5) * 0.0006
                    return isAcross
                        ? "[\(fixed(140 + along)),\(fixed(35 + across))]"
                        : "[\(fixed(140 + across)),\(fixed(35 + along))]"
                }
                let kind = line % 5 == 0 ? "road-major" : "road"
                features.append(
                    "{\"type\":\"Feature\",\"properties\":{\"kind\":\"\(kind)\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[\(points.joined(separator: ","))]}}"
                )
            }
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}\n"
    }

    private mutating func unit() -> Double { Double(random.next() >> 11) / 9_007_199_254_740_992 }

    private func fixed(_ number: Double) -> String {
        let scaled = Int((number * 1_000_000).rounded())
        let fraction = String(1_000_000 + scaled % 1_000_000).dropFirst()
        return "\(scaled / 1_000_000).\(fraction)"
    }

    private func save(_ path: String, _ text: String, makingFolder: Bool = false) {
        let file = folder + "/" + path
        if makingFolder, let slash = file.lastIndex(of: "/") { mkdir(String(file[..<slash]), 0o755) }
        guard let stream = fopen(file, "w") else {
            perror(file)
            exit(3)
        }
        fputs(text, stream)
        fclose(stream)
    }

    private static let guide = """
        ---
        題: 見本市 通いの場ガイド
        発行: 見本市社会福祉協議会
        版: 2026年度版
        住所の地: 見本市
        連絡先:
          名前: 見本市社会福祉協議会
          電話: 000-000-0000
        活動:
          - 群: 体を動かす
            活動: [体操, 散歩]
          - 群: 楽しむ
            活動: [お茶, 歌, 手芸, 交流]
        ---
        測るための見本です。
        """ + "\n"
}
