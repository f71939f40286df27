/// Records by name.

import FrontMatter
import Synchronization

/// The numbers of records by the name that they have, several where they share one.
struct NameIndex: Sendable {
    private var byBytes: [ExactText: Int] = [:]
    /// Of each record, the next one with the same name; -1 after the last.
    private var next: [Int] = []
    /// Built only where a name could be spelled in other bytes (か + ゛ for が): then bytes do not decide.
    private var byText: [String: [Int]]?
    /// Answers for names in other bytes than the records'.
    private var otherSpellings = OtherSpellings()

    init() {}

    init(_ names: [String]) {
        guard names.allSatisfy(\.hasOneSpelling) else {
            byText = Dictionary(grouping: names.indices, by: { names[$0] })
            return
        }
        byBytes.reserveCapacity(names.count)
        next = [Int](repeating: -1, count: names.count)
        // From the end, so that the first of a name comes first.
        for (number, name) in names.enumerated().reversed() {
            let name = ExactText(name)
            next[number] = byBytes[name] ?? -1
            byBytes[name] = number
        }
    }

    /// Whether texts of other bytes are other names.
    var goesByBytes: Bool { byText == nil }

    /// How many names there are.
    var count: Int { byText?.count ?? byBytes.count }

    /// In the order of their text.
    var names: [String] { byText.map { $0.keys.sorted() } ?? byBytes.keys.map(\.text).sorted() }

    /// The records with a name, in order; of very many, the first.
    func numbers(named name: String, atMost limit: Int = .max) -> [Int] {
        if let byText { return Array((byText[name] ?? []).prefix(limit)) }
        var number = byBytes[ExactText(name)] ?? -1
        if number < 0, !name.hasOneSpelling {
            number = otherSpellings.number(named: name, byBytes) ?? -1
        }
        var numbers: [Int] = []
        while number >= 0, numbers.count < limit {
            numbers.append(number)
            number = next[number]
        }
        return numbers
    }

    /// The only record with a name; nil where there is none, or several.
    func onlyNumber(named name: String) -> Int? {
        guard byText == nil, let number = byBytes[ExactText(name)] else {
            let numbers = numbers(named: name)
            return numbers.count == 1 ? numbers[0] : nil
        }
        return next[number] < 0 ? number : nil
    }

    func contains(_ name: String) -> Bool { onlyNumber(named: name) != nil || !numbers(named: name).isEmpty }

    /// The same after records came, went or were given other names.
    ///
    /// - Parameters:
    ///   - gone: names that records do not have any more, with the numbers that those had.
    ///   - come: names that they have since, with their numbers now.
    ///   - all: the names of all records now.
    mutating func revise(
        _ moves: Moves, gone: [(number: Int, name: String)], come: [(number: Int, name: String)],
        all: @autoclosure () -> [String]
    ) {
        guard byText == nil, come.allSatisfy(\.name.hasOneSpelling) else {
            self = NameIndex(all())
            return
        }
        otherSpellings = OtherSpellings()
        for (number, name) in gone { remove(number, named: ExactText(name)) }
        if !moves.isEmpty {
            byBytes = byBytes.mapValues { moves.number(of: $0) ?? -1 }
            next = moves.moved(next.map { $0 < 0 ? -1 : moves.number(of: $0) ?? -1 }, new: -1)
        }
        for (number, name) in come { insert(number, named: ExactText(name)) }
    }

    private mutating func remove(_ number: Int, named name: ExactText) {
        guard let first = byBytes[name] else { return }
        if first == number {
            byBytes[name] = next[number] < 0 ? nil : next[number]
        } else if let before = last(from: first, before: number) {
            next[before] = next[number]
        }
        next[number] = -1
    }

    private mutating func insert(_ number: Int, named name: ExactText) {
        guard let first = byBytes[name], let before = last(from: first, before: number) else {
            next[number] = byBytes[name] ?? -1
            byBytes[name] = number
            return
        }
        next[number] = next[before]
        next[before] = number
    }

    /// The last record with a name before a number; nil where there is none.
    private func last(from first: Int, before number: Int) -> Int? {
        sequence(first: first) { next[$0] < 0 ? nil : next[$0] }.prefix { $0 < number }.reduce(nil) { $1 }
    }

    /// The groups of records that share a name.
    var shared: [[Int]] {
        if let byText { return byText.values.filter { $0.count > 1 } }
        return byBytes.values.filter { next[$0] >= 0 }.map { first in
            Array(sequence(first: first) { next[$0] < 0 ? nil : next[$0] })
        }
    }
}

/// The names as Unicode compares them: a table that is made when somebody first writes a name in other bytes.
private final class OtherSpellings: Sendable {
    private let byText = Mutex<[String: Int]?>(nil)

    func number(named name: String, _ byBytes: [ExactText: Int]) -> Int? {
        byText.withLock { byText in
            let table = byText ?? Dictionary(byBytes.map { ($0.key.text, $0.value) }, uniquingKeysWith: min)
            byText = table
            return table[name]
        }
    }
}
