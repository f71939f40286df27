// The words that stand on a map; they come from the string tables of the guide.

/// Words on the map in the guide's language.
package struct MapWords: Hashable, Sendable {
    /// 北
    package var north: String
    /// 歩いて約{n}分; `{n}` stands for the number.
    package var walk: String
    /// 拡大図{name}; `{name}` stands for a letter.
    package var inset: String
    /// おおよその位置: the title of a hatched square.
    package var approximate: String
    /// {n}か所: the title of an area on the overview.
    package var count: String

    package init(north: String, walk: String, inset: String, approximate: String, count: String) {
        (self.north, self.walk, self.inset) = (north, walk, inset)
        (self.approximate, self.count) = (approximate, count)
    }

    func walk(minutes: Int) -> String { walk.replacing("{n}", with: String(minutes)) }
    func inset(_ letter: String) -> String { inset.replacing("{name}", with: letter) }
    func count(_ number: Int) -> String { count.replacing("{n}", with: String(number)) }
}
