/// Finds the names of places that did not agree in texts that will be published.

/// Many names looked for in many texts, in one pass over each text.
struct UnpublishedNames: Sendable, Equatable {
    /// In the order of their bytes.
    private let names: [[UInt8]]
    /// Of each name, the longest other that it begins with.
    private let shorter: [Int?]
    /// A bit for each beginning that a name has; beginnings share bits.
    private var beginnings = [UInt64](repeating: 0, count: 1 << 10)

    /// Shorter names are words of every day.
    private static let shortest = 12
    /// A longer name is looked for by so many bytes of its beginning, so that no text takes long.
    private static let longest = 240

    init(_ names: Set<ExactText>) {
        self.init(sorted: Self.sorted(names))
    }

    /// The same with others in place of some.
    func replacing(_ old: Set<ExactText>, by new: Set<ExactText>) -> UnpublishedNames {
        let (old, new) = (Self.sorted(old), Self.sorted(new))
        var names = names.filter { !old.contains($0) }
        for name in new {
            names.insert(name, at: names.firstIndex { !$0.lexicographicallyPrecedes(name) } ?? names.endIndex)
        }
        return names == self.names ? self : UnpublishedNames(sorted: names)
    }

    private static func sorted(_ names: Set<ExactText>) -> [[UInt8]] {
        names.map { Array($0.text.utf8) }.filter { $0.count >= shortest }
            .sorted { $0.lexicographicallyPrecedes($1) }
    }

    private init(sorted names: [[UInt8]]) {
        self.names = names
        var shorter: [Int?] = []
        for (index, name) in self.names.enumerated() {
            var other = index > 0 ? index - 1 : nil
            while let candidate = other, !name.starts(with: self.names[candidate]) { other = shorter[candidate] }
            shorter.append(other)
        }
        self.shorter = shorter
        for name in self.names {
            let bit = name.withUnsafeBufferPointer { Self.beginning($0, 0) }
            beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    var isEmpty: Bool { names.isEmpty }

    func subtracting(_ others: UnpublishedNames) -> UnpublishedNames {
        let others = Set(others.names)
        return UnpublishedNames(sorted: names.filter { !others.contains($0) })
    }

    /// The names that stand in a text, in order.
    func found(in text: UnsafeBufferPointer<UInt8>) -> [String] {
        var found: [String] = []
        var at = 0
        // From character to character: where one begins, a name may.
        while at + Self.shortest <= text.count {
            if mayBegin(text, at), let name = longest(text, at) {
                let shown = Self.beginning(of: name)
                found.append(String(decoding: shown, as: UTF8.self) + (shown.count < name.count ? "…" : ""))
                at += shown.count
            } else {
                at += text[at] < 0x80 ? 1 : text[at] < 0xE0 ? 2 : text[at] < 0xF0 ? 3 : 4
            }
        }
        return found
    }

    /// As many whole characters of a name as are looked for.
    private static func beginning(of name: [UInt8]) -> ArraySlice<UInt8> {
        var end = min(name.count, longest)
        while end < name.count, name[end] & 0xC0 == 0x80 { end -= 1 }
        return name[..<end]
    }

    private func mayBegin(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        let bit = Self.beginning(text, at)
        return beginnings[bit >> 6] >> UInt64(bit & 63) & 1 != 0
    }

    /// The bytes that every name has, four characters of Japanese, as the number of a bit.
    private static func beginning(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(text)
        let first = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let last = bytes.loadUnaligned(fromByteOffset: at + shortest - 8, as: UInt64.self)
        return Int(((first ^ last &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15) >> 48)
    }

    /// The longest name at an offset: the last one that does not stand after the text, or a name that begins that one.
    private func longest(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> [UInt8]? {
        let rest = UnsafeBufferPointer(rebasing: text[at...].prefix(Self.longest))
        let beyond = names.firstPosition { name in
            let order = order(name, rest)
            return order > 0 || order == 0 && min(name.count, Self.longest) > rest.count
        }
        var candidate = beyond > 0 ? beyond - 1 : nil
        while let name = candidate, order(names[name], rest) != 0 { candidate = shorter[name] }
        return candidate.map { names[$0] }
    }

    private func order(_ name: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Int {
        name.withUnsafeBufferPointer { $0.order(text) }
    }
}
