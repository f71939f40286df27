/// Values by number, each made when somebody first asks for it.

import Synchronization

/// May be asked from several threads at once: should two make the same value, the first to be done is kept.
final class LazyTable<Value: Sendable>: Sendable {
    private let slots: Slots
    /// So many values are kept; those of further numbers are made each time.
    let count: Int

    private final class Box: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    /// Each slot holds nothing or a box of its own.
    private struct Slots: @unchecked Sendable {
        let start: UnsafeMutablePointer<Atomic<Unmanaged<Box>?>>

        func box(_ number: Int) -> Box? {
            (start + number).pointee.load(ordering: .acquiring)?.takeUnretainedValue()
        }

        /// The box that is there afterwards: another's, if that one was quicker.
        func keep(_ box: Box, at number: Int) -> Box {
            let own = Unmanaged.passRetained(box)
            let (done, there) = (start + number).pointee.compareExchange(
                expected: nil, desired: own, ordering: .acquiringAndReleasing)
            guard !done, let there else { return box }
            own.release()
            return there.takeUnretainedValue()
        }
    }

    /// - Parameters:
    ///   - other: a table of as many values, of which those are taken that have been made.
    ///   - left: the numbers of values that are others here.
    init(count: Int, like other: LazyTable? = nil, except left: [Int] = []) {
        self.count = count
        slots = Slots(start: .allocate(capacity: count))
        for number in 0..<count { (slots.start + number).initialize(to: Atomic(nil)) }
        guard let other, other.count == count else { return }
        let left = Set(left)
        for number in 0..<count where !left.contains(number) {
            if let box = other.slots.box(number) { _ = slots.keep(box, at: number) }
        }
    }

    deinit {
        for number in 0..<count { (slots.start + number).pointee.load(ordering: .acquiring)?.release() }
        slots.start.deinitialize(count: count)
        slots.start.deallocate()
    }

    /// - Parameter make: gives the same value each time.
    func value(_ number: Int, make: () -> Value) -> Value {
        guard number < count else { return make() }
        if let box = slots.box(number) { return box.value }
        return slots.keep(Box(make()), at: number).value
    }
}
