/// The fields of one record, found by either language's names and read as what they should be; whatever is wrong is
/// noted, and reading goes on.

import FrontMatter
import Messages
import Recurrence

/// The keys that a kind of record knows, by every name they have.
struct KeySet: Sendable {
    /// The names of all keys of all records.
    static let allNames = KnownWords(Key.allCases.flatMap(\.names))

    /// Of each of all names the key that it means here.
    private var keys = [Key?](repeating: nil, count: allNames.words.count)

    /// Where two keys share a name, the earlier one gets it.
    init(_ keys: [Key]) {
        for key in keys {
            for number in key.names.compactMap(Self.allNames.number) where self.keys[number] == nil {
                self.keys[number] = key
            }
        }
    }

    /// In a fixed order, to find the one that was meant.
    var names: [String] { zip(Self.allNames.words, keys).filter { $1 != nil }.map(\.0).sorted() }

    /// The key of a field, whose name may be composed otherwise than this program does.
    fileprivate func key(of field: Field) -> Key? {
        field.knownKey.map { keys[$0] } ?? key(named: field.key.trimmed)
    }

    func key(named name: String) -> Key? { Self.allNames.number(of: name).flatMap { keys[$0] } }
}

/// Faults found while one file is read. What only follows from an error in the writing, which the file tells itself, is
/// none: an editor would look for a second mistake.
struct Findings {
    let path: String
    private(set) var faults: [Fault] = []
    private let broken: [Range<Int>]
    /// Some lines may hold any field.
    let losesFields: Bool

    init(in file: RecordFile) {
        path = file.path
        (broken, losesFields) = (file.document.broken, file.document.losesFields)
    }

    mutating func add(_ kind: Fault.Kind, at range: Range<Int>) {
        if !isBroken(range) { faults.append(Fault(kind, in: path, at: range)) }
    }

    /// Whether there is an error in the writing of what stands there.
    func isBroken(_ range: Range<Int>) -> Bool {
        broken.last(notAfter: range.lowerBound)?.contains(range.lowerBound) ?? false
    }
}

struct Fields {
    /// The bytes of the record; of a file's root, its first field.
    let range: Range<Int>
    private let mapping: Mapping
    /// By key.
    private var values = [Mapping.ValueIndex](repeating: .none, count: Key.allCases.count)

    init(_ mapping: Mapping, _ keys: KeySet, _ findings: inout Findings) {
        range = mapping.node.range
        self.mapping = mapping
        // A field without a value, whose own fields may follow beside it; and the known ones that did.
        var open: (name: String, keys: KeySet)?
        var followers: [(key: Key, nested: NestedKey)] = []
        for field in mapping {
            if let keys = open?.keys, keys.key(of: field) == nil { open = nil }
            let nested = open.map { NestedKey(name: field.key, above: $0.name) }
            guard let key = keys.key(of: field) else {
                if let nested {
                    findings.add(.notIndented(nested), at: field.keyRange)
                    continue
                }
                let name = field.key
                // Fields that begin with an underscore are the editors' own.
                guard !name.hasPrefix("_"), !findings.isBroken(field.keyRange) else { continue }
                // Whoever has so many fields that nobody knows did not mistype them.
                let nearest = findings.faults.count < 100 ? nearestWord(to: name, among: keys.names) : nil
                findings.add(.unknownKey(name, nearest: nearest), at: field.keyRange)
                continue
            }
            if values[Int(key.rawValue)] == .none {
                values[Int(key.rawValue)] = field.valueIndex
                if let nested { followers.append((key, nested)) }
            } else if !findings.isBroken(field.keyRange), let first = mapping.key(of: values[Int(key.rawValue)]) {
                let nested = nested ?? followers.first { $0.key == key }?.nested
                findings.add(
                    .repeatedKey(field.key, first: first.name, line: first.line, nested: nested), at: field.keyRange)
            }
            if nested == nil, field.value.isEmpty, let keys = KeySet.below(key) { open = (field.key, keys) }
        }
    }

    /// The value as it stands, if there is one.
    func node(_ key: Key) -> Node? {
        guard let node = mapping[values[Int(key.rawValue)]], !node.isEmpty else { return nil }
        return node
    }

    /// Notes that a field is not there. That cannot be told where its value is broken, or lines could not be read.
    func miss(_ key: Key, as kind: Fault.Kind? = nil, _ findings: inout Findings) {
        guard !findings.losesFields, node(key).map({ !findings.isBroken($0.range) }) ?? true else { return }
        findings.add(kind ?? .missing(key), at: range.prefix(1))
    }

