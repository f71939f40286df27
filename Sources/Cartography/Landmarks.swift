// Chooses the few landmarks that help to find a place, and finds room for them when everything else stands.

import Geography

/// A landmark that found room.
struct PlacedLandmark {
    var pictogram: Pictogram
    var at: Vec
    var box: Box
    var label: PlacedLabel?

    /// Half the size of a sign.
    static let half = Vec(8.5, 8.5)
}

/// Chooses and places landmarks: the more they help in general and the nearer they are to a mark, the earlier.
struct LandmarkChoice {
    let projection: Projection
    let variant: Variant
    /// True places of the marks.
    var places: [Vec]
    /// Boxes of marks, labels and furniture.
    var obstacles: [Box]
    var marks: [Box]
    var leaders: [(Vec, Vec)] = []
    /// The numbers of names that the map bears already as a pin's label.
    var knownNames: Set<Int> = []
    /// Of names to be shown before all others, such as the nearest stop.
    var wanted: [Int] = []
    /// What counts as inside; landmarks outside matter less.
    var inside: ((Vec) -> Bool)?

    /// The landmarks to add to those that stand already.
    func choose(from landmarks: [Landmark], besides standing: [PlacedLandmark]) -> [PlacedLandmark] {
        let frame = projection.frame.grown(by: -3)
        guard !landmarks.isEmpty else { return [] }
        let ranked = landmarks.compactMap { landmark -> (score: Double, at: Vec, Landmark)? in
            let at = projection(landmark.coordinate)
            guard frame.contains(at) else { return nil }
            let score = score(landmark, at)
            return score > 1.2 ? (score, at, landmark) : nil
        }.sorted { ($1.score, $0.at.y, $0.at.x, $0.2.name) < ($0.score, $1.at.y, $1.at.x, $1.2.name) }

        let budget = Int(projection.frame.width * projection.frame.height / (variant == .print ? 15_000 : 19_000)) + 2
        var placed: [PlacedLandmark] = []
        var names = knownNames
        var labels = LabelPlacement(frame: frame, obstacles: obstacles, leaders: leaders, marks: marks)
        for (_, at, landmark) in ranked {
            guard standing.count + placed.count < budget else { break }
            // One of a name: the two sides of a street have the same bus stop.
            guard landmark.nameNumber.map({ !names.contains($0) }) ?? true else { continue }
            let box = Box(centre: at, half: PlacedLandmark.half)
            guard frame.contains(box), !labels.obstacles.contains(where: { $0.overlaps(box) }),
                !placed.contains(where: { $0.box.distance(to: box) < 12 }),
                !leaders.contains(where: { box.isCrossed(from: $0.0, to: $0.1) })
            else { continue }
            let label = label(of: landmark, beside: box, in: labels)
            // A bus stop or park without its name says little.
            guard label != nil || landmark.name.isEmpty || landmark.pictogram.weight >= 6 else { continue }
            placed.append(PlacedLandmark(pictogram: landmark.pictogram, at: at, box: box, label: label))
            labels.obstacles.append(box)
            if let label { labels.obstacles.append(label.box.grown(by: 2)) }
            if let number = landmark.nameNumber { names.insert(number) }
        }
        return placed
    }

    private func label(
        of landmark: Landmark, beside box: Box, in labels: LabelPlacement
    ) -> PlacedLabel? {
        guard !landmark.name.isEmpty else { return nil }
        let wish = LabelWish(
            anchor: box, forms: .name(Name(landmark.name), widest: variant == .narrow ? 8 : 12),
            fontSize: variant.fontSize(.small))
        return labels.place(wish)
    }

    private func score(_ landmark: Landmark, _ at: Vec) -> Double {
        if let number = landmark.nameNumber, wanted.contains(number) { return 100 }
        let nearest = places.reduce(Double.infinity) { min($0, ($1 - at).length) } / projection.pixelsPerMetre
        // Half at 180 m: what one passes on the way.
        let nearness = 1 / (1 + (nearest / 180) * (nearest / 180))
        let here = inside.map { $0(at) ? 1 : 0.5 } ?? 1
        let weight = landmark.pictogram.weight
        return weight * here * (weight >= 7 ? 0.35 + nearness : 0.08 + nearness)
    }
}
