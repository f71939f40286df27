// Documents of the subset, made from a seed: every style of value at every place, and mutations that break them.

import Randomness

/// Writes a random mapping as people and programs might.
struct Generator {
    var random: SplitMix

    static let words = [
        "ひまわり", "サロン", "no", "09:00", "2026-10-01", "a b", "9：00～21：30", "【休館日】月曜日", "054-000-0000", "x#y", "a:b",
        "http://example.jp/?a=b", "100%", "it's", "~", "null", "-5", "?x", ":x", "a  b", "ﾃｽﾄ", "👵", "が", "\u{3000}端",
        "1, 2",
    ]
    static let keys = [
        "名称", "よみ", "地区", "key", "a b", "連絡先", "x-y", "電話", "メモ", "活動", "k1", "k2", "k3", "時間 帯", "[z", "q:r",
    ]

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func document() -> String {
        mapping(indent: 0, depth: 0)
    }

    mutating func mapping(indent: Int, depth: Int) -> String {
        var lines = ""
        var used: Set<String> = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let key = pick(Self.keys)
            guard used.insert(key).inserted else { continue }
            lines += noise(indent)
            lines += String(repeating: " ", count: indent) + keyText(key) + (chance(5) ? " :" : ":")
            lines += value(indent: indent, depth: depth)
        }
        return lines
    }

    /// An empty line or a comment, now and then.
    mutating func noise(_ indent: Int) -> String {
        if chance(5) { return pick(["\n", "  \n", "\n\n"]) }
        if chance(5) { return String(repeating: " ", count: pick([0, indent, indent + 3])) + "# 注: x\n" }
        return ""
    }

    mutating func keyText(_ key: String) -> String {
        if key.hasPrefix("[") || chance(10) { return pick(["\"\(key)\"", "'\(key)'"]) }
        return key
    }

    /// What stands after `key:` or `-`, with the end of its line.
    mutating func value(indent: Int, depth: Int) -> String {
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return comment() + "\n"
        case 1, 2, 3: return " " + plain() + comment() + "\n"
        case 4: return " " + quoted() + comment() + "\n"
        case 5: return " " + flow(depth: depth) + comment() + "\n"
        case 6: return block(indent: indent)
        case 7: return " " + plain() + "\n" + continuation(indent: indent)
        case 8: return "\n" + String(repeating: " ", count: indent + 2) + plain() + "\n"
        case 9,
            10 where depth < 4:
            return comment() + "\n" + mapping(indent: indent + pick([1, 2, 2, 4]), depth: depth + 1)
        case 11,
            12 where depth < 4:
            return comment() + "\n" + sequence(indent: indent + pick([0, 1, 2, 2]), depth: depth + 1)
        default: return " " + plain() + "\n"
        }
    }

    mutating func comment() -> String { chance(10) ? pick([" # c", "  #", "\t# : c"]) : "" }

    mutating func plain() -> String {
        var text = pick(Self.words)
        if text.hasPrefix("\u{3000}") { text = "x" + text }
        if chance(20) { text += " " + pick(Self.words) }
        return text
    }

    mutating func continuation(indent: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            if chance(20) { text += pick(["\n", "   \n"]) }
            text += String(repeating: " ", count: indent + pick([1, 2, 5])) + plain() + pick(["", "", " "]) + "\n"
        }
        return text
    }

    mutating func quoted() -> String {
        if chance(50) {
            let parts = ["", "ひまわり", "''", "a: b", " # c", "\n   ", " \n\n  ", "[x]", "\\n", " "]
            return "'" + (0..<4).map { _ in pick(parts) }.joined() + "'"
        }
        let parts = [
            "", "ひまわり", "\\\"", "\\n", "a: b", "\\u3042", "\\x41", "\\U0001F475", "\\\\", "\\/", "\\t", "\\e", "\\0",
            "\\_",
            "\\N", "\\L", "\n  ", " \n\n ", "\\\n   ", "\\ ", "'", "  ",
        ]
        return "\"" + (0..<5).map { _ in pick(parts) }.joined() + "\""
    }

    mutating func flow(depth: Int) -> String {
        let count = Int.random(in: 0...3, using: &random)
        let gap = pick(["", " ", " ", "\n  "])
        let items = (0..<count).map { index in
            let value = flowValue(depth: depth)
            return (isMapping: chance(50), value: value, key: "\(pick(["k", "鍵", "\"q\"", "'s'"]))\(index)")
        }
        if chance(50) {
            let end = count > 0 && chance(10) ? "," : ""
            return "[" + gap + items.map(\.value).joined(separator: "," + gap) + end + gap + "]"
        }
        let fields = items.enumerated().map { index, item in
            let key =
                item.key.hasSuffix("\"\(index)") || item.key.hasSuffix("'\(index)")
                ? String(item.key.dropLast()) : item.key
            return key + (item.isMapping || index > 0 ? ": " + item.value : "")
        }
        var seen: Set<Substring> = []
        let unique = fields.filter { seen.insert($0.prefix(2)).inserted || $0.hasPrefix("k") || $0.hasPrefix("鍵") }
        return "{" + gap + unique.joined(separator: "," + gap) + gap + "}"
    }

    mutating func flowValue(depth: Int) -> String {
        if depth < 4, chance(15) { return flow(depth: depth + 1) }
        if chance(20) { return quoted() }
        return pick(["趣味", "a b", "09:00", "x：y", "no", "-1", "a#b", "100%", "a\n   b"])
    }

    mutating func block(indent: Int) -> String {
        let style = pick(["|", ">"]) + pick(["", "-", "+"])
        let step = pick([1, 2, 4])
        let header = chance(20) ? style.prefix(1) + "\(step)" + style.dropFirst() : Substring(style)
        let spaces = String(repeating: " ", count: indent + step)
        var text = " " + header + pick(["", "", " # c", "  "]) + "\n"
        for index in 0..<Int.random(in: 0...5, using: &random) {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: text += pick(["\n", "\n\n", spaces + "\n"])
            case 1 where index > 0: text += spaces + "  深い: 行\n"
            case 2: text += spaces + "# no comment\n"
            case 3: text += spaces + pick(["- x", "k: v", "\"q", "---"]) + "\n"
            default: text += spaces + plain() + pick(["", " "]) + "\n"
            }
        }
        return text
    }

    mutating func sequence(indent: Int, depth: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            text += noise(indent) + String(repeating: " ", count: indent) + "-"
            if chance(25), depth < 4 {
                let gap = pick([1, 1, 3])
                let nested = mapping(indent: indent + 1 + gap, depth: depth + 1)
                let body = nested.drop { $0 == "\n" || $0 == " " }
                text += body.hasPrefix("#") ? " x\n" : String(repeating: " ", count: gap) + body
            } else {
                text += value(indent: indent, depth: depth)
            }
        }
        return text
    }

    // MARK: Breaking

    /// Changes a few characters as slips and damage do.
    mutating func mutated(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        let marks: [Unicode.Scalar] = [
            ":", " ", "\n", "-", "\"", "'", "[", "]", "{", "}", ",", "#", "|", ">", "&", "*", "!", "%", "@", "?", "\t",
            "a", "\\",
            "：", "あ", "\r",
        ]
        for _ in 0..<Int.random(in: 1...3, using: &random) where !scalars.isEmpty {
            let place = Int.random(in: 0..<scalars.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: scalars.remove(at: place)
            case 1: scalars.insert(pick(marks), at: place)
            case 2: scalars[place] = pick(marks)
            default:
                let length = min(Int.random(in: 1...6, using: &random), scalars.count - place)
                scalars.insert(contentsOf: scalars[place..<place + length], at: place)
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
