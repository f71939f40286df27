/// Short lists, as a place has them by the dozen: nearly always of no or a few elements.

extension Swift.Sequence where Element: Hashable {
    /// Each element once, in the order of first appearance.
    func uniqued() -> [Element] {
        // Few are sooner compared than hashed.
        if underestimatedCount <= 8 {
            let few = Array(prefix(9))
            if few.count <= 8 { return few.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
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
