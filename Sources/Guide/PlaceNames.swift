/// Whom a reference means.

import FrontMatter
import Messages

/// Places by number and by name, as references in texts and fields name them.
struct PlaceNames: Sendable {
    private var byNumber: [Int: Int] = [:]
    private(set) var byName = NameIndex()
    private(set) var numbers: [Int?] = []
    /// Several places have one number.
    private var sharesNumbers = false

    init() {}

    init(_ places: [Filed<Place>]) {
        numbers = places.map { $0.record.number?.value }
        byName = NameIndex(places.map(\.record.name.value))
        findByNumber()
    }

    private mutating func findByNumber() {
        byNumber = Dictionary(minimumCapacity: numbers.count)
        sharesNumbers = false
        for (index, number) in numbers.enumerated() {
            guard let number else { continue }
            if byNumber[number] == nil { byNumber[number] = index } else { sharesNumbers = true }
        }
    }

    /// The same after some files were saved.
    mutating func revise(_ moves: Moves, _ changed: [ChangedPlace], _ places: [Filed<Place>]) {
        func name(_ standing: ChangedPlace.Standing) -> String { standing.place.record.name.value }
        let renamed = changed.filter {
            $0.before.map(name).map(ExactText.init) != $0.after.map(name).map(ExactText.init)
        }
        if !renamed.isEmpty {
            byName.revise(
                moves, gone: renamed.compactMap(\.before).map { ($0.number, name($0)) },
                come: renamed.compactMap(\.after).map { ($0.number, name($0)) }, all: places.map(\.record.name.value))
        }
        let before = numbers
        numbers = moves.moved(numbers, new: nil)
        for place in changed.compactMap(\.after) { numbers[place.number] = place.place.record.number?.value }
        if numbers != before { findByNumber() }
    }

    enum Found {
        case one(Int)
        /// The numbers of the first of them.
        case several([Int], areMore: Bool)
        case none(nearest: String?)
    }

    /// The first place with a number that others have, too; nil where each has its own.
    func first(sharing number: Int) -> Int? { sharesNumbers ? byNumber[number] : nil }

    /// A name, a number, or a number written No.23, no. 23, 23番.
    ///
    /// - Parameter isGuessing: whether to look for what may have been meant.
    func find(_ reference: String, isGuessing: @autoclosure () -> Bool) -> Found {
        let found = byName.numbers(named: reference, atMost: Fault.mostNamed + 1)
        if found.count == 1 { return .one(found[0]) }
        if !found.isEmpty {
            let first = found.prefix(Fault.mostNamed)
            return .several(first.map { numbers[$0] ?? 0 }, areMore: first.count < found.count)
        }
        if let number = Self.number(in: reference), let index = byNumber[number] { return .one(index) }
        // Looking through very many names for every slip would take longer than reading the guide.
        return .none(
            nearest: byName.count > 2000 || !isGuessing() ? nil : nearestWord(to: reference, among: byName.names))
    }

    func resolve(_ references: [Placed<String>], in path: String, _ faults: inout [Fault]) -> [Int] {
        references.compactMap { reference in
            switch find(reference.value, isGuessing: faults.areFew) {
            case .one(let index): return index
            case .several(let numbers, let areMore):
                faults.append(
                    Fault(
                        .ambiguousPlace(found: reference.value, numbers: numbers, areMore: areMore), in: path,
                        at: reference.range))
            case .none(let nearest):
                faults.append(
                    Fault(.unknownPlace(found: reference.value, nearest: nearest), in: path, at: reference.range))
            }
            return nil
        }
    }

    static func number(in reference: String) -> Int? {
        if let number = reference.withBytes(plainNumber) { return number }
        guard let amount = Numeral.amount(in: reference) else { return nil }
        let before = amount.before.trimmed.lowercased()
        let after = amount.after.trimmed
        guard ["", "no.", "no", "№", "#"].contains(before), ["", "番"].contains(after) else { return nil }
        return amount.value
    }

    /// Of what nearly all references look like: 23, No.23.
    private static func plainNumber(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        let isMarked = reference.starts(with: [UInt8(ascii: "N"), UInt8(ascii: "o"), UInt8(ascii: ".")])
        let digits = reference.dropFirst(isMarked ? 3 : 0)
        guard 1...9 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
