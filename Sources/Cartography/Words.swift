// The words that stand on a map; they come from the string tables of the guide.

/// Words on the map in the guide's language. `{n}` and `{name}` mark what is put in.
package struct MapWords: Hashable, Sendable {
    package var north = "北"
    package var walk = "歩いて約{n}分"
    package var inset = "拡大図{name}"
    /// A place whose true position is not shown: the title of its cell.
    package var approximate = "おおよその位置"
    /// Title of an area on the overview.
    package var count = "{n}か所"

    package init() {}

    package init(north: String, walk: String, inset: String, approximate: String, count: String) {
        (self.north, self.walk, self.inset) = (north, walk, inset)
        (self.approximate, self.count) = (approximate, count)
    }

    func walk(minutes: Int) -> String { walk.replacing("{n}", with: String(minutes)) }
    func inset(_ letter: String) -> String { inset.replacing("{name}", with: letter) }
    func count(_ number: Int) -> String { count.replacing("{n}", with: String(number)) }
}
