// "Did you mean …?"

/// Up to three of `names` that a slip of the fingers turns into `word`, the nearest first.
func nearest<Names: Sequence<String>>(to word: String, of names: Names) -> [String] {
    let limit = max(1, min(3, word.utf8.count / 3))
    return names.map { (distance: distance(word, $0), name: $0) }
        .filter { $0.distance <= limit }
        .sorted { $0 < $1 }
        .prefix(3).map(\.name)
}

/// The number of letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
private func distance(_ first: String, _ second: String) -> Int {
    let a = Array(first.lowercased().utf8.prefix(64))
    let b = Array(second.lowercased().utf8.prefix(64))
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i]
        for j in 1...b.count {
            var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, beforeLast[j - 2] + 1) }
            row.append(best)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
