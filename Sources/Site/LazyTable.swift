/// Values by number, each made when somebody first asks for it.

import Synchronization

/// May be asked from several threads at once: should two make the same value, the first to be done is kept.
final class LazyTable<Value: Sendable>: Sendable {
    private let slots: Slots
    /// So many values are kept; those of further numbers are made each time.
    let count: Int

    /// The values side by side: an object for each would be looked up in memory twice.
    private struct Slots: @unchecked Sendable {
        let values: UnsafeMutablePointer<Value>
        let states: UnsafeMutablePointer<Atomic<State>>

        enum State: UInt8, AtomicRepresentable {
            case empty, taken, made
        }

        init(count: Int) {
            (values, states) = (.allocate(capacity: count), .allocate(capacity: count))
            for number in 0..<count { (states + number).initialize(to: Atomic(.empty)) }
        }

        func value(_ number: Int) -> Value? {
            (states + number).pointee.load(ordering: .acquiring) == .made ? values[number] : nil
        }

        /// Unless another thread was quicker.
        func keep(_ value: Value, at number: Int) {
            let (isOurs, _) = (states + number).pointee.compareExchange(
                expected: .empty, desired: .taken, ordering: .relaxed)
            guard isOurs else { return }
            (values + number).initialize(to: value)
            (states + number).pointee.store(.made, ordering: .releasing)
        }

        func deallocate(count: Int) {
            for number in 0..<count where (states + number).pointee.load(ordering: .acquiring) == .made {
                (values + number).deinitialize(count: 1)
            }
            states.deinitialize(count: count)
            states.deallocate()
            values.deallocate()
        }
    }

    /// - Parameters:
    ///   - other: a table of as many values, of which those are taken that have been made.
    ///   - left: the numbers of values that are others here.
    init(count: Int, like other: LazyTable? = nil, except left: [Int] = []) {
        self.count = count
        slots = Slots(count: count)
        guard let other, other.count == count else { return }
        let left = Set(left)
        for number in 0..<count where !left.contains(number) {
            if let value = other.slots.value(number) { slots.keep(value, at: number) }
        }
    }

    deinit { slots.deallocate(count: count) }

    /// - Parameter make: gives the same value each time.
    func value(_ number: Int, make: () -> Value) -> Value {
        guard number < count else { return make() }
        if let value = slots.value(number) { return value }
        let value = make()
        slots.keep(value, at: number)
        return value
    }
}
