/// Short lists, as a place has them by the dozen: nearly always of no or a few elements.

extension Array where Element: Hashable {
    /// Each element once, in the order of first appearance.
    func uniqued() -> [Element] {
        // Few are sooner compared than hashed.
        if count <= 8 {
            func isFirst(_ index: Int) -> Bool { !self[..<index].contains(self[index]) }
            return indices.allSatisfy(isFirst) ? self : indices.filter(isFirst).map { self[$0] }
        }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension [String] {
    /// As the standard library joins them, which takes many times as long for a few.
    func joined(separator: String = "") -> String {
        guard var text = first else { return "" }
        if count == 1 { return text }
        text.reserveCapacity(reduce(0) { $0 + $1.utf8.count + separator.utf8.count })
        for part in dropFirst() {
            text += separator
            text += part
        }
        return text
    }
}
