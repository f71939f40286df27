/// Values by number, each made when somebody first asks for it.

import Synchronization

/// May be asked from several threads at once: should two make the same value, the first to be done is kept.
final class LazyTable<Value: Sendable>: Sendable {
    private let slots: Slots
    private let count: Int

    private final class Box: Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    private struct Slots: @unchecked Sendable {
        let start: UnsafeMutablePointer<AtomicLazyReference<Box>>
    }

    /// - Parameters:
    ///   - other: a table of as many values, of which those are taken that have been made.
    ///   - left: the numbers of values that are others here.
    init(count: Int, like other: LazyTable? = nil, except left: [Int] = []) {
        self.count = count
        slots = Slots(start: .allocate(capacity: count))
        for number in 0..<count { (slots.start + number).initialize(to: AtomicLazyReference()) }
        guard let other, other.count == count else { return }
        let left = Set(left)
        for number in 0..<count where !left.contains(number) {
            if let box = (other.slots.start + number).pointee.load() {
                _ = (slots.start + number).pointee.storeIfNil(box)
            }
        }
    }

    deinit {
        slots.start.deinitialize(count: count)
        slots.start.deallocate()
    }

    /// - Parameter make: gives the same value each time.
    func value(_ number: Int, make: () -> Value) -> Value {
        precondition((0..<count).contains(number))
        let slot = slots.start + number
        if let box = slot.pointee.load() { return box.value }
        return slot.pointee.storeIfNil(Box(make())).value
    }
}
