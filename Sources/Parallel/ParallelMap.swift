/// Work split over the machine's cores.

import Dispatch
import Glibc
import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// The results of `transform`, in order. `transform` runs on several threads at once.
    ///
    /// Work is handed out in small pieces, so that one slow item does not keep a core idle.
    @inlinable
    package func parallelMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        let total = count
        guard total > 1 else { return map(transform) }
        let piece = Swift.max(1, Swift.min(64, total / 16))
        let pieces = (total + piece - 1) / piece
        return [Result](unsafeUninitializedCapacity: total) { buffer, initialized in
            guard let start = buffer.baseAddress else { return }
            let output = Slots(start: start)
            DispatchQueue.concurrentPerform(iterations: pieces) { number in
                let from = number * piece
                for offset in from..<Swift.min(from + piece, total) {
                    output.fill(offset, with: transform(self[startIndex + offset]))
                }
            }
            initialized = total
        }
    }

    /// Hands every element to `body`, on several threads at once, each with a state of its own that it keeps from element
    /// to element; returns the states. A thread gets its elements in their order.
    @inlinable
    package func parallelReduce<State: Sendable>(
        from initial: State, _ body: @Sendable (inout State, Element) -> Void
    ) -> [State] {
        let piece = Swift.max(1, Swift.min(16, count / 64))
        let next = Atomic(startIndex)
        return (0..<cores).parallelMap { _ in
            var state = initial
            while true {
                let from = next.add(piece, ordering: .relaxed).oldValue
                guard from < endIndex else { return state }
                for index in from..<Swift.min(from + piece, endIndex) { body(&state, self[index]) }
            }
        }
    }
}

extension Array where Element: Sendable {
    /// What `sorted(by:)` gives, by two threads.
    @inlinable
    package func parallelSorted(by precedes: @Sendable (Element, Element) -> Bool) -> [Element] {
        let middle = count / 2
        let halves = [indices[..<middle], indices[middle...]].parallelMap { self[$0].sorted(by: precedes) }
        let (first, second) = (halves[0], halves[1])
        var sorted: [Element] = []
        sorted.reserveCapacity(count)
        var next = 0
        for element in second {
            while next < first.count, !precedes(element, first[next]) {
                sorted.append(first[next])
                next += 1
            }
            sorted.append(element)
        }
        return sorted + first[next...]
    }
}

@usableFromInline let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

/// Memory to which each index is written exactly once, by one thread.
@usableFromInline
struct Slots<Value>: @unchecked Sendable {
    @usableFromInline let start: UnsafeMutablePointer<Value>

    @inlinable
    init(start: UnsafeMutablePointer<Value>) { self.start = start }

    @inlinable
    func fill(_ index: Int, with value: consuming Value) { (start + index).initialize(to: value) }
}
