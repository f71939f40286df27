/// What the rest of a guide goes by of a place: while this stays the same, nothing that is said or shown of other files
/// changes, save that areas and activities list their places.

struct Ties: Equatable {
    let name: ExactText
    let number: Int?
    let state: Consent.State?

    init(of place: Place) {
        name = ExactText(place.name.value)
        number = place.number?.value
        state = place.consent?.state
    }
}

/// The ties that places had before some files were saved, or have now, and not both.
struct ChangedTies {
    private(set) var names: Set<ExactText> = []
    private(set) var numbers: Set<Int> = []
    var isEmpty: Bool { names.isEmpty && numbers.isEmpty }

    /// - Parameter numbers: that are retired since, or not any more.
    init(retired numbers: Set<Int>) { self.numbers = numbers }

    mutating func add(_ place: ChangedPlace) {
        let (before, after) = (
            place.before.map { Ties(of: $0.place.record) }, place.after.map { Ties(of: $0.place.record) }
        )
        guard before != after else { return }
        for ties in [before, after].compactMap(\.self) {
            names.insert(ties.name)
            if let number = ties.number { numbers.insert(number) }
        }
    }

    /// False where a reference means what it meant: for others than unknown ones that is sure.
    func mayBeMeant(by reference: String) -> Bool {
        names.contains(ExactText(reference)) || !reference.hasOneSpelling
            || PlaceNames.number(in: reference).map(numbers.contains) ?? false
    }
}

/// Where places stand since some came or went.
struct Moves {
    /// Of each place before, where it stands now; -1 where it went. Empty where none came or went.
    private var now: [Int] = []
    private let count: Int

    /// - Parameter before: how many places there were.
    init(_ changed: [ChangedPlace], before: Int) {
        let gone = Set(changed.filter { $0.after == nil }.compactMap(\.before?.number))
        let come = Set(changed.filter { $0.before == nil }.compactMap(\.after?.number))
        count = before - gone.count + come.count
        guard !gone.isEmpty || !come.isEmpty else { return }
        var next = 0
        now.reserveCapacity(before)
        for old in 0..<before {
            guard !gone.contains(old) else {
                now.append(-1)
                continue
            }
            while come.contains(next) { next += 1 }
            now.append(next)
            next += 1
        }
    }

    var isEmpty: Bool { now.isEmpty }

    /// Nil for a place that went.
    func number(of old: Int) -> Int? {
        guard !isEmpty else { return old }
        return now[old] < 0 ? nil : now[old]
    }

    /// What each place has, where it stands now.
    func moved<Value>(_ values: [Value], new: Value) -> [Value] {
        guard !isEmpty else { return values }
        var moved = [Value](repeating: new, count: count)
        for (old, now) in now.enumerated() where now >= 0 { moved[now] = values[old] }
        return moved
    }

    /// Lists of places, where those stand now.
    func renumbered(_ lists: [[Int]]) -> [[Int]] {
        guard !isEmpty else { return lists }
        return lists.map { list in list.allSatisfy { now[$0] == $0 } ? list : list.compactMap(number) }
    }
}
