// Just enough of a guide for maps, read the quick way.

import Cartography
import Foundation
import Geography

struct SampleGuide {
    struct Area {
        var id: String
        var name: String
        var layer: Int
        var parents: [String]
    }

    struct Place {
        var number: Int
        var pin: Pin?
        var cell: ApproximateCell?
        var areas: [String]
    }

    var areas: [Area] = []
    var places: [Place] = []
    var features: [Feature] = []
    var messages: [String] = []
    var credit = ""
    var bytes = 0
    var reading = Duration.zero

    init(folder: URL) throws {
        let content = folder.appendingPathComponent("content")
        credit = try Self.fields(content.appendingPathComponent("guide.md"))["出典"] ?? ""
        for file in try Self.files(content.appendingPathComponent("geo"), "geojson") {
            let data = [UInt8](try Data(contentsOf: file))
            let (geo, time) = timed { GeoJSON(data) }
            reading += time
            bytes += data.count
            features += geo.features
            messages += geo.faults.map { "\(file.lastPathComponent): \($0.severity): \($0.message(.japanese))" }
        }
        for file in try Self.files(content.appendingPathComponent("areas"), "md") {
            let fields = try Self.fields(file)
            areas.append(
                Area(
                    id: file.deletingPathExtension().lastPathComponent, name: fields["名称"] ?? "",
                    layer: Int(fields["層"] ?? "") ?? 3, parents: Self.list(fields["上位"])))
        }
        for file in try Self.files(content.appendingPathComponent("places"), "md") {
            let fields = try Self.fields(file)
            let position = (fields["位置"] ?? "").split(separator: ",").compactMap {
                Double($0.trimmingCharacters(in: .whitespaces))
            }
            var place = Place(number: Int(fields["番号"] ?? "") ?? 0, areas: Self.list(fields["地区"]))
            if position.count == 2 {
                let coordinate = Coordinate(latitude: position[0], longitude: position[1])
                if fields["位置の公開"] == "およそ" || fields["会場"] == "自宅" {
                    place.cell = ApproximateCell(square: coordinate.gridSquare, numbers: [place.number])
                } else {
                    place.pin = Pin(
                        number: place.number, title: fields["名称"] ?? "", href: "#p\(place.number)",
                        coordinate: coordinate)
                }
            }
            places.append(place)
        }
    }

    func pins(of area: String) -> [Pin] { places(of: area).compactMap(\.pin) }
    func cells(of area: String) -> [ApproximateCell] { places(of: area).compactMap(\.cell) }

    private func places(of area: String) -> [Place] {
        var ids: Set<String> = [area]
        for _ in 0..<3 { for other in areas where !ids.isDisjoint(with: other.parents) { ids.insert(other.id) } }
        return places.filter { !ids.isDisjoint(with: $0.areas) }
    }

    private static func files(_ folder: URL, _ ending: String) throws -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        return all.compactMap { $0 as? URL }.filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
    }

    private static func fields(_ file: URL) throws -> [String: String] {
        var fields: [String: String] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix(" ") {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, fields[String(parts[0])] == nil {
                fields[String(parts[0])] = parts[1].trimmingCharacters(in: .init(charactersIn: " \""))
            }
        }
        return fields
    }

    private static func list(_ text: String?) -> [String] {
        (text ?? "").trimmingCharacters(in: .init(charactersIn: "[] ")).split(separator: ",")
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

func timed<T>(_ body: () throws -> T) rethrows -> (T, Duration) {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try body()
    return (value, clock.now - start)
}
