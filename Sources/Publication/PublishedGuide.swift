/// The guide itself: title, council, edition, vocabulary, and the office that stands in for who is not named.

import Markdown

package struct PublishedGuide: Sendable {
    package var title = ""
    package var subtitle = ""
    package var publisher = ""
    package var edition = ""
    /// BCP 47; the first is the guide's own.
    package var languages: [String] = []
    package var municipality = ""
    /// Where the site will stand, ending in a slash; empty where unknown.
    package var url = ""
    package var office = Office()
    /// Stands at every page's foot, by language.
    package var notice: [String: String] = [:]
    /// 出典: stands on every map.
    package var credit = ""
    /// 利用条件: under what conditions the data may be used.
    package var licence = ""
    package var activityGroups: [ActivityGroup] = []
    package var activities: [Activity] = []
    /// 類義語: words that mean the same in a search.
    package var synonyms: [[String]] = []
    /// Kinds of map features that are left out.
    package var omittedLayers: Set<String> = []
    package var slippyMap: SlippyMap?
    /// 共有カード: pages that are shared bring a picture drawn for them.
    package var hasCards = false
    package var printing = PrintSettings()
    package var foreword: MarkdownText = .empty

    package init() {}
}

/// The guide's office: answers for every place without a public contact ("社協につなぎます").
package struct Office: Sendable, Equatable {
    package var contact = PublishedContact()
    package var address = ""
    package var hours = ""

    package init() {}
}

package struct ActivityGroup: Sendable, Equatable {
    package var name = ""
    package var latinName = ""
    package var activities: [ActivityIndex] = []

    package init() {}
}

package struct Activity: Sendable, Equatable {
    /// Safe in an address: from the English name where there is one.
    package var id = ""
    package var name = ""
    package var latinName = ""
    package var pictogram = ""
    package var synonyms: [String] = []
    /// The places that do it, by number.
    package var places: [PlaceIndex] = []

    package init() {}
}
