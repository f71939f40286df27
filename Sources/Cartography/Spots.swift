// From places to the marks on a map: places at one spot share a mark, crowded marks are pushed apart.

import Geography

/// One mark: a round pin with a number, or a plate with several numbers.
struct Spot {
    /// The numbered places here, by number.
    var pins: [Pin]
    /// Where it truly is, and where its mark is drawn; pixels.
    var place: Vec
    var mark: Vec
    /// Half the size of the mark; its corners are rounded by half a pin.
    var half: Vec
    var radius: Double
    var columns: Int

    var box: Box { Box(centre: mark, half: half) }
    var numbers: [Int] { pins.map(\.number) }
    var moved: Double { (mark - place).length }

    /// The marks of places; those at one spot share a mark. One spot is a building with its yard, or what the scale
    /// cannot tell apart anyway within a stone's throw.
    static func gather(_ pins: [Pin], _ projection: Projection, variant: Variant) -> [Spot] {
        gather(pins, projection, variant: variant, most: .max) ?? []
    }

    /// The same; nil when there are more than `most` marks.
    static func gather(_ pins: [Pin], _ projection: Projection, variant: Variant, most: Int) -> [Spot]? {
        let sameSpot = min(max(5 / projection.pixelsPerMetre, 12), 35) * projection.pixelsPerMetre
        var groups: [(pins: [Pin], sum: Vec)] = []
        // Of each group the place of its first pin.
        var firsts: [Vec] = []
        for pin in pins.sorted(by: { ($0.number, $0.title) < ($1.number, $1.title) }) {
            let place = projection(pin.coordinate)
            if let group = firsts.firstIndex(where: { ($0 - place).length <= sameSpot }) {
                groups[group].pins.append(pin)
                groups[group].sum += place
            } else if groups.count == most {
                return nil
            } else {
                firsts.append(place)
                groups.append(([pin], place))
            }
        }
        return groups.map { pins, sum in Spot(pins: pins, place: sum / Double(pins.count), variant: variant) }
    }

    init(pins: [Pin], place: Vec, variant: Variant) {
        let size = variant.pin
        let font = variant.fontSize(.number)
        let widest = pins.reduce(0) { max($0, TextWidth.ofText(String($1.number)) * font + 9) }
        let cell = max(size, widest)
        columns = pins.count <= 3 ? pins.count : Int(Double(pins.count).squareRoot().rounded(.up))
        let rows = (pins.count + columns - 1) / max(columns, 1)
        self.pins = pins
        self.place = place
        mark = place
        half = Vec(cell * Double(columns), size * Double(rows)) / 2
        radius = size / 2
    }

    /// The part of the mark that pin `i` takes.
    func cell(_ i: Int) -> Box {
        let rows = (pins.count + columns - 1) / columns
        let size = Vec(half.x * 2 / Double(columns), half.y * 2 / Double(rows))
        let at = Vec(Double(i % columns) + 0.5, Double(i / columns) + 0.5) * size
        return Box(centre: mark - half + at, half: size / 2)
    }

    /// How far two marks at given places are from having `gap` between them; 0 or less is far enough.
    static func lacking(_ a: Spot, at p: Vec, _ b: Spot, at q: Vec, gap: Double) -> Double {
        MarkShape(a).lacking(at: p, MarkShape(b), at: q, gap: gap)
    }
}

extension [Spot] {
    /// Groups of marks that would overlap at their places and of which one had to move more than `limit` pixels:
    /// these need an inset. Groups whose surroundings overlap become one; groups wider than `widest` are divided, for an
    /// inset must show them clearly larger.
    func crowds(limit: Double, widest: Double, gap: Double = 2) -> [[Int]] {
        guard contains(where: { $0.moved > limit }) else { return [] }
        var group = [Int](indices)
        for i in indices {
            for j in i + 1..<Swift.max(count, i + 1)
            where Spot.lacking(self[i], at: self[i].place, self[j], at: self[j].place, gap: gap) > 0 {
                let (a, b) = (group[i], group[j])
                if a != b { for k in indices where group[k] == b { group[k] = a } }
            }
        }
        var crowds = Dictionary(grouping: indices, by: { group[$0] }).values
            .filter { members in members.count > 1 && members.contains { self[$0].moved > limit } }
            .map { $0.sorted() }
        crowds.sort { $0[0] < $1[0] }
        return merged(crowds).flatMap { divided($0, widest: widest) }.filter { $0.count > 1 }
    }

    /// Cuts a group in two across its longer side, at the widest gap near the middle, until all parts are small enough.
    private func divided(_ members: [Int], widest: Double) -> [[Int]] {
        guard members.count > 1, let box = Box(around: members.map { self[$0].place }),
            Swift.max(box.width, box.height) > widest
        else { return [members] }
        let along: (Int) -> Double = { box.width > box.height ? self[$0].place.x : self[$0].place.y }
        let sorted = members.sorted { (along($0), $0) < (along($1), $1) }
        let middle = sorted.count / 4..<Swift.max(sorted.count - sorted.count / 4, sorted.count / 4 + 1)
        let cut = middle.filter { $0 > 0 }.max {
            along(sorted[$0]) - along(sorted[$0 - 1]) < along(sorted[$1]) - along(sorted[$1 - 1])
        }
        guard let cut else { return [members] }
        return divided([Int](sorted[..<cut]), widest: widest) + divided([Int](sorted[cut...]), widest: widest)
    }

    /// Joins groups whose frames would overlap, and adds whatever else lies in a frame.
    private func merged(_ crowds: [[Int]]) -> [[Int]] {
        var result: [(members: [Int], box: Box)] = []
        for crowd in crowds {
            guard var box = Box(around: crowd.map { self[$0].place })?.grown(by: 14) else { continue }
            var members = crowd
            while let other = result.firstIndex(where: { $0.box.overlaps(box) }) {
                members += result[other].members
                box = box.union(result[other].box)
                result.remove(at: other)
            }
            // Whatever else lies in its frame is shown in the inset too.
            let inside = indices.filter { box.contains(self[$0].place) }
            result.append((Set(members + inside).sorted(), box))
        }
        return result.map(\.members)
    }
}
