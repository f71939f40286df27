/// An address as a QR code (ISO/IEC 18004) for the printed page: bytes, error correction level M, always the first mask, so
/// that a code costs microseconds; readers take any mask.

package struct QRCode: Equatable {
    /// Modules on a side.
    package let size: Int
    /// Row by row; true is dark.
    package let modules: [Bool]

    /// Nil for texts of more than 180 bytes.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = Version.all.first(where: { bytes.count + 2 <= $0.dataCount }) else { return nil }
        var drawing = Drawing(version)
        drawing.place(Self.codewords(bytes, version))
        size = version.size
        modules = drawing.modules
    }

    /// As SVG, with the quiet zone of four modules that readers need: each row's dark runs as strokes.
    package var svg: [UInt8] {
        var bytes = Array(
            "<svg viewBox=\"-4 -4 \(size + 8) \(size + 8)\" aria-hidden=\"true\"><path stroke=\"#000\" d=\"".utf8)
        bytes.reserveCapacity(size * size * 3)
        for row in 0..<size {
            var column = 0
            while column < size {
                var end = column
                while end < size, modules[row * size + end] { end += 1 }
                if end > column {
                    bytes.append(UInt8(ascii: "M"))
                    Self.write(column, into: &bytes)
                    bytes.append(UInt8(ascii: " "))
                    Self.write(row, into: &bytes)
                    bytes += [UInt8(ascii: "."), UInt8(ascii: "5"), UInt8(ascii: "h")]
                    Self.write(end - column, into: &bytes)
                }
                column = max(end, column + 1)
            }
        }
        return bytes + Array("\"/></svg>".utf8)
    }

    /// A number below a hundred.
    private static func write(_ number: Int, into bytes: inout [UInt8]) {
        if number >= 10 { bytes.append(UInt8(ascii: "0") + UInt8(number / 10)) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    // MARK: Codewords

    /// Mode, length, bytes and padding, cut into blocks with their check words, interleaved.
    private static func codewords(_ bytes: [UInt8], _ version: Version) -> [UInt8] {
        var data = [0x40 | UInt8(bytes.count >> 4), UInt8(truncatingIfNeeded: bytes.count << 4)]
        data.reserveCapacity(version.dataCount)
        for byte in bytes {
            data[data.count - 1] |= byte >> 4
            data.append(byte << 4)
        }
        for index in 0..<(version.dataCount - data.count) { data.append(index % 2 == 0 ? 0xEC : 0x11) }
        var blocks: [ArraySlice<UInt8>] = []
        var rest = data[...]
        for length in version.blocks {
            blocks.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        let checks = blocks.map { ReedSolomon.remainder(of: $0, count: version.checkCount) }
        var words: [UInt8] = []
        for index in 0..<(version.blocks.max() ?? 0) {
            for block in blocks where index < block.count { words.append(block[block.startIndex + index]) }
        }
        for index in 0..<version.checkCount { for check in checks { words.append(check[index]) } }
        return words
    }
}

/// A size of code, with the tables of the standard for level M.
private struct Version {
    let number: Int
    /// Check words of each block.
    let checkCount: Int
    /// Data words of each block.
    let blocks: [Int]
    /// Rows and columns of the alignment patterns.
    let alignment: [Int]

    var size: Int { 17 + 4 * number }
    var dataCount: Int { blocks.reduce(0, +) }

    static let all = [
        Version(number: 1, checkCount: 10, blocks: [16], alignment: []),
        Version(number: 2, checkCount: 16, blocks: [28], alignment: [6, 18]),
        Version(number: 3, checkCount: 26, blocks: [44], alignment: [6, 22]),
        Version(number: 4, checkCount: 18, blocks: [32, 32], alignment: [6, 26]),
        Version(number: 5, checkCount: 24, blocks: [43, 43], alignment: [6, 30]),
        Version(number: 6, checkCount: 16, blocks: [27, 27, 27, 27], alignment: [6, 34]),
        Version(number: 7, checkCount: 18, blocks: [31, 31, 31, 31], alignment: [6, 22, 38]),
        Version(number: 8, checkCount: 22, blocks: [38, 38, 39, 39], alignment: [6, 24, 42]),
        Version(number: 9, checkCount: 22, blocks: [36, 36, 36, 37, 37], alignment: [6, 26, 46]),
    ]
}

/// Check words over GF(256) with the polynomial x⁸ + x⁴ + x³ + x² + 1.
private enum ReedSolomon {
    private static let powers: [UInt8] = {
        var powers: [UInt8] = []
        var value = 1
        for _ in 0..<510 {
            powers.append(UInt8(value))
            value <<= 1
            if value > 255 { value ^= 0x11D }
        }
        return powers
    }()

    private static let logarithms: [Int] = {
        var logarithms = [Int](repeating: 0, count: 256)
        for exponent in 0..<255 { logarithms[Int(powers[exponent])] = exponent }
        return logarithms
    }()

    /// Logarithms of the generator's coefficients without the first, by number of check words.
    private static let generators: [Int: [Int]] = {
        var generators: [Int: [Int]] = [:]
        var product: [UInt8] = [1]
        for degree in 1...26 {
            var next = product + [0]
            for index in product.indices where product[index] != 0 {
                next[index + 1] ^= powers[logarithms[Int(product[index])] + degree - 1]
            }
            product = next
            generators[degree] = product.dropFirst().map { logarithms[Int($0)] }
        }
        return generators
    }()

    static func remainder(of data: ArraySlice<UInt8>, count: Int) -> [UInt8] {
        let generator = generators[count] ?? []
        var words = Array(data) + [UInt8](repeating: 0, count: count)
        for index in 0..<data.count where words[index] != 0 {
            let factor = logarithms[Int(words[index])]
            for (offset, coefficient) in generator.enumerated() {
                words[index + 1 + offset] ^= powers[factor + coefficient]
            }
        }
        return Array(words.suffix(count))
    }
}

/// The square: first the fixed patterns, which are the same for every code of a version, then the words in their zigzag.
private struct Drawing {
    private let size: Int
    private(set) var modules: [Bool]
    private var isFixed: [Bool]

    init(_ version: Version) { self = Self.blanks[version.number - 1] }

    private static let blanks = Version.all.map { Drawing(blank: $0) }

    private init(blank version: Version) {
        size = version.size
        modules = [Bool](repeating: false, count: size * size)
        isFixed = modules
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        for index in 8..<size - 8 {
            set(6, index, index % 2 == 0)
            set(index, 6, index % 2 == 0)
        }
        let last = version.alignment.last ?? 0
        for row in version.alignment {
            for column in version.alignment
            where !((row == 6 && column == 6) || (row == 6 && column == last) || (row == last && column == 6)) {
                drawAlignment(row, column)
            }
        }
        drawFormat()
        if version.number >= 7 { drawVersion(version.number) }
    }

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        modules[row * size + column] = isDark
        isFixed[row * size + column] = true
    }

    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for y in max(0, row - 4)...min(size - 1, row + 4) {
            for x in max(0, column - 4)...min(size - 1, column + 4) {
                let ring = max(abs(y - row), abs(x - column))
                set(y, x, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func drawAlignment(_ row: Int, _ column: Int) {
        for y in row - 2...row + 2 {
            for x in column - 2...column + 2 { set(y, x, max(abs(y - row), abs(x - column)) != 1) }
        }
    }

    /// Level M and the first mask, with their check bits (annex C): fifteen bits, twice.
    private mutating func drawFormat() {
        let bits = 0b101_0100_0001_0010
        for index in 0..<15 {
            let isDark = bits >> index & 1 == 1
            let along = index < 6 ? index : index < 8 ? index + 1 : size - 15 + index
            set(along, 8, isDark)
            let across = index < 8 ? size - 1 - index : index == 8 ? 7 : 14 - index
            set(8, across, isDark)
        }
        set(size - 8, 8, true)
    }

    /// The number of the version with its check bits (annex D).
    private mutating func drawVersion(_ number: Int) {
        var remainder = number << 12
        for bit in stride(from: 17, through: 12, by: -1) where remainder >> bit & 1 == 1 {
            remainder ^= 0x1F25 << (bit - 12)
        }
        let bits = number << 12 | remainder
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            set(index / 3, size - 11 + index % 3, isDark)
            set(size - 11 + index % 3, index / 3, isDark)
        }
    }

    mutating func place(_ words: [UInt8]) {
        var bit = 0
        var column = size - 1
        var isUpward = true
        while column > 0 {
            if column == 6 { column -= 1 }
            for step in 0..<size {
                let row = isUpward ? size - 1 - step : step
                for x in [column, column - 1] where !isFixed[row * size + x] {
                    let isSet = bit < words.count * 8 && words[bit >> 3] >> UInt8(7 - bit & 7) & 1 == 1
                    modules[row * size + x] = isSet != ((row + x) % 2 == 0)
                    bit += 1
                }
            }
            isUpward.toggle()
            column -= 2
        }
    }
}
