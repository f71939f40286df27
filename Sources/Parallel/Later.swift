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
