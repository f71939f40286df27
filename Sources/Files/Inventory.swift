/// What stands in a folder, with what tells that one of its files has changed.

import Encoding

/// The signatures of files at their paths, summed to one number: their order is of no matter.
package struct Inventory: Equatable, Sendable {
    package private(set) var sum: UInt64 = 0
    /// From then on another change of any of them carries another time.
    private var settling = 0

    package init() {}

    /// - Parameter path: from wherever they all begin, with `/`.
    package mutating func add(_ path: Substring, _ signature: FileSignature) {
        var path = path
        path.withUTF8 { add(UnsafeRawBufferPointer($0), signature) }
    }

    /// - Parameter path: as the system gives it, which need not be UTF-8.
    package mutating func add(_ path: UnsafeRawBufferPointer, _ signature: FileSignature) {
        var file = Fingerprint(path)
        signature.add(to: &file)
        sum &+= file.bits
        settling = max(settling, signature.settling)
    }

    package mutating func add(_ other: Inventory) {
        sum &+= other.sum
        settling = max(settling, other.settling)
    }

    /// False where a file had changed just before that time, or has since: another change would not show.
    package func isSettled(at time: Int) -> Bool { settling < time }
}
