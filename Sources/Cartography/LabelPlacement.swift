// Finds room for the names: eight slots around each mark, first come by need, then made better by moving.

/// A text that wants to stand beside its mark.
struct LabelWish {
    /// The mark; the label stands beside this box.
    var anchor: Box
    var forms: LabelForms
    var fontSize: Double
}

/// A label that found room.
struct PlacedLabel {
    var lines: [Substring]
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

    /// A place where a label may stand.
    private struct Candidate {
        let form: Int
        let box: Box
        let align: Anchor
    }

    /// For each wish its label, or nil where there is no room.
    func place(_ wishes: [LabelWish]) -> [PlacedLabel?] {
        guard wishes.count > 1 else { return wishes.map(place) }
        let forms = wishes.map(\.forms.all)
        var surroundings = Surroundings()
        let candidates = wishes.indices.map { i in
            var all: [Candidate] = []
            all.reserveCapacity(forms[i].count * Slot.allCases.count)
            forEachCandidate(wishes[i], forms[i], Self.choices[...], &surroundings) { candidate in
                all.append(candidate)
                return true
            }
            return all
        }
        var chosen = [Int?](repeating: nil, count: wishes.count)
        // Of each label that is chosen its box with a little air.
        var taken = [Box](repeating: .nowhere, count: wishes.count)

        func choose(_ pick: Int?, for i: Int) {
            chosen[i] = pick
            taken[i] = pick.map { candidates[i][$0].box.grown(by: 1) } ?? .nowhere
        }
        func isFree(_ box: Box, except own: Int) -> Bool {
            for i in taken.indices where taken[i].overlaps(box) && i != own { return false }
            return true
        }
        func firstFree(_ i: Int) -> Int? {
            candidates[i].firstIndex { isFree($0.box, except: i) }
        }

        // Who has the least choice chooses first.
        for i in wishes.indices.sorted(by: { (candidates[$0].count, $0) < (candidates[$1].count, $1) }) {
            choose(firstFree(i), for: i)
        }
        for _ in 0..<3 {
            var changed = false
            // Who found no room asks a single neighbour to move.
            for i in wishes.indices where chosen[i] == nil {
                for (slot, candidate) in candidates[i].enumerated() where chosen[i] == nil {
                    guard let blocker = taken.firstIndex(where: { $0.overlaps(candidate.box) }),
                        !taken[(blocker + 1)...].contains(where: { $0.overlaps(candidate.box) })
                    else { continue }
                    let before = chosen[blocker]
                    choose(slot, for: i)
                    choose(firstFree(blocker), for: blocker)
                    if chosen[blocker] == nil {
                        choose(nil, for: i)
                        choose(before, for: blocker)
                    } else {
                        changed = true
                    }
                }
            }
            // Whoever can stand better does.
            for i in wishes.indices {
                guard let now = chosen[i], let best = firstFree(i), best < now else { continue }
                choose(best, for: i)
                changed = true
            }
            if !changed { break }
        }
        return wishes.indices.map { i in chosen[i].map { label(forms[i], candidates[i][$0]) } }
    }

    /// The label of a single wish, or nil where there is no room.
    func place(_ wish: LabelWish) -> PlacedLabel? {
        var surroundings = Surroundings()
        func first(_ forms: [LabelForm], _ choices: ArraySlice<Choice>) -> PlacedLabel? {
            var found: PlacedLabel?
            forEachCandidate(wish, forms, choices, &surroundings) { candidate in
                found = label(forms, candidate)
                return false
            }
            return found
        }
        if let whole = wish.forms.whole, let label = first([whole], Self.easyChoices) { return label }
        return first(wish.forms.all, Self.choices[...])
    }

    private func label(_ forms: [LabelForm], _ candidate: Candidate) -> PlacedLabel {
        PlacedLabel(lines: forms[candidate.form].lines, box: candidate.box, align: candidate.align)
    }

    // MARK: Candidates

