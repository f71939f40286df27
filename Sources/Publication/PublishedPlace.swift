/// A place where people meet (通いの場), as its people agreed to show it.

import Geography
import Markdown
import Recurrence

package struct PublishedPlace: Sendable {
    /// The stable number (一覧表 No.), the same on the web, on maps and on paper.
    package var number = 0
    package var name = ""
    /// In kana; empty where the editors gave none.
    package var reading = ""
    /// The areas that the place names, most local first.
    package var areas: [AreaIndex] = []
    /// Those and every area above them to which the place belongs.
    package var belongsTo: [AreaIndex] = []
    /// More than one parent area is possible and none could be chosen: it is listed under each, and the page says so.
    package var isListedUnderSeveral = false
    package var kind = ""
    package var nature: Nature = .informal
    package var runBy: Operator = .residents
    package var gatherings: [PublishedGathering] = []
    package var audience = ""
    package var capacity = ""
    package var fee = Fee()
    package var booking = ""
    package var bring = ""
    package var activities: [ActivityIndex] = []
    package var supportGiven: [String] = []
    /// 設備: what is known of the way in; what is not listed is unknown, not absent.
    package var access: [String] = []
    /// Contacts who agreed to be named. Empty: the guide's office stands in.
    package var contacts: [PublishedContact] = []
    package var photos: [PublishedPhoto] = []
    /// The day somebody last checked the facts.
    package var verified: Day?
    package var foundThrough: [PlaceIndex] = []
    package var linked: [PlaceIndex] = []
    package var voices: [String] = []
    package var body: MarkdownText = .empty

    package init() {}
}

/// One venue of a place and when people meet there. Most places have one; a mobile shop has one per stop.
package struct PublishedGathering: Sendable {
    package var venue: Venue = .unknown
    /// As far as it may be shown: whole, or up to its first number, or empty.
    package var address = ""
    package var location: PublishedLocation = .unmarked
    /// nil: nothing is known; readers are told to ask.
    package var schedule: Schedule?

    package init() {}
}

package enum Venue: Sendable, Equatable {
    case named(String)
    /// Somebody's home (個人宅): whose, is not said.
    case privateHome
    case unknown
}

/// Where a place is shown to be, after consent.
package enum PublishedLocation: Sendable, Equatable {
    case exact(Coordinate)
    /// The centre of the 500 m cell in which it lies.
    case approximate(cell: Coordinate)
    /// Only its area is told.
    case areaOnly
    case unmarked

    /// What may be drawn or handed out as data.
    package var coordinate: Coordinate? {
        switch self {
        case .exact(let coordinate), .approximate(let coordinate): coordinate
        case .areaOnly, .unmarked: nil
        }
    }
}

/// The tree of community resources: roots, trunk, leaves.
package enum Nature: String, Sendable, CaseIterable {
    /// 自然 (ナチュラル): tea among neighbours.
    case natural
    /// 住民活動 (インフォーマル)
    case informal
    /// 制度 (フォーマル)
    case formal
}

package enum Operator: String, Sendable, CaseIterable {
    /// 住民
    case residents
    /// 専門機関
    case professionals
    /// 行政
    case government
    /// 企業
    case business
}

/// 参加費: the words, and what programs can know of them.
package struct Fee: Sendable, Equatable {
    package var text = ""
    /// Yen a time; 0 for free; nil where it is not a plain number.
    package var yen: Int?

    package init() {}
}

package struct PublishedContact: Sendable, Equatable {
    package var name = ""
    package var telephone = ""
    package var fax = ""
    package var mail = ""
    package var url = ""

    package init() {}
}

package struct PublishedPhoto: Sendable, Equatable {
    /// The file's name below photos/.
    package var file = ""
    /// 説明: what is to be seen, for those who cannot see it.
    package var description = ""

    package init() {}
}
