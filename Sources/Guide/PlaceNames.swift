/// Whom a reference means.

import FrontMatter
import Messages

/// Places by number and by name, as references in texts and fields name them.
struct PlaceNames: Sendable {
    private var byNumber: [Int: Int] = [:]
    private(set) var byName = NameIndex()
    private var numbers: [Int] = []
    /// Several places have one number.
    private var sharesNumbers = false

    init() {}

    /// - Parameter known: a reading in which what it tells is looked up.
    init(_ places: [Filed<Place>], _ known: KnownReading?) {
        let known = known.flatMap { $0.hasSameNames ? $0 : nil }
        if let known, known.hasSameNumbers {
            self = known.guide.relations.placeNames
            return
        }
        numbers = places.map { $0.record.number?.value ?? 0 }
        byName = known?.guide.relations.placeNames.byName ?? NameIndex(places.map(\.record.name.value))
        byNumber.reserveCapacity(places.count)
        for (index, place) in places.enumerated() {
            guard let number = place.record.number?.value else { continue }
            if byNumber[number] == nil { byNumber[number] = index } else { sharesNumbers = true }
        }
    }

    enum Found {
        case one(Int)
        case several([Int])
        case none(nearest: String?)
    }

    /// The first place with a number that others have, too; nil where each has its own.
    func first(sharing number: Int) -> Int? { sharesNumbers ? byNumber[number] : nil }

    /// A name, a number, or a number written No.23, no. 23, 23番.
    ///
    /// - Parameter isGuessing: whether to look for what may have been meant.
    func find(_ reference: String, isGuessing: Bool) -> Found {
        let found = byName.numbers(named: reference)
        if found.count == 1 { return .one(found[0]) }
        if !found.isEmpty { return .several(found.map { numbers[$0] }) }
        if let number = Self.number(in: reference), let index = byNumber[number] { return .one(index) }
        // Looking through very many names for every slip would take longer than reading the guide.
        return .none(
            nearest: byName.count > 2000 || !isGuessing ? nil : nearestWord(to: reference, among: byName.names))
    }

    /// Whether a reference leads to a place, or to several.
    func isKnown(_ reference: String) -> Bool {
        byName.contains(reference) || Self.number(in: reference).map { byNumber[$0] != nil } ?? false
    }

    /// - Returns: false, and nothing is done, unless the first name is that place's alone and the second nobody's.
    mutating func rename(_ index: Int, from old: String, to new: String) -> Bool {
        byName.rename(index, from: old, to: new)
    }

    func resolve(_ references: [Placed<String>], in path: String, _ faults: inout [Fault]) -> [Int] {
        references.compactMap { reference in
            switch find(reference.value, isGuessing: faults.areFew) {
            case .one(let index): return index
            case .several(let numbers):
                faults.append(
                    Fault(.ambiguousPlace(found: reference.value, numbers: numbers), in: path, at: reference.range))
            case .none(let nearest):
                faults.append(
                    Fault(.unknownPlace(found: reference.value, nearest: nearest), in: path, at: reference.range))
            }
            return nil
        }
    }

    private static func number(in reference: String) -> Int? {
        guard let amount = Numeral.amount(in: reference) else { return nil }
        let before = amount.before.trimmed.lowercased()
        let after = amount.after.trimmed
        guard ["", "no.", "no", "№", "#"].contains(before), ["", "番"].contains(after) else { return nil }
        return amount.value
    }
}
