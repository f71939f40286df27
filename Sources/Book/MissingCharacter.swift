/// Characters that the fonts lack, found before printing: they would be printed as empty boxes.

import Encoding

package struct MissingCharacter: Sendable, Hashable {
    package var character: Unicode.Scalar
    /// The record in which it stands: "places 23 ひまわり会", "stories 002-dotebenchi".
    package var record: String

    static func all(in data: JSON, fonts: FontFolder) -> [MissingCharacter] {
        // Nearly every guide is written with what the kana, the common kanji and Latin letters cover, so the fonts are
        // opened only once per run and the texts walked once.
        let coverage = fonts.coverage()
        var found: [MissingCharacter] = []
        guard case .object(let fields) = data else { return [] }
        for (name, value) in fields {
            guard case .array(let records) = value else {
                collect(JSON(value), coverage, record: name, into: &found)
                continue
            }
            for record in records { collect(record, coverage, record: self.name(of: record, in: name), into: &found) }
        }
        var seen: Set<MissingCharacter> = []
        return found.filter { seen.insert($0).inserted }
    }

    private static func collect(
        _ data: JSON, _ coverage: Set<UInt32>, record: String, into found: inout [MissingCharacter]
    ) {
        switch data {
        case .string(let text):
            for scalar in text.unicodeScalars where isVisible(scalar) && !coverage.contains(scalar.value) {
                found.append(MissingCharacter(character: scalar, record: record))
            }
        case .array(let elements): for element in elements { collect(element, coverage, record: record, into: &found) }
        case .object(let fields): for field in fields { collect(JSON(field.1), coverage, record: record, into: &found) }
        case .null, .integer, .number, .bool, .written: break
        }
    }

    /// Marks that only choose a form (variation selectors, joiners) need no picture of their own.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isWhitespace
    }

    private static func name(of record: JSON, in field: String) -> String {
        func text(_ name: String) -> String? {
            switch record[name] {
            case .string(let text)?: text
            case .integer(let number)?: "No.\(number)"
            default: nil
            }
        }
        return ([field] + ["number", "id", "name", "title"].compactMap(text)).joined(separator: " ")
    }
}
