// The words that stand on a map; they come from the string tables of the guide.

/// Words on the map in the guide's language.
package struct MapWords: Hashable, Sendable {
    /// 北
    let north: String
    /// おおよその位置: the title of a hatched square.
    let approximate: String
    private let walkTemplate: Template
    private let insetTemplate: Template
    private let countTemplate: Template

    /// `walk` is 歩いて約{n}分, `{n}` stands for the number; `inset` 拡大図{name}, `{name}` stands for a letter; `count`
    /// {n}か所, the title of an area on the overview.
    package init(north: String, walk: String, inset: String, approximate: String, count: String) {
        (self.north, self.approximate) = (north, approximate)
        walkTemplate = Template(walk, slot: "{n}")
        insetTemplate = Template(inset, slot: "{name}")
        countTemplate = Template(count, slot: "{n}")
    }

    func walk(minutes: Int) -> String { walkTemplate.filled(with: String(minutes)) }
    func inset(_ letter: String) -> String { insetTemplate.filled(with: letter) }
    func count(_ number: Int) -> String { countTemplate.filled(with: String(number)) }

    /// A text with a slot in it, found once for all maps.
    private struct Template: Hashable {
        /// What stands before, between and after the slots.
        let parts: [String]

        init(_ text: String, slot: String) {
            parts = text.split(separator: slot, omittingEmptySubsequences: false).map(String.init)
        }

        func filled(with value: String) -> String {
            guard var text = parts.first else { return "" }
            for part in parts.dropFirst() {
                text += value
                text += part
            }
            return text
        }
    }
}
