/// An area of any layer (圏域): the municipality, a living district, a school district.

import Geography
import Markdown
import Recurrence

package struct PublishedArea: Sendable {
    package var id = ""
    package var name = ""
    package var reading = ""
    /// The name in Latin letters; empty where none was given.
    package var latinName = ""
    /// 1 the municipality, 2 日常生活圏域, 3 a school district or 自治会.
    package var layer = 0
    /// Several where the area lies across borders.
    package var parents: [AreaIndex] = []
    package var children: [AreaIndex] = []
    package var boundary: MultiPolygon?
    /// The place of its colour in the palette; neighbours differ.
    package var colour = 0
    package var population = PopulationFacts()
    package var coordinators: [Coordinator] = []
    package var council: AreaCouncil?
    package var helpCounts: [HelpCount] = []
    /// The places that belong to it, by number.
    package var places: [PlaceIndex] = []
    package var body: MarkdownText = .empty

    package init() {}
}

/// 人口 / 世帯 / 高齢化率, as printed, with the day to which they apply.
package struct PopulationFacts: Sendable, Equatable {
    package var residents = ""
    package var households = ""
    package var agedShare = ""
    package var asOf = ""

    package init() {}

    package var isEmpty: Bool { residents.isEmpty && households.isEmpty && agedShare.isEmpty }
}

/// 生活支援コーディネーター, who agreed to be named.
package struct Coordinator: Sendable, Equatable {
    package var contact = PublishedContact()
    package var affiliation = ""
    package var introduction = ""

    package init() {}
}

/// 協議体: the meeting in which an area talks about itself.
package struct AreaCouncil: Sendable, Equatable {
    package var name = ""
    package var meets = ""
    package var venue = ""
    package var introduction = ""

    package init() {}
}

/// 助け合い見える化: of one kind of help, how many say "we have it", "we want it", "I would take part".
package struct HelpCount: Sendable, Equatable {
    package var kind = ""
    package var have = 0
    package var want = 0
    package var wouldJoin = 0

    package init() {}
}
