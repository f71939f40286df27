/// An area as the editors wrote it.

import FrontMatter
import Markdown
import Publication

struct Area: Sendable {
    var id = ""
    var name: Placed<String>
    var reading = ""
    var latinName = ""
    var layer: Placed<Int>?
    /// Ids or names of the areas above, as typed.
    var parents: [Placed<String>] = []
    /// The `area` of a boundary in geo/, as typed; the area's own id where nothing is said.
    var boundary: Placed<String>?
    var colour: Int?
    var population = PopulationFacts()
    var coordinators: [Contact] = []
    var council: AreaCouncil?
    var helpCounts: [HelpCount] = []
    var body = MarkdownText.empty
}
