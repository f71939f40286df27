/// Work split over the machine's cores: a map whose results stand in the order of its input.

import Dispatch

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// The results of `transform`, in order. `transform` runs on several threads at once.
    ///
    /// Work is handed out in small pieces, so that one slow item does not keep a core idle.
    package func parallelMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        let total = count
        guard total > 1 else { return map(transform) }
        let piece = Swift.max(1, Swift.min(64, total / 16))
        let pieces = (total + piece - 1) / piece
        return [Result](unsafeUninitializedCapacity: total) { buffer, initialized in
            let output = Slots(start: buffer.baseAddress)
            DispatchQueue.concurrentPerform(iterations: pieces) { number in
                let from = number * piece
                for offset in from..<Swift.min(from + piece, total) {
                    output.fill(offset, with: transform(self[startIndex + offset]))
                }
            }
            initialized = total
        }
    }
}

/// Memory to which each index is written exactly once, by one thread.
private struct Slots<Value>: @unchecked Sendable {
    let start: UnsafeMutablePointer<Value>?

    func fill(_ index: Int, with value: Value) {
        (start.map { $0 + index })?.initialize(to: value)
    }
}