    /// The places where a label may stand at all, the best first, until `body` wants no more.
    private func forEachCandidate(
        _ wish: LabelWish, _ forms: [LabelForm], _ choices: ArraySlice<Choice>, _ surroundings: inout Surroundings,
        _ body: (Candidate) -> Bool
    ) {
        func size(_ form: LabelForm) -> Vec { Vec(form.width, form.height) * wish.fontSize }
        let widest = forms.reduce(Vec(0, 0)) { pointwiseMax($0, size($1)) } + 2 * Self.gap
        surroundings.gather(
            self, around: wish.anchor, within: Box(centre: wish.anchor.centre, half: wish.anchor.size / 2 + widest))

        for (form, slot) in choices where form < forms.count {
            let (box, align) = slot.box(around: wish.anchor, size(forms[form]))
            guard frame.contains(box), !surroundings.obstacles.contains(where: { $0.overlaps(box) }) else { continue }
            let own = box.distance(to: wish.anchor)
            guard !surroundings.strangers.contains(where: { box.distance(to: $0) < own + Self.air }),
                !surroundings.leaders.contains(where: { box.isCrossed(from: $0.0, to: $0.1) })
            else { continue }
            guard body(Candidate(form: form, box: box, align: align)) else { return }
        }
    }

    /// What is near enough to a mark to be in the way of its label.
    private struct Surroundings {
        var obstacles: [Box] = []
        var strangers: [Box] = []
        var leaders: [(Vec, Vec)] = []

        /// Those of another mark give way.
        mutating func gather(_ all: LabelPlacement, around mark: Box, within reach: Box) {
            obstacles.removeAll(keepingCapacity: true)
            strangers.removeAll(keepingCapacity: true)
            leaders.removeAll(keepingCapacity: true)
            for box in all.obstacles where reach.overlaps(box) { obstacles.append(box) }
            let near = reach.grown(by: LabelPlacement.air)
            for other in all.marks where near.overlaps(other) && other != mark { strangers.append(other) }
            for line in all.leaders where reach.isCrossed(from: line.0, to: line.1) { leaders.append(line) }
        }
    }

    /// Pixels that a strange mark must be farther away than a label's own.
    private static let air = 1.5

    /// All slots of up to three forms, the best first: better an easy slot for a broken name than a bad one for the whole.
    private static let choices: [Choice] = (0..<3)
        .flatMap { form in Slot.allCases.map { (cost: $0.cost + Double(form) * 1.5, form: form, slot: $0) } }
        .sorted { ($0.cost, $0.form, $0.slot.rawValue) < ($1.cost, $1.form, $1.slot.rawValue) }
        .map { ($0.form, $0.slot) }

    /// Those of the first form that are better than any of the others.
    private static let easyChoices = choices.prefix { $0.form == 0 }

    private typealias Choice = (form: Int, slot: Slot)

    /// Where a label may stand beside its mark.
    private enum Slot: Int, CaseIterable {
        case right, left, below, above, rightAbove, rightBelow, leftAbove, leftBelow

        var cost: Double {
            switch self {
            case .right: 0
            case .left: 1
            case .below: 1.2
            case .above: 1.4
            case .rightAbove, .rightBelow: 2
            case .leftAbove, .leftBelow: 2.4
            }
        }

        /// The box of a label, and where its lines are held.
        func box(around anchor: Box, _ size: Vec) -> (Box, Anchor) {
            let centre = anchor.centre
            let reach = anchor.size / 2 + LabelPlacement.gap
            // At the corners a label may come nearer, for the pin is round.
            let corner = anchor.size / 2 * 0.75 + 1
            func box(_ left: Double, _ top: Double) -> Box {
                Box(left: left, top: top, right: left + size.x, bottom: top + size.y)
            }
            let (above, below) = (centre.y - reach.y - size.y, centre.y + reach.y)
            return switch self {
            case .right: (box(centre.x + reach.x, centre.y - size.y / 2), .start)
            case .left: (box(centre.x - reach.x - size.x, centre.y - size.y / 2), .end)
            case .below: (box(centre.x - size.x / 2, below), .middle)
            case .above: (box(centre.x - size.x / 2, above), .middle)
            case .rightAbove: (box(centre.x + corner.x, above), .start)
            case .rightBelow: (box(centre.x + corner.x, below), .start)
            case .leftAbove: (box(centre.x - corner.x - size.x, above), .end)
            case .leftBelow: (box(centre.x - corner.x - size.x, below), .end)
            }
        }
    }
}
