/// A place where people meet (通いの場), as its people agreed to show it.

import Geography
import Markdown
import Recurrence

/// (A class, made once and never changed: it is handed around by the hundred thousand.)
package final class PublishedPlace: Sendable {
    /// The stable number (一覧表 No.), the same on the web, on maps and on paper.
    package let number: Int
    package let name: String
    /// In kana; empty where the editors gave none.
    package let reading: String
    package let kind: String
    package let nature: Nature
    package let runBy: Operator
    package let gatherings: [PublishedGathering]
    package let audience: String
    package let capacity: String
    package let fee: Fee
    package let booking: String
    package let bring: String
    package let supportGiven: [String]
    /// 設備: what is known of the way in; what is not listed is unknown, not absent.
    package let access: [String]
    /// Contacts who agreed to be named. Empty: the guide's office stands in.
    package let contacts: [PublishedContact]
    package let photos: [PublishedPhoto]
    /// The day somebody last checked the facts.
    package let verified: Day?
    package let voices: [String]
    package let body: MarkdownText
    package let relations: PlaceRelations

    package init(
        number: Int, name: String = "", reading: String = "", kind: String = "", nature: Nature = .informal,
        runBy: Operator = .residents, gatherings: [PublishedGathering] = [], audience: String = "",
        capacity: String = "", fee: Fee = Fee(), booking: String = "", bring: String = "", supportGiven: [String] = [],
        access: [String] = [], contacts: [PublishedContact] = [], photos: [PublishedPhoto] = [], verified: Day? = nil,
        voices: [String] = [], body: MarkdownText = .empty, relations: PlaceRelations = PlaceRelations()
    ) {
        (self.number, self.name, self.reading) = (number, name, reading)
        (self.kind, self.nature, self.runBy, self.gatherings) = (kind, nature, runBy, gatherings)
        (self.audience, self.capacity, self.fee, self.booking, self.bring) = (audience, capacity, fee, booking, bring)
        (self.supportGiven, self.access, self.contacts, self.photos) = (supportGiven, access, contacts, photos)
        (self.verified, self.voices, self.body, self.relations) = (verified, voices, body, relations)
    }

    private init(_ same: PublishedPlace, _ relations: PlaceRelations) {
        (number, name, reading) = (same.number, same.name, same.reading)
        (kind, nature, runBy, gatherings) = (same.kind, same.nature, same.runBy, same.gatherings)
        (audience, capacity, fee) = (same.audience, same.capacity, same.fee)
        (booking, bring, supportGiven) = (same.booking, same.bring, same.supportGiven)
        (access, contacts, photos) = (same.access, same.contacts, same.photos)
        (verified, voices, body) = (same.verified, same.voices, same.body)
        self.relations = relations
    }

    /// The same place in those relations.
    package func related(_ relations: PlaceRelations) -> PublishedPlace {
        relations == self.relations ? self : PublishedPlace(self, relations)
    }
}

/// How a place stands to the rest of the guide: what it shows that its own file does not decide alone.
package struct PlaceRelations: Sendable, Equatable {
    /// The areas that the place names, most local first.
    package var areas: [AreaIndex] = []
    /// Those and every area above them to which the place belongs.
    package var belongsTo: [AreaIndex] = []
    /// More than one parent area is possible and none could be chosen: it is listed under each, and the page says so.
    package var isListedUnderSeveral = false
    package var activities: [ActivityIndex] = []
    package var foundThrough: [PlaceIndex] = []
    package var linked: [PlaceIndex] = []

    package init() {}
}

/// One venue of a place and when people meet there. Most places have one; a mobile shop has one per stop.
///
/// (A class, as the place: each copy would count the references to a schedule, which many gatherings share, and the cores
/// wait for each other where they count the same.)
package final class PublishedGathering: Sendable {
    package let venue: Venue
    /// As far as it may be shown: whole, or up to its first number, or empty.
    package let address: String
    package let location: PublishedLocation
    /// nil: nothing is known; readers are told to ask.
    package let schedule: Schedule?

    package init(
        venue: Venue = .unknown, address: String = "", location: PublishedLocation = .unmarked,
        schedule: Schedule? = nil
    ) {
        (self.venue, self.address, self.location, self.schedule) = (venue, address, location, schedule)
    }
}

package enum Venue: Sendable, Equatable {
    case named(String)
    /// Somebody's home (個人宅): whose, is not said.
    case privateHome
    case unknown
}

/// Where a place is shown to be, after consent.
package enum PublishedLocation: Sendable, Hashable {
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
