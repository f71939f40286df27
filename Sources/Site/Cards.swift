/// The pictures that messengers and social networks show beside a shared page (Open Graph): one of the guide, one of
/// each area. A place with a photo has that; all other pages have the guide's.

import Cartography
import Parallel
import Photos
import Publication

extension Site {
    /// The cards as drawings: the guide's, then those of the areas in their order. None where nobody could fetch them,
    /// because the guide has no address, or where the guide wants none.
    package static func cards(of publication: Publication, _ look: Look) -> [[UInt8]] {
        let guide = publication.guide
        guard guide.hasCards, !guide.url.isEmpty, let phrases = look.languages.first?.phrases else { return [] }
        let layers = Set(publication.areas.map(\.layer)).sorted()
        let areas = Dictionary(grouping: publication.areas.indices) { publication.areas[$0].layer }
        let outlines = areas.mapValues { areas in
            CardOutlines(areas.map { (publication.areas[$0].colour + 1, publication.areas[$0].boundary) })
        }
        @Sendable func count(_ places: Int) -> String { phrases("card.count", ["count": String(places)]) }
        let foot = [guide.title, guide.publisher].filter { !$0.isEmpty }.joined(separator: "　")

        let none = CardOutlines([])
        var card = ShareCard(title: guide.title, foot: guide.publisher.isEmpty ? guide.title : guide.publisher)
        card.subtitle = guide.subtitle
        card.count = count(publication.places.count)
        let whole = outlines[layers.first { $0 > 1 } ?? layers.first ?? 1] ?? none
        let own = publication.areas.indices.parallelMap { index in
            let area = publication.areas[index]
            var card = ShareCard(title: area.name, foot: foot)
            card.reading = area.reading
            card.count = count(area.places.count)
            card.colour = area.colour + 1
            card.area = areas[area.layer]?.firstIndex(of: index)
            return card.svg(outlines[area.layer] ?? none)
        }
        return [card.svg(whole)] + own
    }

    /// Stands in where no cards are drawn; a guide's own `templates/assets/card.png` replaces it.
    static let plainCard = "assets/card.png"
}

/// Whole addresses of the pictures that go with shared pages; none where the guide has no address.
struct CardAddresses {
    var guide = ""
    var areas: [String] = []

    init(_ cards: [DrawnPicture], below url: String) {
        guard !url.isEmpty else { return }
        guide = url + (cards.first?.publishedName ?? Site.plainCard)
        areas = cards.dropFirst().map { url + $0.publishedName }
    }
}

extension PageWriter {
    /// Whole address of the picture of a place: its first photo, else the card of its area.
    func picture(of place: PublishedPlace) -> String? {
        if !place.photos.isEmpty, !publication.guide.url.isEmpty,
            let photo = place.photos.lazy.compactMap({ [preparedPhotos] in preparedPhotos[$0.file] }).first,
            let largest = photo.variants(in: .jpeg).last
        {
            return publication.guide.url + Address.encoded(largest.publishedName)
        }
        return place.relations.areas.first.flatMap(card(of:))
    }

    func card(of area: AreaIndex) -> String? { cards.areas.indices.contains(area) ? cards.areas[area] : nil }
}
