// "Did you mean …?": the known word that is closest to what somebody typed.

/// The candidate nearest to `word`, or nil if none is near: one slip for every three characters, at least one. Slips are
/// characters inserted, left out, changed, or swapped with their neighbour (optimal string alignment distance).
/// Letters' case and full-width forms of ASCII do not count. Of equals the first wins.
package func nearestWord(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = folded(word)
    guard typed.count >= 2, typed.count <= 64 else { return nil }
    var best: String?
    var bound = max(1, typed.count / 3)
    for candidate in candidates {
        let known = folded(candidate)
        // Of two characters one must be right; with one there is nothing to compare.
        guard known.count >= 2, let distance = distance(typed, known, within: bound) else { continue }
        best = candidate
        if distance == 0 { return best }
        bound = distance - 1
    }
    return best
}

private func folded(_ word: String) -> [UInt32] {
    word.unicodeScalars.map { scalar in
        let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        return (0x41...0x5A).contains(narrow) ? narrow + 0x20 : narrow
    }
}

/// The distance of two words; nil if it is more than `bound`.
private func distance(_ left: [UInt32], _ right: [UInt32], within bound: Int) -> Int? {
    guard abs(left.count - right.count) <= bound else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var row = [i + 1]
        row.reserveCapacity(right.count + 1)
        for (j, b) in right.enumerated() {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a == b ? 0 : 1))
            if i > 0, j > 0, a == right[j - 1], b == left[i - 1] { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        guard (row.min() ?? 0) <= bound else { return nil }
        (beforeLast, last) = (last, row)
    }
    let result = last[right.count]
    return result <= bound ? result : nil
}
