// A file that the program carries in itself.

package struct EmbeddedFile: Sendable {
    package let name: StaticString
    private let content: StaticString
    private let isBase64: Bool

    package init(_ name: StaticString, text: StaticString) {
        self.name = name
        content = text
        isBase64 = false
    }

    package init(_ name: StaticString, base64: StaticString) {
        self.name = name
        content = base64
        isBase64 = true
    }

    package var bytes: [UInt8] {
        content.withUTF8Buffer { isBase64 ? decoded(base64: $0) : Array($0) }
    }
}

/// Without padding, as embed writes it.
private func decoded(base64: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for digit in base64 {
        let value: UInt8 =
            switch digit {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
            case UInt8(ascii: "+"): 62
            default: 63
            }
        bits = bits << 6 & 0xFFFF | Int(value)
        count += 6
        if count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> count))
        }
    }
    return bytes
}
