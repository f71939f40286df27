// Finds room for the names: eight slots around each mark, first come by need, then made better by moving.

/// A text that wants to stand beside its mark.
struct LabelWish {
    /// The mark; the label stands beside this box.
    var anchor: Box
    /// The lines of the text, in the forms that may be used, the best first.
    var forms: [[String]]
    var fontSize: Double
}

/// A label that found room.
struct PlacedLabel: Equatable {
    var lines: [String]
    var box: Box
    var align: Anchor
}

/// Places labels so that none touches a mark, another label or an obstacle, and none is nearer to a strange mark than
/// to its own. Deterministic: the same wishes give the same labels.
///
/// Greedy with repair, after the survey of J. Christensen, J. Marks and S. Shieber, "An empirical study of algorithms
/// for point-feature label placement", ACM Transactions on Graphics 14 (1995).
struct LabelPlacement {
    var frame: Box
    /// Boxes that no label may touch; those of all marks too.
    var obstacles: [Box]
    /// Lines that no label may cover: leaders.
    var leaders: [(Vec, Vec)] = []
    /// Marks of places: a label must be nearer to its own.
    var marks: [Box]

    static let lineHeight = 1.18
    private static let gap = 2.5

    private struct Candidate {
        let label: PlacedLabel
        let cost: Double
    }

    /// For each wish its label, or nil where there is no room.
    func place(_ wishes: [LabelWish]) -> [PlacedLabel?] {
        let candidates = wishes.map(candidates)
        var chosen = [Int?](repeating: nil, count: wishes.count)

        func isFree(_ box: Box, except own: Int, and other: Int = -1) -> Bool {
            for i in chosen.indices where i != own && i != other {
                if let pick = chosen[i], candidates[i][pick].label.box.grown(by: 1).overlaps(box) { return false }
            }
            return true
        }
        func firstFree(_ i: Int, and other: Int = -1) -> Int? {
            candidates[i].indices.first { isFree(candidates[i][$0].label.box, except: i, and: other) }
        }

        // Who has the least choice chooses first.
        for i in wishes.indices.sorted(by: { (candidates[$0].count, $0) < (candidates[$1].count, $1) }) {
            chosen[i] = firstFree(i)
        }
        for _ in 0..<3 {
            var changed = false
            // Who found no room asks a single neighbour to move.
            for i in wishes.indices where chosen[i] == nil {
                for (slot, candidate) in candidates[i].enumerated() where chosen[i] == nil {
                    let blockers = chosen.indices.filter { j in
                        chosen[j].map { candidates[j][$0].label.box.grown(by: 1).overlaps(candidate.label.box) }
                            ?? false
                    }
                    guard blockers.count == 1, let blocker = blockers.first else { continue }
                    let before = chosen[blocker]
                    chosen[i] = slot
                    chosen[blocker] = firstFree(blocker)
                    if chosen[blocker] == nil { (chosen[i], chosen[blocker]) = (nil, before) } else { changed = true }
                }
            }
            // Whoever can stand better does.
            for i in wishes.indices {
                guard let now = chosen[i], let best = firstFree(i), best < now else { continue }
                chosen[i] = best
                changed = true
            }
            if !changed { break }
        }
        return wishes.indices.map { i in chosen[i].map { candidates[i][$0].label } }
    }

    /// The places where a label may stand at all, the best first.
    private func candidates(_ wish: LabelWish) -> [Candidate] {
        var result: [Candidate] = []
        for (form, lines) in wish.forms.enumerated() {
            let width = (lines.map { TextWidth.ofText($0) }.max() ?? 0) * wish.fontSize
            let size = Vec(width, Double(lines.count - 1) * wish.fontSize * Self.lineHeight + wish.fontSize)
            for (slot, candidate) in Self.slots(around: wish.anchor, size).enumerated()
            where isAllowed(candidate.0, wish) {
                let label = PlacedLabel(lines: lines, box: candidate.0, align: candidate.1)
                result.append(Candidate(label: label, cost: Self.costs[slot] + Double(form) * 1.5))
            }
        }
        // Stable: equal costs stay in the order of slots.
        return result.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
    }

    private func isAllowed(_ box: Box, _ wish: LabelWish) -> Bool {
        guard frame.contains(box) else { return false }
        for obstacle in obstacles where obstacle.overlaps(box) { return false }
        let own = box.distance(to: wish.anchor)
        for mark in marks where mark != wish.anchor && box.distance(to: mark) < own + 1.5 { return false }
        for (a, b) in leaders where box.isCrossed(from: a, to: b) { return false }
        return true
    }

    /// Right, left, below, above, and the four corners.
    private static let costs: [Double] = [0, 1, 1.2, 1.4, 2, 2, 2.4, 2.4]

    private static func slots(around anchor: Box, _ size: Vec) -> [(Box, Anchor)] {
        let centre = anchor.centre
        let reach = anchor.size / 2 + gap
        // At the corners a label may come nearer, for the pin is round.
        let corner = anchor.size / 2 * 0.75 + 1
        func box(_ left: Double, _ top: Double) -> Box {
            Box(left: left, top: top, right: left + size.x, bottom: top + size.y)
        }
        return [
            (box(centre.x + reach.x, centre.y - size.y / 2), .start),
            (box(centre.x - reach.x - size.x, centre.y - size.y / 2), .end),
            (box(centre.x - size.x / 2, centre.y + reach.y), .middle),
            (box(centre.x - size.x / 2, centre.y - reach.y - size.y), .middle),
            (box(centre.x + corner.x, centre.y - reach.y - size.y), .start),
            (box(centre.x + corner.x, centre.y + reach.y), .start),
            (box(centre.x - corner.x - size.x, centre.y - reach.y - size.y), .end),
            (box(centre.x - corner.x - size.x, centre.y + reach.y), .end),
        ]
    }
}
