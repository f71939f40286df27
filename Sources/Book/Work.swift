/// The printed works, and what of a guide each is made of.

import Publication
import Recurrence

package enum Work: Sendable, Hashable {
    /// 通いの場ガイドブック
    case guidebook
    /// 地区の一枚: map and list of an area, by its id.
    case area(String)
    /// 宝物マップ: an area on a spread.
    case handout(String)
    /// 個人の一枚: one to six places, by number.
    case mine([Int])
    /// A place's own poster, by number, for its door.
    case placePoster(Int)
    case eventPoster(String)
    /// 情報紙, by its issue (号).
    case newsletter(String)
    /// 協議体への報告: what is new since a day.
    case report(since: Day)

    /// The works that a guide asks for (作るもの in guide.md), one by one.
    package static func all(of publication: Publication) -> [Work] {
        let areas = publication.areas.filter { !$0.places.isEmpty }
        return publication.guide.printing.works.flatMap { kind -> [Work] in
            switch kind {
            case .guidebook: [.guidebook]
            case .areas: areas.map { .area($0.id) }
            case .handouts: areas.filter(\.children.isEmpty).map { .handout($0.id) }
            case .newsletters:
                Set(publication.stories.map(\.issue)).filter { !$0.isEmpty }.sorted().map(Work.newsletter)
            case .posters: publication.events.map { .eventPoster($0.id) }
            }
        }
    }

    var canBeFolded: Bool {
        switch self {
        case .area, .handout: true
        default: false
        }
    }

    /// The template's name in `templates/book/`.
    var template: String {
        switch self {
        case .guidebook: "guidebook"
        case .area: "area"
        case .handout: "handout"
        case .mine: "mine"
        case .placePoster, .eventPoster: "poster"
        case .newsletter: "newsletter"
        case .report: "report"
        }
    }
}
