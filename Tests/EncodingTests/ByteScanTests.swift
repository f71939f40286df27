import Testing

@testable import Encoding

/// Eight or sixteen bytes at a time find what one at a time does, wherever it stands.
@Suite struct ByteScanTests {
    @Test func findsTheFirstSuspectAtEveryPlaceAndLength() {
        for count in 0...40 {
            for place in 0...count {
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
                for number in place..<count { bytes[number] = number % 2 == place % 2 ? 0x7F : 0x03 }
                for start in 0...count {
                    let expected = bytes.indices.first { $0 >= start && (bytes[$0] < 0x20 || bytes[$0] == 0x7F) }
                    #expect(first(in: bytes, from: start) == expected ?? count, "\(count) \(place) \(start)")
                    #expect(firstOfSixteen(in: bytes, from: start) == expected ?? count, "\(count) \(place) \(start)")
                }
            }
        }
    }

    @Test func bytesOfEveryKindAreToldApart() {
        for byte in UInt8.min...UInt8.max {
            let isSuspect = byte < 0x20 || byte == 0x7F
            for length in [1, 7, 8, 9, 17] {
                var bytes = [UInt8](repeating: 0xE3, count: length)
                bytes[length - 1] = byte
                #expect(first(in: bytes, from: 0) == (isSuspect ? length - 1 : length), "\(byte)")
                #expect(firstOfSixteen(in: bytes, from: 0) == (isSuspect ? length - 1 : length), "\(byte)")
            }
        }
    }

    private func first(in bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return ByteScan.first(in: base, from: start, to: buffer.count) { word in
                (ByteScan.below(0x20, word) | ByteScan.zeros(word ^ ByteScan.all(0x7F))) & ByteScan.all(0x80)
            }
        }
    }

    private func firstOfSixteen(in bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return ByteScan.first(in: base, from: start, to: buffer.count) { (text: ByteScan.Block) in text.controls }
        }
    }

    /// Spaces that are shown behind the end are nobody's.
    @Test func theEndIsFoundWhereSpacesAreSuspects() {
        for count in 0...40 {
            let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
            let found = bytes.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map {
                    ByteScan.first(in: $0, from: 0, to: count) { (text: ByteScan.Block) in text.marks(below: 0x21) }
                }
            }
            #expect(found ?? 0 == count)
        }
    }
}
