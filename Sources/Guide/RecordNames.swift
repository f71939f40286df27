/// Which area and which activity a name means.

import FrontMatter
import Messages
import Publication

/// Activities by name, Latin name and synonym. What the vocabulary does not know is added to it.
struct ActivityNames {
    private(set) var activities: [Activity]
    private var byName: [String: Int] = [:]
    /// What was found before, by its bytes.
    private var found: [ExactText: Int] = [:]
    private let hasVocabulary: Bool
    private let known: [String]

    init(_ vocabulary: [Activity]) {
        activities = vocabulary
        hasVocabulary = !vocabulary.isEmpty
        for (number, activity) in vocabulary.enumerated() {
            for name in [activity.name, activity.latinName] + activity.synonyms where byName[name] == nil {
                byName[name] = number
            }
        }
        known = byName.keys.sorted()
    }

    mutating func numbers(of place: Filed<Place>, _ faults: inout [Fault]) -> [Int] {
        var numbers: [Int] = []
        for name in place.record.activities {
            let number = number(of: name, in: place.path, &faults)
            if !numbers.contains(number) { numbers.append(number) }
        }
        return numbers
    }

    private mutating func number(of name: Placed<String>, in path: String, _ faults: inout [Fault]) -> Int {
        let key = ExactText(name.value)
        if let number = found[key] { return number }
        let number = byName[name.value] ?? add(name, in: path, &faults)
        found[key] = number
        return number
    }

    private mutating func add(_ name: Placed<String>, in path: String, _ faults: inout [Fault]) -> Int {
        byName[name.value] = activities.count
        activities.append(Activity(named: name.value))
        if hasVocabulary {
            let nearest = faults.areFew ? nearestWord(to: name.value, among: known) : nil
            faults.append(Fault(.unknownActivity(found: name.value, nearest: nearest), in: path, at: name.range))
        }
        return activities.count - 1
    }
}

/// Areas by id and by name.
struct AreaNames {
    private var byID: [String: Int] = [:]
    private var byName: [String: [Int]] = [:]
    private let ids: [String]
    /// What was found before: a guide's places name the same areas again and again.
    private var found: [ExactText: Int] = [:]

    init(_ areas: [Filed<Area>]) {
        ids = areas.map(\.record.id)
        for (number, area) in areas.enumerated() {
            byID[area.record.id] = byID[area.record.id] ?? number
            byName[area.record.name.value, default: []].append(number)
        }
    }

    mutating func resolve(_ names: [Placed<String>], in path: String, _ faults: inout [Fault]) -> [Int?] {
        names.map { name in
            let key = ExactText(name.value)
            if let number = found[key] { return number }
            let number = resolve(name, in: path, &faults)
            if let number { found[key] = number }
            return number
        }
    }

    private func resolve(_ name: Placed<String>, in path: String, _ faults: inout [Fault]) -> Int? {
        if let number = byID[name.value] { return number }
        let found = byName[name.value] ?? []
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            let nearest =
                faults.areFew ? nearestWord(to: name.value, among: (Array(byID.keys) + byName.keys).sorted()) : nil
            faults.append(Fault(.unknownArea(found: name.value, nearest: nearest), in: path, at: name.range))
        } else {
            faults.append(
                Fault(.ambiguousArea(found: name.value, ids: found.map { ids[$0] }), in: path, at: name.range))
        }
        return nil
    }
}
