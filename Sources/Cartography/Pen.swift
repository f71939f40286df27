// Writes numbers and letters into room that is large enough: half of a map's bytes are the digits of its coordinates.

extension [UInt8] {
    /// Adds what `body` writes, at most so many bytes.
    @inline(__always)
    @discardableResult
    mutating func write<T>(atMost bytes: Int, _ body: (inout Pen) -> T) -> T {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes) { room in
            var pen = Pen(room)
            let result = body(&pen)
            append(contentsOf: pen.written)
            return result
        }
    }

    /// A number given in tenths: `-12.5`, `.3`, `7`.
    mutating func appendTenths(_ value: Int) {
        write(atMost: Pen.longest) { $0.number(value) }
    }
}

/// A place in memory at which something is being written.
struct Pen {
    private let room: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// Bytes of the longest number, with what separates it.
    static let longest = 24

    fileprivate init(_ room: UnsafeMutableBufferPointer<UInt8>) {
        self.room = room
    }

    fileprivate var written: UnsafeMutableBufferPointer<UInt8> { .init(rebasing: room[..<count]) }

    mutating func eraseAll() { count = 0 }

    @inline(__always)
    mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { for byte in $0 { put(byte) } }
    }

    /// A short text.
    @inline(__always)
    mutating func put(_ text: String) {
        for byte in text.utf8 { put(byte) }
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        room[count] = byte
        count += 1
    }

    /// A number given in tenths: `-12.5`, `.3`, `7`.
    @inline(__always)
    mutating func number(_ tenths: Int) {
        if tenths < 0 { put(UInt8(ascii: "-")) }
        let (whole, fraction) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        if whole > 0 || fraction == 0 { digits(whole) }
        if fraction > 0 {
            put(UInt8(ascii: "."))
            put(UInt8(ascii: "0") + UInt8(fraction))
        }
    }

    /// The same after another number: a minus sign separates by itself.
    @inline(__always)
    mutating func separated(_ tenths: Int) {
        if tenths >= 0 { put(UInt8(ascii: " ")) }
        number(tenths)
    }

    @inline(__always)
    private mutating func digits(_ value: UInt) {
        if value >= 1_000 { manyDigits(value / 1_000) }
        if value >= 100 { put(UInt8(ascii: "0") + UInt8(value / 100 % 10)) }
        if value >= 10 { put(UInt8(ascii: "0") + UInt8(value / 10 % 10)) }
        put(UInt8(ascii: "0") + UInt8(value % 10))
    }

    private mutating func manyDigits(_ value: UInt) {
        if value >= 10 { manyDigits(value / 10) }
        put(UInt8(ascii: "0") + UInt8(value % 10))
    }
}