    func placed(_ key: Key, _ findings: inout Findings) -> Placed<String>? {
        guard let node = node(key) else { return nil }
        guard let text = node.text else {
            findings.add(.expectedText(key), at: node.range)
            return nil
        }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : Placed(value: trimmed, range: node.range)
    }

    /// A text; empty where there is none.
    func text(_ key: Key, _ findings: inout Findings) -> String { placed(key, &findings)?.value ?? "" }

    /// A text without which the record makes no sense.
    func required(_ key: Key, _ findings: inout Findings) -> Placed<String> {
        if let placed = placed(key, &findings), !findings.isBroken(placed.range) { return placed }
        if node(key)?.string != nil || node(key) == nil { miss(key, &findings) }
        return Placed(value: "", range: range.prefix(1))
    }

    /// A list of texts: a sequence, or one line with 、 or commas between.
    func list(_ key: Key, _ findings: inout Findings) -> [Placed<String>] { list(key, &findings) { $0 } }

    /// The same without their places.
    func texts(_ key: Key, separated: Bool = true, _ findings: inout Findings) -> [String] {
        list(key, separated: separated, &findings, \.value)
    }

    private func list<Item>(
        _ key: Key, separated: Bool = true, _ findings: inout Findings, _ item: (Placed<String>) -> Item
    ) -> [Item] {
        guard let node = node(key), !findings.isBroken(node.range) else { return [] }
        var items: [Item] = []
        if let sequence = node.sequence {
            items.reserveCapacity(sequence.underestimatedCount)
            for node in sequence {
                if let text = node.text?.trimmed {
                    if text.isEmpty || findings.isBroken(node.range) { continue }
                    items.append(item(Placed(value: text, range: node.range)))
                } else {
                    findings.add(.expectedText(key), at: node.range)
                }
            }
        } else if let whole = placed(key, &findings) {
            guard separated else { return [item(whole)] }
            for piece in whole.value.pieces(separatedBy: { $0 == "、" || $0 == "," || $0 == "，" }) where !piece.isEmpty {
                items.append(item(Placed(value: piece, range: whole.range)))
            }
        }
        return items
    }

    /// Records: one, or a list of them.
    func records(_ key: Key, _ keys: KeySet, _ findings: inout Findings) -> [Fields] {
        guard let node = node(key) else { return [] }
        if let mapping = node.mapping { return [Fields(mapping, keys, &findings)] }
        guard let sequence = node.sequence else {
            findings.add(.expectedMapping(key), at: node.range)
            return []
        }
        return sequence.compactMap { item in
            guard let mapping = item.mapping else {
                findings.add(.expectedMapping(key), at: item.range)
                return nil
            }
            return Fields(mapping, keys, &findings)
        }
    }

    func integer(_ key: Key, _ findings: inout Findings) -> Placed<Int>? {
        guard let placed = placed(key, &findings) else { return nil }
        guard let number = Numeral.integer(placed.value) else {
            findings.add(.notANumber(key, found: placed.value), at: placed.range)
            return nil
        }
        return Placed(value: number, range: placed.range)
    }

    func day(_ key: Key, _ findings: inout Findings) -> Placed<Day>? {
        guard let placed = placed(key, &findings) else { return nil }
        guard let day = Numeral.day(placed.value) else {
            findings.add(.notADay(key, found: placed.value), at: placed.range)
            return nil
        }
        return Placed(value: day, range: placed.range)
    }

    /// What the field's word means.
    func choice<Value>(_ key: Key, _ choices: Choices<Value>, _ findings: inout Findings) -> Placed<Value>? {
        guard let placed = placed(key, &findings) else { return nil }
        guard let value = choices[placed.value] else {
            findings.add(.notAChoice(key, found: placed.value, choices), at: placed.range)
            return nil
        }
        return Placed(value: value, range: placed.range)
    }

    func yes(_ key: Key, _ findings: inout Findings) -> Bool? {
        choice(key, Self.yesOrNo, &findings)?.value
    }

    private static let yesOrNo = Choices([
        (true, ["はい", "yes", "Yes", "true", "可", "公開", "する", "○", "〇", "オン", "on"]),
        (false, ["いいえ", "no", "No", "false", "不可", "非公開", "しない", "×", "オフ", "off"]),
    ])
}

extension Fault.Kind {
    /// Another word than a field allows.
    static func notAChoice(_ key: Key, found: String, _ choices: Choices<some Any>) -> Fault.Kind {
        .notAChoice(
            key, found: found, allowed: choices.shown, nearest: nearestWord(to: found, among: choices.words.words))
    }
}

extension Range<Int> {
    func prefix(_ length: Int) -> Range<Int> { lowerBound..<Swift.min(lowerBound + length, upperBound) }
}
