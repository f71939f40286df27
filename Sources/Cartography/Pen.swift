// Writes numbers and letters into room that is large enough: half of a map's bytes are the digits of its coordinates.

extension [UInt8] {
    /// Adds what `body` writes, at most so many bytes.
    @inline(__always)
    mutating func write(atMost bytes: Int, _ body: (inout Pen) -> Void) {
        append(addingCapacity: bytes + Pen.slack) { end in
            end.withUnsafeMutableBufferPointer { room, count in
                var pen = Pen(room)
                body(&pen)
                count = pen.count
            }
        }
    }

    /// A number given in tenths: `-12.5`, `.3`, `7`.
    mutating func appendTenths(_ value: Int) {
        write(atMost: Pen.longest) { $0.number(value) }
    }
}

/// A place in memory at which something is being written. Whoever gives it too little room is stopped.
struct Pen {
    private let room: UnsafeMutableBufferPointer<UInt8>
    fileprivate var count = 0

    /// Bytes of the longest number, with what separates it.
    static let longest = 24
    /// Bytes that are touched beyond what is written: short numbers are set down as four bytes whatever their length.
    fileprivate static let slack = 4

    fileprivate init(_ room: UnsafeMutableBufferPointer<UInt8>) {
        self.room = room
    }

    mutating func eraseAll() { count = 0 }

    @inline(__always)
    mutating func put(_ text: StaticString) {
        text.withUTF8Buffer { put($0) }
    }

    @inline(__always)
    mutating func put(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { put($0) }
    }

    @inline(__always)
    mutating func put(text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ put($0) }) == nil { put(Array(text.utf8)) }
    }

    @inline(__always)
    private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let from = bytes.baseAddress, let to = room.baseAddress else { return }
        precondition(count + bytes.count <= room.count)
        (to + count).update(from: from, count: bytes.count)
        count &+= bytes.count
    }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        precondition(count < room.count)
        room[count] = byte
        count &+= 1
    }

    /// A number given in tenths: `-12.5`, `.3`, `7`.
    @inline(__always)
    mutating func number(_ tenths: Int) {
        if tenths < 0 { put(UInt8(ascii: "-")) }
        magnitude(tenths.magnitude)
    }

    /// The same after another number: a minus sign separates by itself.
    @inline(__always)
    mutating func separated(_ tenths: Int) {
        put(tenths < 0 ? UInt8(ascii: "-") : UInt8(ascii: " "))
        magnitude(tenths.magnitude)
    }

    @inline(__always)
    private mutating func magnitude(_ tenths: UInt) {
        guard tenths < shortNumbers.count else { return longNumber(tenths) }
        precondition(count + Pen.slack <= room.count)
        let number = shortNumbers[Int(tenths)]
        UnsafeMutableRawBufferPointer(room).storeBytes(of: number.letters, toByteOffset: count, as: SIMD4<UInt8>.self)
        count &+= number.count
    }

    private mutating func longNumber(_ tenths: UInt) {
        digits(tenths / 100)
        digit(tenths / 10 % 10)
        guard tenths % 10 > 0 else { return }
        put(UInt8(ascii: "."))
        digit(tenths % 10)
    }

    private mutating func digits(_ value: UInt) {
        if value >= 100 { digits(value / 100) }
        if value >= 10 { digit(value / 10 % 10) }
        digit(value % 10)
    }

    @inline(__always)
    private mutating func digit(_ value: UInt) { put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value)) }
}

/// How the numbers below 100 are written, by their tenths: most numbers are steps from corner to corner, and short.
private let shortNumbers: [(letters: SIMD4<UInt8>, count: Int)] = (0..<1_000).map { tenths in
    var (letters, count) = (SIMD4<UInt8>(), 0)
    func put(_ letter: UInt8) {
        letters[count] = letter
        count += 1
    }
    let zero = UInt8(ascii: "0")
    if tenths >= 100 { put(zero + UInt8(tenths / 100)) }
    if tenths >= 10 || tenths == 0 { put(zero + UInt8(tenths / 10 % 10)) }
    if tenths % 10 > 0 {
        put(UInt8(ascii: "."))
        put(zero + UInt8(tenths % 10))
    }
    return (letters, count)
}

// MARK: XML

extension Pen {
    /// An attribute with a number; `name` ends with the opening quote.
    mutating func attribute(_ name: StaticString, _ value: Double) {
        put(name)
        number(tenths(value))
        put("\"")
    }

    mutating func box(_ box: Box) {
        attribute(" x=\"", box.left)
        attribute(" y=\"", box.top)
        attribute(" width=\"", box.width)
        attribute(" height=\"", box.height)
    }

    /// The name of a stencil: its number to the base of 36.
    mutating func name(_ hash: UInt32) {
        if hash >= 36 { name(hash / 36) }
        let digit = UInt8(hash % 36)
        put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }

    /// Bytes that a text may take.
    static func longest(escaping text: some StringProtocol) -> Int { text.utf8.count * 6 }

    /// A text as XML wants it.
    mutating func put(escaping text: some StringProtocol) {
        if text.utf8.withContiguousStorageIfAvailable({ put(escaping: $0) }) == nil { put(escaping: Array(text.utf8)) }
    }

    private mutating func put(escaping bytes: some Sequence<UInt8>) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): put("&amp;")
            case UInt8(ascii: "<"): put("&lt;")
            case UInt8(ascii: ">"): put("&gt;")
            case UInt8(ascii: "\""): put("&quot;")
            // Control characters are not allowed in XML at all.
            case 0..<0x20, 0x7F: put(UInt8(ascii: " "))
            default: put(byte)
            }
        }
    }
}
