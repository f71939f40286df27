// What the cache knows: which content every original had when last seen, and what was made from it. Lost or damaged,
// it costs time and nothing else.

/// What was made from one content.
struct Rendering: Sendable, Hashable {
    /// 64 hexadecimal digits.
    var key: String
    /// Upright.
    var original: PixelSize
    /// From narrow to wide.
    var sizes: [Size]

    struct Size: Sendable, Hashable {
        var width: Int
        var height: Int
        /// Of the files, in the order of `PhotoFormat.allCases`.
        var bytes: [Int]
    }
}

struct PhotoIndex: Sendable, Equatable {
    struct Entry: Sendable, Hashable {
        var stamp: Stamp
        var rendering: Rendering
    }

    /// By the photo's name.
    var entries: [String: Entry] = [:]

    /// What was made, by key.
    var renderings: [String: Rendering] {
        Dictionary(entries.values.map { ($0.rendering.key, $0.rendering) }) { first, _ in first }
    }
}

// MARK: As text

// A line each, its fields by spaces; the name last, because it may hold any character but a line break:
// KEY SIZE MODIFIED CHANGED 4000x3000 480x360:25548:27033,960x720:56820:82923 hanami.jpg

extension PhotoIndex {
    /// Lines that are not understood are passed over.
    init(text: [UInt8]) {
        for line in text.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 6)
            guard fields.count == 7, fields[0].count == 64, let size = number(fields[1]),
                let modified = number(fields[2]), let changed = number(fields[3]),
                let original = numbers(fields[4]), original.count == 2
            else { continue }
            let sizes = fields[5].split(separator: UInt8(ascii: ",")).compactMap(Rendering.Size.init(text:))
            if sizes.isEmpty { continue }
            entries[String(decoding: fields[6], as: UTF8.self)] = Entry(
                stamp: Stamp(size: size, modified: modified, changed: changed),
                rendering: Rendering(
                    key: String(decoding: fields[0], as: UTF8.self),
                    original: PixelSize(width: original[0], height: original[1]), sizes: sizes))
        }
    }

    var text: [UInt8] {
        let lines = entries.lazy.filter { !$0.key.utf8.contains(UInt8(ascii: "\n")) }.map { name, entry in
            let (stamp, rendering) = (entry.stamp, entry.rendering)
            let sizes = rendering.sizes.map(\.text).joined(separator: ",")
            let original = "\(rendering.original.width)x\(rendering.original.height)"
            return "\(rendering.key) \(stamp.size) \(stamp.modified) \(stamp.changed) \(original) \(sizes) \(name)\n"
        }
        return Array(lines.sorted().joined().utf8)
    }
}

extension Rendering.Size {
    fileprivate init?(text: ArraySlice<UInt8>) {
        guard let numbers = numbers(text), numbers.count == 2 + PhotoFormat.allCases.count else { return nil }
        self.init(width: numbers[0], height: numbers[1], bytes: Array(numbers[2...]))
    }

    fileprivate var text: String { "\(width)x\(height)" + bytes.map { ":\($0)" }.joined() }
}

/// The numbers between "x" and ":"; nil where there is anything else.
private func numbers(_ text: ArraySlice<UInt8>) -> [Int]? {
    let words = text.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: ":") }
    let numbers = words.compactMap(number)
    return numbers.count == words.count ? numbers : nil
}

private func number(_ digits: ArraySlice<UInt8>) -> Int? { Int(String(decoding: digits, as: UTF8.self)) }
