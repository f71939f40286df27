/// What may be published, and nothing else: the only thing that the site, the book and the data files are made from.
///
/// Its types have no property for a private note, a contact who did not agree, or an exact position that is not to be
/// shown, and this module cannot name the types that have: privacy holds because there is nothing to leak.

import Geography
import Recurrence

package struct Publication: Sendable {
    package var guide = PublishedGuide()
    /// In the order of reading: layer by layer, then by number of their first place, then by reading.
    package var areas: [PublishedArea] = []
    /// By number.
    package var places: [PublishedPlace] = []
    package var stories: [PublishedStory] = []
    package var supports: [PublishedSupport] = []
    package var events: [PublishedEvent] = []
    package var pages: [PublishedPage] = []
    /// What the maps are drawn on.
    package var geography: [Feature] = []
    /// The numbers of places that were published once and are not any more: their addresses say so, without a name.
    package var retiredNumbers: [Int] = []
    /// The day for which "today" and "next" are computed.
    package var today: Day

    package init(today: Day) {
        self.today = today
    }
}

/// An index into one of the publication's arrays: references are made once, when it is made, and cannot dangle.
package typealias PlaceIndex = Int
package typealias AreaIndex = Int
package typealias ActivityIndex = Int
