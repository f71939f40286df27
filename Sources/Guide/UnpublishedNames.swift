/// Finds the names of places that did not agree in texts that will be published.

/// Many names looked for in many texts, in one pass over each text.
struct UnpublishedNames: Sendable {
    /// Names by their first six bytes, two characters of Japanese.
    private let byBeginning: [UInt64: [[UInt8]]]

    /// Shorter names are words of every day.
    private static let shortest = 12

    /// - Parameter published: names that may be said; a name within one of them is no secret.
    init(_ names: Set<String>, published: Set<String>) {
        var byBeginning: [UInt64: [[UInt8]]] = [:]
        for name in names where !published.contains(name) {
            let bytes = Array(name.utf8)
            guard bytes.count >= Self.shortest else { continue }
            byBeginning[Self.beginning(bytes[...]), default: []].append(bytes)
        }
        self.byBeginning = byBeginning.mapValues { $0.sorted { $0.count > $1.count } }
    }

    var isEmpty: Bool { byBeginning.isEmpty }

    /// The names that stand in a text, in order.
    func found(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        guard bytes.count >= Self.shortest else { return [] }
        var found: [String] = []
        var at = 0
        while at + Self.shortest <= bytes.count {
            // A name begins where a character does.
            if bytes[at] & 0xC0 != 0x80, let names = byBeginning[Self.beginning(bytes[at...])],
                let name = names.first(where: { bytes[at...].starts(with: $0) })
            {
                found.append(String(decoding: name, as: UTF8.self))
                at += name.count
            } else {
                at += 1
            }
        }
        return found
    }

    private static func beginning(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.prefix(6).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
