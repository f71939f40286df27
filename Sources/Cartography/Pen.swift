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
    private(set) var count = 0

    /// Bytes of the longest number, with what separates it.
    static let longest = 24
    /// Bytes that are touched beyond what is written: short numbers are set down as eight bytes whatever their length.
    fileprivate static let slack = 8

    private let numbers = ShortNumber.all

    fileprivate init(_ room: UnsafeMutableBufferPointer<UInt8>) {
        self.room = room
    }

    /// Takes back what was written after the first `count` bytes.
    mutating func erase(downTo count: Int) { self.count = Swift.min(count, self.count) }

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
        guard let number = shortNumber(tenths) else { return longNumber(tenths) }
        let skipped = tenths < 0 ? 0 : 1
        put(number.letters >> UInt64(8 * skipped), count: number.count - skipped)
    }

    /// The same after another number: a minus sign separates by itself.
    @inline(__always)
    mutating func separated(_ tenths: Int) {
        guard let number = shortNumber(tenths) else { return separatedLongNumber(tenths) }
        put(number.letters, count: number.count)
    }

    @inline(__always)
    private func shortNumber(_ tenths: Int) -> ShortNumber? {
        let place = UInt(bitPattern: tenths &+ ShortNumber.longest)
        return place <= UInt(2 * ShortNumber.longest) ? numbers[Int(bitPattern: place)] : nil
    }

    @inline(__always)
    private mutating func put(_ letters: UInt64, count letterCount: Int) {
        precondition(count + Pen.slack <= room.count)
        UnsafeMutableRawBufferPointer(room).storeBytes(
            of: letters.littleEndian, toByteOffset: count, as: UInt64.self)
        count &+= letterCount
    }

    private mutating func separatedLongNumber(_ tenths: Int) {
        if tenths >= 0 { put(UInt8(ascii: " ")) }
        longNumber(tenths)
    }

    private mutating func longNumber(_ tenths: Int) {
        if tenths < 0 { put(UInt8(ascii: "-")) }
        let (hundreds, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 1_000)
        number(Int(hundreds * 10))
        // What follows the hundreds has two digits before the point.
        if rest < 100 { put(UInt8(ascii: "0")) }
        if 1..<10 ~= rest { put(UInt8(ascii: "0")) }
        number(Int(rest))
    }
}

/// How a number between -100 and 100 is written after another: most numbers are steps from corner to corner, and short.
private struct ShortNumber {
    /// The letters from the lowest byte up, what separates them first; in the highest byte, how many they are.
    private(set) var letters: UInt64 = 0

    @inline(__always) var count: Int { Int(letters >> 56) }

    /// In tenths.
    static let longest = 999
    /// All of them, from the lowest up; made once and kept for good, so that a pen finds them without asking whether
    /// they are made.
    nonisolated(unsafe) static let all: UnsafePointer<ShortNumber> = {
        let all = UnsafeMutablePointer<ShortNumber>.allocate(capacity: 2 * longest + 1)
        for tenths in -longest...longest { (all + tenths + longest).initialize(to: ShortNumber(tenths: tenths)) }
        return UnsafePointer(all)
    }()

    private init(tenths: Int) {
        put(letter: UInt8(ascii: tenths < 0 ? "-" : " "))
        let magnitude = tenths.magnitude
        if magnitude >= 100 { put(magnitude / 100) }
        if magnitude >= 10 || magnitude == 0 { put(magnitude / 10 % 10) }
        if magnitude % 10 > 0 {
            put(letter: UInt8(ascii: "."))
            put(magnitude % 10)
        }
    }

    private mutating func put(_ digit: UInt) { put(letter: UInt8(ascii: "0") + UInt8(digit)) }

    private mutating func put(letter: UInt8) {
        letters |= UInt64(letter) << UInt64(8 * count)
        letters += 1 << 56
    }
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
        if text.utf8.withContiguousStorageIfAvailable({ put(escaping: $0) }) == nil {
            Array(text.utf8).withUnsafeBufferPointer { put(escaping: $0) }
        }
    }

    private mutating func put(escaping bytes: UnsafeBufferPointer<UInt8>) {
        // Whatever needs no escape is put down as it is, up to the next that does.
        var start = 0
        for (i, byte) in bytes.enumerated() where byte < 0x40 || byte == 0x7F {
            guard let escape = Self.escape(of: byte) else { continue }
            put(UnsafeBufferPointer(rebasing: bytes[start..<i]))
            put(escape)
            start = i + 1
        }
        put(UnsafeBufferPointer(rebasing: bytes[start...]))
    }

    private static func escape(of byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        // Control characters are not allowed in XML at all.
        case 0..<0x20, 0x7F: " "
        default: nil
        }
    }
}
