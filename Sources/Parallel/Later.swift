/// Work that begins before somebody needs it.

import Dispatch
import Synchronization

/// A value that another thread makes meanwhile.
package final class Later<Value: Sendable>: Sendable {
    private let make: @Sendable () -> Value
    private let isTaken = Atomic(false)
    private let isMade = DispatchSemaphore(value: 0)
    private let made = Mutex<Value?>(nil)

    package init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
        DispatchQueue.global().async {
            if self.take() { self.keep(make()) }
        }
    }

    /// Waits for it; where no thread has been found for it yet, it is made here.
    package var value: Value {
        if take() {
            let value = make()
            keep(value)
            return value
        }
        isMade.wait()
        isMade.signal()
        return made.withLock(\.self) ?? make()
    }

    private func take() -> Bool { !isTaken.exchange(true, ordering: .acquiringAndReleasing) }

    private func keep(_ value: Value) {
        made.withLock { $0 = value }
        isMade.signal()
    }
}

/// Two pieces of work at once. Where one is done early, what the other splits over the cores has all of them.
package func concurrently<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
    let second = Later(second)
    return (first(), second.value)
}

/// Lets another thread take a value apart that nobody needs any more: for a large one that takes time.
///
/// - Parameter patience: until then, for those who wait for something else.
package func letGo<Value: Sendable>(_ value: consuming Value, after patience: Duration = .zero) {
    let held = Held(value)
    DispatchQueue.global().asyncAfter(deadline: .now() + .microseconds(Int(patience / .microseconds(1)))) {
        held.value.withLock { $0 = nil }
    }
}

/// The same for a value whose memory somebody needs: who asks for the result has it.
package func takenApart<Value: Sendable>(_ value: consuming Value) -> Later<Void> {
    let held = Held(value)
    return Later { held.value.withLock { $0 = nil } }
}

private final class Held<Value: Sendable>: Sendable {
    let value: Mutex<Value?>

    init(_ value: consuming Value) { self.value = Mutex(value) }
}
