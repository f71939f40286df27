/// Looking for a place in what stands in order.

extension RandomAccessCollection where Index == Int {
    /// The first position from which on `isBeyond` holds; it holds for none before and for all after.
    @inlinable
    package func firstPosition(where isBeyond: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
