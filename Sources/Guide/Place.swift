/// A place as the editors wrote it: everything, also what must never be published.
///
/// Nothing to the right of the publication can name these types.

import FrontMatter
import Geography
import Markdown
import Publication
import Recurrence

/// A value and where it stands in its file.
struct Placed<Value: Sendable>: Sendable {
    var value: Value
    /// In bytes.
    var range: Range<Int>
}

extension Placed: Equatable where Value: Equatable {}

struct Place: Sendable {
    var number: Placed<Int>?
    /// Something stands there, if perhaps no number.
    var isNumbered = false
    var name: Placed<String>
    var reading = ""
    /// Ids or names of areas, as typed.
    var areas: [Placed<String>] = []
    var kind = ""
    var nature = Nature.informal
    var runBy = Operator.residents
    var gatherings: [Gathering] = []
    var positionShown: Placed<PositionShown>?
    var audience = ""
    var capacity = ""
    var fee = Fee()
    var booking = ""
    var bring = ""
    var activities: [Placed<String>] = []
    var supportGiven: [String] = []
    var access: [String] = []
    var contacts: [Contact] = []
    var photos: [Photo] = []
    var consent: Consent?
    var verified: Placed<Day>?
    /// References to places, as typed: a number or a name.
    var foundThrough: [Placed<String>] = []
    var linked: [Placed<String>] = []
    var voices: [String] = []
    var body = MarkdownText.empty
}

/// One venue and when people meet there.
struct Gathering: Sendable {
    var venue = ""
    var address = ""
    var position: Placed<Coordinate>?
    var schedule: Schedule?

    /// Whether it is somebody's home (自宅, 〜宅, 〜さん方), by its venue or its address: then its position and address
    /// are hidden unless the editors say otherwise.
    var isHome: Bool { Home.isNamed(by: venue) || Home.isNamed(inAddress: address) }

    /// Whether the venue is to be called a home: a hall keeps its name, whatever its address says.
    var isAtHome: Bool { venue.isEmpty ? isHome : Home.isNamed(by: venue) }

    /// A home's position is approximate and its address cut, unless its people chose otherwise; nobody's venue is named
    /// by who lives there.
    func shown(_ chosen: PositionShown?) -> PositionShown { chosen ?? (isHome ? .approximate : .exact) }

    /// As much of the address as may be shown.
    func address(shown chosen: PositionShown?) -> String {
        switch shown(chosen) {
        case .exact: address
        case .approximate, .areaOnly: Address.neighbourhood(of: address)
        case .none: ""
        }
    }
}

/// 位置の公開: how exactly a position may be shown.
enum PositionShown: Sendable, CaseIterable {
    case exact, approximate, areaOnly, none
}

/// 掲載: whether the people of the place agreed to be in the guide.
struct Consent: Sendable {
    enum State: Sendable, CaseIterable {
        /// 可
        case agreed
        /// 不可
        case refused
        /// 保留
        case pending
        /// 終了: the place has ended.
        case ended
    }
    var state: State
    var asked: Day?
    var by = ""
}

struct Contact: Sendable, Equatable {
    var name = ""
    var affiliation = ""
    var telephone = ""
    var fax = ""
    var mail = ""
    var url = ""
    /// 公開: はい. Private unless said.
    var isPublic = false
    var introduction = ""
}

struct Photo: Sendable {
    var file: Placed<String>
    var description = ""
    /// 公開: shown unless the editors say いいえ.
    var isPublic = true
}
