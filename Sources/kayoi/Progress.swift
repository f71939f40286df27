/// A line on a terminal that tells how far something has come, and goes away when it is done.

import Glibc
import Synchronization

final class Progress: Sendable {
    private let isShown: Bool
    private let hasShown = Mutex(false)

    init(isShown: Bool) { self.isShown = isShown }

    func show(_ text: String) {
        guard isShown else { return }
        hasShown.withLock { $0 = true }
        Console.write("\r\u{1B}[K" + text, to: STDERR_FILENO)
    }

    func clear() {
        if hasShown.withLock({ $0 }) { Console.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }
}
