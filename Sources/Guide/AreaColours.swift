/// Gives each area a colour of the palette so that neighbours differ.

import Geography
import Publication

enum AreaColours {
    /// How many colours there are to tell areas apart, also for colour-blind eyes.
    static let count = 12

    /// A colour for each area: the editors' where they chose one, else the least used that no neighbour of its layer has.
    static func assign(chosen: [Int?], layers: [Int], boundaries: [MultiPolygon?]) -> [Int] {
        let neighbours = neighbours(layers, boundaries)
        var colours = chosen.map { $0.map { max(0, ($0 - 1) % count) } }
        var uses = [[Int: Int]](repeating: [:], count: (layers.max() ?? 0) + 1)
        for area in layers.indices {
            let taken = Set(neighbours[area].compactMap { colours[$0] })
            let free = (0..<count).filter { !taken.contains($0) }
            let used = uses[layers[area]]
            let colour =
                colours[area] ?? (free.isEmpty ? Array(0..<count) : free).min {
                    (used[$0] ?? 0, $0) < (used[$1] ?? 0, $1)
                } ?? 0
            colours[area] = colour
            uses[layers[area]][colour, default: 0] += 1
        }
        return colours.map { $0 ?? 0 }
    }

    /// Areas of one layer whose boundaries have at least two corners in common. Of very many that meet in a corner, each
    /// knows as many as there are colours: more have none left to tell them apart.
    private static func neighbours(_ layers: [Int], _ boundaries: [MultiPolygon?]) -> [Set<Int>] {
        var owners: [Corner: [Int]] = [:]
        for (area, boundary) in boundaries.enumerated() {
            for corner in Set((boundary?.rings ?? []).joined().map { Corner($0, layer: layers[area]) }) {
                owners[corner, default: []].append(area)
            }
        }
        var common: [Pair: Int] = [:]
        for areas in owners.values where areas.count > 1 {
            for (first, area) in areas.enumerated() {
                for other in areas[(first + 1)...].prefix(count) {
                    common[Pair(low: area, high: other), default: 0] += 1
                }
            }
        }
        var result = [Set<Int>](repeating: [], count: layers.count)
        for (pair, corners) in common where corners > 1 {
            result[pair.low].insert(pair.high)
            result[pair.high].insert(pair.low)
        }
        return result
    }

    /// A corner of a boundary, to about a metre.
    private struct Corner: Hashable {
        var north: Int
        var east: Int
        var layer: Int

        init(_ point: Coordinate, layer: Int) {
            north = Int(point.latitude * 100_000)
            east = Int(point.longitude * 100_000)
            self.layer = layer
        }
    }

    private struct Pair: Hashable {
        var low: Int
        var high: Int
    }
}
